"""Slides read back: the drawing in shapes inside the slide's edges, a table for each stage, words in their letters."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation

from cesta.exchange.sheet import Sheet
from cesta.exchange.slides import read_pptx, write_pptx
from cesta.model.errors import CestaError


def test_shapes_are_native_and_on_the_slide(taken: Callable[..., Sheet]) -> None:
    sheet = taken("ru")
    deck: Any = Presentation(io.BytesIO(write_pptx(sheet)))
    first, *rest = deck.slides
    assert len(rest) == len(sheet.view.stages) + 1
    assert not any(shape.shape_type == 13 for slide in deck.slides for shape in slide.shapes)  # no pictures
    texts = [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]
    assert sheet.view.title in texts
    assert all(stage.name in texts or stage.short in texts for stage in sheet.view.stages)
    slack = deck.slide_width // 50
    for shape in first.shapes:
        assert -slack <= shape.left
        assert shape.left + shape.width <= deck.slide_width + slack
        assert shape.top + shape.height <= deck.slide_height + slack
    for slide, stage in zip(rest, sheet.view.stages, strict=False):
        (table,) = [shape.table for shape in slide.shapes if shape.has_table]
        assert [row.cells[0].text for row in list(table.rows)[1:]] == [stop.name for stop in stage.touchpoints]


def test_slides_of_others_carry_no_map() -> None:
    out = io.BytesIO()
    Presentation().save(out)
    for content in (out.getvalue(), b"nothing"):
        with pytest.raises(CestaError):
            read_pptx(content, "x")
