"""How often a theme came up month by month, and whether it lately comes up clearly more than before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cesta.model.errors import CestaError

SURE, FEWEST = 0.01, 3
"""The chance, all themes together, of calling a theme risen that is not; and texts it takes at least."""
NEW = 5.0
"""A theme is new whose share is at least so many times the one before."""


@dataclass(frozen=True)
class Rise:
    """A theme's share of the last month and of all earlier ones; `chance`: of so much if nothing had changed."""

    month: str
    share: float
    before: float
    chance: float
    new: bool


@dataclass(frozen=True)
class Grown:
    """A share now and before, where it is too much for chance; new: five times as much, or more."""

    share: float
    before: float
    chance: float
    new: bool


def month_of(time: str) -> str:
    """The month of a time, in UTC. Raises bad_value.

    >>> month_of("2026-03-01T00:30:00+02:00"), month_of("2026-03-01")
    ('2026-02', '2026-03')
    """
    try:
        told = datetime.fromisoformat(time)
    except ValueError:
        raise CestaError(
            "bad_value", f'"time" is "{time}".', "Write it like 2026-03-01 or 2026-03-01T08:30Z."
        ) from None
    return (told if told.tzinfo is None else told.astimezone(UTC)).strftime("%Y-%m")


def risen(months: Sequence[str | None], is_in: Sequence[bool], themes: int) -> Rise | None:
    """The rise of one theme in the last month, where it is too much for chance among so many themes."""
    told = [(month, mine) for month, mine in zip(months, is_in, strict=True) if month is not None]
    if not told:
        return None
    last = max(month for month, _ in told)
    lately = [mine for month, mine in told if month == last]
    grew = grown(sum(lately), len(lately), sum(mine for _, mine in told), len(told), themes)
    return None if grew is None else Rise(last, grew.share, grew.before, grew.chance, grew.new)


def grown(lately: int, drawn: int, marked: int, whole: int, looks: int) -> Grown | None:
    """Of a theme with `lately` among the newest `drawn` texts, and `marked` among all; looks: how often one looks.

    >>> grown(2, 50, 3, 150, 10), grown(12, 50, 12, 150, 10).new
    (None, True)
    """
    if whole <= drawn or lately < FEWEST:
        return None
    now, then = lately / drawn, (marked - lately) / (whole - drawn)
    chance = so_many(lately, drawn, marked, whole)
    if now <= then or chance * max(looks, 1) >= SURE:
        return None
    return Grown(round(now, 4), round(then, 4), float(f"{chance:.2g}"), now >= NEW * then)


def so_many(found: int, drawn: int, marked: int, whole: int) -> float:
    """The chance of `found` or more marked ones among `drawn` out of a whole with so many marked (Fisher's).

    >>> round(so_many(2, 2, 2, 4), 6)  # both marked ones of four in two draws: one in six
    0.166667
    """
    each = [
        _ways(marked, one) + _ways(whole - marked, drawn - one) - _ways(whole, drawn)
        for one in range(max(found, drawn + marked - whole), min(marked, drawn) + 1)
    ]
    return min(1.0, math.fsum(map(math.exp, each)))


def _ways(of: int, taken: int) -> float:
    """The logarithm of how many ways there are to take so many."""
    return math.lgamma(of + 1) - math.lgamma(taken + 1) - math.lgamma(of - taken + 1)
