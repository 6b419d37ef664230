"""The texts that pages are composed of: articles of ours, and NKJP from the path that the recipe is given."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from compose import DROP, KEEP, UNKNOWN, Corpus, Labelled
from lxml import html

from pipeline.clean.characters import unify_breaks
from pipeline.evaluate.gold import load_gold
from pipeline.read import read
from pipeline.schema import Source
from pipeline.settings import ReadSettings
from pipeline.text import squash_key

ROOT = Path(__file__).parents[2]
_FOLDERS = (ROOT / "tests" / "quality" / "articles", ROOT / "data")
_BLOCKS = [
    "br",
    "p",
    "div",
    "li",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "table",
    "form",
    "option",
    "dt",
    "dd",
    "section",
    "article",
]
_BREAKING = " | ".join(f"//{tag}" for tag in _BLOCKS)
_PRESS = {"kanal_prasa", "kanal_prasa_dziennik", "kanal_prasa_tygodnik", "kanal_prasa_inne"}
_REMARKS = {"typ_net_interakt", "typ_konwers"}
_LETTERS, _REMARK_CHARS, _SURE = 25, 500, 12


def corpus(nkjp: Path | None) -> Corpus:
    """Our articles, and with NKJP's texts where a path is given.

    Args:
        nkjp: JSON lines, gzipped; each a document with ``type``, ``channel`` and ``pars``, whose ``abs`` hold the paragraphs.
    """
    golds = [*load_gold(ROOT / "tests" / "quality" / "articles" / "gold"), *load_gold(ROOT / "data" / "gold")]
    articles = [gold.text.split("\n") for gold in golds]
    return Corpus([lines for lines in articles if len(lines) > 1], *_nkjp(nkjp))


def _nkjp(path: Path | None) -> tuple[list[list[str]], list[str]]:
    if path is None:
        return [], []
    papers: dict[str, list[str]] = {}
    remarks: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            texts = [" ".join(text.split()) for par in document["pars"] for text in par["abs"].values()]
            if document["type"] == "typ_publ" and document["channel"] in _PRESS:
                papers.setdefault(document["title"], []).extend(t for t in texts if len(t) >= _LETTERS)
            elif document["type"] in _REMARKS:
                remarks += [text for text in texts if 3 < len(text) <= _REMARK_CHARS]
    return [texts for texts in papers.values() if len(texts) > 1], remarks


def own_dumps() -> list[list[Labelled]]:
    """The dumps that we wrote with their furniture: kept is what the gold's text holds; and the labelled dumps of the tests."""
    found = [_golden(path) for path in sorted((ROOT / "tests" / "clean" / "plain" / "golden").glob("*.dump"))]
    for folder in _FOLDERS:
        texts = {item.source: item.text for item in load_gold(folder / "gold")}
        sources = [source for source in read([folder / "raw"], ReadSettings()) if isinstance(source, Source)]
        found += [_against(visible(source), texts[source.source]) for source in sources if source.source in texts]
    return found


def visible(source: Source) -> str:
    """„<p>Urząd</p><p>Drukuj</p>" -> "Urząd", "Drukuj": a page's text, one block a line, as scrapers of the time dumped it."""
    if source.media != "html":
        return source.content
    parser = html.HTMLParser(encoding="utf-8")
    root = html.fromstring(source.content.encode("utf-8"), parser=parser)
    for element in root.xpath("//script|//style|//noscript|//head"):
        element.drop_tree()
    for element in root.xpath(_BREAKING):
        element.text, element.tail = f"\n{element.text or ''}", f"\n{element.tail or ''}"
    return "\n".join(line.strip() for line in root.text_content().split("\n") if line.strip())


def _against(dump: str, gold: str) -> list[Labelled]:
    """A raw dump against its gold text: a line inside it is kept; short lines, which stand on both sides, are unknown."""
    whole = squash_key(gold)
    lines = []
    for text in unify_breaks(dump).split("\n"):
        key = squash_key(text)
        label = DROP if key not in whole else KEEP if len(key) > _SURE else UNKNOWN
        lines.append(Labelled(text, label if key else UNKNOWN, text))
    return lines


def _golden(path: Path) -> list[Labelled]:
    """„+|" kept, „-|" dropped, „=|" a line whose text changes."""
    body = path.read_text(encoding="utf-8").partition("----\n")[2]
    marks = {"+": KEEP, "-": DROP}
    return [Labelled(line[2:], marks.get(line[:1], UNKNOWN), line[2:]) for line in body.splitlines()]
