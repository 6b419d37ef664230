"""Who tells what was found: „Auditorzy pracowali dwa dni. Chwalili nas za ład." says it of the auditors, not of the mayor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.annotate.findings.lexicon import context_words
from pipeline.values import morph
from pipeline.values.phrase import cases, has_any, respelled, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.values.phrase import Hit, Word

Features = frozenset[tuple[str | None, str | None]]
"""number and gender, as subject and verb share them"""
_COPULAS = frozenset({"być", "zostać"})
_REPORTED = frozenset({"że", "iż", "aby", "żeby", "by"})
_COMMITTEE = 250
"""characters; about two sentences of news"""
_COUNCILLORS = frozenset({"radny", "radna"})
_REVIEWING = frozenset({"rewizyjny"})
_NAMING = ("subst", "pact")
"""parts of speech that name who audits: „kontrolerzy”, „kontrolujący”"""
_BREAKS = ",;:–—"


def _features(word: Word, case: str | None = None, nominal: tuple[str, ...] = ("subst",)) -> Features:
    readings = morph.analyse(respelled(word.form.lower()))
    return frozenset((r.number, r.gender) for r in readings if r.pos in nominal and (case is None or r.case == case))


def _told(verb: Word) -> Features:
    """„chwalili" -> {(pl, m1)}; the present tense leaves the gender open, „zalecam" agrees with no noun."""
    readings = (r for r in morph.analyse(verb.form.lower()) if r.pos in {"fin", "praet"})
    return frozenset((r.number, r.gender) for r in readings if not {"pri", "sec"} & set(r.tag.split(":")))


def _shared(subject: Features, verb: Features) -> bool:
    return any(n == m and (g == h or h is None) for n, g in subject for m, h in verb)


def _people(word: Word) -> bool:
    """„gości", „mieszkańcom": persons in the plural, in any case."""
    return "/v" not in word.keys and not word.keys & context_words("agents") and ("pl", "m1") in _features(word)


def _governed(sentence: list[Word], i: int) -> bool:
    """„podczas kontroli": behind a preposition, so no subject; „a" of prices („a 5 zł") goes with the nominative."""
    return i > 0 and any(r.pos == "prep" and r.case != "nom" for r in morph.analyse(sentence[i - 1].form.lower()))


def _agents(sentence: list[Word], *, close: bool = True) -> list[int]:
    wanted = context_words("agents") if close else context_words("agents") - context_words("weak_agents")
    return [i for i, w in enumerate(sentence) if w.keys & wanted]


def _modifies(sentence: list[Word], i: int) -> bool:
    """„prezes NIK": an acronym behind a noun stands for the genitive."""
    before = _features(sentence[i - 1], "nom") if i else frozenset()
    return sentence[i].form.isupper() and bool(before)


def binds_itself(sentence: list[Word], hit: Hit) -> bool:
    """„zobowiązaliśmy się do", „zalecaliśmy": who speaks of himself reports no audit."""
    last = hit.places[-1] + 1
    reflexive = any(w.form.lower() == "się" for w in sentence[max(0, hit.places[0] - 1) : last + 1])
    verbs = [w for w in (sentence[p] for p in hit.places) if "/v" in w.keys]
    own = any(w.form.lower().endswith(("śmy", "ście")) for w in verbs)
    return own or (reflexive and any("zobowiązać" in w.keys for w in verbs))


def agent_speaks(sentence: list[Word], verbs: list[Word], *, close: bool) -> bool:
    """„NIK ustaliła", „kontrolerzy kazali", not „kontrole … kazał": an agent in the nominative, of the verb's number."""
    told = {n for v in verbs for n, _ in _told(v)}
    for i in _agents(sentence, close=close):
        form = sentence[i].form
        if _governed(sentence, i) or _modifies(sentence, i) or ("nom" not in cases(form) and not form.isupper()):
            continue
        numbers = {n for n, _ in _features(sentence[i], "nom")}
        if not numbers or not told or numbers & told:
            return True
    return False


def owned(sentence: list[Word], hit: Hit) -> bool:
    """„Uwagi mieszkańców dotyczyły", „zastrzeżenia zgłaszane przez radnych": whether people who do not audit stand behind."""
    for i in range(hit.places[0] + 1, hit.places[-1]):
        word = sentence[i]
        if word.keys & context_words("agents"):
            continue
        people = {(r.case, r.gender) for r in morph.analyse(word.form.lower()) if r.pos in {"subst", "depr"}}
        if ("gen", "m1") in people or ("acc", "m1") in people or (word.form[0].isupper() and not word.form.isupper()):
            return True
    return False


def somebody_else(text: str, sentence: list[Word], hit: Hit) -> bool:
    """„Wójt wymienia powody do dumy", not „Dyrektor delegatury NIK wymienia": a person who does not audit is the subject.

    Only nouns of male persons tell persons from things in their endings.
    """
    known = context_words("agents") | context_words("guests")
    for place in (p for p in hit.places if "/v" in sentence[p].keys):
        told = _told(sentence[place])
        low, high = _clause(text, sentence, place)
        if agent_speaks(sentence[low:high], [sentence[place]], close=True):
            continue
        for i in (i for i in range(low, high) if told and "/v" not in sentence[i].keys and not sentence[i].keys & known):
            nominative = frozenset(f for f in _features(sentence[i], "nom", ("subst", "depr")) if f[1] == "m1")
            if _shared(nominative, told) and not _governed(sentence, i) and not _of_agents(sentence, i, high):
                return True
    return False


def _audit_committee(text: str, sentence: list[Word]) -> frozenset[str]:
    """„Komisja rewizyjna badała basen. Radni wytknęli …": councillors, where their audit committee was named right before."""
    near = words(text, max(0, sentence[0].start - _COMMITTEE), sentence[-1].end)
    return _COUNCILLORS if has_any(near, _REVIEWING) else frozenset()


def critics_speak(text: str, sentence: list[Word], hit: Hit) -> bool:
    """„Opozycja zarzuciła burmistrzowi: …": who reproaches is a party to a debate, not one who audits.

    Councillors are, unless it is their audit committee (komisja rewizyjna) that the text has just told of.
    """
    critics = context_words("critics") - _audit_committee(text, sentence)
    for place in (p for p in hit.places if "/v" in sentence[p].keys):
        told = {n for n, _ in _told(sentence[place])}
        low, high = _clause(text, sentence, place)
        if agent_speaks(sentence[low:high], [sentence[place]], close=False):
            continue
        for i in range(low, high):
            numbers = {n for n, _ in _features(sentence[i], "nom", ("subst", "depr", "adj"))}
            titled = text[sentence[i].end : sentence[i].end + 1] == "."  # „Prof. Kos zwraca uwagę"
            if sentence[i].keys & critics and (titled or numbers & told) and not _governed(sentence, i):
                return not _of_agents(sentence, i, high)
    return False


def authority_speaks(text: str, sentence: list[Word], places: Iterable[int]) -> bool:
    """„Wojewoda zobowiązał prezydenta do …", not „protest trafił do wojewody": an authority orders, whatever stands near.

    Args:
        text: the article.
        sentence: its words.
        places: the words among which the verb is looked for.
    """
    councillors = _audit_committee(text, sentence) if has_any(sentence, _COUNCILLORS) else frozenset()
    verbs = context_words("finding_verbs") if councillors else context_words("supervising")
    known = context_words("authorities") | councillors
    for place in places:
        if "/v" not in sentence[place].keys or not sentence[place].keys & verbs:
            continue
        told = {n for n, _ in _told(sentence[place])}
        low, high = _clause(text, sentence, place)
        for i in (i for i in range(low, high) if sentence[i].keys & known and not _governed(sentence, i)):
            if {n for n, _ in _features(sentence[i], "nom", ("subst", "depr", "adj"))} & told:
                return True
    return False


def _of_agents(sentence: list[Word], i: int, high: int) -> bool:
    """„dyrektor delegatury NIK", „kierownik zespołu kontrolerów": agents in the genitive behind the noun."""
    for word in sentence[i + 1 : high]:
        if word.keys & context_words("agents"):
            return True
        if "/v" in word.keys or any(r.pos == "prep" for r in morph.analyse(word.form.lower())):
            return False
    return False


def _clause(text: str, sentence: list[Word], place: int) -> tuple[int, int]:
    """The words around ``place`` up to the marks that part clauses."""
    low = high = place
    while low > 0 and not _parted(text, sentence, low):
        low -= 1
    while high + 1 < len(sentence) and not _parted(text, sentence, high + 1):
        high += 1
    return low, high + 1


def _parted(text: str, sentence: list[Word], i: int) -> bool:
    return any(c in text[sentence[i - 1].end : sentence[i].start] for c in _BREAKS)


def _main(sentence: list[Word]) -> list[Word]:
    """„Zapisano, | że uczniowie chętnie współpracują": who acts in what is only reported is not the next sentence's subject."""
    stop = next((i for i, w in enumerate(sentence) if i and w.form.lower() in _REPORTED), len(sentence))
    return sentence[:stop]


class Speaker:
    """Remembers over sentences whether those who audit were the last to act."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._agent: Features = frozenset()

    def _subjects(self, sentence: list[Word], low: int, high: int, told: Features) -> list[int]:
        """Nouns between two words that can only be the subject of the verb: in the nominative, with its number and gender."""
        found = []
        for i in range(low, high):
            word = sentence[i]
            accusative = _features(word, "acc", ("subst",))
            sure = frozenset(f for f in _features(word, "nom", ("subst", "depr")) if f not in accusative)
            unknown = (
                word.form[0].isupper() and i > low and not morph.analyse(word.form) and not word.keys & context_words("agents")
            )
            if (_shared(sure, told) or unknown) and "/v" not in word.keys and not _governed(sentence, i):
                found.append(i)
        return found

    def silent(self, sentence: list[Word], hit: Hit) -> bool:
        """„Zalecili natomiast …": the verb has no subject of its own and fits the agent of the sentences before."""
        for place in hit.places:
            if "/v" not in sentence[place].keys:
                continue
            told = _told(sentence[place])
            low, high = _clause(self._text, sentence, place)
            if place and sentence[place - 1].form.lower() in {"to", "co"}:
                continue  # „mamy jezioro, to zobowiązuje"
            if told and self._fits(told) and not self._subjects(sentence, low, high, told):
                return True
        return False

    @property
    def active(self) -> bool:
        """Whether the last to act was one who audits."""
        return bool(self._agent)

    def other(self, sentence: list[Word], hit: Hit) -> bool:
        """„Po kontroli radny zarzucił …": somebody who does not audit is the verb's subject."""
        for place in (p for p in hit.places if "/v" in sentence[p].keys):
            low, high = _clause(self._text, sentence, place)
            for i in self._subjects(sentence, low, high, _told(sentence[place])):
                person = any(g == "m1" for _, g in _features(sentence[i], "nom"))
                if person and not sentence[i].keys & context_words("agents"):
                    return True
        return False

    def official(self, sentence: list[Word]) -> bool:
        """„Burmistrz zapowiada poprawę": whether one person who does not audit is the subject of a verb."""
        told: Features = frozenset(f for w in sentence if "/v" in w.keys for f in _told(w))
        subjects = self._subjects(sentence, 0, len(sentence), told)
        return any(
            ("sg", "m1") in _features(sentence[i], "nom") and not sentence[i].keys & context_words("agents") for i in subjects
        )

    def _fits(self, told: Features) -> bool:
        """„Chwalili nas": of a team the plural may be used whichever of its names came before."""
        return bool(self._agent) and (_shared(self._agent, told) or ("pl", "m1") in told)

    def hear(self, sentence: list[Word]) -> None:
        """Takes note of who acts in a sentence: who audits, somebody else (then the next verb is theirs), or nobody named."""
        sentence = _main(sentence)
        agents = _agents(sentence)
        verbs = [i for i, w in enumerate(sentence) if "/v" in w.keys]
        acting = [i for i in agents if "nom" in cases(sentence[i].form) and not _governed(sentence, i)]
        told: Features = frozenset(f for i in verbs for f in _told(sentence[i]))
        named = agents and has_any(sentence, _COPULAS)
        if named:  # „Auditorem wiodącym był Jan Kos."
            self._agent = frozenset(f for i in agents for f in _features(sentence[i], nominal=_NAMING))
        elif acting:
            self._agent = frozenset(f for i in acting for f in _features(sentence[i], "nom", _NAMING))
        elif any(
            "m1" in {g for _, g in _features(sentence[i], "nom")} for i in self._subjects(sentence, 0, len(sentence), told)
        ) or (not agents and any(_people(w) for w in sentence)):
            self._agent = frozenset()
        elif agents and not has_any(sentence, context_words("telling")):
            self._agent |= frozenset(f for i in agents for f in _features(sentence[i]))
