"""Loads: files on this machine in, as a mapping document says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from litestar import post
from litestar.params import JSONBody

from cesta.api.served import TheServed
from cesta.ingest.load import Loaded, load


@dataclass(frozen=True, slots=True)
class LoadFiles:
    """What to load: a mapping document and the folder of its files, as paths on the server's machine."""

    mapping: str
    folder: str


@post("/api/loads", sync_to_thread=True, status_code=200)
def load_files(served: TheServed, data: JSONBody[LoadFiles]) -> Loaded:
    """Load files as a mapping says, wholly or not at all; the same files again add nothing."""
    return load(served.workspace, Path(data.mapping), Path(data.folder))


ROUTES = (load_files,)
