"""„<meta property="article:published_time">", „<time>", „<span class="autor">": what a page's markup says about its article."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.clean.datelines import read_date
from pipeline.clean.html.elements import HEADINGS
from pipeline.clean.sites import named_site
from pipeline.text import squash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from pipeline.clean.html.prune import Rule
    from pipeline.schema import EDTF

LONGEST_ADDRESS = 2000
"""characters; what servers and browsers take at least (RFC 9110, section 4.1, asks for 8,000 octets; old ones took 2,048)"""
LONGEST = 120
"""characters; an element with more text is not the place of a date or of a name"""
_DATED = frozenset({"time", "span", "div", "p", "abbr", "li", "dd", "td", "em", "small", "b", "i", "strong", "a", *HEADINGS})
_SIGNED = frozenset({"a", "span", "div", "p", "address", "strong", "b", "i", "em", "li", "td", "dd"})
_NAMED = "//*[@class or @itemprop or @rel or @pubdate or self::time]"
"""elements of whose content the markup may say something; a tenth of a page's"""


@cache
def words(name: str) -> tuple[str, ...]:
    """An entry of data/declared.toml."""
    return tuple(_data()[name])


@cache
def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("data/declared.toml").read_text(encoding="utf-8"))
    return data


def metas(root: HtmlElement, names: tuple[str, ...]) -> Iterator[str]:
    """„<meta name="author" content="…">": contents of the named meta elements, in the order of the names."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = squash(meta.get("content") or "")
        if name in names and content:
            found.setdefault(name, []).append(content)
    for name in names:
        yield from found.get(name, ())


def address(root: HtmlElement) -> str | None:
    """„<link rel="canonical" href="https://…">", „og:url": the absolute address that a page states for itself."""
    links = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for url in (*links, *metas(root, ("og:url",))):
        if url.strip().lower().startswith(("http://", "https://")) and len(url) < LONGEST_ADDRESS:
            return url.strip()
    return None


def site_name(root: HtmlElement) -> str | None:
    """„<meta property="og:site_name" content="Miasto Modrzewie">" -> "Miasto Modrzewie"."""
    return next(metas(root, ("og:site_name", "application-name")), None)


def stated_site(root: HtmlElement, titles: Sequence[str], frame: Iterable[str]) -> str | None:
    """„Certyfikat zostaje - Gmina Lipowa" -> "Gmina Lipowa": the site's name by meta, by the page's title, by its frame.

    Args:
        root: the page.
        titles: what the page says its title is.
        frame: lines of headers and footers, whose first office is the site's.
    """
    named = site_name(root) or next((name for title in titles if (name := named_site(title))), None)
    return named or next((name for line in frame if len(line) <= LONGEST and (name := named_site(line))), None)


def times(root: HtmlElement, furniture: Mapping[HtmlElement, Rule]) -> Iterator[tuple[int, HtmlElement, EDTF]]:
    """„<time datetime="2024-06-17" pubdate>": (rank, element, date) of visible dates in markup; the lowest rank is the surest.

    0: microdata says datePublished; 1: a ``<time>`` or another element whose class says so; 2: any other ``<time>``. Quotations
    have dates of their own, posts of social networks above all.
    """
    for element in _named(root):
        rank = _rank(element) if element.tag in _DATED else None
        quoted = rank is not None and next(element.iterancestors("blockquote"), None) is not None
        if rank is None or quoted or _foreign(element, furniture, own=rank == 0):
            continue
        stated = [element.get("datetime"), element.get("content"), element.get("title") if element.tag == "abbr" else None]
        texts = [*filter(None, stated), squash(element.text_content())]
        value = next((found for text in texts if len(text) <= LONGEST and (found := read_date(text))), None)
        if value:
            yield rank, element, value


def _rank(element: HtmlElement) -> int | None:
    names = element.get("class") or ""
    if names and _names_change(names):
        return None
    if element.get("itemprop") in {"datePublished", "dateCreated"} or element.get("pubdate") is not None:
        return 0
    if names and _names_publication(names):
        return 1
    return 2 if element.tag == "time" and element.get("itemprop") != "dateModified" else None


def _named(root: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = root.xpath(_NAMED)
    return found


@lru_cache(maxsize=4096)
def _names_change(names: str) -> bool:
    """„entry-date updated": not „updated published"."""
    lowered = names.lower()
    return ("updated" in lowered or "modified" in lowered) and "published" not in lowered.split()


@lru_cache(maxsize=4096)
def _names_publication(names: str) -> bool:
    classes = words("published_classes")
    return any(name in classes for name in names.lower().split())


def bylines(root: HtmlElement, furniture: Mapping[HtmlElement, Rule]) -> Iterator[str]:
    """„<span class="autor">Jan Kowalski</span>", „<a rel="author">": short texts of elements that hold the author's name."""
    for element in _named(root):
        if element.tag not in _SIGNED:
            continue
        marked = element.get("rel") == "author" or element.get("itemprop") in {"author", "name author", "author name"}
        if (marked or _names_author(element.get("class") or "")) and not _foreign(element, furniture):
            text = squash(element.text_content())
            if 0 < len(text) <= LONGEST:
                yield text


@lru_cache(maxsize=4096)
def _names_author(names: str) -> bool:
    classes = words("author_classes")
    return any(name in classes or _is_part(name) for name in names.lower().split())


def _is_part(name: str) -> bool:
    """„news-item__author", „c-artykul__autor": a block's element in the BEM naming of classes; not „comment__author"."""
    block, parted, part = name.rpartition("__")
    other = any(word in block for word in words("other_blocks"))
    named = part in {"name", "link"} and block.rpartition("-")[2] in words("author_parts")  # „post-author__name"
    return bool(parted) and not other and (named or part in words("author_parts"))


def _foreign(element: HtmlElement, furniture: Mapping[HtmlElement, Rule], *, own: bool = False) -> bool:
    """„<div class="comments"><time>…": in furniture; ``own`` microdata may stand in a footer, which is the article's then."""
    foreign = {reason for reason in words("foreign") if not (own and reason == "footer")}
    return any(above in furniture and furniture[above].reason in foreign for above in (element, *element.iterancestors()))
