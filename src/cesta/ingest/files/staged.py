"""What was found in a file: a table, what was noticed on the way, and the rows that are none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

ROW = "_row"
"""The column of every staged table with the row's number in the file, as a spreadsheet shows it."""
FILE = "_file"
"""The column with the file's name, where several files make one table."""
VALUE_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about how a file was read; `code` is stable, `text` English."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row of a file that is no row at all. `value`: the row's beginning, or the cell's."""

    row: int | None
    column: str | None
    value: str | None
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Staged:
    """One table found in a file. `name` fits SQL; `columns` are named as the file names them.

    `parquet`: the table as Parquet: of a Parquet file the file itself, else a copy with the column `_row`. Text files
    keep every cell as it is written, an empty one is null.
    """

    name: str
    file: Path
    sheet: str | None
    parquet: Path
    columns: tuple[str, ...]
    rows: int
    notes: tuple[Note, ...] = ()
    refused: Collection[Refused] = ()

    def query(self) -> str:
        """SQL that gives the table's rows with `_row` last."""
        path = "'" + str(self.parquet).replace("'", "''") + "'"
        if self.parquet != self.file:
            return f"select * from read_parquet({path})"
        return (
            f"select * exclude (file_row_number), file_row_number + 1 as {ROW}"
            f" from read_parquet({path}, file_row_number=true)"
        )
