"""How often a theme came up month by month, and whether it lately comes up clearly more than before."""

from __future__ import annotations

import math
from collections import Counter
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
    lately, before = (
        Counter(mine for month, mine in told if month == last),
        Counter(mine for month, mine in told if month != last),
    )
    if not before.total() or lately[True] < FEWEST:
        return None
    now, then = lately[True] / lately.total(), before[True] / before.total()
    chance = so_many(lately[True], lately.total(), lately[True] + before[True], len(told))
    if now <= then or chance * max(themes, 1) >= SURE:
        return None
    return Rise(last, round(now, 4), round(then, 4), float(f"{chance:.2g}"), now >= NEW * then)


def so_many(found: int, drawn: int, marked: int, whole: int) -> float:
    """The chance of `found` or more marked ones among `drawn` out of a whole with so many marked (Fisher's).

    >>> so_many(2, 2, 2, 4)  # both marked ones of four in two draws: one in six
    0.16666666666666666
    """
    ways = math.comb(whole, drawn)
    counted = sum(
        math.comb(marked, each) * math.comb(whole - marked, drawn - each)
        for each in range(found, min(marked, drawn) + 1)
    )
    return counted / ways
