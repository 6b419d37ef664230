"""Cleans our own HTML pages (tests/quality/pages), scores them against their gold, and with --pin writes the floors.

python tools/pin_pages.py --errors blocks
python tools/pin_pages.py --pin
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.clean import clean
from pipeline.evaluate.floors import FloorError, write_floors
from pipeline.evaluate.pages import FIELDS, load_pages, pages_hash, score_pages
from pipeline.read import read
from pipeline.schema import Article, Source
from pipeline.settings import Settings

QUALITY = Path(__file__).parents[1] / "tests" / "quality"


def cleaned(folder: Path) -> dict[str, Article | None]:
    """Name of a page -> its cleaned article, None where there is none."""
    settings = Settings()
    found: dict[str, Article | None] = {}
    for path in sorted(folder.glob("*.html")):
        source = next(iter(read([path], settings.read)), None)
        article = clean(source, settings.clean) if isinstance(source, Source) else None
        found[path.stem] = article if isinstance(article, Article) else None
    return found


def main() -> int:
    """Prints P, R, F1 of every field; pins them where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", metavar="FIELD", choices=FIELDS, help="what was wrong in this field, page by page")
    parser.add_argument("--pin", action="store_true", help="write the floors")
    parser.add_argument("--reason", help="why a floor may sink")
    parser.add_argument("--folder", type=Path, default=QUALITY / "pages", help="raw/*.html and gold/*.json")
    options = parser.parse_args()
    counts = score_pages(load_pages(options.folder / "gold"), cleaned(options.folder / "raw"))
    for name, count in counts.items():
        figures = "  ".join("  -  " if v is None else f"{v:.3f}" for v in (count.precision, count.recall, count.f1))
        print(f"{name:14} {figures}   tp {count.tp} fp {count.fp} fn {count.fn}")
    for who, missed, spurious in counts[options.errors].errors if options.errors else []:
        print(f"{who}\n  missed   {missed}\n  spurious {spurious}")
    if options.pin:
        try:
            write_floors(QUALITY / "floors" / "pages.toml", counts, pages_hash(options.folder), options.reason)
        except FloorError as error:
            print(f"not pinned: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
