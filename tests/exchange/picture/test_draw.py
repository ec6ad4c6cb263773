"""The whole drawing: everything inside its edges, nothing written over anything else, every language fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cesta.exchange.picture.draw import picture_of
from cesta.exchange.picture.lettering import width
from cesta.exchange.picture.shapes import Text
from cesta.exchange.sheet import Sheet

Box = tuple[float, float, float, float]


def box(text: Text) -> Box:
    wide = width(text.text, text.size, text.weight)
    left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.y - text.size * 0.7, left + wide, text.y + text.size * 0.1


def meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] - 2 and two[0] < one[2] - 2 and one[1] < two[3] and two[1] < one[3]


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("language", ["en", "pl", "cs", "ru"])
def test_no_word_stands_on_another(taken: Callable[..., Sheet], language: str, numbers: bool) -> None:
    picture = picture_of(taken(language, numbers))
    texts = [shape for shape in picture.shapes if isinstance(shape, Text) and shape.text]
    boxes = [box(text) for text in texts]
    for text, place in zip(texts, boxes, strict=True):
        assert place[0] >= 0, text
        assert place[2] <= picture.width, text
        assert place[3] <= picture.height, text
    clashes = [
        (a.text, b.text) for i, a in enumerate(texts) for j, b in enumerate(texts[:i]) if meet(boxes[i], boxes[j])
    ]
    assert not clashes
