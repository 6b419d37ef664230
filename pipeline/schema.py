"""What flows through the river: declared once; JSON, Arrow, SQLite and the documentation of columns are derived from it.

Every dataclass field carries its documentation in ``metadata["doc"]``. Offsets are characters into ``text``, start inclusive,
end exclusive. Dates are EDTF strings at the precision printed.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from hashlib import blake2b
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

EDTF = str
Media = Literal["text", "html"]
BlockKind = Literal["title", "heading", "paragraph", "item", "cell", "caption", "quote", "signature"]
BodyKind = Literal["certification_body", "accreditation_body", "network", "control_body", "consultancy"]
DateRole = Literal["valid_until", "valid_from", "awarded", "first_awarded", "audit", "other"]
FindingKind = Literal["strength", "nonconformity", "observation", "recommendation", "unspecified"]
Status = Literal["awarded", "renewed", "maintained", "surveillance", "planned", "lapsed"]
DuplicateKind = Literal["exact", "near"]
PlaceFrom = Literal["text", "url", "site", "sidecar"]
JSON = Any


def column(doc: str, *, default: Any = dataclasses.MISSING, name: str | None = None) -> Any:  # noqa: ANN401
    """A documented field; ``name`` is its printed name where Python reserves the word."""
    metadata = {"doc": doc} | ({"name": name} if name else {})
    if isinstance(default, (list, tuple, dict)):
        return field(default_factory=type(default), metadata=metadata)
    return field(default=default, metadata=metadata)


def content_id(*parts: str) -> str:
    """16 hexadecimal digits that depend on the parts alone: same input, same id, on any machine."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One piece of a dump, decoded, before any cleaning."""

    source: str = column("path relative to the INPUT argument, then # and a locator inside a container")
    content: str = column("the decoded characters")
    media: Media = column("what the characters are")
    url: str | None = column("address the piece was scraped from", default=None)
    site: str | None = column("host or name of the site", default=None)
    title: str | None = column("title that the dump's owner recorded", default=None)
    published: EDTF | None = column("publication date that the dump's owner recorded", default=None)
    encoding: str = column("encoding that the bytes were decoded with", default="utf-8")
    encoding_reason: str = column("why that encoding was chosen", default="")
    crawled: EDTF | None = column("day on which the piece was fetched", default=None)
    member: str | None = column("path inside an archive", default=None)
    record: int | None = column("row, line, element or capture, from 1", default=None)
    byte_offset: int | None = column("bytes before the record in its file or unpacked member", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that a stage could not use: never silence, never a traceback."""

    source: str = column("path relative to the INPUT argument, then # and a locator inside a container")
    stage: str = column("read, clean, annotate, record or store")
    reason: str = column("reason code")
    detail: str = column("what happened, for a person", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of ``Article.text`` that was one element or line of the page."""

    kind: BlockKind = column("what the block is")
    start: int = column("first character in text")
    end: int = column("one past the last character in text")
    marker: str | None = column("list marker as printed or as the browser would print it", default=None)
    path: str | None = column("DOM path of the element, for HTML", default=None)
    line: int | None = column("line number in the source, from 1; for HTML the order on the page", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A line or element that cleaning took out, and why."""

    text: str = column("the characters that were left out")
    reason: str = column("reason code")
    line: int = column("line number in the source, from 1; for HTML the order on the page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article: the headline first, once, then the body; blocks are separated by line breaks."""

    id: str = column("hash of source and content")
    source: str = column("path relative to the INPUT argument, then # and a locator inside a container")
    text: str = column("the cleaned article")
    title: str | None = column("headline", default=None)
    authors: tuple[str, ...] = column("people who wrote the text, as the page says", default=())
    published: EDTF | None = column("publication date", default=None)
    published_from: str | None = column("json-ld, meta, time, label, line, url or sidecar", default=None)
    url: str | None = column("address", default=None)
    site: str | None = column("host or name of the site", default=None)
    language: str = column("ISO 639-1 code", default="pl")
    duplicate_of: str | None = column("id of the article that this one repeats", default=None)
    blocks: tuple[Block, ...] = column("the text's blocks in order", default=())
    dropped: tuple[Dropped, ...] = column("what cleaning left out, in page order", default=())
    encoding: str = column("encoding that the bytes were decoded with", default="utf-8")
    encoding_reason: str = column("why that encoding was chosen", default="")
    crawled: EDTF | None = column("day on which the page was fetched", default=None)
    byte_offset: int | None = column("bytes before the record in its file or unpacked member", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A value that a component read from the text, free of spaCy."""

    kind: str = column("standards, certifiers, officials, places, organizations, dates, durations or findings")
    rule: str = column("id of the rule that fired")
    text: str = column("the characters read")
    start: int = column("first character in text")
    end: int = column("one past the last character in text")
    value: dict[str, JSON] = column("canonical value; its keys are those of the record's row")
    sentence: tuple[int, int] = column("start and end of the sentence")
    clause: tuple[int, int] = column("start and end of the clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row that was read from the text has."""

    mention_id: str = column("hash of the article's id, the kind, the offsets and the value")
    rule: str = column("id of the rule that fired")
    text: str = column("the characters read")
    start: int = column("first character in the article's text")
    end: int = column("one past the last character in the article's text")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRow(Row):
    """„normy PN-EN ISO 9001:2009": a standard or scheme named in the article."""

    id: str = column("canonical identifier")
    family: str = column("publisher and number without edition and national prefix")
    kind: str = column("standard or scheme")
    chain: list[str] = column("adoption chain, outermost first")
    number: str | None = column("number without parts")
    parts: list[str] = column("part numbers, as strings")
    year: int | None = column("year of the edition")
    month: int | None = column("month of the edition")
    supplements: list[str] = column("amendments and corrigenda")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifierRow(Row):
    """„auditorzy PCBC": a certifying, accrediting or controlling body."""

    name: str = column("full nominative name from the register")
    acronym: str | None = column("acronym from the register")
    kind: BodyKind = column("what the body did or is in this article")
    body_id: str = column(
        "id in the register, with ~ and a hash for one of many seats (RIO w Łodzi); ~ and a hash for a body not in it"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow(Row):
    """„burmistrza Jana Nowaka": a person who acts in a public or audit function."""

    name: str = column("nominative name")
    role: str | None = column("nominative role as printed")
    role_id: str | None = column("class of the role, from the role lexicon")
    organization: str | None = column("body in which the role is held, nominative")
    gender: str | None = column("f or m")
    person_id: str = column("one id across the run: hash of the name and of the place or body of the story", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow(Row):
    """„do maja 2011 roku": a calendar date in the article proper."""

    value: EDTF = column("the date at the precision printed")
    role: DateRole = column("what happened then")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow(Row):
    """„3) bardzo małą liczbę skarg": one thing that the auditors found."""

    number: int | None = column("number as printed")
    marker: str | None = column("list marker as printed; null in running text")
    level: int = column("depth in the list, from 1")
    kind: FindingKind = column("what sort of finding")
    lead: str | None = column("the words that introduce the list")
    audit: str | None = column("mention_id of the date of the audit that found it, of several days the first")
    auditor: str | None = column("body that audited or controlled, nominative; null for an internal audit", default=None)
    audited: str | None = column("office or institution that was audited, nominative", default=None)
    audit_standards: list[str] = column("canonical identifiers of what was audited against", default=[])


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRow(Row):
    """„Urzędowi Miasta Legionowo": an office, company or institution; the certified or audited one comes first."""

    name: str = column("nominative name")
    kind: str = column("city_office, county_office, voivodeship_office, council, company, school, hospital, … ")
    organization_id: str = column("one id across the run: an office by level and seat, other bodies by name", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """„Legionowo": the municipality, county or voivodeship of the story."""

    name: str = column("nominative name")
    terc: str | None = column("TERC code, null where homonyms could not be told apart")
    kind: str = column("gmina, powiat or województwo")
    from_: PlaceFrom = column("where it was read", name="from")
    id: str = column("one id across the run: the TERC code, else ~ and a hash of kind and name", default="")
    county: str | None = column("county, as in powiat olecki; a city with county rights is its own", default=None)
    voivodeship: str | None = column("voivodeship, as in warmińsko-mazurskie", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """„przyznało ponownie Urzędowi Miasta certyfikat": who holds what, by whom, until when."""

    certificate_id: str = column("hash of the article's id and the certificate's own values")
    organization: str | None = column("holder, nominative")
    place: str | None = column("place of the holder")
    standards: list[str] = column("canonical identifiers")
    certifier: str | None = column("certification body, nominative")
    scope: str | None = column("scope as quoted")
    status: Status = column("what happened to it in this article")
    awarded: EDTF | None = column("date of this award", default=None)
    first_awarded: EDTF | None = column("date of the first award", default=None)
    valid_from: EDTF | None = column("first day of validity", default=None)
    valid_until: EDTF | None = column("last day of validity", default=None)
    derived: list[str] = column("fields that were computed", default=[])
    derived_by: list[str] = column("rule that computed each field of derived, in the same order", default=[])
    evidence: list[str] = column("mention ids that the values were read from, of contradicting ones all", default=[])
    conflicts: list[str] = column("fields for which the article prints contradicting values", default=[])
    sentence: str | None = column("the printed sentence that tells of it", default=None)
    sentence_start: int | None = column("first character of that sentence in the article's text", default=None)
    sentence_end: int | None = column("one past its last character", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateEntity:
    """„certyfikat, o którym piszą trzy portale": one certificate with every article that reports it."""

    entity_id: str = column("hash of the certificate_id of its first report")
    organization: str | None = column("holder, nominative, one name for all its certificates: the one that most reports give")
    organization_id: str | None = column("id of the holder across the run; a municipality's certificate is its office's")
    place: str | None = column("place of the holder")
    place_id: str | None = column("id of the place across the run")
    county: str | None = column("county of the place, as in powiat olecki")
    voivodeship: str | None = column("voivodeship of the place, as in warmińsko-mazurskie")
    families: list[str] = column("families of its standards, as their publishers know them (works.work)")
    standards: list[str] = column("canonical identifiers, of the report that names them most fully")
    certifier: str | None = column("certification body, nominative, as the latest report names it")
    body_id: str | None = column("id of the certification body across the run")
    status: Status = column("what happened to it in the latest report")
    awarded: EDTF | None = column("date of the award, at the highest precision printed", default=None)
    first_awarded: EDTF | None = column("date of the first award", default=None)
    valid_from: EDTF | None = column("first day of validity", default=None)
    valid_until: EDTF | None = column("last day of validity", default=None)
    derived: list[str] = column("fields that no report prints: computed", default=[])
    derived_by: list[str] = column("rule that computed each field of derived, in the same order", default=[])
    conflicts: list[str] = column("fields for which reports print contradicting values; they stand in certificates", default=[])
    reports: int = column("number of reports")
    first_reported: EDTF | None = column("publication date of the earliest report that has one", default=None)
    last_reported: EDTF | None = column("publication date of the latest report that has one", default=None)
    certificates: list[str] = column("certificate_id of every report, earliest first")
    articles: list[str] = column("article_id of every report, in the same order")
    rules: list[str] = column("rule that brought each report here, in the same order")


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateRow:
    """„Źródło: Urząd Miejski": an article that repeats another one's text, whole or nearly."""

    article_id: str = column("id of the copy")
    representative: str = column("id of the article that stands for all copies: the earliest of the nearly full ones")
    kind: DuplicateKind = column("exact: the same characters, white space aside; near: shortened, extended or repaired")
    similarity: int = column("percent of the shorter text's runs of three words that the other one holds; 100 for exact")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """„Systemy zarządzania jakością – Wymagania": what is known about a family that the run's standards name."""

    family: str = column("family as standards.family has it")
    work: str = column("family under which its publisher knows it (ISO/IEC 27001 for ISO 27001)")
    title_pl: str | None = column("Polish title, of its Polish Standard where there is one")
    title_en: str | None = column("English title")
    withdrawn: int | None = column("year in which the whole family was withdrawn; null while in force or where not known")
    replaced_by: str | None = column("family that took its place")
    source: str = column("where these facts come from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What ran."""

    model: str = column("statistical model and its version, or none")
    settings: str = column("fingerprint of the settings")
    version: str = column("version of magistrat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article's facts."""

    id: str = column("hash of source and content")
    source: str = column("path relative to the INPUT argument, then # and a locator inside a container")
    url: str | None = column("address")
    site: str | None = column("host or name of the site")
    title: str | None = column("headline")
    authors: list[str] = column("people who wrote the text")
    published: EDTF | None = column("publication date")
    published_from: str | None = column("json-ld, meta, time, label, line, url or sidecar")
    crawled: EDTF | None = column("day on which the page was fetched, never when it was published", default=None)
    language: str = column("ISO 639-1 code")
    encoding: str = column("encoding that the bytes were decoded with", default="utf-8")
    encoding_reason: str = column("why: declared, valid utf-8, polish letters, byte order mark …", default="")
    byte_offset: int | None = column("bytes before the record in its file; inspect takes #@OFFSET", default=None)
    duplicate_of: str | None = column("id of the article that this one repeats and that represents all its copies")
    duplicate_kind: DuplicateKind | None = column("exact or near (table duplicates)", default=None)
    copies: int = column("number of articles that this one represents, itself left out", default=0)
    text: str = column("the cleaned article")
    place: PlaceRow | None = column("municipality, county or voivodeship of the story")
    organizations: list[OrganizationRow] = column("offices and institutions, the certified one first")
    standards: list[StandardRow] = column("standards and schemes, one a mention")
    certifiers: list[CertifierRow] = column("certifying, accrediting and controlling bodies, one a mention")
    officials: list[OfficialRow] = column("people with a function, one a mention")
    dates: list[DateRow] = column("calendar dates, one a mention")
    findings: list[FindingRow] = column("audit findings")
    certificates: list[Certificate] = column("who holds what")
    provenance: Provenance = column("what ran")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What one run did; sources = articles + failures."""

    sources: int = column("pieces that were found in the inputs")
    articles: int = column("pieces that became records")
    failures: int = column("pieces that could not be used")
    counts: dict[str, int] = column("rows a table", default={})
    reasons: dict[str, int] = column("failures a reason", default={})
    undecided: list[str] = column("ids of decisions that no certificate of the run has", default=[])


def printed_name(item: dataclasses.Field[Any]) -> str:
    """``from_`` -> "from": the name that JSON and tables print."""
    return str(item.metadata.get("name", item.name))


def field_types(cls: type) -> dict[str, Any]:
    """Printed name -> resolved type of every field of a dataclass, in order."""
    hints = get_type_hints(cls)
    return {printed_name(f): hints[f.name] for f in dataclasses.fields(cls)}


def without_none(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401
    """``str | None`` -> (str, True); ``str`` -> (str, False)."""
    args = [a for a in get_args(hint) if a is not NoneType]
    if NoneType in get_args(hint) and len(args) == 1:
        return args[0], True
    return hint, False


def row_type(hint: Any) -> type | None:  # noqa: ANN401
    """The dataclass in ``list[StandardRow]`` or ``PlaceRow | None``, else None."""
    inner, _ = without_none(hint)
    if get_origin(inner) is list:
        inner = get_args(inner)[0]
    return inner if isinstance(inner, type) and dataclasses.is_dataclass(inner) else None


def to_json(value: Any) -> JSON:  # noqa: ANN401
    """A dataclass, nested, as plain dicts and lists with printed names, fields in declared order."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {printed_name(f): to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_json(v) for v in value]
    if isinstance(value, dict):
        return {k: to_json(v) for k, v in value.items()}
    return value
