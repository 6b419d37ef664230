"""From the corpora to the packaged model: ``python -m models.recipe --corpora DIR --work DIR``.

Every step leaves its result in the working folder and is skipped when it is there; a training that was cut off goes on after
its last epoch. About 90 minutes on two cores: the two trainings run side by side. ``--peer`` trains the comparison as well.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import spacy

from models.recipe import convert, evaluate, pack
from models.recipe.settings import RUNS


def _start(name: str, work: Path) -> subprocess.Popen[bytes] | None:
    if (work / name / "model" / "meta.json").exists():
        return None
    return subprocess.Popen([sys.executable, "-m", "models.recipe.training", name, "--work", str(work)])


def _train(names: list[str], work: Path) -> None:
    started = {name: _start(name, work) for name in names}
    failed = [name for name, process in started.items() if process is not None and process.wait()]
    if failed:
        raise SystemExit(f"training stopped: {', '.join(failed)}; run the same command again to go on")


def _report(work: Path, target: Path, pud: Path, *, peer: bool) -> dict[str, Any]:
    nlp = spacy.load(target)
    report = evaluate.evaluate(nlp, work / "data")
    if pud.exists():
        report["pud"] = evaluate.pud(nlp, pud)
    texts = evaluate.speed_texts(nlp, work / "data")
    timed = {"blank": spacy.blank("pl"), "shipped": spacy.load(target)}
    if peer:
        timed["peer"] = spacy.load(work / "peer" / "model")
    report["words_per_second"] = evaluate.words_per_second(timed, texts)
    return report


def main() -> None:
    """Runs what is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with nkjp-1m, nkjp-ner, kpwr-n82, ud-pud")
    parser.add_argument("--work", type=Path, required=True, help="folder for everything in between")
    parser.add_argument("--target", type=Path, default=pack.TARGET)
    parser.add_argument("--peer", action="store_true", help="also train the published shape on the same split")
    given = parser.parse_args()
    convert.convert(given.corpora, given.work / "data")
    _train([name for name in RUNS if name != "peer" or given.peer], given.work)
    nlp = pack.fresh(given.work / "tagging" / "model", given.work / "names" / "model")
    pack.pack(nlp, None, given.target)
    report = _report(given.work, given.target, given.corpora / "ud-pud" / "pl_pud-ud-test.conllu", peer=given.peer)
    size = pack.pack(nlp, report, given.target)
    (given.work / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(evaluate.lines(report)))
    print(f"{given.target}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
