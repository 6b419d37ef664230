"""„Urząd z certyfikatem", „Drukuj": articles from plain-text dumps."""

from pipeline.clean.plain.extract import extract

__all__ = ["extract"]
