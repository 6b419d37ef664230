"""Names of HTML elements by what they mean for running text (HTML Living Standard, section 4; old ones from HTML 4.01)."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset header hgroup hr html iframe legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
"""Elements that begin and end a line; everything else runs on inside it."""

INVISIBLE = frozenset(
    "script style noscript template svg canvas iframe frame object embed applet audio video map head meta link base math "
    "noframes noindex".split()
)
"""Elements whose characters are never running text."""

CONTROLS = frozenset("select option optgroup datalist button input textarea label output progress meter".split())
"""Parts of forms."""

INLINE_OLD = ("font", "b", "i", "u", "big", "small", "span", "strong", "em", "tt", "center", "strike")
"""Formatting that old pages leave unclosed by the thousand, each one a level deeper."""
