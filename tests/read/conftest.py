"""Builds containers byte by byte: archives, compressed files, captures of a crawl."""

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile

import pytest

from pipeline.read import read, read_one
from pipeline.settings import ReadSettings

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress}


def make_zip(members, method=zipfile.ZIP_DEFLATED):
    """A ZIP archive of (name, content) pairs."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def _bytes(content):
    return content.encode() if isinstance(content, str) else content


def make_tar(members):
    """A tar archive of (name, content) pairs; a content of None is a folder, of a ("link", target) a symbolic link."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if content is None:
                info.type = tarfile.DIRTYPE
            elif isinstance(content, tuple):
                info.type, info.linkname = tarfile.SYMTYPE, content[1]
            else:
                info.size = len(_bytes(content))
            archive.addfile(info, io.BytesIO(_bytes(content)) if isinstance(content, (bytes, str)) else None)
    return data.getvalue()


def http(body, status="200 OK", kind="text/html", **headers):
    """A response as a server sent it."""
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def capture(
    block, url="https://www.wierzbowo.example/a", kind="response", stored="application/http; msgtype=response", length=None
):
    """One WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2014-03-09T10:11:12Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: {stored}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.fixture
def build():
    """The builders, by name; a fixture, since tests do not import one another."""

    class Builders:
        zip, tar, http, capture, compress = map(staticmethod, (make_zip, make_tar, http, capture, COMPRESS.get))

    return Builders


@pytest.fixture
def found(tmp_path):
    """Writes a file and reads it; with a locator the one piece."""

    def run(name, data, locator=None, tell=None, **settings):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        if locator is not None:
            return list(read_one(path, locator, ReadSettings(**settings)))
        return list(read([path], ReadSettings(**settings), tell))

    return run


@pytest.fixture
def said():
    """Sources as (name, content), failures as (name, reason)."""
    return lambda items: [(item.source, getattr(item, "reason", None) or item.content) for item in items]
