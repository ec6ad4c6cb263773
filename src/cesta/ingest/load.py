"""Loading files: they become tables, a mapping's SQL makes rows, rows become events, and all are sealed at once."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from cesta.identity.naming import USER
from cesta.ingest import mapping as mappings
from cesta.ingest.ahead import ahead
from cesta.ingest.files.staged import Note, Staged
from cesta.ingest.found import Files, Meant, find_files, prints, stage_all
from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress, quiet
from cesta.ingest.repairs_kept import rules_beside
from cesta.ingest.row_judge import Manner
from cesta.ingest.rows import events_of
from cesta.ingest.sealing import Sealed, Sealing, begin_seal, find_load
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError
from cesta.store.aside import SetAside
from cesta.store.disk import having_room
from cesta.store.loads import LoadFile, LoadHead
from cesta.store.passing import passing
from cesta.store.workspace import Workspace

REFUSALS_AT_ONCE = 5_000


@dataclass(slots=True)
class _Told:
    """How far a load is, and what it has met."""

    progress: Progress
    local_times: int = 0
    unclear_times: int = 0


def load(
    workspace: Workspace,
    given: Path | mappings.Mapping,
    files: Files,
    progress: Progress = quiet,
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> Loaded:
    """Loads files, or a folder of them, as the mapping says. The same mapping and files again add nothing.

    Rows that cannot be understood are set aside. `also`: written in the same step as the rows.
    Raises bad_mapping, no_file, bad_file, empty_file, file_growing, bad_sql, disk_full.
    """
    mapping = mappings.read_mapping(given) if isinstance(given, Path) else given
    place = str(given) if isinstance(given, Path) else "mapping"
    found = find_files(mapping, place, files)
    known = prints(found)
    load_id = f"{mapping.id}-{_fingerprint(mapping, found, known)}"
    before = find_load(workspace, load_id)
    if before is not None and before.binned is None:
        return Loaded(before.events, before.customers, before.set_aside, load_id, already=True)
    told = _Told(progress)
    with _staging(workspace) as into:
        staged = stage_all(place, found, into, progress)
        _check_same(known)
        head = LoadHead(
            load_id=load_id,
            source=mapping.id,
            name=mapping.name,
            files=_with_rows(known, staged),
            mapping_text=mapping.text,
            decision=mapping.changed,
            generated=mapping.generated,
        )
        with begin_seal(workspace, head) as sealing:
            _refuse(sealing, staged, mapping.id)
            with Tables(place, staged, mapping.tables) as tables:
                _take(sealing, tables, mapping, _manner(workspace, mapping), told)
            progress("writing", 0, 1)
            sealed = sealing.finish(also)
    progress("done", 1, 1)
    return _loaded(sealed, told, staged)


def _take(sealing: Sealing, tables: Tables, mapping: mappings.Mapping, manner: Manner, told: _Told) -> None:
    for lot, event in enumerate(mapping.events):
        done, total = 0, sum(staged.rows for staged in tables.files.get(event.rows, ()))
        told.progress(event.label, 0, total)
        judged = events_of(tables, mapping.id, event, replace(manner, formats=event.time_formats))
        with ahead(judged) as batches:
            for batch in batches:
                sealing.add(batch.table, lot if batch.alike else None)
                if batch.set_aside:
                    sealing.put_aside([replace(item, load_id=sealing.head.load_id) for item in batch.set_aside])
                told.local_times += batch.local_times
                told.unclear_times += batch.unclear_times
                done += batch.rows
                told.progress(event.label, done, max(done, total))


def _refuse(sealing: Sealing, staged: Mapping[str, Sequence[Staged]], source: str) -> None:
    """Sets aside the rows of files that are no rows at all, each file's once."""
    tables = {table.parquet: table for several in staged.values() for table in several}
    for table in tables.values():
        items: list[SetAside] = []
        for one in table.refused:
            items.append(
                SetAside(source, one.reason, one.column, one.value, table.file.name, one.row,
                         sealing.head.load_id, one.code, raw=one.value)
            )  # fmt: skip
            if len(items) >= REFUSALS_AT_ONCE:
                sealing.put_aside(items)
                items = []
        sealing.put_aside(items)


def _manner(workspace: Workspace, mapping: mappings.Mapping) -> Manner:
    zone = ZoneInfo(mapping.timezone or workspace.settings.timezone)
    rules = (*mapping.repairs, *rules_beside(workspace.root, mapping.id))
    named = any(event.ids or event.customer_is != USER for event in mapping.events)
    return Manner((), zone, rules, country=workspace.identity.rules().country if named else None)


def _loaded(sealed: Sealed, told: _Told, staged: Mapping[str, Sequence[Staged]]) -> Loaded:
    tables = {table.parquet: table for several in staged.values() for table in several}
    return Loaded(
        events=sealed.load.events,
        customers=sealed.load.customers,
        set_aside=sealed.load.set_aside,
        load_id=sealed.load.load_id,
        already=sealed.already,
        duplicates=sealed.duplicates,
        not_kept=sealed.not_kept,
        local_times=told.local_times,
        unclear_times=told.unclear_times,
        changed=sealed.changed,
        replaced=sealed.replaced,
        notes=tuple(
            Note(note.code, f"{table.file.name}: {note.text}") for table in tables.values() for note in table.notes
        ),
    )


@contextmanager
def _staging(workspace: Workspace) -> Iterator[Path]:
    """A folder for staged copies. Raises disk_full."""
    with having_room(workspace.data), passing(workspace.data, "staged") as folder:
        yield folder


def _fingerprint(mapping: mappings.Mapping, found: Mapping[str, Meant], known: Mapping[Path, LoadFile]) -> str:
    """Differs when the mapping's text or any byte of a file does."""
    whole = hashlib.sha256(mapping.text.encode())
    for name in sorted(found):
        for path in found[name].paths:
            whole.update(f"{name}/{path.name}/{known[path].sha256}".encode())
    return whole.hexdigest()[:16]


def _check_same(known: Mapping[Path, LoadFile]) -> None:
    """Raises file_growing for a file that changed between its fingerprint and its rows."""
    for path, file in known.items():
        if not path.is_file() or path.stat().st_size != file.bytes:
            raise CestaError(
                "file_growing", f"{path.name} is still being written.", "Load it again once it is finished."
            )


def _with_rows(known: Mapping[Path, LoadFile], staged: Mapping[str, Sequence[Staged]]) -> tuple[LoadFile, ...]:
    tables = {table.parquet: table for several in staged.values() for table in several}
    rows: dict[Path, int] = {}
    for table in tables.values():
        rows[table.file] = rows.get(table.file, 0) + table.rows
    return tuple(replace(file, rows=rows.get(path, 0)) for path, file in known.items())
