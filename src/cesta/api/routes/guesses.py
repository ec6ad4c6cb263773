"""Files in: what they tell, guessed, and loading them beside the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from cesta.api.jobs import Started
from cesta.api.noting import asked_by
from cesta.api.rules import check_machine
from cesta.api.served import Served, TheServed
from cesta.api.uploads import is_upload
from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.files import guess_files, load_files
from cesta.ingest.guess.guess import Guess
from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress


@dataclass(frozen=True, slots=True)
class FilesToGuess:
    """Uploads, or paths on the server's machine, and what was said about them so far."""

    files: tuple[str, ...]
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True, slots=True)
class FilesToLoad:
    """Uploads, or paths on the server's machine. `mapping`: a mapping document's text or path; none: it is guessed."""

    files: tuple[str, ...]
    mapping: str | None = None
    answers: Answers = field(default_factory=Answers)


@post("/api/loads/guess", sync_to_thread=True, status_code=200)
def guess(served: TheServed, request: Request[Any, Any, Any], data: JSONBody[FilesToGuess]) -> Guess:
    """What files tell of who did what and when, with their first rows; nothing is loaded by this."""
    return guess_files(served.workspace, _files(served, request, data.files), data.answers)


@post("/api/loads", sync_to_thread=True, status_code=200)
def load(served: TheServed, request: Request[Any, Any, Any], data: JSONBody[FilesToLoad]) -> Started:
    """Load files, wholly or not at all; the answer names the job to follow. The same files again add nothing."""
    paths, mapping = _files(served, request, data.files), _mapping(request, data.mapping)

    def work(progress: Progress) -> Loaded:
        loaded = load_files(served.workspace, paths, mapping, data.answers, progress)
        served.uploads.forget(data.files)
        return loaded

    return served.jobs.start(work)


def _files(served: Served, request: Request[Any, Any, Any], files: tuple[str, ...]) -> list[Path]:
    """Uploads, for everybody; paths of this machine only for who may read them anyway."""
    if any(not is_upload(file) for file in files):
        check_machine(asked_by(request))
    return served.uploads.paths(files)


def _mapping(request: Request[Any, Any, Any], given: str | None) -> str | Path | None:
    """A path is one line; a document never is."""
    if given is None or "\n" in given:
        return given
    check_machine(asked_by(request))
    return Path(given)


ROUTES = (guess, load)
