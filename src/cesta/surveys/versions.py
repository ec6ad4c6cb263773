"""The versions of a survey's questions: each wording that anybody was asked is kept, and answers say which it was."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import msgspec

from cesta.store.disk import make_folder, write_whole
from cesta.store.workspace import Workspace
from cesta.surveys.document import Question, SurveyDocument

FOLDER = "surveys"
_lock = threading.Lock()


class Version(msgspec.Struct, frozen=True):
    """number: from 1. since: when it was first shown, in microseconds since 1970. questions: as they were asked."""

    number: int
    mark: str
    since: int
    questions: tuple[Question, ...]


def mark_of(survey: SurveyDocument) -> str:
    """Equal for equal questions, whatever else of the survey is changed."""
    return hashlib.sha256(msgspec.json.encode(survey.questions, order="deterministic")).hexdigest()[:16]


def versions_of(workspace: Workspace, survey_id: str) -> tuple[Version, ...]:
    """The versions that were shown, the oldest first."""
    try:
        return msgspec.json.decode(_path(workspace, survey_id).read_bytes(), type=tuple[Version, ...])
    except FileNotFoundError:
        return ()


def version_shown(workspace: Workspace, survey: SurveyDocument, now: int) -> int:
    """The version of what is about to be shown; questions that nobody was asked before become a new one."""
    mark = mark_of(survey)
    with _lock:
        known = versions_of(workspace, survey.id)
        found = next((one for one in known if one.mark == mark), None)
        if found is None:
            found = Version(len(known) + 1, mark, now, survey.questions)
            path = _path(workspace, survey.id)
            make_folder(path.parent)
            write_whole(path, msgspec.json.format(msgspec.json.encode((*known, found)), indent=1).decode())
    return found.number


def _path(workspace: Workspace, survey_id: str) -> Path:
    return workspace.data / FOLDER / f"{survey_id}.json"
