"""Workbooks read back as they were written, in both systems of days; what is left out is said."""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cesta.ingest.files.excel import READER, read_workbook
from cesta.ingest.files.stage import stage
from cesta.ingest.files.staged import Staged
from cesta.ingest.progress import quiet
from cesta.model.errors import CestaError

at = dt.datetime.fromisoformat
HERE = Path(__file__).parent / "workbooks"
Sheet = Sequence[Sequence[object]]


def write(path: Path, sheets: dict[str, Sheet], **options: object) -> Path:
    """A workbook of these cells; None is an empty one, a text that begins with = a formula."""
    book = xlsxwriter.Workbook(str(path), options)
    formats = {kind: book.add_format({"num_format": code}) for kind, code in CODES.items()}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    (sheet.write_formula if cell.startswith("=") else sheet.write_string)(place, column, cell)
                elif cell is not None:
                    sheet.write(place, column, cell, formats.get(type(cell)))
    book.close()
    return path


CODES: dict[type, str] = {
    dt.date: "yyyy-mm-dd",
    dt.datetime: "yyyy-mm-dd hh:mm:ss",
    dt.time: "hh:mm:ss",
    dt.timedelta: "[h]:mm:ss",
}


def read(path: Path) -> list[Staged]:
    return read_workbook(path, Path(tempfile.mkdtemp(dir=path.parent)), quiet)


def rows(staged: Staged) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(staged.parquet).to_pylist()
    return found


def codes(staged: Staged) -> list[str]:
    return [note.code for note in staged.notes]


ORDERS: list[list[object]] = [
    ["order", "customer", "paid"],
    ["001", "Jan", 12.5],
    ["002", "Łucja", 7],
    ["003", "Иван", None],
]


def test_a_plain_sheet_is_a_table_with_the_numbers_of_its_rows(tmp_path: Path) -> None:
    (staged,) = read(write(tmp_path / "Zamówienia 2024.xlsx", {"List1": ORDERS}))
    assert (staged.name, staged.sheet, staged.rows, staged.notes) == ("zamowienia_2024", "List1", 3, ())
    assert rows(staged) == [
        {"order": "001", "customer": "Jan", "paid": 12.5, "_row": 2},
        {"order": "002", "customer": "Łucja", "paid": 7.0, "_row": 3},
        {"order": "003", "customer": "Иван", "paid": None, "_row": 4},
    ]


def test_several_sheets_are_several_tables_and_what_is_no_table_is_said(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheets: dict[str, Sheet] = {"Orders": ORDERS, "About": [["Read me"], ["first"]], "Lines": ORDERS, "Nothing": []}
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(cells):
            sheet.write_row(place, 0, row)
    hidden = book.add_worksheet("Codes")
    hidden.write_row(0, 0, ["a", "b"])
    hidden.hide()
    book.add_worksheet("Only a header").write_row(0, 0, ["a", "b"])
    book.add_chartsheet("Chart")
    book.close()
    orders, lines = read(path)
    assert (orders.name, lines.name) == ("book_orders", "book_lines")
    assert [note.text for note in orders.notes] == [
        'Sheet "Codes" is hidden and was not used.',
        'Sheet "About" has one column only, which is no table.',
        'Sheet "Nothing" is empty.',
        'Sheet "Only a header" has a header and no rows.',
    ]


def test_sheets_whose_names_mean_the_same_keep_apart(tmp_path: Path) -> None:
    first, second = read(write(tmp_path / "b.xlsx", {"Jan a": ORDERS, "Jan-a": ORDERS}))
    assert first.name != second.name
    assert first.parquet != second.parquet


def test_days_times_and_durations_keep_their_kind(tmp_path: Path) -> None:
    day, noon, late, hours = dt.date(2024, 2, 29), dt.time(9, 30), dt.time(23, 59, 59), dt.timedelta(hours=30)
    when: list[list[object]] = [
        ["id", "day", "at", "moment", "took", "either"],
        ["a", day, noon, at("2024-02-29 09:30"), hours, dt.date(2024, 1, 1)],
        ["b", day, late, at("2024-03-01 00:00"), dt.timedelta(minutes=5), at("2024-01-01 08:00")],
    ]  # fmt: skip
    (staged,) = read(write(tmp_path / "t.xlsx", {"S": when}))
    assert [str(kind) for kind in pq.read_schema(staged.parquet).types] == [
        "string", "date32[day]", "time64[us]", "timestamp[us]", "double", "timestamp[us]", "int64",
    ]  # fmt: skip
    assert rows(staged)[0] == {
        "id": "a", "day": dt.date(2024, 2, 29), "at": dt.time(9, 30), "moment": at("2024-02-29 09:30"),
        "took": 108000.0, "either": at("2024-01-01 00:00"), "_row": 2,
    }  # fmt: skip
    assert codes(staged) == ["durations"]


@pytest.mark.parametrize("name", ["days_from_1900.xls", "days_from_1904.xls"])
def test_an_old_workbook_tells_its_days_in_either_system(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (staged,) = read_workbook(HERE / name, Path(folder), quiet)
        assert rows(staged)[:2] == [
            {"Order": "001", "Customer": "Jan Novák", "When": at("2024-02-29 10:30"),
             "Day": dt.date(2024, 2, 29), "Amount": 12.5, "_row": 2},
            {"Order": "002", "Customer": "Zofia Łęcka", "When": at("2023-12-31 23:59:59"),
             "Day": dt.date(2023, 12, 31), "Amount": 7.0, "_row": 3},
        ]  # fmt: skip


def test_a_workbook_of_1904_holds_other_numbers_for_the_same_days(tmp_path: Path) -> None:
    day = at("2024-02-29 12:00")
    stored = {}
    for name, epoch in {"old": None, "mac": CALENDAR_MAC_1904}.items():
        book = openpyxl.Workbook()
        if epoch:
            book.epoch = epoch
        sheet = book.active
        assert sheet is not None
        for row in (["id", "when"], ["a", day], ["b", day]):
            sheet.append(row)
        book.save(tmp_path / f"{name}.xlsx")
        (staged,) = read(tmp_path / f"{name}.xlsx")
        assert [row["when"] for row in rows(staged)] == [day, day]
        with zipfile.ZipFile(tmp_path / f"{name}.xlsx") as parts:
            stored[name] = parts.read("xl/worksheets/sheet1.xml")
    assert b"45351.5" in stored["old"]
    assert b"43889.5" in stored["mac"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and not text.startswith(("=", "_x")) and "_x" not in text and "\ufffe" not in text
)
MOMENTS = st.datetimes(at("1904-01-02 00:00"), at("2100-01-01 00:00")).map(lambda when: when.replace(microsecond=0))
COLUMNS = (
    TEXTS,
    st.integers(-(10**14), 10**14),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 4)),
    st.dates(dt.date(1904, 1, 2), dt.date(2100, 1, 1)),
    MOMENTS,
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans())
def test_any_table_reads_back_as_it_was_written(data: st.DataObject, mac: bool) -> None:
    kinds = data.draw(st.lists(st.sampled_from(COLUMNS), min_size=2, max_size=5))
    count = data.draw(st.integers(1, 6))
    columns = [data.draw(st.lists(kind, min_size=count, max_size=count)) for kind in kinds]
    head = [f"column {place}" for place in range(len(kinds))]
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "t.xlsx", {"S": [head, *zip(*columns, strict=True)]}, date_1904=mac)
        (staged,) = read(path)
        found = pq.read_table(staged.parquet)
    assert found.column_names == [*head, "_row"]
    for name, values in zip(head, columns, strict=True):
        told = [dt.datetime.combine(v, dt.time()) if type(v) is dt.date else v for v in found[name].to_pylist()]
        wanted = [dt.datetime.combine(v, dt.time()) if type(v) is dt.date else v for v in values]
        assert told == wanted


