"""Retail worlds for benchmarks: events of any seed, noise and plants, loaded into a workspace as anybody's would be."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cesta.ingest.load import load
from cesta.ingest.progress import quiet
from cesta.samples.definitions import create
from cesta.samples.retail import make, plants
from cesta.samples.retail.events import World
from cesta.samples.retail.writing import write
from cesta.store.workspace import Workspace


def events_of(seed: int, noise: int, planted: str, events: int) -> pa.Table:
    """All events of a world, as its file holds them."""
    with tempfile.TemporaryDirectory(prefix="cesta-world-") as folder:
        path = Path(folder) / "events.parquet"
        write(World(seed, noise, plants.chosen(planted)), events, str(path), quiet)
        return pq.read_table(path)


@contextmanager
def workspace_of(table: pa.Table, change: Callable[[Path], None] | None = None) -> Iterator[Workspace]:
    """A workspace with these events and the shop's maps and segments; `change` may add documents before."""
    folder = Path(tempfile.mkdtemp(prefix="cesta-world-"))
    try:
        with create(make.HERE, folder / "shop", make.MAPPING, make.NAME, "EUR") as workspace:
            (folder / "events").mkdir()
            pq.write_table(table, folder / "events" / "events.parquet")
            if change is not None:
                change(workspace.root)
            load(workspace, workspace.root / make.MAPPING, folder / "events", quiet)
            yield workspace
    finally:
        shutil.rmtree(folder, ignore_errors=True)
