"""Loading a source's files: its mapping's SQL makes rows, rows become events, and all of them are sealed at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa

from cesta.ingest.door import Load, seal
from cesta.ingest.mapping import Mapping, read_mapping
from cesta.ingest.rows import Rows, events_of
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError
from cesta.store.disk import reaching
from cesta.store.log import SetAside
from cesta.store.workspace import Workspace

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load brought. `already`: it had been loaded before, nothing was added; the numbers are those of then.

    local_times: times without a zone, read in the source's; unclear_times: those of them that the clock showed twice or
    skipped. duplicates: rows whose event was known already.
    """

    events: int
    customers: int
    set_aside: int
    load_id: str
    already: bool
    duplicates: int = 0
    local_times: int = 0
    unclear_times: int = 0


def quiet(_what: str, _done: int, _total: int) -> None:
    """Progress for whoever does not look."""


def load(workspace: Workspace, mapping_path: Path, folder: Path, progress: Progress = quiet) -> Loaded:
    """Loads a folder of files as the mapping says. The same mapping and files again add nothing.

    Raises bad_mapping, no_file, bad_file, bad_sql; rows that cannot be understood are set aside.
    """
    mapping = read_mapping(mapping_path)
    files = _find_files(mapping, mapping_path, folder)
    load_id = f"{mapping.id}-{_fingerprint(mapping, files)}"
    for known in workspace.log.loads():
        if known.load_id == load_id:
            return Loaded(known.events, known.customers, known.set_aside, load_id, already=True)
    zone = ZoneInfo(mapping.timezone or workspace.settings.timezone)
    total = len(mapping.events) + 2
    progress("reading files", 0, total)
    parts: list[Rows] = []
    with Tables(mapping, mapping_path, folder, files) as tables:
        rejected = tables.rejected()
        for place, event in enumerate(mapping.events, start=1):
            progress(event.event, place, total)
            parts.append(events_of(tables, mapping.id, event, zone))
    aside = [_of_load(item, load_id) for items in (rejected, *(part.set_aside for part in parts)) for item in items]
    refused = len(rejected) + sum(part.refused for part in parts)
    progress("writing", total - 1, total)
    table = pa.concat_tables([part.table for part in parts], promote_options="default")
    sealed = seal(workspace, Load(load_id, mapping.id, table, tuple(aside), refused))
    progress("done", total, total)
    return Loaded(
        events=sealed.load.events,
        customers=sealed.load.customers,
        set_aside=sealed.load.set_aside,
        load_id=load_id,
        already=sealed.already,
        duplicates=sealed.duplicates,
        local_times=sum(part.local_times for part in parts),
        unclear_times=sum(part.unclear_times for part in parts),
    )


def _find_files(mapping: Mapping, mapping_path: Path, folder: Path) -> dict[str, list[Path]]:
    """Each name's files; a path may be a pattern such as orders/*.csv."""
    found: dict[str, list[Path]] = {}
    for name, pattern in mapping.files.items():
        with reaching(folder):
            paths = sorted(path for path in folder.resolve().glob(pattern) if path.is_file())
        if not paths:
            here = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
            raise CestaError(
                "no_file",
                f'{mapping_path}: files/{name}: there is no "{pattern}" in {folder}.',
                f"Files there: {', '.join(here[:20]) or 'none'}.",
            )
        found[name] = paths
    return found


def _fingerprint(mapping: Mapping, files: dict[str, list[Path]]) -> str:
    """Differs when the mapping's text or any byte of a file does."""
    whole = hashlib.sha256(mapping.text.encode())
    for name in sorted(files):
        for path in files[name]:
            with path.open("rb") as file:
                whole.update(f"{name}/{path.name}/{hashlib.file_digest(file, 'sha256').hexdigest()}".encode())
    return whole.hexdigest()[:16]


def _of_load(item: SetAside, load_id: str) -> SetAside:
    return SetAside(item.source, item.reason, item.field, item.value, item.file, item.row, load_id)
