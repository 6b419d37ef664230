"""From the corpora to the packaged model: ``python -m models.recipe --corpora DIR --work DIR``.

Every step leaves its result in the working folder and is skipped when it is there; a training that was cut off goes on after
its last epoch. About 90 minutes on two cores: two trainings run side by side. ``--peer`` trains the comparison as well.
What each step took stands in ``steps.jsonl``, the curves of the trainings in their ``log.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

from models.recipe import convert, evaluate, pack, speed
from models.recipe.settings import DONE, LANES, RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""two trainings share two cores; more threads each slow both"""


@contextmanager
def _step(name: str, work: Path) -> Iterator[None]:
    """Notes the minutes of a step."""
    began = time.monotonic()
    yield
    entry = {"step": name, "minutes": round((time.monotonic() - began) / 60, 1)}
    print(f"{name}: {entry['minutes']} minutes", flush=True)
    with (work / "steps.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")


def _train_one(name: str, work: Path, minutes: float | None) -> bool:
    """Trains in a process of its own; whether it came to its end."""
    if (work / name / DONE).exists():
        return True
    limit = [] if minutes is None else ["--minutes", str(minutes)]
    command = [sys.executable, "-m", "models.recipe.training", name, "--work", str(work), *limit]
    with _step(name, work):
        return subprocess.run(command, check=False, env=os.environ | ONE_CORE).returncode == 0


def _train(names: set[str], work: Path, minutes: float | None) -> None:
    lanes = [[name for name in lane if name in names] for lane in LANES]
    with ThreadPoolExecutor(len(lanes)) as pool:
        fine = list(pool.map(lambda lane: all(_train_one(name, work, minutes) for name in lane), lanes))
    if not all(fine):
        raise SystemExit("a training stopped; run the same command again to go on")


def _report(work: Path, target: Path, pud: Path, *, peer: bool) -> dict[str, Any]:
    timed = {"shipped": target} | ({"peer": work / "peer" / "model"} if peer else {})
    speeds = speed.measure(
        {name: spacy.load(path) for name, path in timed.items()}, work / "data"
    )  # before its words are known
    nlp = spacy.load(target)
    report = evaluate.evaluate(nlp, work / "data")
    if pud.exists():
        report["pud"] = evaluate.pud(nlp, pud)
    report["words_per_second"] = speeds
    return report


def main() -> None:
    """Runs what is not done yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with nkjp-1m, nkjp-ner, kpwr-n82, ud-pud")
    parser.add_argument("--work", type=Path, required=True, help="folder for everything in between")
    parser.add_argument("--target", type=Path, default=pack.TARGET)
    parser.add_argument("--peer", action="store_true", help="also train the published shape on the same split")
    parser.add_argument("--minutes", type=float, help="no training begins an epoch that would end later; the best one stands")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    with _step("conversion", given.work):
        convert.convert(given.corpora, given.work / "data")
    _train({name for name in RUNS if name != "peer" or given.peer}, given.work, given.minutes)
    nlp = pack.fresh(given.work)
    pack.pack(nlp, None, given.target)
    with _step("evaluation", given.work):
        report = _report(given.work, given.target, given.corpora / "ud-pud" / "pl_pud-ud-test.conllu", peer=given.peer)
    size = pack.pack(nlp, report, given.target)
    (given.work / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(evaluate.lines(report)))
    print(f"{given.target}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
