"""Around the map: title, who and when, the goal, a legend of what is used, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.picture.frame import frame_of
from cesta.exchange.picture.header import footer, header, heads, legend
from cesta.exchange.picture.shapes import Text
from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import shown


def test_what_it_says(taken: Callable[..., Sheet]) -> None:
    sheet = taken()
    frame = frame_of(sheet)
    said = [shape.text for shape in header(sheet, frame) if isinstance(shape, Text)]
    assert said[0] == sheet.view.title
    assert sheet.view.goal is not None
    assert shown(sheet.view.goal.rate, "en") in said
    assert len([shape for shape in heads(sheet, frame) if isinstance(shape, Text)]) >= 3 * len(sheet.view.stages)
    assert "e-mail" in [shape.text for shape in legend(sheet, 0) if isinstance(shape, Text)]
    assert any(sheet.day in shape.text for shape in footer(sheet, frame, 0) if isinstance(shape, Text))
