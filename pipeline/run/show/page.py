"""A self-contained page in Polish: the article with its values coloured, what cleaning dropped, the record's facts."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from pipeline.run.show.families import families_of, titles
from pipeline.run.show.marks import labels, marks_of, polish, rows, segments
from pipeline.run.show.sides import block_name, reason_name, sides
from pipeline.schema import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.run.show.marks import Mark
    from pipeline.run.show.sides import Side
    from pipeline.schema import Article, PlaceRow, Record

_SCHEMES = ("http://", "https://")
_FIELDS = {"derived", "conflicts"}
"""Columns of a certificate that name other columns."""


def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _style() -> str:
    colours = "\n".join(
        f".magistrat mark.{kind} {{ background-color: {label['colour']}; border-color: {label['colour']}; }}"
        for kind, label in labels()["kinds"].items()
        if kind != "findings"
    )
    finding = labels()["kinds"]["findings"]["colour"]
    return f"<style>\n{_resource('page.css')}{colours}\n.magistrat mark.findings {{ border-color: {finding}; }}\n</style>"


def _printed(value: Any) -> str:  # noqa: ANN401
    if value is None or value == []:
        return ""
    return escape(", ".join(map(polish, value)) if isinstance(value, list) else polish(str(value)))


def _value(row: dict[str, Any], name: str) -> str:
    """„sprzeczne w tekście: jednostka certyfikująca": a certificate's value; fields are named as the page names them."""
    heads = dict(labels()["certificate"]["columns"])
    return _printed([heads.get(field, field) for field in row[name]] if name in _FIELDS else row[name])


def _table(heads: Iterable[str], lines: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(h)}</th>" for h in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _text(record: Record) -> str:
    anchored: set[str] = set()
    parts = []
    for start, end, active in segments(len(record.text), marks_of(record)):
        piece = escape(record.text[start:end])
        for mark in reversed(active):
            piece = _marked(mark, piece, anchored)
        parts.append(piece)
    return '<div class="tekst">' + "".join(parts) + "</div>"


def _marked(mark: Mark, piece: str, anchored: set[str]) -> str:
    anchor = "" if mark.mention_id in anchored else f' id="m-{escape(mark.mention_id)}"'
    anchored.add(mark.mention_id)
    return f'<mark class="{mark.kind}"{anchor} title="{escape(mark.title)}">{piece}</mark>'


def _legend() -> str:
    items = (f'<li><mark class="{kind}">{escape(label["pl"])}</mark></li>' for kind, label in labels()["kinds"].items())
    return f'<ul class="legend" aria-label="Legenda">{"".join(items)}</ul>'


def _header(record: Record, article: Article | None) -> str:
    address = escape(record.url or "")
    if record.url and record.url.startswith(_SCHEMES):
        address = f'<a href="{address}" rel="noreferrer">{address}</a>'
    place = record.place
    facts = {
        "źródło": escape(record.source),
        "adres": address,
        "opublikowano": escape(f"{record.published} ({polish(record.published_from or '')})") if record.published else "",
        "autorzy": escape(", ".join(record.authors)),
        "miejsce": escape(_where(place)) if place else "",
        "kodowanie": escape(_encoding(article)) if article else "",
        "model": "żaden" if record.provenance.model == "none" else escape(record.provenance.model),
    }
    lines = "".join(f'<p class="meta">{name}: {value}</p>' for name, value in facts.items() if value.strip())
    return f"<h1>{escape(record.title or 'Artykuł bez tytułu')}</h1>\n{lines}"


def _where(place: PlaceRow) -> str:
    """„Ostróda, gmina, powiat ostródzki, warmińsko-mazurskie, TERC 2815011": what is known of the place, nothing twice."""
    code = f"TERC {place.terc}" if place.terc else None
    known = (place.name, place.kind, place.county, place.voivodeship and f"województwo {place.voivodeship}", code)
    return ", ".join(dict.fromkeys(part for part in known if part))


