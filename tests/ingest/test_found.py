"""A mapping's files are found in a folder or among those given."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from cesta.ingest.found import find_files, prints, stage_all
from cesta.ingest.mapping import Mapping
from cesta.model.errors import CestaError


def mapping(**files: str) -> Mapping:
    return Mapping("shop", "Shop", None, files, {}, (), "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("orders-1.csv", "orders-2.csv", "visits.csv"):
        (tmp_path / name).write_text(f"id,file\n1,{name}\n")
    return tmp_path


def names(found: dict[str, tuple[Path, ...]]) -> dict[str, list[str]]:
    return {name: [path.name for path in paths] for name, paths in found.items()}


def paths_of(wanted: Mapping, files: Path | list[Path]) -> dict[str, list[str]]:
    return names({name: meant.paths for name, meant in find_files(wanted, "m", files).items()})


def test_patterns_find_files_in_a_folder_and_among_those_given(folder: Path) -> None:
    wanted = mapping(orders="orders-*.csv", visits="visits.csv")
    expected = {"orders": ["orders-1.csv", "orders-2.csv"], "visits": ["visits.csv"]}
    assert paths_of(wanted, folder) == expected
    assert paths_of(wanted, sorted(folder.iterdir(), reverse=True)) == expected


def test_the_next_months_file_takes_the_place_of_the_one_that_is_missing(folder: Path) -> None:
    given = [folder / "visits.csv", folder / "orders-2.csv"]
    assert paths_of(mapping(orders="january.csv", visits="visits.csv"), given)["orders"] == ["orders-2.csv"]
    with pytest.raises(CestaError, match=r"no_file: m: files/a: there is no \"x\.csv\" among the files given"):
        find_files(mapping(a="x.csv", b="y.csv"), "m", given)
    with pytest.raises(CestaError, match=r"no_file.*in .*Files there: orders-1\.csv"):
        find_files(mapping(a="x.csv"), "m", folder)


def test_each_file_is_known_by_its_bytes(folder: Path) -> None:
    found = prints(find_files(mapping(a="orders-1.csv", b="orders-*.csv"), "m", folder))
    assert [path.name for path in found] == ["orders-1.csv", "orders-2.csv"]
    assert len({file.sha256 for file in found.values()}) == 2
    with pytest.raises(CestaError, match="no_file"):
        prints(find_files(mapping(a="x.csv"), "m", [folder / "x.csv"]))


def test_an_empty_month_among_others_is_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / "orders-1.csv").write_text("")
    staged = stage_all("m", find_files(mapping(orders="orders-*.csv"), "m", folder), tmp_path / "into")
    assert [table.file.name for table in staged["orders"]] == ["orders-2.csv"]
    with pytest.raises(CestaError, match="empty_file"):
        stage_all("m", find_files(mapping(orders="orders-1.csv"), "m", folder), tmp_path / "into")
    (folder / "orders-2.csv").write_text("")
    with pytest.raises(CestaError, match="all of its files are empty"):
        stage_all("m", find_files(mapping(orders="orders-*.csv"), "m", folder), tmp_path / "into")


def test_a_sheet_of_a_workbook_is_named_after_a_hash(folder: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(folder / "book.xlsx") as book:
        for sheet in ("Orders", "Lines"):
            table = book.add_worksheet(sheet)
            for row, cells in enumerate((["id", "paid"], ["1", "x"], ["2", "y"])):
                table.write_row(row, 0, cells)
    (folder / "a#b.csv").write_text("id\n1\n")
    wanted = mapping(a="book.xlsx#Lines", b="a#b.csv")
    staged = stage_all("m", find_files(wanted, "m", folder), tmp_path / "into")
    assert (staged["a"][0].sheet, staged["b"][0].sheet) == ("Lines", None)
    for pattern, words in (("book.xlsx#x", 'has no sheet "x"'), ("book.xlsx", "has 2 tables")):
        with pytest.raises(CestaError, match=rf"bad_mapping: m: files/a: book\.xlsx {words}.*\"Orders\", \"Lines\""):
            stage_all("m", find_files(mapping(a=pattern), "m", folder), tmp_path / "into")
