"""Whether a file tells of somebody: her ids in its text, its cells, its columns, or in files inside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cesta.store.mentions import named_in

MARKUP = re.compile(rb"<[^>]*>")
BLOCK = 1 << 20
OVERLAP = 1 << 12
"""Bytes of a text that are looked at again with the next block: longer than any id."""


def tells_of(path: Path, ids: Set[str]) -> bool:
    """Whether this file names one of these ids, as a word, a cell or a value. Raises OSError."""
    with path.open("rb") as file:
        return _tells(path.name, file, ids)


def _tells(name: str, file: IO[bytes], ids: Set[str]) -> bool:
    return _READERS.get(Path(name).suffix.lower(), _text)(file, ids)


def _text(file: IO[bytes], ids: Set[str]) -> bool:
    return any(_line_tells(line, ids) for line in _with(_blocks(file), ids))


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    before = b""
    while block := file.read(BLOCK):
        yield before + block
        before = block[-OVERLAP:]


def _with(blocks: Iterable[bytes], ids: Set[str]) -> Iterator[bytes]:
    """The lines in which an id stands, be it inside a word; most of a large file is passed over quickly."""
    looked_for = [one.encode("utf-8", "replace") for one in ids]
    for block in blocks:
        if any(one in block for one in looked_for):
            yield from (line for line in block.splitlines() if any(one in line for one in looked_for))


def _line_tells(line: bytes, ids: Set[str]) -> bool:
    return bool(named_in(line.decode("utf-8", "replace"), ids))


def _packed(file: IO[bytes], ids: Set[str]) -> bool:
    """A zip, or a workbook, which is one."""
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as inner:
                if _tells(entry.filename, inner, ids):
                    return True
    return False


def _marked_up(file: IO[bytes], ids: Set[str]) -> bool:
    text = MARKUP.sub(b"\n", file.read())
    return any(_line_tells(line, ids) for line in _with([text], ids))


def _columns(file: IO[bytes], ids: Set[str]) -> bool:
    told = pa.array(sorted(ids), pa.string())
    for batch in pq.ParquetFile(file).iter_batches():
        for column in batch.columns:
            texts = _texts(column)
            if texts is not None and (pc.any(pc.is_in(texts, told)).as_py() or _words_tell(texts, ids)):
                return True
    return False


def _texts(column: pa.Array) -> pa.Array | None:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary, column.dictionary.type
    if pa.types.is_integer(kind):
        return column.cast(pa.string())
    return column.cast(pa.string()) if pa.types.is_string(kind) or pa.types.is_large_string(kind) else None


def _words_tell(texts: pa.Array, ids: Set[str]) -> bool:
    for one in ids:
        found = texts.filter(pc.fill_null(pc.match_substring(texts, one), False))
        if any(named_in(text, ids) for text in found.to_pylist()):
            return True
    return False


_READERS: dict[str, Callable[[IO[bytes], Set[str]], bool]] = {
    ".parquet": _columns, ".xlsx": _packed, ".zip": _packed, ".xml": _marked_up, ".html": _marked_up
}  # fmt: skip
