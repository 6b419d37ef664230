"""„raport.pdf", „strona_urwana.json": why a piece of a dump cannot be read, as codes that a table can count."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.schema import Failure

Reason = Literal[
    "empty",  # no bytes, or nothing but white space; an empty cell of the text column
    "binary",  # a picture, a PDF, an Office document, NULs: the detail names what it looks like
    "unreadable",  # permission denied, vanished, a broken link, an input/output error
    "undecodable",  # text in no encoding that we know
    "malformed_row",  # a line that is not JSON, a row with more cells than the header, a quotation mark never closed
    "missing_column",  # a table or a JSON object without a field that holds text
    "unsupported",  # a format that no reader takes
    "too_large",  # a document above ReadSettings.max_bytes, a container above ReadSettings.max_ratio
    "missing_input",  # the path on the command line is not there
    "no_documents",  # a folder or an archive that holds no file to read
    "corrupt",  # a container that cannot be unpacked
    "truncated",  # a container or a capture that ends too early
    "encrypted",  # a member of an archive behind a password
    "too_deep",  # more containers in one another than ReadSettings.max_depth
    "redirect",  # a capture of a redirect: another address has the page
    "http_error",  # a capture of an error (404, 500 …)
    "not_html",  # a capture of a picture, a script, a document
    "revisit",  # a capture that only says that an earlier one still holds
]
"""Reason codes of the stage "read"."""

REASONS: tuple[str, ...] = get_args(Reason)


def failure(source: str, reason: Reason, detail: str) -> Failure:
    """„PDF document; convert it to text first": a failure row of this stage."""
    return Failure(source=source, stage="read", reason=reason, detail=detail)
