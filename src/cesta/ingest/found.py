"""Which files a mapping means: found in a folder or among those given, and made into tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cesta.ingest.files.stage import stage
from cesta.ingest.files.staged import Staged
from cesta.ingest.mapping import Mapping
from cesta.ingest.progress import Progress, quiet
from cesta.model.errors import CestaError
from cesta.store.disk import reaching
from cesta.store.loads import LoadFile

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".sqlite", ".sqlite3", ".db", ".json", ".jsonocel")
"""Files of several tables; one is named after a #."""
Files = Path | Sequence[Path]
"""A folder, or the files themselves."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The files of one name; `sheet`: the one wanted, where they are workbooks."""

    paths: tuple[Path, ...]
    sheet: str | None


def find_files(mapping: Mapping, place: str, files: Files) -> dict[str, Meant]:
    """Each name's files; a path may be a pattern such as orders/*.csv. Raises no_file.

    Of files that are given, those that no pattern knows are taken for the one name that would have none.
    """
    parts = {name: _parts(pattern) for name, pattern in mapping.files.items()}
    found = {name: Meant(_matching(pattern, files), sheet) for name, (pattern, sheet) in parts.items()}
    if not isinstance(files, Path):
        taken = {path for meant in found.values() for path in meant.paths}
        missing = [name for name, meant in found.items() if not meant.paths]
        left = tuple(path for path in files if path not in taken)
        if len(missing) == 1 and left:
            found[missing[0]] = replace(found[missing[0]], paths=left)
    for name, meant in found.items():
        if not meant.paths:
            raise CestaError(
                "no_file",
                f'{place}: files/{name}: there is no "{parts[name][0]}" {_where(files)}.',
                f"Files there: {_listed(files)}.",
            )
    return found


def prints(found: Dictionary[str, Meant]) -> dict[Path, LoadFile]:
    """What each file's bytes are; its rows are not known yet."""
    several = sorted({path for meant in found.values() for path in meant.paths})
    return {path: _print(path) for path in several}


def stage_all(
    place: str, found: Dictionary[str, Meant], into: Path, progress: Progress = quiet
) -> dict[str, list[Staged]]:
    """The tables of each name, each file read once. An empty file among several is passed over.

    Raises bad_file, empty_file, file_growing, bad_mapping.
    """
    known: dict[Path, list[Staged]] = {}
    staged: dict[str, list[Staged]] = {}
    for name, meant in found.items():
        staged[name] = []
        for path in meant.paths:
            if path not in known:
                known[path] = _stage_one(path, into, progress, alone=len(meant.paths) == 1)
            if known[path]:
                staged[name].append(_wanted(known[path], meant.sheet, f"{place}: files/{name}"))
        if not staged[name]:
            raise CestaError("empty_file", f"{place}: files/{name}: all of its files are empty.", None)
    return staged


def _stage_one(path: Path, into: Path, progress: Progress, alone: bool) -> list[Staged]:
    try:
        return stage(path, into, progress)
    except CestaError as error:
        if error.code == "empty_file" and not alone:
            return []
        raise


def _wanted(tables: list[Staged], sheet: str | None, place: str) -> Staged:
    chosen = [table for table in tables if sheet is None or table.sheet == sheet]
    if len(chosen) == 1:
        return chosen[0]
    sheets = ", ".join(f'"{table.sheet}"' for table in tables)
    file = tables[0].file.name
    what = f'{file} has no sheet "{sheet}"' if sheet is not None else f"{file} has {len(tables)} tables"
    raise CestaError(
        "bad_mapping", f"{place}: {what}.", f'Name one as "{file}#{tables[0].sheet}"; there are: {sheets}.'
    )


def _parts(pattern: str) -> tuple[str, str | None]:
    """A pattern and the sheet after its #, which may also be a letter of a file's name."""
    file, mark, sheet = pattern.rpartition("#")
    return (file, sheet) if mark and Path(file).suffix.lower() in WORKBOOKS else (pattern, None)


def _matching(pattern: str, files: Files) -> tuple[Path, ...]:
    if isinstance(files, Path):
        with reaching(files):
            return tuple(sorted(path for path in files.resolve().glob(pattern) if path.is_file()))
    return tuple(sorted(path.resolve() for path in files if path.match(pattern)))


def _where(files: Files) -> str:
    return f"in {files}" if isinstance(files, Path) else "among the files given"


def _listed(files: Files) -> str:
    if isinstance(files, Path):
        names = sorted(path.name for path in files.iterdir() if path.is_file()) if files.is_dir() else []
    else:
        names = sorted(path.name for path in files)
    return ", ".join(names[:20]) or "none"


def _print(path: Path) -> LoadFile:
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    with reaching(path), path.open("rb") as file:
        return LoadFile(path.name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest(), 0)
