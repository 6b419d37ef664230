"""The same article in the terminal: coloured spans and a legend, dropped lines with their reasons, the record's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipeline.run.show.families import families_of, titles
from pipeline.run.show.marks import labels, marks_of, rows
from pipeline.run.show.names import names_of, told
from pipeline.run.show.sides import sides
from pipeline.schema import to_json
from pipeline.text import squash

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from pipeline.run.show.places import PlaceStory
    from pipeline.schema import Article, PlaceRow, Record

_QUOTED = 40
"""Characters of the text that a fact repeats; the whole is in the article above."""
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in [*range(32), *range(0x7F, 0xA0)] if chr(code) not in "\n\t"}
_CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\N{REPLACEMENT CHARACTER}")
"""Control and direction characters: a page must not be able to steer the terminal. One for one, so offsets stay."""


def safe(text: str) -> str:
    """„Urząd Miasta" without the escape sequences that a terminal would obey, as many characters as before."""
    return text.translate(_CONTROLS)


def _shown(value: Any) -> Text:  # noqa: ANN401
    if value is None or value == []:
        return Text("")
    return Text(safe(", ".join(map(str, value)) if isinstance(value, list) else str(value)))


def _legend() -> Text:
    parts = [Text(f" {label['en']} ", style=label["terminal"]) for label in labels()["kinds"].values()]
    return Text("  ").join(parts)


def _header(record: Record) -> Iterator[Text]:
    yield Text(safe(record.title or "(no title)"), style="bold")
    place = record.place
    facts = {
        "source": record.source,
        "url": record.url,
        "published": record.published and f"{record.published} (from {record.published_from})",
        "authors": ", ".join(record.authors),
        "place": place and f"{place.name} ({', '.join(_known(place))}, from {place.from_})",
        "crawled": record.crawled,
        "encoding": f"{record.encoding} ({record.encoding_reason})" if record.encoding_reason else record.encoding,
        "model": record.provenance.model,
    }
    for name, value in facts.items():
        if value:
            yield Text(safe(f"{name}: {value}"), style="dim")


def _known(place: PlaceRow) -> Iterator[str]:
    yield place.kind
    if place.county and place.county != place.name:
        yield place.county
    yield f"TERC {place.terc or 'unknown'}"


def _text(record: Record) -> Text:
    text = Text(safe(record.text))
    for mark in marks_of(record):
        text.stylize(labels()["kinds"][mark.kind]["terminal"], mark.start, mark.end)
    return text


def _facts(record: Record) -> Iterator[RenderableType]:
    for number, row in enumerate(to_json(record.certificates), 1):
        yield Text("")
        yield Text(f"certificate {number}", style="bold")
        for name, _ in labels()["certificate"]["columns"]:
            if row[name]:
                yield _line(Text(f"{name}: ", style="dim"), _shown(row[name]))
    for kind, label in labels()["kinds"].items():
        found = rows(record, kind)
        if found:
            yield Text("")
            yield Text(f"{label['en']}: {len(found)}", style="bold")
        for row in found:
            yield _line(*_fact(label, row))


def _families(record: Record) -> Iterator[RenderableType]:
    """„OHSAS 18001: Occupational health …, withdrawn 2021, replaced by ISO 45001   source"."""
    found = families_of(record)
    if found:
        yield Text("")
        yield Text(f"what is known about these standards: {sum(w is not None for _, w in found)} of {len(found)}", style="bold")
    for family, work in found:
        if work is None:
            yield _line(Text(f"{safe(family)}: nothing", style="dim"))
            continue
        state = [f"withdrawn {work.withdrawn}"] if work.withdrawn else []
        state += [f"replaced by {work.replaced_by}"] if work.replaced_by else []
        yield _line(Text(f"{family}: "), Text(", ".join([titles(work), *state])), Text(f"   {work.source}", style="dim"))


def _names(record: Record) -> Iterator[RenderableType]:
    """„Jana Sitki → Jan Sitko   Jan Sitko 20.6 (gen, m: …) · Jan Sitka 13.6 (…)": why a name's nominative is what it is."""
    found = names_of(record)
    if found:
        yield Text("")
        yield Text(f"how inflected names were read: {len(found)}", style="bold")
    for name in found:
        readings = " · ".join(safe(told(reading)) for reading in name.readings)
        yield _line(Text(f"„{safe(name.printed)}” → {safe(name.chosen)}"), Text(f"   {readings}", style="dim"))


def _place(story: PlaceStory) -> Iterator[RenderableType]:
    """„how the place was chosen: Giżycko (TERC 2806011)", then the names that were weighed and how their forms were read."""
    yield Text("")
    yield Text(f"how the place was chosen: {safe(story.verdict)}", style="bold")
    for candidate in story.weighed:
        yield _line(Text(safe(candidate)))
    for form in story.printed:
        readings = " · ".join(safe(told(reading)) for reading in form.readings)
        yield _line(Text(f"„{safe(form.printed)}” → {safe(form.chosen)}"), Text(f"   {readings}", style="dim"))


def _fact(label: dict[str, Any], row: dict[str, Any]) -> Iterator[Text]:
    """„Jan Wrzos · burmistrz · mayor   „Jana Wrzosa" 12-22 officials.role_name": the values, then where they come from."""
    values = [row[name] for name, _ in label["columns"] if row[name] is not None]
    yield Text(" · ").join(map(_shown, values))
    printed = squash(safe(row["text"]))
    shown = printed if len(printed) <= _QUOTED else f"{printed[:_QUOTED]}…"
    yield Text(f"   „{shown}” {row['start']}-{row['end']} {safe(row['rule'])}", style="dim")


def _line(*parts: Text) -> Padding:
    """One fact, indented, wrapped lines too."""
    return Padding(Text.assemble(*parts), (0, 0, 0, 2))


def _cleaning(article: Article) -> Iterator[RenderableType]:
    """What cleaning kept and dropped, side by side, in the order of the page."""
    yield Text("")
    yield Text(f"cleaning: {len(article.blocks)} lines kept, {len(article.dropped)} dropped", style="bold")
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim")
    table.add_column("line", justify="right", style="dim")
    table.add_column("kept", overflow="fold", ratio=1)
    table.add_column("dropped", overflow="fold", ratio=1)
    table.add_column("block or reason", no_wrap=True, style="dim")
    for side in sides(article):
        dropped = Text(safe(side.dropped), style="strike dim") if side.dropped is not None else Text("")
        table.add_row(_shown(side.line), Text(safe(side.kept or "")), dropped, _shown(side.block or side.reason))
    yield table


def renderables(record: Record, article: Article, place: PlaceStory | None = None) -> Iterator[RenderableType]:
    """What ``magistrat inspect`` prints, piece by piece, for a rich console; ``place`` is why the story is where it is."""
    yield from _header(record)
    yield Text("")
    yield _legend()
    yield Text("")
    yield _text(record)
    yield from _facts(record)
    yield from _families(record)
    yield from _names(record)
    if place is not None:
        yield from _place(place)
    yield from _cleaning(article)
