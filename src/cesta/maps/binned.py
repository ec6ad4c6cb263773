"""Documents into the bin and back: with a map goes all that was drafted, published and said about it."""

from __future__ import annotations

from cesta.maps.drafts_schema import CHANGES, FILE, TABLES
from cesta.store import bin as documents
from cesta.store.bin import Binned
from cesta.store.database import Database
from cesta.store.workspace import Workspace


def delete(workspace: Workspace, kind: str, id_: str, lang: str = "en") -> Binned:
    """Puts a document into the bin; who makes a map of this name anew begins with nothing.

    Raises unknown_kind, unknown_map and its like.
    """
    binned = documents.delete(workspace, kind, id_, lang)
    if kind == "map":
        _move(workspace, id_, binned.entry)
        _sweep(workspace)
    return binned


def restore(workspace: Workspace, entry: str, lang: str = "en") -> Binned:
    """Brings a document back as it was, a map with its draft and history. Raises unknown_binned, document_exists."""
    back = documents.restore(workspace, entry, lang)
    if back.kind == "map":
        _move(workspace, entry, back.id)
    return back


def begin(workspace: Workspace, map_id: str) -> None:
    """For a map that was just made: nothing is left of one whose file somebody took away without the bin."""
    _move(workspace, map_id, None)


def _move(workspace: Workspace, was: str, becomes: str | None) -> None:
    """All rows of one name get another one, or go; what stood under that one belonged to a file that is no more.

    Without such rows it stays: then a map came back that went before its rows did.
    """
    database = Database(workspace.data / FILE, CHANGES)
    if not database.there:
        return
    try:
        with database.change() as sql:
            if not any(
                sql.execute(f"select 1 from {table} where map = ? limit 1", (was,)).fetchone() for table in TABLES
            ):
                return
            for table in TABLES:
                if becomes is not None:
                    sql.execute(f"delete from {table} where map = ?", (becomes,))
                    sql.execute(f"update {table} set map = ? where map = ?", (becomes, was))
                else:
                    sql.execute(f"delete from {table} where map = ?", (was,))
    finally:
        database.close()


def _sweep(workspace: Workspace) -> None:
    """Rows of maps that have left the bin for good go, too."""
    database = Database(workspace.data / FILE, CHANGES)
    there = {binned.entry for binned in documents.list_bin(workspace)}
    try:
        for table in TABLES:
            rows = database.read(f"select distinct map from {table} where map like ?", (f"%{documents.BETWEEN}%",))
            for (entry,) in rows:
                if entry not in there:
                    _move(workspace, entry, None)
    finally:
        database.close()
