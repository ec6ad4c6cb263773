"""Files that a page sends in slices: kept in data/uploads until they are loaded, or for a day."""

from __future__ import annotations

import re
import secrets
import shutil
import threading
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cesta.model.errors import CestaError
from cesta.store.disk import make_folder, reaching

SLICE = 8 * 1024 * 1024
"""Most bytes of one slice."""
KEPT = 24 * 3600
"""Seconds that files wait for being loaded."""
LONGEST_NAME = 120
MB = 1024 * 1024
ID = re.compile(r"[0-9a-f]{16}")
PART = ".part-"


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What is there of a file after a slice. `upload` is the folder it shares with the files sent beside it."""

    upload: str
    name: str
    bytes: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Slice:
    """A file's slice number `part` of `of`. `upload` is empty for the first slice of the first file."""

    upload: str
    name: str
    part: int
    of: int
    body: bytes


class Uploads:
    """The uploads of one workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._ends: dict[Path, list[int]] = {}

    def take(self, given: Slice, most_mb: int) -> Uploaded:
        """Keeps a slice. Slices of a file come in order; one that comes again replaces what began with it.

        Raises bad_value, unknown_upload, too_large, no_access.
        """
        name = safe_name(given.name)
        if not 1 <= given.part <= given.of:
            raise CestaError("bad_value", f"Part {given.part} of {given.of} cannot be.", "Parts are counted from 1.")
        if len(given.body) > SLICE:
            raise CestaError("too_large", f"A slice has {len(given.body)} bytes.", f"At most {SLICE} at once.")
        with self._lock:
            folder = self._folder(given)
            part = folder / f"{PART}{name}"
            ends = self._ends.setdefault(part, [0])
            if given.part > len(ends):
                raise unknown(f"Part {given.part} of {name} came before part {len(ends)}.")
            del ends[given.part :]
            self._refuse_too_large(given, ends[-1] + len(given.body), most_mb)
            with reaching(part), part.open("r+b" if part.exists() else "w+b") as file:
                file.truncate(ends[-1])
                file.seek(ends[-1])
                file.write(given.body)
            ends.append(ends[-1] + len(given.body))
            if whole := given.part == given.of:
                part.replace(folder / name)
                del self._ends[part]
            return Uploaded(folder.name, name, ends[-1], whole)

    def paths(self, files: Iterable[str]) -> list[Path]:
        """Where the files are: of an upload all or one ("upload/name"), else paths on this machine.

        Raises unknown_upload, no_file.
        """
        return [path for file in files for path in self._paths(file)]

    def forget(self, files: Iterable[str]) -> None:
        """Removes the uploads among these; paths of this machine are left alone."""
        for upload in {file.split("/")[0] for file in files}:
            if ID.fullmatch(upload):
                self._remove(self.folder / upload)

    def sweep(self, now: float | None = None) -> None:
        """Removes what has waited longer than a day."""
        now = time.time() if now is None else now
        for folder in self.folder.glob("*") if self.folder.is_dir() else ():
            with self._lock:
                old = folder.is_dir() and now - max(p.stat().st_mtime for p in (folder, *folder.iterdir())) > KEPT
            if old:
                self._remove(folder)

    def _folder(self, given: Slice) -> Path:
        if given.upload == "" and given.part == 1:
            folder = self.folder / secrets.token_hex(8)
            make_folder(folder)
            return folder
        folder = self.folder / given.upload
        if not ID.fullmatch(given.upload) or not folder.is_dir():
            raise unknown(f'There is no upload "{given.upload}".')
        return folder

    def _refuse_too_large(self, given: Slice, size: int, most_mb: int) -> None:
        if size > most_mb * MB:
            raise CestaError(
                "file_too_large",
                f"{given.name} is larger than {most_mb} MB, the most that is taken through the page.",
                "Load it with `cesta load`, which has no limit, or raise max_upload_mb in cesta.yaml.",
            )

    def _paths(self, file: str) -> list[Path]:
        upload, _, name = file.partition("/")
        if not is_upload(file):
            path = Path(file)
            if path.is_absolute():
                return [path]
            raise CestaError("no_file", f'"{file}" is not a whole path.', "Give it from the root, such as /home/….")
        folder = self.folder / upload
        found = sorted(path for path in folder.glob("*") if not path.name.startswith(PART))
        if not found or any(folder.glob(f"{PART}*")):
            raise unknown(f'The upload "{upload}" is not there, or not whole.')
        if not name:
            return found
        chosen = [path for path in found if path.name == name]
        if not chosen:
            here = ", ".join(path.name for path in found)
            raise CestaError("no_file", f'There is no "{name}" in this upload.', f"Files there: {here}.")
        return chosen

    def _remove(self, folder: Path) -> None:
        with self._lock:
            shutil.rmtree(folder, ignore_errors=True)
            self._ends = {part: ends for part, ends in self._ends.items() if part.parent != folder}


def is_upload(file: str) -> bool:
    """Whether this names an upload or a file of one; else it is a path on this machine."""
    return ID.fullmatch(file.partition("/")[0]) is not None


def unknown(what: str) -> CestaError:
    """Slices without their beginning: the server was started again, or the day is over."""
    return CestaError("unknown_upload", what, "Choose the files once more; they are kept for a day.")


def safe_name(name: str) -> str:
    """A file's name without folders, control characters and leading dots; its ending stays.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\me\\\\zamówienia 2024.csv"), safe_name("..")
    ('passwd', 'zamówienia 2024.csv', 'file')
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip().lstrip(".").strip()
    if len(kept.encode()) > LONGEST_NAME:
        ending = "".join(Path(kept).suffixes[-2:])[-20:]
        kept = kept.encode()[: LONGEST_NAME - len(ending.encode())].decode(errors="ignore") + ending
    return kept or "file"
