"""A whole workspace in one file: taken while it is served, with what the bytes of each part are; and back again."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from cesta.model.errors import CestaError
from cesta.store.disk import having_room, make_folder, reaching, settle_file, settle_folder
from cesta.store.loads import ShardEntry, read_loads, read_shards
from cesta.store.made import note_made
from cesta.store.manifest import FILE, read_manifest
from cesta.store.passing import passing, sweep_passing
from cesta.store.workspace import Workspace

SUMS = "SHA256SUMS"
"""The last file in a backup, as `sha256sum -c` reads it; a backup without it was cut."""
BLOCK = 1 << 20
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What is in a backup: how many files, so many of them shards, and the size of the backup itself."""

    file: str
    files: int
    shards: int
    bytes: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A file of the backup and where its bytes are. sha256: what they have to be, where that is known before."""

    name: str
    path: Path
    sha256: str = ""


def back_up(root: Path, target: Path, progress: Progress) -> BackedUp:
    """Writes the workspace as it is at one moment into `target`, a tar file. Others may write meanwhile.

    Raises no_workspace, broken_workspace, file_exists, bad_place, disk_full, no_access.
    """
    read_manifest(root)
    if target.exists():
        raise CestaError("file_exists", f"There is a file {target} already.", "Name another, with the day in it.")
    if target.resolve().is_relative_to(root.resolve()):
        raise CestaError("bad_place", f"{target} is inside the workspace.", "Put backups on another disk.")
    with Workspace.open(root) as workspace, _snapshot(workspace) as parts:
        with reaching(target):
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        part = Path(name)
        try:
            with reaching(target):
                with os.fdopen(handle, "wb") as file:
                    _write(file, parts, progress)
                settle_file(part)
                part.rename(target)
                settle_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
    note_made(root / "data", "backup", target)
    shards = sum(part.name.startswith("data/shards/") for part in parts)
    return BackedUp(str(target), len(parts), shards, target.stat().st_size)


def bring_back(source: Path, root: Path, progress: Progress) -> int:
    """Makes the workspace of a backup in `root`, wholly or not at all; how many files it has.

    Raises bad_backup, not_empty, disk_full, no_access.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise CestaError("not_empty", f"{root} is there already and not empty.", "Name a folder that does not exist.")
    make_folder(root.absolute().parent)
    with reaching(root):
        folder = Path(tempfile.mkdtemp(dir=root.absolute().parent, prefix=f".{root.name}.", suffix=".part"))
    try:
        with reaching(source), having_room(root), source.open("rb") as file:
            found = _unpack(file, folder, source, progress)
        _compare(found, _read_sums(folder / SUMS, source), source)
        (folder / SUMS).unlink()
        for inner in sorted({path.parent for path in folder.rglob("*")}):
            settle_folder(inner)
        folder.chmod(0o755)
        with reaching(root):
            folder.rename(root)
            settle_folder(root.absolute().parent)
        note_made(root / "data", "backup", source)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return len(found)


@contextmanager
def _snapshot(workspace: Workspace) -> Iterator[list[_Part]]:
    """All files of one moment: databases copied, shards held by a second name, so that nothing sweeps them away."""
    sweep_passing(workspace.data)
    with passing(workspace.data, "backup") as folder:
        with workspace.sealing(), having_room(folder):
            parts = [*_documents(workspace.root, folder), *_databases(workspace.data, folder)]
            for shard in _listed(folder / "log.sqlite"):
                path = workspace.shard_folder / shard.name
                if not path.exists():
                    raise _damaged(f"The shard {path} is missing")
                _hold(path, folder / shard.name)
                parts.append(_Part(f"data/shards/{shard.name}", folder / shard.name, shard.sha256))
        yield parts


def _documents(root: Path, folder: Path) -> Iterator[_Part]:
    """What people wrote, what of it lies in the bin, and the keys; the manifest comes first."""
    files = [path for path in root.rglob("*") if path.is_file() and _is_document(path.relative_to(root))]
    for number, path in enumerate(sorted(files, key=lambda path: (path != root / FILE, path))):
        with suppress(FileNotFoundError):
            # Whoever saves a document meanwhile puts another file in its place; this one stays.
            _hold(path, folder / f"document-{number}")
            yield _Part(path.relative_to(root).as_posix(), folder / f"document-{number}")


