"""Rows of text become columns of a staged table; those that break the rules are refused one by one."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cesta.ingest.files.cut import Piece
from cesta.ingest.files.refusals import Refusals
from cesta.ingest.files.staged import ROW, Note
from cesta.ingest.files.text import Text
from cesta.kernels.records import BAD_QUOTE, BLANK, LINES, LONG, NUL, UNCLOSED
from cesta.model.errors import CestaError

REPLACED = "\ufffd".encode()
"""What stands for bytes that mean nothing in their encoding."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are written; `first`: how many rows stand before the data."""

    separator: str
    quote: str
    columns: tuple[str, ...]
    first: int
    longest: int


class CellsWriter:
    """Writes pieces into one staged table, a piece behind in another thread. Use it in a `with` block."""

    def __init__(self, path: Path, layout: Layout, text: Text) -> None:
        self.path, self.rows = path, 0
        self.refused = Refusals(path.with_suffix(".refused"))
        self._layout, self._text = layout, text
        self._schema = pa.schema([*((name, pa.string()) for name in layout.columns), (ROW, pa.int64())])
        self._writer = pq.ParquetWriter(path, self._schema, compression="lz4")
        self._worker = ThreadPoolExecutor(1)
        self._under_way: Future[None] | None = None

    def add(self, piece: Piece) -> None:
        self._settle()
        self._under_way = self._worker.submit(self._write, piece)

    def notes(self) -> list[Note]:
        notes = []
        if self._text.source.broken:
            notes.append(
                Note("cut_short", f"{self._text.source.broken} The {self.rows:,} rows before that place were read.")
            )
        if not self.rows:
            notes.append(Note("no_rows", "There is a header and no row below it."))
        return notes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._settle()
        finally:
            self._worker.shutdown()
            self._writer.close()

    def _settle(self) -> None:
        if self._under_way is not None:
            self._under_way.result()
            self._under_way = None

    def _write(self, piece: Piece) -> None:
        if piece.overlong is not None:
            self._refuse_long(piece.overlong.row, piece.overlong.length, piece.overlong.beginning)
        numbers = np.arange(len(piece.rows.begin), dtype=np.int64) + piece.first
        table_rows = (numbers > self._layout.first) & (piece.rows.marks & BLANK == 0)
        fine = (piece.rows.marks & ~LINES == 0) & (piece.rows.cells == len(self._layout.columns))
        self._look_at_the_end(piece, table_rows, fine)
        fine &= table_rows & self._is_encoded(piece, table_rows & fine)
        for at in np.flatnonzero(table_rows & ~fine).tolist():
            self._refuse(piece, at)
        if fine.any():
            self._writer.write_table(self._parse(piece, fine).append_column(ROW, pa.array(numbers[fine])))
            self.rows += int(fine.sum())

    def _parse(self, piece: Piece, fine: NDArray[np.bool_]) -> pa.Table:
        columns = list(self._layout.columns)
        table = pcsv.read_csv(
            pa.BufferReader(_joined(piece, fine)),
            read_options=pcsv.ReadOptions(column_names=columns, use_threads=False, block_size=len(piece.data) + 1),
            parse_options=pcsv.ParseOptions(
                delimiter=self._layout.separator,
                quote_char=self._layout.quote,
                newlines_in_values=bool((piece.rows.marks & LINES).any()),
                ignore_empty_lines=False,
            ),
            convert_options=pcsv.ConvertOptions(
                column_types=dict.fromkeys(columns, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
                check_utf8=False,
            ),
        )
        if len(table) != fine.sum():
            raise CestaError("bad_file", f"{self._text.source.path.name}: its rows cannot be told apart.", None)
        return table

    def _is_encoded(self, piece: Piece, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which rows say what they should; looked at one by one only where the piece as a whole does not."""
        fine = np.ones(len(rows), np.bool_)
        if piece.data.isascii() or not self._has_strange_bytes(piece.data):
            return fine
        for at in np.flatnonzero(rows).tolist():
            fine[at] = not self._has_strange_bytes(_row(piece, at))
        return fine

    def _has_strange_bytes(self, data: bytes) -> bool:
        if self._text.encoding != "utf-8":
            return REPLACED in data
        try:
            data.decode()
        except UnicodeDecodeError:
            return True
        return False

    def _look_at_the_end(self, piece: Piece, rows: NDArray[np.bool_], fine: NDArray[np.bool_]) -> None:
        """A last row without a line break is whole only if nothing broke off. Raises file_growing."""
        if not (piece.open_end and len(rows) and rows[-1]):
            return
        source = self._text.source
        if not fine[-1] and source.broken is None and source.is_fresh():
            raise source.growing("Its last row is cut.")
        if source.broken is not None:
            rows[-1] = False
            row = piece.first + len(rows) - 1
            self.refused.add(row, "cut_short", "The file breaks off within this row.", _row(piece, len(rows) - 1))

    def _refuse(self, piece: Piece, at: int) -> None:
        marks, cells, value = int(piece.rows.marks[at]), int(piece.rows.cells[at]), _row(piece, at)
        row, width = piece.first + at, len(self._layout.columns)
        if marks & LONG:
            self._refuse_long(row, len(value), value)
        elif marks & UNCLOSED:
            self.refused.add(row, "unclosed_quote", "A quote opens a cell and is never closed.", value)
        elif marks & BAD_QUOTE:
            reason = "After a closing quote comes more text; a quote inside quotes is written twice."
            self.refused.add(row, "bad_quote", reason, value)
        elif marks & NUL:
            self.refused.add(row, "nul_byte", "The row holds a NUL byte, which no text has.", value)
        elif cells != width:
            reason = f"The row has {cells} {'cell' if cells == 1 else 'cells'} where the header has {width}."
            self.refused.add(row, "ragged_row", reason, value)
        else:
            reason = f"The row holds bytes that mean nothing in {self._text.encoding}."
            self.refused.add(row, "bad_encoding", reason, value)

    def _refuse_long(self, row: int, length: int, value: bytes) -> None:
        reason = f"The row has {length:,} bytes; the longest that is taken has {self._layout.longest:,}."
        self.refused.add(row, "long_line", reason, value)


def _row(piece: Piece, at: int) -> bytes:
    return piece.data[piece.rows.begin[at] : piece.rows.end[at]]


def _joined(piece: Piece, fine: NDArray[np.bool_]) -> pa.Buffer:
    """The bytes of the fine rows, each with its line break."""
    begin = piece.rows.begin
    following = np.append(begin[1:], piece.rows.rest)
    if fine.all():
        return pa.py_buffer(piece.data).slice(int(begin[0]), int(following[-1] - begin[0]))
    edges = np.flatnonzero(np.diff(np.concatenate(([False], fine, [False])).astype(np.int8)))
    view = memoryview(piece.data)
    return pa.py_buffer(b"".join(view[begin[low] : following[high - 1]] for low, high in edges.reshape(-1, 2).tolist()))
