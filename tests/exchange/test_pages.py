"""PDF pages: their sizes, their words in the language's own letters, the typeface inside."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from cesta.exchange.pages import write_pdf
from cesta.exchange.sheet import Sheet

MM = 72 / 25.4


def opened(content: bytes) -> tuple[list[tuple[float, float]], list[str]]:
    with pypdfium2.PdfDocument(content) as document:
        sizes = [tuple(round(side / MM) for side in page.get_size()) for page in document]
        return sizes, [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("language", ["pl", "cs", "ru"])
def test_a3_is_one_page_of_text(taken: Callable[..., Sheet], language: str) -> None:
    sheet = taken(language)
    content = write_pdf(sheet)
    sizes, texts = opened(content)
    assert sizes == [(420, 297)]
    assert sheet.view.title in texts[0]
    assert all(stage.name in texts[0] or stage.short in texts[0] for stage in sheet.view.stages)
    assert b"SourceSansPro" in content


def test_a4_sheets_and_a_booklet(taken: Callable[..., Sheet]) -> None:
    sheet = taken("cs")
    sizes, texts = opened(write_pdf(sheet, "a4"))
    assert set(sizes) == {(297, 210)}
    assert f"list {len(sizes)} z {len(sizes)}" in texts[-1]
    sizes, texts = opened(write_pdf(sheet, "booklet"))
    assert len(sizes) == len(sheet.view.stages) + 2
    for page, stage in zip(texts[1:], sheet.view.stages, strict=False):
        assert stage.name in page
    assert sheet.stops[0].rule in texts[-1]
