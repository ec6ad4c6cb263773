"""Copies of a workspace's data elsewhere, and files that wait to be loaded: customers are erased out of them, too."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cesta.accounts.record import Record
from cesta.consent.book import Book
from cesta.ingest.progress import quiet
from cesta.maps.remarks import forget as forget_remarks
from cesta.model.errors import CestaError
from cesta.privacy.telling import tells_of
from cesta.store.backup import back_up, bring_back
from cesta.store.disk import settle_folder
from cesta.store.erasing import erase
from cesta.store.made import forget_made, made
from cesta.store.workspace import Workspace
from cesta.tasks.book import forget as forget_tasks

Outcome = Literal["cleaned", "removed", "without", "missing", "failed"]


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of one copy.

    outcome: cleaned, written anew without them; removed; without, they were never in it; missing, it is not where it
    was put, and whoever has it has to erase there; failed, for the reason `why`.
    """

    kind: Literal["backup", "export", "upload"]
    file: str
    outcome: Outcome
    why: str = ""


def clean_copies(data: Path, ids: Set[str]) -> tuple[Copy, ...]:
    """Erases them out of every backup, and removes every export and waiting upload that tells of them."""
    done = [_clean(one.kind, Path(one.file), ids) for one in made(data)]
    forget_made(data, [one.file for one in done if one.outcome in ("removed", "missing")])
    return (*done, *_uploads(data / "uploads", ids))


def _clean(kind: Literal["backup", "export"], path: Path, ids: Set[str]) -> Copy:
    if not path.exists():
        return Copy(kind, str(path), "missing")
    try:
        outcome = _backup_without(path, sorted(ids)) if kind == "backup" else _removed(path, ids)
    except CestaError as error:
        return Copy(kind, str(path), "failed", error.message)
    except (OSError, ValueError) as error:
        return Copy(kind, str(path), "failed", str(error))
    return Copy(kind, str(path), outcome)


def _backup_without(path: Path, ids: Sequence[str]) -> Outcome:
    """Brings the backup back beside itself, erases there, and puts a new backup in its place in one step."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as beside:
        root, again = Path(beside) / "workspace", Path(beside) / "again.tar"
        bring_back(path, root, quiet)
        with Workspace.open(root) as workspace:
            found = erase(workspace, ids, known_only=True)
            Record(workspace.data).forget(found.ids)
            Book(workspace.data).forget(found.ids)
            tasks = forget_tasks(workspace, found.ids)
            told = forget_remarks(workspace, found.ids)
        if not found.any and not tasks and not told:
            return "without"
        back_up(root, again, quiet)
        again.replace(path)
        settle_folder(path.parent)
    return "cleaned"


def _removed(path: Path, ids: Set[str]) -> Outcome:
    if not tells_of(path, ids):
        return "without"
    path.unlink()
    settle_folder(path.parent)
    return "removed"


def _uploads(folder: Path, ids: Set[str]) -> Iterator[Copy]:
    """Each is a folder of files that wait together; one that tells of them goes with all its files."""
    for upload in sorted(folder.iterdir()) if folder.is_dir() else []:
        files = [path for path in sorted(upload.rglob("*")) if path.is_file()]
        telling = [path.name for path in files if _may_tell(path, ids)]
        if telling:
            shutil.rmtree(upload, ignore_errors=True)
            yield Copy("upload", ", ".join(telling), "removed")


def _may_tell(path: Path, ids: Set[str]) -> bool:
    try:
        return tells_of(path, ids)
    except (OSError, ValueError, KeyError):
        # A file that cannot be read, such as half of one, might tell of them.
        return True
