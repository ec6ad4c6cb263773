"""Stops: a ring each, deep piers for many, a star for a moment of truth."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.picture.frame import frame_of
from cesta.exchange.picture.shapes import Circle, Text
from cesta.exchange.picture.stops import RING, stops
from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import shown


def test_a_ring_and_a_number_each(taken: Callable[..., Sheet]) -> None:
    for numbers in (True, False):
        sheet = taken("en", numbers)
        shapes = list(stops(sheet, frame_of(sheet), None))
        assert sum(isinstance(shape, Circle) and shape.r == RING for shape in shapes) == len(sheet.stops)
        said = [shape.text for shape in shapes if isinstance(shape, Text)]
        assert (shown(sheet.stops[0].reach, "en") in said) == numbers
