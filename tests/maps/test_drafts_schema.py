"""The tables can be made, and their names are those that the code uses."""

from __future__ import annotations

import sqlite3

from cesta.maps.drafts_schema import CHANGES


def test_the_tables() -> None:
    with sqlite3.connect(":memory:") as sql:
        for statement in ";;\n".join(CHANGES).split(";;\n"):
            sql.execute(statement)
        names = {name for (name,) in sql.execute("select name from sqlite_schema where type = 'table'")}
    assert {"drafts", "edits", "versions", "remarks"} <= names
