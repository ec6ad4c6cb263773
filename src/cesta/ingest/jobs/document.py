"""A job: a document that says which place is read how often, and what its rows are."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cesta.ingest.mapping import ID
from cesta.model.duration import duration
from cesta.model.errors import CestaError, nearest, unknown
from cesta.store.documents import read_document
from cesta.store.loads import DECISIONS, Decision

FOLDER = "jobs"
KEYS = ("id", "from", "every", "options", "shape", "changed", "note")
SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Job:
    """place: a folder, or a URL in which ${NAME} stands for a variable of the environment. every: microseconds.

    options: what the place's reader is told. shape: the named shape of what comes. changed: for known ids.
    """

    id: str
    place: str
    every: int
    options: Mapping[str, str]
    shape: str | None
    changed: Decision

    @property
    def is_folder(self) -> bool:
        return "://" not in self.place

    def where(self) -> str:
        """The place with its secrets. Raises bad_value."""

        def told(found: re.Match[str]) -> str:
            if found[1] not in os.environ:
                hint = "Set it where the server or the command is started."
                raise CestaError("bad_value", f"{self.id}: there is no variable {found[1]}.", hint)
            return os.environ[found[1]]

        return SECRET.sub(told, self.place)


def find_jobs(root: Path) -> tuple[list[Job], dict[str, CestaError]]:
    """Every job of a workspace, by its file's name; and by theirs, why other files are none."""
    jobs: list[Job] = []
    wrong: dict[str, CestaError] = {}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        try:
            jobs.append(read_job(path))
        except CestaError as error:
            wrong[path.name] = error
    return jobs, wrong


def read_jobs(root: Path) -> list[Job]:
    """Every job of a workspace. Raises bad_yaml, bad_value with the file's name."""
    jobs, wrong = find_jobs(root)
    for error in wrong.values():
        raise error
    return jobs


def the_job(root: Path, job: str) -> Job:
    """Raises unknown_job; of a document that cannot be read, which may be the one, bad_yaml, bad_value."""
    jobs, wrong = find_jobs(root)
    for one in jobs:
        if one.id == job:
            return one
    for error in wrong.values():
        raise error
    raise unknown("unknown_job", "job", job, [one.id for one in jobs])


def read_job(path: Path) -> Job:
    """Raises bad_yaml, bad_value."""
    data = read_document(path).data
    if not isinstance(data, dict):
        raise _bad(path, "names and values are wanted.", f"Known: {', '.join(KEYS)}.")
    for key in data:
        if key not in KEYS:
            close = nearest(str(key), KEYS)
            raise _bad(path, f'there is no key "{key}".', f"Did you mean {close}?" if close else f"Known: {KEYS}.")
    for key in ("id", "from", "every"):
        if not isinstance(data.get(key), str):
            raise _bad(path, f'"{key}" is missing, or no text.', "A job has an id, from and every.")
    if not ID.fullmatch(data["id"]):
        raise _bad(path, f'id is "{data["id"]}".', "Small letters, digits and hyphens, such as web-orders.")
    changed = data.get("changed", "replace")
    if changed not in DECISIONS:
        raise _bad(path, f'changed is "{changed}".', f"It is {', '.join(DECISIONS)}.")
    options = data.get("options") or {}
    if not isinstance(options, dict):
        raise _bad(path, "options must be names and values.", "Such as: options: {table: orders, cursor: id}")
    told = {str(key): str(value) for key, value in options.items()}
    return Job(data["id"], data["from"], duration(data["every"]), told, data.get("shape"), cast("Decision", changed))


def _bad(path: Path, message: str, hint: str) -> CestaError:
    return CestaError("bad_value", f"{path.name}: {message}", hint)
