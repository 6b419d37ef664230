"""„Urząd z certyfikatem\\n\\nDrukuj\\n": articles from plain-text dumps."""

from pipeline.clean.plain.extract import extract

__all__ = ["extract"]
