"""„unexpected end of data": what libraries raise over damaged containers, as reason codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.read.reasons import Reason

_CUT = ("unexpected end", "truncated", "ended before", "incomplete")
"""how tarfile and others say that bytes are missing"""


class BrokenError(OSError):
    """A container or stream that cannot be read on; a kind of OSError, so that libraries between pass it through."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail


def broken(error: Exception) -> BrokenError:
    """„Compressed file ended before the end-of-stream marker was reached" -> truncated; whatever else is corrupt.

    Raises:
        OSError: the disk, not the data, is at fault.
    """
    if isinstance(error, BrokenError):
        return error
    if isinstance(error, OSError) and error.errno is not None:
        raise error
    if isinstance(error, MemoryError):
        return BrokenError("corrupt", "it asks for more memory than there is")
    words = str(error) or type(error).__name__
    cut = isinstance(error, EOFError) or any(mark in words.lower() for mark in _CUT)
    return BrokenError("truncated", "it ends too early") if cut else BrokenError("corrupt", f"damaged: {words}")
