"""Any file a person has becomes tables: found out what it is, handed to the reader of its kind."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.files import delimited, excel, json_rows, parquet
from cesta.ingest.files.names import kind_of
from cesta.ingest.files.readers import reader_for, register
from cesta.ingest.files.source import Source
from cesta.ingest.files.staged import Staged
from cesta.ingest.progress import Progress, quiet
from cesta.ingest.readers.shelf import shelf
from cesta.ingest.readers.staging import file_reader
from cesta.model.errors import CestaError

# Text comes last: whatever nobody else knows may be a table of text.
for module in (parquet, json_rows, excel, delimited):
    register(module.READER)
for reader in shelf().values():
    if reader.suffixes:
        register(file_reader(reader))


def stage(path: Path, into: Path, progress: Progress = quiet) -> list[Staged]:
    """The tables of a file, staged copies of them in the folder `into`.

    Rows that break the rules are refused with their numbers. Raises no_file, empty_file, bad_file, file_growing.
    """
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    into.mkdir(parents=True, exist_ok=True)
    source = Source(path)
    if not source.size:
        raise CestaError("empty_file", f"{path.name} is empty.", "Choose a file with rows in it.")
    suffix = kind_of(Path(source.inner)) if source.inner else kind_of(path)
    return reader_for(path, suffix, source.head()).read(path, into, progress)