def test_a_table_of_open_document_reads_the_same(tmp_path: Path) -> None:
    cell = "<table:table-cell office:value-type={}>{}</table:table-cell>"
    text = [cell.format('"string"', f"<text:p>{one}</text:p>") for one in ("order", "when", "001")]
    when = cell.format('"date" office:date-value="2024-02-29T10:30:00"', "<text:p>29.02.2024</text:p>")
    lines = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in (text[:2], [text[2], when]))
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{urn}:{name}:1.0"' for name in ("office", "table", "text"))
    content = f'<table:table table:name="S">{lines}</table:table>'
    for tag in ("spreadsheet", "body"):
        content = f"<office:{tag}>{content}</office:{tag}>"
    path = tmp_path / "orders.ods"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", f"<office:document-content {names}>{content}</office:document-content>")
        parts.writestr("META-INF/manifest.xml", "<manifest/>")
    (staged,) = read(path)
    assert rows(staged) == [{"order": "001", "when": at("2024-02-29 10:30"), "_row": 2}]
    assert "errors_unseen" in codes(staged)


def test_a_table_of_text_called_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(b"order\twhen\n001\t2024-02-29\n002\t2024-03-01\n")
    (staged,) = read(path)
    assert rows(staged)[0]["order"] == "001"
    assert "not_a_workbook" in codes(staged)


def test_a_workbook_without_a_table_says_of_each_sheet_why(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="holds no table") as error:
        read(write(tmp_path / "e.xlsx", {"One": [], "Two": [["a", "b"]]}))
    assert error.value.code == "empty_file"
    assert 'Sheet "Two" has a header and no rows' in str(error.value.hint)


def test_the_reader_takes_all_kinds_of_workbooks() -> None:
    assert READER.suffixes == (".xlsx", ".xlsm", ".xls", ".ods")


def test_a_workbook_is_staged_like_any_file(tmp_path: Path) -> None:
    (staged,) = stage(write(tmp_path / "orders.xlsx", {"S": ORDERS}), tmp_path / "staged")
    assert (staged.name, staged.rows) == ("orders", 3)


def test_a_stray_cell_at_the_far_end_is_told_and_not_laid_out(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Orders")
        page.write_row(0, 0, ["customer", "time"])
        page.write(1_048_575, 16_383, "x")
    with pytest.raises(CestaError, match=r"Orders.*reaches so far"):
        read_workbook(path, tmp_path, quiet)
