"""Running a job: what is new in its place is loaded, and how far it has read is kept with it in one step."""

from __future__ import annotations

import json
from functools import partial

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.files import files_of, load_files
from cesta.ingest.guess.kept import FOLDER as MAPPINGS
from cesta.ingest.jobs.document import Job
from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress, quiet
from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.shelf import reader_of
from cesta.ingest.readers.staging import encoded
from cesta.model.errors import CestaError
from cesta.store.disk import having_room
from cesta.store.job_runs import Run, RunState, cursor_of, note_run, now, put_cursor
from cesta.store.passing import passing
from cesta.store.workspace import Workspace


def run_job(workspace: Workspace, job: Job, progress: Progress = quiet) -> Run:
    """One run, noted whatever comes of it; a failure is told in the run and never raised."""
    began = now()
    loads: list[Loaded] = []
    try:
        said = (_folder if job.is_folder else _rows)(workspace, job, loads, progress)
    except CestaError as error:
        said = str(error)
    except OSError as error:
        said = str(CestaError("no_access", f"{error.filename or job.id}: {error.strerror or error}.", None))
    events = sum(loaded.events for loaded in loads if not loaded.already)
    state: RunState = "failed" if said else "loaded" if loads else "nothing_new"
    run = Run(job.id, state, began, now(), events, len(loads), said)
    note_run(workspace.log, run)
    return run


def _rows(workspace: Workspace, job: Job, loads: list[Loaded], progress: Progress) -> str | None:
    """What came to a database or a mailbox since the last run, as one load."""
    where = job.where()
    place = Place(where, job.options)
    with having_room(workspace.data), passing(workspace.data, "read") as folder:
        file, cursor, rows = folder / f"{job.id}.jsonl", cursor_of(workspace.log, job.id), 0
        with file.open("wb") as out:
            for batch in reader_of(where).read(place, cursor):
                out.writelines(encoded(row) + b"\n" for row in batch.rows)
                cursor, rows = batch.cursor or cursor, rows + len(batch.rows)
                progress(f"reading {job.id}", rows, 0)
        if rows:
            kept = workspace.root / MAPPINGS / f"{job.id}.yaml"
            mapping = kept.read_text(encoding="utf-8") if kept.exists() else None
            answers = Answers(name=job.id, shape=job.shape, changed=job.changed)
            also = partial(put_cursor, job=job.id, cursor=cursor)
            loaded = load_files(workspace, [file], mapping, answers, progress, also)
            if loaded.already:
                with workspace.log.transaction() as sql:
                    also(sql)
            loads.append(loaded)
    return None


def _folder(workspace: Workspace, job: Job, loads: list[Loaded], progress: Progress) -> str | None:
    """Each new or changed file of a folder as a load of its own; one that cannot be read does not stop the others."""
    root = workspace.root / job.place
    if not root.is_dir():
        raise CestaError("no_file", f"There is no folder {root}.", "Check its name.")
    cursor = cursor_of(workspace.log, job.id)
    known: dict[str, list[int]] = json.loads(cursor) if cursor else {}
    told: list[str] = []
    for path in files_of([root]) if any(root.iterdir()) else []:
        stat = path.stat()
        seen = [stat.st_size, stat.st_mtime_ns]
        if known.get(path.name) == seen:
            continue
        known[path.name] = seen
        also = partial(put_cursor, job=job.id, cursor=json.dumps(known, ensure_ascii=False))
        try:
            loaded = load_files(workspace, [path], None, Answers(shape=job.shape), progress, also)
        except CestaError as error:
            told.append(f"{path.name}: {error}")
            del known[path.name]
            continue
        if loaded.already:
            with workspace.log.transaction() as sql:
                also(sql)
        else:
            loads.append(loaded)
    return "\n".join(told) or None
