"""What is no workbook, is locked or is damaged says so, and what would work."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from cesta.ingest.files.book import is_plain_text, open_book, true_suffix
from cesta.model.errors import CestaError

HERE = Path(__file__).parent / "workbooks"


def written(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("S").write_row(0, 0, ["a", "b"])
    return path


def refusal(path: Path) -> CestaError:
    with pytest.raises(CestaError) as error, open_book(path):
        pass
    assert error.value.code == "bad_file"
    assert error.value.hint
    return error.value


@pytest.mark.parametrize("name", ["orders.xlsx", "orders.xlsm", "orders.xls", "orders"])
def test_a_workbook_opens_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    with open_book(written(tmp_path / "new.xlsx").rename(tmp_path / name)) as (book, suffix):
        assert (book.sheet_names, suffix) == (["S"], ".xlsx")


def test_old_workbooks_open() -> None:
    with open_book(HERE / "days_from_1900.xls") as (book, suffix):
        assert (book.sheet_names, suffix) == (["Orders"], ".xls")


def test_a_password_is_named() -> None:
    assert "password" in refusal(HERE / "locked.xlsx").message


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_workbook_that_is_cut_short_is_damaged(tmp_path: Path, share: float) -> None:
    path = written(tmp_path / "cut.xlsx")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert "cut short" in refusal(path).message


def test_a_workbook_whose_sheet_is_damaged_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(written(tmp_path / "whole.xlsx")) as whole, zipfile.ZipFile(path, "w") as odd:
        for name in whole.namelist():
            odd.writestr(name, b"<worksheet><sheet" if name.endswith("sheet1.xml") else whole.read(name))
    with pytest.raises(CestaError, match="damaged"), open_book(path) as (book, _):
        book.get_sheet_by_name("S")


def test_an_old_workbook_cut_short_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes((HERE / "days_from_1900.xls").read_bytes()[:2000])
    assert "damaged" in refusal(path).message


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"<html><table></table></html>", "web page"),
        (b"\x89PNG\r\n\0\0", "save it as .xlsx"),
        (b"", "save it as .xlsx"),
    ],
)
def test_other_files_called_workbooks_are_told_apart(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "report.xls"
    path.write_bytes(content)
    assert word in str(refusal(path).hint)
    assert not is_plain_text(path)


@pytest.mark.parametrize(("part", "words"), [("xl/workbook.bin", "xlsb"), ("photo.jpg", "without a workbook")])
def test_other_archives_are_told_apart(tmp_path: Path, part: str, words: str) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, b"")
    with pytest.raises(CestaError, match=words):
        true_suffix(path)


def test_a_table_of_text_is_known(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(b"order\twhen\n1\t2024-01-01\n")
    assert is_plain_text(path)
    assert not is_plain_text(HERE / "locked.xlsx")
