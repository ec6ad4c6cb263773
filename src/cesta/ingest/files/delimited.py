"""Tables of text, as csv and tsv: every cell kept as it is written, every row that is none named with its number."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from cesta.ingest.files.cells import CellsWriter, Layout
from cesta.ingest.files.cut import cut, with_last
from cesta.ingest.files.dialect import SAMPLE, Dialect, find_dialect
from cesta.ingest.files.header import find_header
from cesta.ingest.files.names import free_path, table_name
from cesta.ingest.files.readers import Reader
from cesta.ingest.files.source import Source
from cesta.ingest.files.staged import Note, Staged
from cesta.ingest.files.text import Text
from cesta.ingest.progress import Progress, quiet
from cesta.model.errors import CestaError

LONGEST = 4 << 20
"""Bytes of the longest row that is taken."""
SHOWN = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars (|)"}


def read_delimited(path: Path, into: Path, progress: Progress = quiet, longest: int = LONGEST) -> list[Staged]:
    """The one table of a delimited text. Raises empty_file, bad_file, file_growing."""
    text = Text(Source(path, progress))
    blocks = with_last(text.blocks())
    first, last = next(blocks)
    dialect = find_dialect(first, last and len(first) <= SAMPLE)
    header = find_header(dialect.rows)
    if not header.width:
        raise CestaError("bad_file", f"{path.name}: no row ends within its first {SAMPLE:,} bytes.", "Is it a table?")
    name = table_name(path)
    layout = Layout(dialect.separator, dialect.quote, header.columns, header.first, longest)
    with CellsWriter(free_path(into, name), layout, text) as writer:
        for piece in cut(chain([(first, last)], blocks), dialect.separator, dialect.quote, longest):
            writer.add(piece)
    notes = (*text.notes(), *_dialect_notes(dialect, header.width), *header.notes, *writer.notes())
    return [Staged(name, path, None, writer.path, header.columns, writer.rows, notes, writer.refused)]


def _dialect_notes(dialect: Dialect, width: int) -> list[Note]:
    notes = []
    if dialect.separator != "," and width > 1:
        notes.append(Note("separator", f"Cells are separated by {SHOWN[dialect.separator]}."))
    if dialect.quote != '"':
        notes.append(Note("quote", f"Cells are quoted with {dialect.quote}."))
    return notes


READER = Reader("delimited", (".csv", ".tsv", ".tab", ".txt", ".psv"), read_delimited, looks=lambda _head: True)
