"""The one loud thing on a map: where most is lost, and what it would mean if the others did as well as one segment."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cesta.maps.book import Book
from cesta.maps.stages import Group, lost_most, split_of
from cesta.maps.trace import Trace
from cesta.maps.view import Insight, Number, Split, StageView


def insight(trace: Trace, book: Book, stages: Sequence[StageView], groups: Sequence[Group]) -> Insight | None:
    """Where most journeys are lost, and the segment that clearly loses fewer there, if there is one.

    The stage is the one that lost most, the touchpoint the one of it where most of them were last. A segment
    counts when its share of losses at that stage is below everybody else's and the difference holds for all segments
    looked at (Bonferroni). Among those, the one that would win most. The gain is how many more journeys of the others
    would stay *if* they left as rarely: their number times the difference. It says nothing about why.
    """
    worst = lost_most(stages)
    if worst is None:
        return None
    place, stop = worst
    reached = trace.reached(place)
    lost = (trace.flow.furthest == place) & trace.lost
    best: tuple[Split, Number] | None = None
    for group in groups:
        split = split_of(book, group, "/insight/split", lost, reached, len(groups))
        gain = _gain(split)
        if gain is not None and (best is None or (gain.value or 0) > (best[1].value or 0)):
            best = split, gain
    chosen = next((group for group in groups if best and group.id == best[0].segment), None)
    stage = stages[place]
    return Insight(
        code="segment_gap" if chosen else "stage_loss",
        stage=stage.id,
        touchpoint=stage.touchpoints[stop].id,
        leave_share=book.share("/insight/leave_share", lost, reached),
        left=book.count("/insight/left", lost, int(np.count_nonzero(reached & book.pool))),
        # asked again, so that the people behind the numbers are those of the segment that was chosen
        split=split_of(book, chosen, "/insight/split", lost, reached, len(groups)) if chosen else None,
        gain=best[1] if best else None,
    )


def _gain(split: Split) -> Number | None:
    """How many more of the others would stay if their share were the segment's; None unless it is clearly lower."""
    difference = split.difference
    if not split.clear or difference.value is None or difference.value >= 0:
        return None
    others = split.outside.of or 0
    low, high = difference.low or 0.0, difference.high or 0.0
    return Number(
        value=-difference.value * others,
        unit="journeys",
        n=others,
        of=others,
        low=max(0.0, -high * others),
        high=min(float(split.outside.n), -low * others),
        evidence="inferred",
    )