def _encoding(article: Article) -> str:
    reason = labels()["encodings"].get(article.encoding_reason, article.encoding_reason)
    return f"{article.encoding} ({reason})" if reason else article.encoding


def _certificates(record: Record) -> str:
    columns = labels()["certificate"]["columns"]
    tables = [
        f"<h3>Certyfikat {number}</h3>\n"
        + _table(("pole", "wartość"), ((escape(head), _value(row, name)) for name, head in columns if row[name]))
        for number, row in enumerate(to_json(record.certificates), 1)
    ]
    return f"<h2>Certyfikaty: {len(tables)}</h2>\n" + ("\n".join(tables) or _NOTHING)


def _families(record: Record) -> str:
    found = families_of(record)
    if not found:
        return ""
    heads = ("rodzina", "tytuł", "wycofana", "zastąpiona przez", "źródło")
    lines = []
    for family, work in found:
        cells = (titles(work), str(work.withdrawn or ""), work.replaced_by or "", work.source) if work else ("", "", "", "")
        lines.append([escape(cell) for cell in (family, *cells)])
    return f"<h2>Co wiadomo o normach</h2>\n{_table(heads, lines)}"


_NOTHING = '<p class="brak">brak</p>'


def _facts(record: Record) -> str:
    parts = [_certificates(record)]
    for kind, label in labels()["kinds"].items():
        found = rows(record, kind)
        parts.append(f"<h2>{escape(label['pl'][:1].upper() + label['pl'][1:])}: {len(found)}</h2>")
        heads = [*(head for _, head in label["columns"]), "w tekście", "znaki", "reguła"]
        parts.append(_table(heads, (_fact(label, row) for row in found)) if found else _NOTHING)
    return "\n".join(parts)


def _fact(label: dict[str, Any], row: dict[str, Any]) -> list[str]:
    link = f'<a href="#m-{escape(row["mention_id"])}">{row["start"]}–{row["end"]}</a>'
    values = [_printed(row[name]) for name, _ in label["columns"]]
    return [*values, escape(row["text"]), link, f"<code>{escape(row['rule'])}</code>"]


def _cleaning(article: Article | None) -> str:
    """What cleaning kept and dropped, side by side, in the order of the page."""
    if article is None:
        return ""
    counted = f"zachowano {len(article.blocks)}, pominięto {len(article.dropped)}"
    body = _table(("wiersz", "zachowano", "pominięto", "powód"), map(_side, sides(article)))
    return f'<h2>Czyszczenie: {counted}</h2>\n<div class="strony">{body}</div>'


def _side(side: Side) -> list[str]:
    line = "" if side.line is None else str(side.line)
    if side.dropped is not None:
        return [line, "", f"<del>{escape(side.dropped)}</del>", f"<code>{escape(reason_name(side.reason or ''))}</code>"]
    place = f' title="{escape(side.path)}"' if side.path else ""
    return [line, f"<span{place}>{escape(side.kept or '')}</span> <code>{escape(block_name(side.block or ''))}</code>", "", ""]


@dataclass(frozen=True, slots=True)
class Page:
    """„Urząd znów z certyfikatem": an article as a page; Jupyter shows it as it stands."""

    record: Record
    article: Article | None = None

    @property
    def fragment(self) -> str:
        """The page without its frame, for a notebook or another page."""
        record, article = self.record, self.article
        parts = (_header(record, article), _legend(), _text(record), _facts(record), _families(record), _cleaning(article))
        return f'{_style()}\n<div class="magistrat" lang="pl">\n' + "\n".join(parts) + "\n</div>"

    @property
    def html(self) -> str:
        """The whole page, with no reference to any other file."""
        title = escape(self.record.title or self.record.source)
        return Template(_resource("page.html")).substitute(title=title, body=self.fragment)

    def _repr_html_(self) -> str:
        return self.fragment
