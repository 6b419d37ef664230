"""The lemmatizer: among Morfeusz's readings the lemma that goes with the tag; endings for what the dictionary lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import srsly  # type: ignore[import-untyped]
from spacy.attrs import LEMMA  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.scorer import Scorer
from spacy.util import ensure_path

from pipeline.annotate.model.endings import guess, learn_endings
from pipeline.annotate.model.nkjp import covered
from pipeline.annotate.model.tagger import SPACE, forms_of, full_tags
from pipeline.values.morph import entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.training import Example

_EXCEPTION = 2
"""times the corpus must give a form another lemma than the rule does"""
_APOSTROPHE = "’"
_ROMAN = "romandig"
_FILE = "lemmas.msgpack"
_INFLECTED = frozenset(
    {"subst", "adj", "adv", "depr", "fin", "ger", "imps", "impt", "inf", "pact", "pant", "pcon", "ppas", "praet", "num"}
    | {"adja", "adjc"}
)


@Language.factory(
    "magistrat_lemmatizer",
    assigns=["token.lemma"],
    requires=["token.tag"],
    default_score_weights={"lemma_acc": 1.0},
)
class TagLemmatizer(Pipe):
    """(„mam", fin) -> „mieć", („mam", subst) -> „mama"; („Wrzosowiczem", subst:sg:inst:m1) -> „Wrzosowicz".

    Without Morfeusz (Linux on ARM) the learnt exceptions and endings do the work alone, less well.
    """

    def __init__(self, nlp: Language, name: str = "lemmatizer") -> None:  # noqa: ARG002
        self.name = name
        self.tables: dict[str, Any] = {"exceptions": {}, "frequent": {}, "endings": {}}
        self._known: dict[tuple[str, str, bool], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets the lemma of every token that the tagger tagged."""
        tags = full_tags(doc)
        if not tags:
            return doc
        inside, lemmas, add = False, [], doc.vocab.strings.add
        for form, tag in zip(forms_of(doc), tags, strict=True):
            lemmas.append(add(form if tag == SPACE else self.lemma(form, tag, inside=inside)))
            inside = form[-1].isalnum()
        doc.from_array([LEMMA], cast("Any", np.array(lemmas, dtype="uint64").reshape(-1, 1)))
        return doc

    def lemma(self, form: str, tag: str, *, inside: bool = True) -> str:
        """The lemma of a form with a full tag; ``inside``: a word stands right before it, so a capital letter means a name."""
        key = form, tag, inside
        if key not in self._known:
            self._known[key] = self.tables["exceptions"].get(f"{form}\t{tag}") or self._by_rule(form, tag, inside=inside)
        return self._known[key]

    def _by_rule(self, form: str, tag: str, *, inside: bool) -> str:
        found = entries(form)
        part = tag.partition(":")[0]
        fitting = dict.fromkeys(e.lemma for e in found if tag in covered(e.tag))
        if not fitting and not (part == "subst" and inside and form[:1].isupper()):  # a surname is no „kuperek"
            fitting = dict.fromkeys(e.lemma for e in found if any(t.partition(":")[0] == part for t in covered(e.tag)))
        if fitting:
            return min(fitting, key=lambda lemma: self._rank(form, lemma, part, inside=inside))
        other = self.tables["exceptions"].get(f"{form.lower()}\t{part}")
        if other:
            return str(other)
        if part not in _INFLECTED or not any(map(str.isalpha, form)) or any(e.tag.partition(":")[0] == _ROMAN for e in found):
            return form.lower() if part in {"prep", "conj", "comp", "qub"} else form
        bare, mark, _ = form.replace("'", _APOSTROPHE).partition(_APOSTROPHE)
        if mark and len(bare) > 1:  # „Rafferty’ego": the apostrophe stands before the ending
            return bare
        lower = form if inside or part == "subst" else form.lower()
        return guess(self.tables["endings"], lower, tag)

    def _rank(self, form: str, lemma: str, part: str, *, inside: bool) -> tuple[bool, int]:
        """Names where a capital letter says so; then what the corpus has more often."""
        name = lemma[:1].isupper()
        capital = form[:1].isupper() and inside
        return name != capital, -self.tables["frequent"].get(f"{lemma}\t{part}", 0)

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:  # noqa: ARG002
        """Learns frequencies, endings and exceptions from examples whose ``tag_`` is the full tag."""
        self.tables = {"exceptions": {}, "frequent": {}, "endings": {}}
        self._known = {}
        seen = Counter(_lemmas(get_examples()))
        self.tables["frequent"] = _frequent(seen)
        self.tables["endings"] = learn_endings(sorted({(f, t, m) for f, t, m, _ in seen if _teaches(f, t)}))
        wrong: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for (form, tag, lemma, _), n in seen.items():
            wrong[form, tag][lemma] += n
            if not entries(form):
                wrong[form.lower(), tag.partition(":")[0]][lemma] += n
        self.tables["exceptions"] = dict(sorted(self._exceptions(wrong)))
        self._known = {}

    def _exceptions(self, counts: dict[tuple[str, str], Counter[str]]) -> Iterator[tuple[str, str]]:
        for (form, tag), lemmas in counts.items():
            best, n = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
            if n >= _EXCEPTION and 2 * n > lemmas.total() and self._by_rule(form, tag, inside=True) != best:
                yield f"{form}\t{tag}", best

    def score(self, examples: Iterable[Example], **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """Accuracy of lemmas."""
        return Scorer.score_token_attr(examples, "lemma", **kwargs)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The tables."""
        return bytes(srsly.msgpack_dumps(self.tables))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> TagLemmatizer:  # noqa: ARG002
        """Puts the tables back."""
        self.tables = srsly.msgpack_loads(data)
        self._known = {}
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Writes the tables into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> TagLemmatizer:  # noqa: ARG002
        """Reads what ``to_disk`` wrote."""
        return self.from_bytes((ensure_path(path) / _FILE).read_bytes())


def _lemmas(examples: Iterable[Example]) -> Iterator[tuple[str, str, str, bool]]:
    for eg in examples:
        for token in eg.reference:
            if token.tag_ and token.lemma_ and not token.is_space:
                inside = token.i > 0 and token.nbor(-1).text[-1:].isalnum()
                yield token.text, token.tag_, token.lemma_, inside


def _teaches(form: str, tag: str) -> bool:
    return tag.partition(":")[0] in _INFLECTED and form.isalpha() and len(form) > 3


def _frequent(seen: Counter[tuple[str, str, str, bool]]) -> dict[str, int]:
    """How often the corpus has a lemma, where the dictionary leaves the choice between lemmas."""
    counts: Counter[str] = Counter()
    for (form, tag, lemma, _), n in seen.items():
        if len({e.lemma for e in entries(form) if tag in covered(e.tag)}) > 1:
            counts[f"{lemma}\t{tag.partition(':')[0]}"] += n
    return dict(sorted(counts.items()))
