"""Erasing customers wholly: out of the workspace, the record and every copy Cesta made; finished if interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cesta.accounts.record import Record
from cesta.consent.book import book_of
from cesta.maps.remarks import forget as forget_remarks
from cesta.model.errors import CestaError
from cesta.privacy.copies import Copy, clean_copies
from cesta.privacy.history import History, Mention, documents_naming, history_naming, telling
from cesta.store.disk import settle_folder, write_whole
from cesta.store.erasing import Erased, FromLoad, all_ids, erase
from cesta.store.job_runs import now
from cesta.store.workspace import Workspace
from cesta.tasks.book import forget as forget_tasks

PENDING = "erasing.json"
"""In the data folder: whom an erasing is about that has not come to its end. Gone with the end."""
NOT_SEARCHED = (
    "the files that sources were loaded from",
    "copies that were moved, or made by other programs",
    "what events of other customers say in their own properties",
)


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """What was removed, and from where.

    ids: all that were erased, those joined with the given ones too. log: events and messages that came one by one.
    set_aside: things set aside that named an id. cleaned: messages of other customers, out of which the ids were taken.
    files: shards written anew or removed. record: names in the record that are nobody's now. copies: backups, exports
    and waiting uploads. documents: lines that name them, for a person to judge. history: commits that do.
    not_searched: where these ids may still stand.
    """

    ids: tuple[str, ...]
    log: int
    loads: tuple[FromLoad, ...]
    set_aside: int
    cleaned: int
    files: int
    record: int
    copies: tuple[Copy, ...]
    documents: tuple[Mention, ...]
    history: History
    not_searched: tuple[str, ...] = NOT_SEARCHED


def erase_everywhere(
    workspace: Workspace, record: Record, ids: Sequence[str], *, suppress: bool = False
) -> ErasureReport:
    """Erases the customers who have these ids. Raises what `erase` does.

    What is interrupted is finished when the workspace is opened next. A copy that cannot be reached or cleaned stops
    nothing: the report says so. suppress: nothing that names them is taken from then on, by messages or in loads.
    """
    finish(workspace, record)
    pending, book = workspace.data / PENDING, book_of(workspace.data)
    theirs = sorted(all_ids(workspace, ids))
    _keep(pending, theirs)
    # What is on its way meanwhile must not bring them back.
    before = book.suppress(theirs, now()) if suppress else ()
    try:
        done = erase(workspace, ids)
    except CestaError as error:
        if error.code != "erasing_unfinished":
            book.lift(before)
            _end(pending)
        raise
    _keep(pending, done.ids)
    if suppress:
        book.suppress(done.ids, now())
    report = _elsewhere(workspace, record, done)
    _end(pending)
    return report


def finish(workspace: Workspace, record: Record) -> None:
    """Ends what was interrupted. For whoever owns the workspace, when it opens it."""
    pending = workspace.data / PENDING
    if not pending.exists():
        return
    ids = msgspec.json.decode(pending.read_bytes(), type=tuple[str, ...])
    done = erase(workspace, ids, known_only=True)
    _elsewhere(workspace, record, done)
    _end(pending)


def _elsewhere(workspace: Workspace, record: Record, done: Erased) -> ErasureReport:
    ids = frozenset(done.ids)
    book_of(workspace.data).forget(done.ids)
    forget_tasks(workspace, done.ids)
    forget_remarks(workspace, done.ids)
    return ErasureReport(
        ids=done.ids,
        log=done.log,
        loads=done.loads,
        set_aside=done.set_aside,
        cleaned=done.cleaned,
        files=done.files,
        record=record.forget(done.ids),
        copies=clean_copies(workspace.data, ids),
        documents=documents_naming(workspace.root, telling(ids)),
        history=history_naming(workspace.root, telling(ids)),
    )


def _keep(pending: Path, ids: Sequence[str]) -> None:
    write_whole(pending, msgspec.json.encode(ids).decode())


def _end(pending: Path) -> None:
    pending.unlink(missing_ok=True)
    settle_folder(pending.parent)
