"""Cells of the rows: three things at most, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.picture.frame import frame_of
from cesta.exchange.picture.lanes import Lane, Said
from cesta.exchange.picture.rows import rows
from cesta.exchange.picture.shapes import Text
from cesta.exchange.sheet import Sheet


def test_more_than_three_are_counted(taken: Callable[..., Sheet]) -> None:
    frame = frame_of(taken())
    full = tuple(Said(f"thing {n}", "web", loud=n == 0) for n in range(5))
    shapes, end = rows([Lane("x", "Lane", (full, *((),) * (len(frame.cols) - 1)))], frame)
    texts = [shape.text for shape in shapes if isinstance(shape, Text)]
    assert texts == ["Lane", "thing 0", "thing 1", "thing 2", "+2"]
    assert end > frame.bottom
    assert rows([], frame)[1] == frame.bottom
