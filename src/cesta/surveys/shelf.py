"""The surveys of a workspace, and which of them are open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cesta.model.calendar import day_after, midnight, zone_named
from cesta.model.errors import CestaError
from cesta.model.instant import parse_day
from cesta.store.bin import document_path
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace
from cesta.surveys.document import SurveyDocument, as_survey

FOLDER = "surveys"
State = Literal["draft", "early", "open", "closed"]
"""early: its first day is still to come."""


def load_all(workspace: Workspace, broken: list[CestaError] | None = None) -> dict[str, SurveyDocument]:
    """Every survey by the name of its file, ascending.

    A file that cannot be read raises bad_yaml or bad_survey; with a list for the `broken`, it is left out instead.
    """
    return _all_in(workspace.root / FOLDER, broken)


def _all_in(folder: Path, broken: list[CestaError] | None) -> dict[str, SurveyDocument]:
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = _read_one(path)
        except CestaError as error:
            if broken is None:
                raise
            broken.append(error)
    return found


def surveys_now(workspace: Workspace) -> Mapping[str, SurveyDocument]:
    """Those that can be read; read again only when a file changes: every page of a site asks for them."""
    folder = workspace.root / FOLDER
    states = ((path.name, path.stat()) for path in sorted(folder.glob("*.yaml")))
    return _read(folder, tuple((name, state.st_mtime_ns, state.st_size) for name, state in states))


@lru_cache(maxsize=16)
def _read(folder: Path, _: object) -> Mapping[str, SurveyDocument]:
    return _all_in(folder, [])


def load(workspace: Workspace, id_: str) -> SurveyDocument:
    """One survey. Raises unknown_survey, bad_yaml, bad_survey."""
    return _read_one(document_path(workspace, "survey", id_))


def _read_one(path: Path) -> SurveyDocument:
    """Links, events and versions go by the id, the shelf by the file: they have to be one."""
    survey = as_survey(read_document(path))
    if survey.id != path.stem:
        what = f'{path.name}:1: The id is "{survey.id}", the file is {path.name}.'
        raise CestaError("bad_survey", what, "Give both the same name.")
    return survey


def state_of(survey: SurveyDocument, now: int, timezone: str) -> State:
    """Whether it takes answers at a moment; its days are those of the workspace's clock."""
    if survey.status != "open":
        return "draft" if survey.status == "draft" else "closed"
    zone = zone_named(timezone)
    if survey.first is not None and now < midnight(parse_day(survey.first), zone):
        return "early"
    if survey.last is not None and now >= midnight(day_after(parse_day(survey.last)), zone):
        return "closed"
    return "open"
