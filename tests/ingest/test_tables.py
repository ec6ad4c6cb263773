"""A source's files become tables, and its SQL sees nothing else on the machine."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cesta.ingest.mapping import Mapping
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError


def tables_of(folder: Path, *names: str, **tables: str) -> Tables:
    mapping = Mapping("shop", "Shop", None, {"t": names[0]}, tables, (), "")
    return Tables(mapping, Path("mapping.yaml"), folder, {"t": [folder / name for name in names]})


def test_csv_json_and_compressed_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("n,x\n1,a\n2,b\n")
    (tmp_path / "b.tsv").write_text("n\tx\n3\tc\n")
    (tmp_path / "c.ndjson").write_text('{"n": 4, "x": "d"}\n')
    (tmp_path / "d.csv.gz").write_bytes(gzip.compress(b"n,x\n5,e\n"))
    for name, numbers in (("a.csv", [1, 2]), ("b.tsv", [3]), ("c.ndjson", [4]), ("d.csv.gz", [5])):
        with tables_of(tmp_path, name) as tables:
            assert tables.arrow("here", "select n from t")["n"].to_pylist() == numbers
            assert tables.rejected() == []
    with tables_of(tmp_path, "a.csv", "d.csv.gz", sums="select sum(n)::bigint as n from t") as tables:
        assert tables.arrow("here", "select n from sums")["n"].to_pylist() == [8]
        assert tables.columns_of("sums") == [("n", "BIGINT")]


def test_a_line_that_does_not_fit_is_set_aside_with_its_place(tmp_path: Path) -> None:
    lines = [f"{n},2026-01-05 08:00:00" for n in range(30_000)]
    lines += ["17,soon", "many", "18,2026-01-06 08:00:00"]
    (tmp_path / "a.csv").write_text("\n".join(["n,at", *lines, ""]))
    with tables_of(tmp_path, "a.csv") as tables:
        assert tables.arrow("here", "select count(*) as n from t")["n"].to_pylist() == [30_001]
        first, second = tables.rejected()
    assert (first.file, first.row, first.field, first.value) == ("a.csv", 30_002, "at", "17,soon")
    assert "soon" in first.reason
    assert (second.row, second.value) == (30_003, "many")


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/hostname')",
        "select * from read_csv('../secret.csv')",
        "select * from glob('/etc/*')",
        "copy (select 1) to '/tmp/cesta-was-here.csv'",
        "attach '/tmp/cesta-was-here.db'",
        "install httpfs",
        "set enable_external_access=true",
    ],
)
def test_sql_sees_only_the_folder(tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("n\n1\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.csv").write_text("n\n1\n")
    with tables_of(tmp_path / "in", "a.csv") as tables, pytest.raises(CestaError, match="bad_sql"):
        tables.run("here", query)


def test_sql_that_is_wrong_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("price\n1\n")
    with pytest.raises(CestaError, match=r"bad_sql: mapping\.yaml: tables/cheap: .*prise"):
        tables_of(tmp_path, "a.csv", cheap="select prise from t")
    with tables_of(tmp_path, "a.csv") as tables, pytest.raises(CestaError, match=r"events/buy"):
        tables.arrow("events/buy", "select nothing from t")


def test_files_that_are_not_what_they_say_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("no")
    with pytest.raises(CestaError, match=r"bad_file.*a\.parquet"):
        tables_of(tmp_path, "a.parquet")
    (tmp_path / "a.xls").write_text("no")
    with pytest.raises(CestaError, match=r"bad_file.*no known kind"):
        tables_of(tmp_path, "a.xls")
