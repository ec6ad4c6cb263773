"""Shapes move as a whole, their fades with them."""

from __future__ import annotations

from cesta.exchange.picture.shapes import Circle, Fade, Path, Text, box, line, moved, polygon


def test_moving() -> None:
    assert moved(Text(1, 2, "a"), 3, 4) == Text(4, 6, "a")
    assert moved(Circle(0, 0, 1), 1, 2) == Circle(1, 2, 1)
    assert moved(line(0, 0, 1, 1, "#000"), 2, 3) == line(2, 3, 3, 4, "#000")
    faded = moved(box(0, 0, 1, 1, Fade(((0, "#fff", 1),), (0, 9), across=True)), 5, 7)
    assert isinstance(faded, Path)
    assert isinstance(faded.fill, Fade)
    assert list(faded.fill.ends) == [5, 14]
    assert faded.fill.plain == "#fff"
    assert polygon([(0, 0), (1, 0), (1, 1), (0, 1)], "#000") == box(0, 0, 1, 1, "#000")
