"""Documents of a workspace, and the history that git keeps of them, searched for somebody's ids."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cesta.store.mentions import named_in

WRITTEN = (".yaml", ".yml", ".md", ".txt", ".json", ".csv")
TELLING = 4
"""Letters of the shortest id that is looked for in texts: a shorter one stands in many that are not about her."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A line of a document that names one of them."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class History:
    """What git holds. searched: whether there is a repository that could be read. commits: those that name them.

    History is never rewritten: whoever owns the repository decides about these.
    """

    searched: bool
    commits: tuple[str, ...] = ()


def telling(ids: Set[str]) -> set[str]:
    """Those of the ids that say who is meant wherever they stand.

    >>> sorted(telling({"7", "1234567", "ann", "ann@shop.example"}))
    ['1234567', 'ann@shop.example']
    """
    return {one for one in ids if len(one) >= TELLING}


def documents_naming(root: Path, ids: Set[str]) -> tuple[Mention, ...]:
    """The lines of what people wrote in the workspace that name them, the bin of documents included."""
    found = []
    for path in sorted(root.rglob("*")):
        if path.suffix in WRITTEN and _is_written(path.relative_to(root)) and path.is_file():
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            numbers = [number for number, line in enumerate(lines, 1) if named_in(line, ids)]
            found += [Mention(path.relative_to(root).as_posix(), number) for number in numbers]
    return tuple(found)


def _is_written(inner: Path) -> bool:
    if inner.parts[0] == "data":
        return inner.parts[1:2] == ("bin",)
    return not any(part.startswith(".") for part in inner.parts)


def history_naming(root: Path, ids: Set[str]) -> History:
    """The commits of the repository that the workspace lies in which hold a text that names them, or say so."""
    git = shutil.which("git")
    if git is None or not ids or _run(git, root, "rev-parse", "--git-dir").returncode != 0:
        return History(False)
    commits = set()
    for kind, name in _objects_naming(git, root, ids):
        if kind == "blob":
            listed = _run(git, root, "log", "--all", "--reflog", "--format=%H", f"--find-object={name}")
            commits.update(listed.stdout.decode().split() or [f"object {name}"])
        else:
            commits.add(name if kind == "commit" else f"{kind} {name}")
    return History(True, tuple(sorted(commits)))


def _run(git: str, root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([git, "-C", str(root), *words], capture_output=True, check=False)


def _objects_naming(git: str, root: Path, ids: Set[str]) -> Iterator[tuple[str, str]]:
    """Kind and name of every object of the repository in whose text one of the ids stands."""
    looked_for = [one.encode() for one in ids]
    command = [git, "-C", str(root), "cat-file", "--batch-all-objects", "--batch", "--buffer"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for name, kind, text in _objects(process.stdout):
            if kind != "tree" and any(one in text for one in looked_for):
                lines = text.decode("utf-8", "replace").splitlines()
                if any(named_in(line, ids) for line in lines):
                    yield kind, name


def _objects(told: IO[bytes]) -> Iterator[tuple[str, str, bytes]]:
    while head := told.readline():
        name, kind, size = head.decode().split()
        text = told.read(int(size))
        told.read(1)
        yield name, kind, text
