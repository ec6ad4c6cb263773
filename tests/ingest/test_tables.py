"""A source's files become tables, and its SQL sees nothing else on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.files.stage import stage
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError


def tables_of(folder: Path, *names: str, **tables: str) -> Tables:
    staged = [stage(folder / name, folder / "staged")[0] for name in names]
    return Tables("mapping.yaml", {"t": staged}, tables)


def test_one_file_is_a_table_with_its_rows_numbered(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("n,x\n01,a\n2,b\n")
    with tables_of(tmp_path, "a.csv", sums="select sum(whole(n))::bigint as n from t") as tables:
        assert tables.arrow("here", "select * from t").to_pylist() == [
            {"n": "01", "x": "a", "_row": 2},
            {"n": "2", "x": "b", "_row": 3},
        ]
        assert tables.arrow("here", "select n from sums")["n"].to_pylist() == [3]
        assert tables.columns_of("here", "select * from sums") == [("n", "BIGINT")]
        assert [len(batch) for batch in tables.stream("here", "select n from t where false")] in ([], [0])


def test_several_files_are_one_table_that_says_which(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("n,x\n1,a\n")
    (tmp_path / "b.csv").write_text("y,n\nq,2\nr,3\n")
    with tables_of(tmp_path, "a.csv", "b.csv") as tables:
        assert tables.arrow("here", "select * from t").to_pylist() == [
            {"n": "1", "x": "a", "y": None, "_row": 2, "_file": "a.csv"},
            {"n": "2", "x": None, "y": "q", "_row": 2, "_file": "b.csv"},
            {"n": "3", "x": None, "y": "r", "_row": 3, "_file": "b.csv"},
        ]


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/hostname')",
        "select * from read_csv('{folder}/secret.csv')",
        "select * from glob('/etc/*')",
        "copy (select 1) to '/tmp/cesta-was-here.csv'",
        "attach '/tmp/cesta-was-here.db'",
        "install httpfs",
        "set enable_external_access=true",
        "set allowed_paths=['/etc/hostname']",
    ],
)
def test_sql_sees_only_the_tables(tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("n\n1\n")
    (tmp_path / "a.csv").write_text("n\n1\n")
    with tables_of(tmp_path, "a.csv") as tables, pytest.raises(CestaError, match="bad_sql"):
        tables.run("here", query.format(folder=tmp_path))


def test_sql_that_is_wrong_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("price\n1\n")
    with pytest.raises(CestaError, match=r"bad_sql: mapping\.yaml: tables/cheap: .*prise"):
        tables_of(tmp_path, "a.csv", cheap="select prise from t")
    with tables_of(tmp_path, "a.csv") as tables:
        with pytest.raises(CestaError, match=r"events/buy"):
            tables.arrow("events/buy", "select nothing from t")
        with pytest.raises(CestaError, match=r"events/buy.*abc"):
            list(tables.stream("events/buy", "select error('abc') from t"))
