"""Whether a number is as it should be: against a limit, against before, against the same weekday's usual range."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cesta.kernels.intervals import student_quantile

LEAST = 5
"""With fewer weeks nothing is usual yet."""
STRICT = 0.9975
"""One weekday in two hundred lies outside by chance alone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """why: "" where nothing is wrong, else the rule that is broken. limit: what it was held against.

    where: the touchpoint in words, of a number that is looked for in a map.
    """

    why: str
    value: float
    limit: float | None = None
    where: str = ""


def against_limits(value: float, below: float | None, above: float | None) -> Verdict:
    """
    >>> against_limits(0.2, below=0.25, above=None).why, against_limits(0.3, below=0.25, above=0.5).why
    ('below', '')
    """
    if below is not None and value < below:
        return Verdict("below", value, below)
    if above is not None and value > above:
        return Verdict("above", value, above)
    return Verdict("", value)


def against_before(
    value: float, before: float | None, falls_by: float | None, rises_by: float | None, *, clear: bool
) -> Verdict:
    """Shares of what it was; a change that may be chance is none.

    >>> against_before(80, 100, 0.15, None, clear=True), against_before(80, 100, 0.15, None, clear=False).why
    (Verdict(why='falls_by', value=80, limit=85.0, where=''), '')
    """
    if not before or not clear:
        return Verdict("", value)
    change = (value - before) / abs(before)
    if falls_by is not None and change <= -falls_by:
        return Verdict("falls_by", value, before - falls_by * abs(before))
    if rises_by is not None and change >= rises_by:
        return Verdict("rises_by", value, before + rises_by * abs(before))
    return Verdict("", value)


def against_points(value: float, before: float | None, deepens_by: float | None, *, clear: bool) -> Verdict:
    """Points of the scale of moods, below nothing; a change that may be chance is none.

    >>> against_points(-1.0, -0.5, 0.3, clear=True)
    Verdict(why='deepens_by', value=-1.0, limit=-0.8, where='')
    >>> against_points(0.5, 1.5, 0.3, clear=True).why, against_points(-1.0, -0.5, 0.3, clear=False).why
    ('', '')
    """
    if deepens_by is None or before is None or not clear or value >= 0 or value > before - deepens_by:
        return Verdict("", value)
    return Verdict("deepens_by", value, before - deepens_by)


def usual_range(values: Sequence[float]) -> tuple[float, float] | None:
    """In which the next value lies, but for one in two hundred, if it is like these: Student's prediction interval.

    >>> low, high = usual_range([10, 12, 11, 9, 10, 11]) or (0, 0)
    >>> round(low, 1), round(high, 1)
    (5.1, 15.9)
    """
    n = len(values)
    if n < LEAST:
        return None
    mean = sum(values) / n
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / (n - 1))
    half = _quantile(n - 1) * spread * math.sqrt(1 + 1 / n)
    return mean - half, mean + half


@cache
def _quantile(freedom: int) -> float:
    return student_quantile(freedom, STRICT)


def against_usual(value: float, earlier: Sequence[float], side: str) -> Verdict:
    """Against the same weekday of the weeks before. side: low, high or both.

    >>> against_usual(2, [10, 12, 11, 9, 10, 11], "both").why, against_usual(12, [10, 12, 11, 9, 10, 11], "both").why
    ('unusual', '')
    """
    usual = usual_range(earlier)
    if usual is None:
        return Verdict("", value)
    low, high = usual
    if value < low and side != "high":
        return Verdict("unusual", value, low)
    if value > high and side != "low":
        return Verdict("unusual", value, high)
    return Verdict("", value)
