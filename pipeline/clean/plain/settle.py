"""„Zobacz, co u sąsiadów": where no rule knows a line, the trained line model has its say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.boilerplate import Verdict
from pipeline.clean.characters import SOFT_HYPHEN, tidy_line
from pipeline.clean.furniture.lines import read_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.clean.furniture.lines import Line

FEWEST_LINES = 8
"""filled lines; a shorter dump has too little around each line to judge it by"""
SPARSE = 0.1
"""share of lines; a dump in which the rules find less furniture than that is no page: it was cleaned before, or typed in"""


class Limits(NamedTuple):
    """Log-odds of being text; what lies beyond them turns a verdict."""

    short: float
    """a short line that no rule knew is dropped below"""
    prose: float
    """so is running text"""
    amid: float
    """and running text with more of it above and below that the model takes for the article's"""
    placed: float
    """a line that its place alone condemned is restored above"""


# Chosen on dumps of ours and by measuring with halves and three quarters of the rules taken away, as pages of unseen sites do
# (models/README.md); running text asks for more, since what is lost is lost for good.
USUAL = Limits(short=0.0, prose=-1.0, amid=-2.0, placed=4.0)
CAUTIOUS = Limits(short=-5.0, prose=float("-inf"), amid=float("-inf"), placed=4.0)
_DROPPED = Verdict(keep=False, reason="line_model", rule="model.furniture")
_RESTORED = Verdict(keep=True, reason=None, rule="model.text")
_BY_PLACE = "place."


def settle(lines: Sequence[str], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """„Urząd z certyfikatem" stays, „Tanie okna na raty" goes: the rules' verdicts, reconsidered where they guessed.

    Rules that recognise words, enumerations with their leads, signatures and the headline are certain: their verdict stands.
    What is kept only because no rule knew it, and what is dropped only for its place, the model may turn.

    Args:
        lines: the lines that were classified.
        verdicts: what the rules made of each.
    """
    filled = [verdict for verdict in verdicts if verdict.rule != "blank"]
    if len(filled) < FEWEST_LINES or not any(map(_open, verdicts)):
        return list(verdicts)
    from pipeline.clean.plain.linemodel import load  # noqa: PLC0415 - numpy is imported where a dump needs the model

    page = [read_line(tidy_line(line).removesuffix(SOFT_HYPHEN)) for line in lines]
    odds = load().log_odds(page).tolist()
    furniture = sum(not verdict.keep for verdict in filled) / len(filled)
    limits = CAUTIOUS if furniture < SPARSE else USUAL
    inside = _amid(verdicts, page, odds)
    turned = [_turned(verdicts[i], page[i], odds[i], limits, amid=i in inside) for i in range(len(page))]
    return turned if any(verdict.keep for verdict in turned) else list(verdicts)


def _open(verdict: Verdict) -> bool:
    return verdict.rule == "body" or verdict.rule.startswith(_BY_PLACE)


def _amid(verdicts: Sequence[Verdict], page: Sequence[Line], odds: Sequence[float]) -> range:
    """Numbers of the lines between the first and the last running text that rules and model keep."""
    sure = [i for i, line in enumerate(page) if line.prose and verdicts[i].keep and odds[i] > 0]
    return range(sure[0] + 1, sure[-1]) if sure else range(0)


def _turned(verdict: Verdict, line: Line, chance: float, limits: Limits, *, amid: bool) -> Verdict:
    least = limits.short if not line.prose else limits.amid if amid else limits.prose
    if verdict.rule == "body" and chance < least:
        return _DROPPED
    if verdict.rule.startswith(_BY_PLACE) and chance > limits.placed:
        return _RESTORED
    return verdict
