"""The date in its clause, and what a cue may ask of it: form, topic, company, subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from pipeline.annotate.dates.cues import WIDER, Cue, Form, Topics, words
from pipeline.annotate.dates.words import Word, elliptic, has, topics_of, without_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.annotate.dates.foreign import Foreign


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The date's clause, the clause before it, and what the sentence and its context speak of.

    Args:
        clause: the words of the date's clause, the date's own left out.
        first: how many of them stand before the date.
        before: the words of the clauses before, of the sentence before where there is none.
        after: the words of the next sentence, where it says what happened „wtedy".
        rest: the words of the sentence behind the clause.
        sentence: the topics of the sentence.
        context: those of the sentences before too.
        verbless: whether the sentence has no finite verb.
        foreign: whether the certificate spoken of is a contest's or a person's.
        explaining: the clause right behind the date that says what happened then, „2005 roku, gdy go zdobyliśmy".
    """

    clause: Sequence[Word]
    first: int
    before: Sequence[Word]
    after: Sequence[Word]
    rest: Sequence[Word]
    sentence: Topics
    context: Topics
    verbless: bool
    explaining: Sequence[Word] = ()
    foreign: Foreign = ""


class Place(NamedTuple):
    """The date in its clause, and what may be asked of it."""

    around: Surroundings
    form: Form

    def allows(self, cue: Cue, *, noun: bool = False) -> bool:
        """Whether form, topic and verbs let a cue speak; a verbal noun may stand for what was named before."""
        if cue.form and self.form not in cue.form and WIDER.get(self.form) not in cue.form:
            return False
        if (cue.verbless and not self.around.verbless) or (cue.last_not and self._last() & cue.last_not):
            return False
        if not self._company(cue):
            return False
        spoken = self.around.context if noun else self._topics(cue)
        return not cue.topic or (cue.topic in spoken and cue.topic in self.around.context)

    def _company(self, cue: Cue) -> bool:
        """Whether the clause has the words that the cue asks for and none that it excludes."""
        clause = self.around.clause
        if (cue.unless and self._has(cue.unless)) or (cue.absent and has(without_names(clause), cue.absent)):
            return False
        if (cue.beside and not self._stands(cue)) or (cue.subject and not self._is_subject(cue)):
            return False
        if cue.whole and not self._parts(cue):
            return False
        rivals = [i for i, w in enumerate(clause) if cue.against and w.shape.nominative and w.lemmas & words(cue.against)]
        return all(_begins_name(clause, i) for i in rivals)

    def _stands(self, cue: Cue) -> bool:
        """Whether a word of the list stands in the clause, or before it where the clause drops its subject."""
        around = self.around
        if has(around.clause, cue.beside):
            return True
        return cue.dropped and drops_subject(around.clause) and has(around.before, cue.beside)

    def _parts(self, cue: Cue) -> bool:
        """„Audyt był dwuetapowy: pierwszy etap …", not „etap budowy": whether a part is one of what was named before."""
        around, wanted = self.around, words(cue.whole)
        pairs = zip(around.clause, around.clause[1:], strict=False)
        named = any(a.lemmas & cue.lemmas and b.shape.noun and not b.broken and not b.lemmas & wanted for a, b in pairs)
        return not named and any(w.shape.nominative and w.lemmas & wanted for w in around.before)

    def _is_subject(self, cue: Cue) -> bool:
        around, wanted = self.around, words(cue.subject)
        if any(w.shape.nominative and w.lemmas & wanted for w in around.clause):
            return True
        return cue.dropped and drops_subject(around.clause) and any(w.lemmas & wanted for w in around.before)

    def _last(self) -> frozenset[str]:
        first = self.around.first
        return self.around.clause[first - 1].lemmas if first else frozenset()

    def _has(self, name: str) -> bool:
        return has(self.around.clause, name) or has(self.around.before, name)

    def _topics(self, cue: Cue) -> Topics:
        around = self.around
        labelled = len(around.clause) == 1  # „Wydano: 16.07.2018"
        if cue.near == "context" or labelled or has(around.clause, "anaphoric") or elliptic(around.clause):
            return around.context
        if drops_subject(around.clause) and has(around.before, "object"):  # „zdobył go w 2002 roku, odnawiał w 2005"
            return around.context
        if cue.near == "sentence":
            return around.context if "body" in around.sentence else around.sentence
        return around.context if has(around.clause, "standing") else topics_of(without_names(around.clause))


def _begins_name(some: Sequence[Word], at: int) -> bool:
    """„[Zespół] Szkół", „[Program] Leader": a word of a name, which means no team and no programme."""
    return at + 1 < len(some) and some[at].text.istitle() and some[at + 1].text.istitle() and not some[at + 1].broken


def has_subject(some: Sequence[Word]) -> bool:
    """„urząd otrzymał", not „w maju otrzymał": whether a noun may be the subject, but of time or behind a preposition."""
    return any(not w.shape.adjective for w in _nominatives(some))


def drops_subject(some: Sequence[Word]) -> bool:
    """„pracowali od rana": whether no word at all may be the subject, not even one that is also an adjective („umowa")."""
    return not _nominatives(some)


def _nominatives(some: Sequence[Word]) -> list[Word]:
    ruled = words("blocking") | words("dating") | {"miejsce"}
    free = [w for i, w in enumerate(some) if not w.lemmas & ruled and not (i and some[i - 1].lemmas & ruled)]
    return [w for w in free if w.shape.nominative and not w.finite and not w.lemmas & words("time")]
