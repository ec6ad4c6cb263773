"""Small files that would unfold to any size are told so; ordinary workbooks are read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from cesta.exchange.inward import bring
from cesta.exchange.slides import CARRIED
from cesta.exchange.unfolded import MOST_BYTES, check_unfolded
from cesta.model.errors import CestaError


def book(write: Callable[[xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        write(made.add_worksheet())
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def refused(name: str, content: bytes) -> str:
    with pytest.raises(CestaError) as error:
        bring(name, content)
    return error.value.code


def test_an_ordinary_workbook_is_read() -> None:
    content = book(lambda page: [page.write_row(row, 0, ["Stage", "Touchpoint"]) for row in range(200)])
    check_unfolded(content, "map.xlsx")
    assert bring("map.xlsx", content).id == "map"


def test_a_cell_at_the_far_end_makes_no_sheet_of_billions() -> None:
    def write(page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write(0, 0, "Stage")
        page.write(1_048_575, 16_383, "x")

    assert refused("map.xlsx", book(write)) == "too_large"


def test_a_long_text_shared_by_many_cells_is_not_copied_to_each() -> None:
    def write(page: xlsxwriter.worksheet.Worksheet) -> None:
        for row in range(4000):
            page.write_string(row, 0, "x" * 32_000)

    assert refused("map.xlsx", book(write)) == "too_large"


def test_parts_that_unfold_without_end_are_not_unfolded() -> None:
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/media/a.png": b" " * (MOST_BYTES + 1)}
    assert refused("map.xlsx", zipped(**parts)) == "too_large"
    assert refused("map.pptx", zipped(**{CARRIED.lstrip("/"): b" " * 40_000_000})) == "too_large"


def test_a_part_longer_than_it_claims_is_found() -> None:
    content = zipped(**{"xl/workbook.xml": b"<workbook/>", "xl/worksheets/a.xml": b"<a/>" + b" " * 5000})
    lying = content.replace((5004).to_bytes(4, "little"), (4).to_bytes(4, "little"))
    assert lying != content
    assert refused("map.xlsx", lying) == "bad_file"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", zipped(a=b"x"), zipped(**{"content.xml": b"x"})])
def test_what_is_no_workbook_is_told_so(content: bytes) -> None:
    assert refused("map.xlsx", content) == "bad_file"
