"""Signs: each channel its own, small and around the place it was asked for."""

from __future__ import annotations

from cesta.exchange.picture.glyphs import SIGNS, dial, sign, star
from cesta.exchange.picture.shapes import Circle, Path, Shape


def points(shape: Shape) -> list[float]:
    if isinstance(shape, Path):
        return [value for _, values in shape.commands for value in values]
    return [shape.x, shape.y]


def test_signs_are_small_and_different() -> None:
    drawn = {channel: tuple(sign(channel, 100, 100)) for channel in SIGNS}
    assert len(set(drawn.values())) == len(SIGNS)
    for shapes in (*drawn.values(), star(100, 100), dial(100, 100, 0.25)):
        assert all(90 <= value <= 110 for shape in shapes for value in points(shape))
    assert sign("fax", 0, 0) == sign("other", 0, 0)


def test_a_dial_fills_up() -> None:
    assert [len(dial(0, 0, part)) for part in (0, 0.5, 1)] == [1, 2, 1]
    assert isinstance(dial(0, 0, 1)[0], Circle)
