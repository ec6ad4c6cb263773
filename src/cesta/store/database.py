"""A small SQLite file of its own: made on first use, readable by its owner alone, each change on disk."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.store.disk import disk_full, make_folder, settle_folder

PRAGMAS = ("journal_mode=wal", "synchronous=full", "fullfsync=on", "foreign_keys=on", "secure_delete=on")
FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """Safe to use from several threads and processes. Reading a file that is not there yet finds nothing.

    changes: the statements that made each format out of the one before.
    """

    def __init__(self, path: Path, changes: tuple[str, ...]) -> None:
        self.path = path
        self._changes = changes
        self._lock = threading.RLock()
        self._open: tuple[sqlite3.Connection, int] | None = None

    @property
    def there(self) -> bool:
        """Whether anything was ever written."""
        return self.path.exists()

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows; none while there is no file."""
        if not self.there:
            return []
        with self._lock, self._told():
            return self._connection().execute(statement, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; on disk when the block has ended. Raises disk_full, no_access, broken_workspace."""
        with self._lock, self._told():
            sql = self._connection()
            sql.execute("begin immediate")
            try:
                yield sql
                sql.execute("commit")
            finally:
                if sql.in_transaction:
                    sql.execute("rollback")

    def wipe(self) -> None:
        """Leaves nothing of removed rows in the file or beside it."""
        with self._lock, self._told():
            sql = self._connection()
            sql.execute("vacuum").close()
            sql.execute("pragma wal_checkpoint(truncate)").fetchone()

    def close(self) -> None:
        with self._lock:
            if self._open is not None:
                self._open[0].close()
                self._open = None

    def _connection(self) -> sqlite3.Connection:
        """The open file; opened again when another one was put in its place."""
        if self._open is not None and _inode(self.path) == self._open[1]:
            return self._open[0]
        self.close()
        new = not self.there
        make_folder(self.path.parent)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with suppress(PermissionError):
            # Also one that came out of a backup.
            os.fchmod(handle, 0o600)
        os.close(handle)
        sql = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            for pragma in PRAGMAS:
                sql.execute(f"pragma {pragma}").close()
            self._bring_up(sql)
        except BaseException:
            sql.close()
            raise
        if new:
            settle_folder(self.path.parent)
        self._open = sql, _inode(self.path)
        return sql

    def _bring_up(self, sql: sqlite3.Connection) -> None:
        sql.execute("begin immediate")
        try:
            version = int(sql.execute("pragma user_version").fetchone()[0])
            if version > len(self._changes):
                raise CestaError("newer_format", f"{self.path} was written by a newer Cesta.", "Open it with that one.")
            for change in self._changes[version:]:
                for statement in filter(str.strip, change.split(";;\n")):
                    sql.execute(statement)
            sql.execute(f"pragma user_version={len(self._changes)}")
            sql.execute("commit")
        finally:
            if sql.in_transaction:
                sql.execute("rollback")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
            if code in DAMAGED:
                raise CestaError("broken_workspace", f"{self.path} is damaged: {error}.", "Restore a copy.") from error
            if code in FULL:
                raise disk_full(self.path) from error
            said = f"{self.path} cannot be used: {error}."
            raise CestaError("no_access", said, "Check the path, its rights and the disk.") from error


def _inode(path: Path) -> int:
    try:
        return os.stat(path).st_ino  # noqa: PTH116
    except FileNotFoundError:
        return 0
