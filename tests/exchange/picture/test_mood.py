"""The mood line: broken where nothing is known, faces at its peak, its valley and its end."""

from __future__ import annotations

from cesta.exchange.picture.mood import faces, level, mood_shapes
from cesta.exchange.picture.shapes import Circle, Path
from cesta.maps.view import Emotion


def test_a_gap_stays_a_gap() -> None:
    known, unknown = Emotion(1, "measured", 40, 0.5, 1.5), Emotion(None, "assumed")
    shapes = mood_shapes([known, known, unknown, known], [0, 10, 20, 30], 0, 80, "en")
    lines = [shape for shape in shapes if isinstance(shape, Path) and shape.stroke == "#52606d"]
    assert len(lines) == 1
    assert sum(isinstance(shape, Circle) and shape.r in (4, 9) for shape in shapes) == 3


def test_faces_and_levels() -> None:
    moods = [Emotion(value, "assumed") for value in (0, 2, -1, 0, 1)]
    assert faces(moods) == {1, 2, 4}
    assert faces([Emotion(None, "assumed")]) == set()
    assert (level(2, 10, 80), level(-2, 10, 80)) == (10, 90)
