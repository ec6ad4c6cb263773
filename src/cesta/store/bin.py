"""The bin of documents: a deleted map or segment lies there for thirty days and can be brought back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cesta.model.errors import CestaError, unknown
from cesta.model.shape import Text, say
from cesta.store.disk import make_folder, reaching, settle_folder
from cesta.store.documents import read_document
from cesta.store.kinds import FOLDERS, KINDS
from cesta.store.loads import BIN_DAYS
from cesta.store.workspace import Workspace

STAMP = "%Y%m%dT%H%M%S%f"
BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Binned:
    """A document in the bin. `entry` names it there; it stays until the day `until`."""

    entry: str
    kind: str
    id: str
    title: str
    binned_at: str
    until: str


def document_path(workspace: Workspace, kind: str, id_: str) -> Path:
    """A document's file. Raises unknown_kind, unknown_map and its like; an id is never a path out of the folder."""
    folder = _folder(workspace, kind)
    known = [path.stem for path in folder.glob("*.yaml")]
    if id_ not in known:
        raise unknown(f"unknown_{kind}", kind, id_, known)
    return folder / f"{id_}.yaml"


def title_of(path: Path) -> Text:
    """What a document is called by its people, else by its file; one that cannot be read is called so, too."""
    try:
        data = read_document(path).data
    except CestaError:
        return path.stem
    named = (data.get("title") or data.get("name")) if isinstance(data, dict) else None
    return named if isinstance(named, str | dict) and named else path.stem


def delete(workspace: Workspace, kind: str, id_: str, lang: str = "en") -> Binned:
    """Puts a document into the bin. Raises unknown_kind, unknown_map and its like."""
    sweep(workspace)
    path = document_path(workspace, kind, id_)
    folder = _bin(workspace)
    make_folder(folder)
    stamp = dt.datetime.now(dt.UTC).strftime(STAMP)
    target = folder / f"{BETWEEN.join((stamp, kind, id_))}.yaml"
    with reaching(path):
        path.rename(target)
        settle_folder(folder)
        settle_folder(path.parent)
    return _binned(target, lang)


def list_bin(workspace: Workspace, lang: str = "en") -> tuple[Binned, ...]:
    """What lies in the bin, the last deleted first."""
    sweep(workspace)
    return tuple(_binned(path, lang) for path in sorted(_entries(workspace), reverse=True))


def restore(workspace: Workspace, entry: str, lang: str = "en") -> Binned:
    """Brings a document back to where it was. Raises unknown_binned, document_exists."""
    found = {path.stem: path for path in _entries(workspace)}
    if entry not in found:
        raise unknown("unknown_binned", "document in the bin", entry, found)
    path = found[entry]
    back = _binned(path, lang)
    target = _folder(workspace, back.kind) / f"{back.id}.yaml"
    make_folder(target.parent)
    with reaching(target):
        try:
            # A link is refused where a file is; renaming would write over it.
            target.hardlink_to(path)
        except FileExistsError:
            what = f'There is a {back.kind} "{back.id}" again.'
            raise CestaError("document_exists", what, "Delete or rename that one first; nothing was changed.") from None
        path.unlink()
        settle_folder(target.parent)
    return back


def sweep(workspace: Workspace) -> None:
    """Removes what has lain in the bin for its days."""
    now = dt.datetime.now(dt.UTC)
    for path in _entries(workspace):
        if now - _time(path) > dt.timedelta(days=BIN_DAYS):
            path.unlink(missing_ok=True)


def _folder(workspace: Workspace, kind: str) -> Path:
    if kind not in KINDS:
        raise unknown("unknown_kind", "kind of document", kind, KINDS)
    return workspace.root / FOLDERS[kind]


def _bin(workspace: Workspace) -> Path:
    return workspace.data / "bin"


def _entries(workspace: Workspace) -> Iterator[Path]:
    for path in _bin(workspace).glob("*.yaml"):
        stamp, *rest = path.stem.split(BETWEEN, 2)
        if len(rest) == 2 and rest[0] in KINDS and len(stamp) == len("20240229T093000000000"):
            yield path


def _time(path: Path) -> dt.datetime:
    return dt.datetime.strptime(path.stem.split(BETWEEN, 1)[0], STAMP).replace(tzinfo=dt.UTC)


def _binned(path: Path, lang: str) -> Binned:
    _, kind, id_ = path.stem.split(BETWEEN, 2)
    binned = _time(path)
    until = binned + dt.timedelta(days=BIN_DAYS)
    title = title_of(path)
    # A document without a name is called by its file: here that is a longer one.
    named = id_ if title == path.stem else say(title, lang) or id_
    return Binned(path.stem, kind, id_, named, _shown(binned), _shown(until))


def _shown(time: dt.datetime) -> str:
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")
