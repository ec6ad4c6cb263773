"""Where things stand: stops evenly spaced in their stages, wide maps wider, arcs on free tracks."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.picture.frame import RAIL, _tracks, frame_of
from cesta.exchange.sheet import Sheet


def test_stops_stand_in_their_stages(taken: Callable[..., Sheet]) -> None:
    sheet = taken()
    frame = frame_of(sheet)
    owners = [place for place, stage in enumerate(sheet.view.stages) for _ in stage.touchpoints]
    for x, owner in zip(frame.xs, owners, strict=True):
        left, wide = frame.cols[owner]
        assert RAIL <= left < x < left + wide
    assert list(frame.xs) == sorted(frame.xs)
    assert frame_of(taken("en", numbers=False)).k == 0


def test_arcs_that_meet_take_other_tracks() -> None:
    assert _tracks([(0, 5), (1, 2), (3, 4)]) == (1, 0, 0)