def _is_document(inner: Path) -> bool:
    if inner.parts[0] == "data":
        return inner.parts[1:2] == ("bin",) or (len(inner.parts) == 2 and inner.suffix == ".json")
    return inner.name == ".gitignore" or not any(part.startswith(".") for part in inner.parts)


def _databases(data: Path, folder: Path) -> Iterator[_Part]:
    for path in sorted(data.glob("*.sqlite")):
        with closing(sqlite3.connect(path, timeout=30)) as live, closing(sqlite3.connect(folder / path.name)) as copy:
            # All pages at once: a copy made in steps begins again whenever somebody writes.
            live.backup(copy, pages=-1)
            copy.execute("pragma journal_mode=delete").close()
        yield _Part(f"data/{path.name}", folder / path.name)


def _listed(log: Path) -> list[ShardEntry]:
    with closing(sqlite3.connect(log)) as sql:
        return read_shards(sql, [load.load_id for load in read_loads(sql)])


def _hold(path: Path, second: Path) -> None:
    try:
        second.hardlink_to(path)
    except OSError:
        # Not every file system knows second names.
        shutil.copyfile(path, second)


def _damaged(what: str) -> CestaError:
    return CestaError("broken_workspace", f"{what}; nothing was backed up.", "See all that is damaged: cesta check DIR")


def _write(file: IO[bytes], parts: list[_Part], progress: Progress) -> None:
    sums = ""
    with tarfile.open(fileobj=file, mode="w|") as archive:
        for number, part in enumerate(parts):
            progress("copying", number, len(parts))
            found = _add(archive, part)
            if part.sha256 not in ("", found):
                raise _damaged(f"The shard {part.path.name} is damaged: its bytes are not those that were written")
            sums += f"{found}  {part.name}\n"
        progress("copying", len(parts), len(parts))
        archive.addfile(_entry(SUMS, len(sums.encode())), io.BytesIO(sums.encode()))


class _Read:
    """A file as it is read, and what its bytes were."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seen = hashlib.sha256()

    def read(self, size: int) -> bytes:
        block = self._file.read(size)
        self.seen.update(block)
        return block


def _add(archive: tarfile.TarFile, part: _Part) -> str:
    with part.path.open("rb") as file:
        state, read = os.fstat(file.fileno()), _Read(file)
        archive.addfile(_entry(part.name, state.st_size, int(state.st_mtime)), read)  # type: ignore[arg-type]  # reads
    return read.seen.hexdigest()


def _entry(name: str, size: int, time: int = 0) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = size, 0o644, time
    return entry


def _unpack(file: IO[bytes], folder: Path, source: Path, progress: Progress) -> dict[str, str]:
    """Every file of the backup and what its bytes are, itself on the disk."""
    found: dict[str, str] = {}
    try:
        with tarfile.open(fileobj=file, mode="r|") as archive:
            for entry in archive:
                stream = archive.extractfile(entry) if entry.isreg() and _is_inside(entry.name) else None
                if stream is None:
                    raise _bad(source, f'it holds "{entry.name}", which no backup of Cesta does')
                progress("unpacking", len(found), 0)
                found[entry.name] = _put(stream, folder / entry.name)
    except (tarfile.TarError, EOFError) as error:
        raise _bad(source, f"it cannot be read to its end ({error})") from error
    found.pop(SUMS, None)
    return found


def _is_inside(name: str) -> bool:
    inner = PurePosixPath(name)
    return not inner.is_absolute() and ".." not in inner.parts


def _put(stream: IO[bytes], path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    seen = hashlib.sha256()
    with path.open("xb") as file:
        while block := stream.read(BLOCK):
            seen.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return seen.hexdigest()


def _read_sums(path: Path, source: Path) -> dict[str, str]:
    if not path.is_file():
        raise _bad(source, "its end is missing")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise _bad(source, "its list of checksums is damaged") from error
    return {name: known for known, _, name in (line.partition("  ") for line in lines)}


def _compare(found: dict[str, str], wanted: dict[str, str], source: Path) -> None:
    wrong = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
    if wrong:
        more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise _bad(source, f"{wrong[0]}{more} in it is not what was backed up")
    if FILE not in found:
        raise _bad(source, "there is no workspace in it")


def _bad(source: Path, what: str) -> CestaError:
    return CestaError("bad_backup", f"{source} is no whole backup: {what}.", "Nothing was restored; try another copy.")
