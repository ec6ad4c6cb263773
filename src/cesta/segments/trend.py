"""How large a segment was at earlier moments, of what is known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

import numpy as np

from cesta.model.calendar import zone_named
from cesta.model.instant import show_instant
from cesta.segments.histories import pieces
from cesta.segments.meets import Look
from cesta.segments.shelf import load_all, rules_of
from cesta.segments.tree import Rule
from cesta.store.columns import Snapshot
from cesta.store.workspace import Workspace

WEEK = 7 * 86_400_000_000


@dataclass(frozen=True, slots=True)
class Point:
    """How many were in it at a moment, and how many had been seen by then."""

    at: str
    size: int
    customers: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A segment's size week by week, the oldest first; the last one is the moment asked for."""

    segment: str
    points: tuple[Point, ...]


def trend(workspace: Workspace, segment_id: str, at: int, weeks: int) -> Trend:
    """Raises unknown_segment, bad_segment, segment_cycle."""
    rules = rules_of(load_all(workspace), segment_id)
    moments = [at - WEEK * ago for ago in range(weeks, -1, -1)]
    zone = zone_named(workspace.settings.timezone)
    found = sizes_at(workspace.snapshot(), rules[segment_id], rules, moments, zone)
    points = (Point(show_instant(when), *sizes) for when, sizes in zip(moments, found, strict=True))
    return Trend(segment_id, tuple(points))


def sizes_at(
    columns: Snapshot, rule: Rule, rules: Mapping[str, Rule], moments: Sequence[int], zone: tzinfo
) -> list[tuple[int, int]]:
    """For each moment how many met the rule, and how many had been seen."""
    found = np.zeros((len(moments), 2), np.int64)
    for piece in pieces(columns):
        look: Look | None = None
        for place, at in enumerate(moments):
            # Which events meet a condition does not depend on the moment: that is found once.
            look = Look(piece, at, rules, zone) if look is None else look.from_moment(at)
            found[place] += np.count_nonzero(look.members(rule)[0]), np.count_nonzero(piece.first <= at)
    return [(int(size), int(customers)) for size, customers in found]
