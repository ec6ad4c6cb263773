"""The tables are made whole, and made again without harm."""

from __future__ import annotations

from pathlib import Path

from cesta.store.database import Database
from cesta.tasks.schema import TASKS


def test_the_book_opens_twice(tmp_path: Path) -> None:
    for _ in range(2):
        book = Database(tmp_path / "tasks.sqlite", TASKS)
        with book.change() as sql:
            assert sql.execute("select count(*) from tasks").fetchone() == (0,)
        book.close()
