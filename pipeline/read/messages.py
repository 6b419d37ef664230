"""„MIME-Version: 1.0 … Content-Type: multipart/related": pages that a browser saved in one file (.mht), newsletters (.eml)."""

from __future__ import annotations

import re
from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

_HEADER = re.compile(rb"[!-9;-~]{1,60}:[ \t]?[^\r\n]*\r?\n")
_VERSION = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_HEAD = 16_384
"""bytes in which the message's own headers end"""


class Page(NamedTuple):
    """„<html>…" of a message: what is read in place of the message."""

    data: bytes
    charset: str | None
    """as its header says"""
    url: str | None
    """where it was saved from"""


def is_message(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a MIME message (RFC 2045); a text that begins with „Uwaga: …" has none."""
    if _HEADER.match(data) is None:
        return False
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0]
    return _VERSION.search(head) is not None and _TYPE.search(head) is not None


def page_of(data: bytes) -> Page | None:
    """The first HTML part of a message, else its first plain text, without base64 or quoted-printable; None without one."""
    message = message_from_bytes(data)
    texts = [part for part in message.walk() if part.get_content_maintype() == "text" and not part.get_filename()]
    best = next((part for part in texts if part.get_content_subtype() == "html"), None) or next(iter(texts), None)
    if best is None:
        return None
    payload = best.get_payload(decode=True)
    url = _address(best) or _address(message)
    return Page(payload, best.get_content_charset(), url) if isinstance(payload, bytes) else None


def _address(part: Message) -> str | None:
    """„Content-Location", „Snapshot-Content-Location": absolute addresses alone."""
    found = (str(part.get(name) or "").strip() for name in ("Snapshot-Content-Location", "Content-Location"))
    return next((url for url in found if url.lower().startswith(("http://", "https://"))), None)
