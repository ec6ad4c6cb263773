"""A change is on disk wholly or not at all; the file is its owner's alone; what is removed leaves no trace."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.store.database import Database

TABLE = ("create table words (word text not null) strict;;\n",)


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite", TABLE)
    assert database.read("select * from words") == []
    assert not database.there


def test_a_failed_change_changes_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite", TABLE)
    with database.change() as sql:
        sql.execute("insert into words values ('kept')")

    def half() -> None:
        with database.change() as sql:
            sql.execute("insert into words values ('half')")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        half()
    assert database.read("select word from words") == [("kept",)]
    assert Database(tmp_path / "a.sqlite", TABLE).read("select word from words") == [("kept",)]
    assert stat.S_IMODE((tmp_path / "a.sqlite").stat().st_mode) == 0o600


def test_wiped_words_are_in_no_file(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite", TABLE)
    with database.change() as sql:
        sql.executemany("insert into words values (?)", [(f"secret-{n}",) for n in range(500)])
    with database.change() as sql:
        sql.execute("delete from words")
    database.wipe()
    assert not [path for path in tmp_path.iterdir() if b"secret-" in path.read_bytes()]


def test_another_file_in_its_place_is_seen(tmp_path: Path) -> None:
    one, other = Database(tmp_path / "a.sqlite", TABLE), Database(tmp_path / "b.sqlite", TABLE)
    for database, word in ((one, "old"), (other, "new")):
        with database.change() as sql:
            sql.execute("insert into words values (?)", (word,))
    assert one.read("select word from words") == [("old",)]
    other.wipe()
    other.close()
    one.close()
    (tmp_path / "b.sqlite").replace(tmp_path / "a.sqlite")
    assert one.read("select word from words") == [("new",)]


def test_damage_and_newer_formats_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(CestaError, match="broken_workspace"):
        Database(tmp_path / "a.sqlite", TABLE).read("select 1")
    with Database(tmp_path / "b.sqlite", (*TABLE, "create table more (n int) strict;;\n")).change() as sql:
        sql.execute("insert into words values ('x')")
    with pytest.raises(CestaError, match="newer_format"):
        Database(tmp_path / "b.sqlite", TABLE).read("select 1")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CestaError, match="no_access"), Database(tmp_path / "file" / "a", TABLE).change():
        pass
