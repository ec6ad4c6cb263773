"""Parquet files, used in place: their types are kept, a row's number is its place."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cesta.ingest.files.names import table_name
from cesta.ingest.files.readers import Reader
from cesta.ingest.files.staged import Note, Staged
from cesta.ingest.progress import Progress, quiet
from cesta.model.errors import CestaError


def read_parquet(path: Path, _into: Path, progress: Progress = quiet) -> list[Staged]:
    """The one table of a Parquet file. Raises bad_file."""
    progress(f"reading {path.name}", 0, 1)
    try:
        with pq.ParquetFile(path) as file:
            columns, rows = tuple(file.schema_arrow.names), int(file.metadata.num_rows)
    except (pa.ArrowException, OSError) as error:
        first = str(error).strip().splitlines()[0]
        raise CestaError(
            "bad_file",
            f"{path.name} cannot be read as Parquet: {first}",
            "Is it whole? Its list of columns stands at its end, so nothing of a cut file can be read.",
        ) from error
    notes = () if rows else (Note("no_rows", "There are columns and no rows."),)
    progress(f"reading {path.name}", 1, 1)
    return [Staged(table_name(path), path, None, path, columns, rows, notes)]


READER = Reader("parquet", (".parquet", ".pq"), read_parquet, signature=b"PAR1")
