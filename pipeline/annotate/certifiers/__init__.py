"""„Polskie Centrum Badań i Certyfikacji (PCBC)", „auditorzy PRS", „RIO w Łodzi": bodies and what each did in the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from pipeline.annotate.base import add_span, chars_of, replace_spans, spans_of, value_of
from pipeline.annotate.certifiers.cues import cues, groups_in, lemmas
from pipeline.annotate.certifiers.short import unite
from pipeline.annotate.certifiers.unknown import Unknown, find_unknown
from pipeline.values.body import FoundBody, find_bodies
from pipeline.values.cover import Cover

if TYPE_CHECKING:
    from spacy.tokens import Doc

KIND = "certifiers"
_INTRODUCED = re.compile(
    r"""\s{0,2}\(\s?(?:dalej:?\s|zwan\w{1,3}\s(?:dalej\s)?|w\sskrócie\s)?[„"']?([A-ZĄĆĘŁŃÓŚŹŻ][A-Za-zĄĆĘŁŃÓŚŹŻ-]{1,11})[”"']?\s?\)""",
    re.VERBOSE,
)
_SEAT = re.compile(r"[ \u00a0\n]{1,2}(?:Oddział[ \u00a0\n]|z[ \u00a0]siedzibą[ \u00a0])?(?:we?[ \u00a0\n]{1,2})?")
_WORD = re.compile(r"[^\W\d_]+")
_CERTIFYING = frozenset({"certification_body", "accreditation_body", "network"})
_LOGO = re.compile(r"^\W{0,3}(?:\w+\W{1,3})?log[oa]\b[^\n]{0,25}$", re.IGNORECASE)
_LINE = 80
"""characters of a line that are looked at on either side of a body"""
_CAPTION = 3
"""words behind a body on the line of its logo; more make a sentence"""


class _Known(NamedTuple):
    found: FoundBody
    start: int
    end: int
    name: str


@Language.factory("magistrat_certifiers", assigns=["doc.spans"], requires=["doc.sents", "doc.spans"])
class Certifiers:
    """„Certyfikat nadany przez Urząd Dozoru Technicznego": writes ``doc.spans["certifiers"]``.

    The values are {"name", "acronym", "kind", "body_id"}.

    Bodies of the register (values/body/register.toml) are reported with the kind that the article gives them: some count only
    where their sentence or a neighbour speaks of certificates (UDT inspects lifts, NFZ pays hospitals), a certifier behind
    „akredytacja" accredits. Bodies outside the register are found by their clause (clauses.toml), their ``body_id`` is null.
    An acronym in brackets binds for the article. Logos, addresses and publishers of standards are left out.

    Measured on 477 passages of our own, half of them without a body, with `magistrat evaluate FILE --model none` on
    tests/quality/sentences/certifiers.txt, -2 to -8: precision .997, recall .982 after correction. At first sight, before the
    rules knew them: on -1 to -4 (most bodies of the register) precision .943, 1.000, 1.000, 1.000 and recall .885, .950,
    .806, .933; on -5 to -8 (invented bodies only, of the wording that was still missing) precision 1.000, .933, .929, 1.000
    and recall .581, .609, .565, .450: what an office may say of a body that nobody listed has no end.
    """

    def __init__(self, nlp: Language, name: str = "magistrat_certifiers") -> None:  # noqa: ARG002  # spaCy passes it
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Adds the spans and returns the same document."""
        text = doc.text
        sentences = _sentences(doc)
        places = {chars_of(s)[0]: (chars_of(s)[1], value_of(s)["name"]) for s in spans_of(doc, "places")}
        bodies = (f for f in find_bodies(text) if f.body.kind != "publisher" and not _is_aside(text, f))
        known = [_with_seat(text, f, places) for f in bodies]
        context = _Context(text, sentences, known)
        granted = {k.found.body.id for k in known if context.speaks_for(k)}
        replace_spans(doc, KIND, [])
        taken = Cover(len(text), ((body.start, body.end) for body in known))
        for body in known:
            if body.found.body.id in granted and (not body.found.body.needs_always or context.speaks_for(body)):
                _add_known(doc, text, body, sentences)
        unknown = list(find_unknown(text, sentences, taken))
        for found in unknown:
            value = {"name": found.name, "acronym": _introduced(text, found.end), "kind": found.kind, "body_id": None}
            add_span(doc, KIND, found.start, found.end, value, found.rule)
        _bind(doc, text, known, unknown)
        unite(doc)
        replace_spans(doc, KIND, spans_of(doc, KIND))
        return doc


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    if not doc.has_annotation("SENT_START"):
        return [(0, len(doc.text))]
    return [(s.start_char, s.end_char) for s in doc.sents]


def _is_aside(text: str, found: FoundBody) -> bool:
    """„Logo PCBC", „klub SGS Gwiazda": the alternative text of a picture, or something else of the same letters."""
    line = text[max(text.rfind("\n", 0, found.start) + 1, found.start - _LINE) : found.start]
    behind = text[found.end : found.end + _LINE].split("\n", maxsplit=1)[0]
    if _LOGO.search(line) and len(_WORD.findall(behind)) < _CAPTION:
        return True
    words = _WORD.findall(text[max(0, found.start - _LINE) : found.start])
    return found.short and bool(words) and bool(lemmas(words[-1]) & set(cues()["namesakes"]["before"]))


def _with_seat(text: str, found: FoundBody, places: dict[int, tuple[int, str]]) -> _Known:
    """„RIO w Łodzi": the seat belongs to the name of bodies that are many; „wojewoda małopolski" likewise."""
    match = _SEAT.match(text, found.end) if found.body.seat else None
    place = places.get(match.end()) if match else None
    if match is None or place is None:
        return _Known(found, found.start, found.end, found.body.name)
    end, title = place
    if found.body.seat == "name":
        preposition = "we" if match.group().split()[-1:] == ["we"] else "w"
        name = f"{found.body.name} {preposition} {' '.join(text[match.end() : end].split())}"
        return _Known(found, found.start, end, name)
    if title.startswith("województwo "):
        return _Known(found, found.start, end, f"{found.body.name} {title.split(' ', 1)[1][:-1].title()}")
    return _Known(found, found.start, found.end, found.body.name)


class _Context:
    """„auditorzy PRS": the words around bodies, and whether they fit what the register asks."""

    def __init__(self, text: str, sentences: list[tuple[int, int]], known: list[_Known]) -> None:
        self._text, self._sentences = text, sentences
        sure = (k for k in known if k.found.body.kind in _CERTIFYING and self._is_sure(k))
        self._sure = {_index_of(sentences, k.start, len(text)) for k in sure}
        self._about = _tells_of_certificates(text)

    def _is_sure(self, known: _Known) -> bool:
        """„Polskie Centrum Akredytacji", „UDT-CERT": names that mean nothing else."""
        body = known.found.body
        certifies = "cert" in self._text[known.start : known.end].lower()
        return not body.needs or (not known.found.short and not body.needs_always) or certifies

    def speaks_for(self, known: _Known) -> bool:
        """Whether a cue that the register asks for stands in the sentence or beside it.

        In a story of certificates („Naszą spółkę przygarnęła [DEKRA]" under „certyfikat ISO 9001") a body that does little else
        needs none, and one with other duties too words of what certifiers do. The body's own words are none; what controls has
        to do so in this sentence, but for the head of a letter; beside a body that needs no cue a certifier needs none either
        („certyfikaty PCBC i IQNet").
        """
        body = known.found.body
        if self._is_sure(known):
            return True
        index = _index_of(self._sentences, known.start, len(self._text))
        if body.kind == "certification_body" and not body.needs_always and (index in self._sure or self._about):
            return True
        own = self._sentences[index]
        alone = not _WORD.search(self._text[own[0] : known.start] + self._text[known.end : own[1]])
        reach = int(body.kind != "control_body" or alone)
        first, last = self._sentences[max(0, index - reach)], self._sentences[min(len(self._sentences) - 1, index + reach)]
        around = groups_in(f"{self._text[first[0] : known.start]} {self._text[known.end : last[1]]}")
        told = body.kind == "certification_body" and self._about and around >= _CERTIFIES
        return told or bool(around & set(body.needs))


_CERTIFIES = frozenset({"paper", "granting"})
"""groups of „dokument, pod którym podpisał się …": what a body with other duties does as a certifier"""
_STANDARD = re.compile(r"\b(?:ISO|OHSAS|EMAS|PN-N)\b")
_AWARD = re.compile(r"\b(?:(?:re)?certyfik(?:at|acj|owa)|świadectw|dokument|papier)", re.IGNORECASE)


def _tells_of_certificates(text: str) -> bool:
    """„certyfikat … ISO 9001": whether an article names a certificate, or what stands for one, and a standard of management."""
    return _STANDARD.search(text) is not None and _AWARD.search(text) is not None


def _index_of(sentences: list[tuple[int, int]], start: int, length: int) -> int:
    return max(0, bisect_right(sentences, (start, length)) - 1)


def _kind(text: str, sentences: list[tuple[int, int]], known: _Known) -> tuple[str, str]:
    """What the body is in this place, and the id of the rule that says so."""
    body = known.found.body
    rule = "certifier.acronym" if known.found.short else "certifier.name"
    if body.kind != "certification_body":
        return body.kind, rule
    table = cues()["accredits"]
    sentence_start = sentences[_index_of(sentences, known.start, len(text))][0]
    before = _WORD.findall(text[max(0, sentence_start, known.start - 50) : known.start])[-3:]
    for position, word in enumerate(before):
        rest = frozenset().union(*(lemmas(w) for w in before[position + 1 :]))
        if lemmas(word) & set(table["before"]) and not rest & set(table["between_not"]):
            return "accreditation_body", "certifier.accredits"
    return body.kind, rule


def _add_known(doc: Doc, text: str, known: _Known, sentences: list[tuple[int, int]]) -> None:
    kind, rule = _kind(text, sentences, known)
    body = known.found.body
    if body.kind == "certification_body" and _publishes(text, known.start):
        return
    value = {"name": known.name, "acronym": body.acronym, "kind": kind, "body_id": body.id}
    add_span(doc, KIND, known.start, known.end, value, rule)


def _publishes(text: str, start: int) -> bool:
    """„norma opublikowana przez [BSI]", „wydawca norm [BSI]": there it publishes."""
    before = _WORD.findall(text[max(0, start - 40) : start])[-2:]
    return bool(groups_in(" ".join(before)) & {"publishing"})


def _introduced(text: str, end: int) -> str | None:
    """„… i Certyfikacji (PCBC)": the acronym that follows a name in brackets."""
    match = _INTRODUCED.match(text, end)
    if match is None or sum(c.isupper() for c in match.group(1)) < 2:
        return None
    return match.group(1)


def _bind(doc: Doc, text: str, known: list[_Known], unknown: list[Unknown]) -> None:
    """Reports every later „CCJ" as the body whose name introduced it in this article."""
    bound: dict[str, dict[str, str | None]] = {}
    present = {chars_of(s): value_of(s) for s in spans_of(doc, KIND)}
    for start, end in [(k.start, k.end) for k in known] + [(u.start, u.end) for u in unknown]:
        acronym = _introduced(text, end)
        if acronym is not None and (start, end) in present:
            bound.setdefault(acronym, present[start, end])
    if not bound:
        return
    taken = Cover(len(text), present)
    longest_first = "|".join(re.escape(a) for a in sorted(bound, key=lambda a: (-len(a), a)))
    for match in re.finditer(rf"(?<![\w@./-])(?:{longest_first})(?![\w@])", text):
        if not taken.overlaps(*match.span()):
            add_span(doc, KIND, *match.span(), bound[match.group()], "certifier.introduced")
