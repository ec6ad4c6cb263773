"""What a careful colleague would remark about a map before it is shown to anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cesta.maps.beside import beside
from cesta.maps.document import MapDocument, load
from cesta.maps.library import KINDS, names
from cesta.maps.lint_events import check_events
from cesta.maps.lint_names import Names, check_names
from cesta.maps.problems import in_order, of_error, to_problems
from cesta.maps.shelf import map_path
from cesta.maps.view import Problem
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, guess, warn
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace

MOST_STAGES = 9


@dataclass(frozen=True, slots=True)
class Shelf:
    """The names a map may use."""

    names: Names = field(default_factory=dict)
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)


def shelf_of(workspace: Workspace) -> Shelf:
    """The names of this workspace."""
    settings = workspace.settings
    return Shelf({kind: names(workspace, kind) for kind in KINDS}, settings.channels, settings.languages)


def lint(workspace: Workspace, map_id: str) -> tuple[Problem, ...]:
    """Every problem of a map of the workspace, by line. Raises unknown_map."""
    path = map_path(workspace, map_id)
    try:
        document = load(workspace, map_id)
    except CestaError as error:
        line = re.search(rf"\b{re.escape(path.name)}:(\d+)", error.message)
        return (of_error(error, int(line[1]) if line else None),)
    own = problems_of(document, shelf_of(workspace), workspace.columns(), workspace.settings.timezone)
    return in_order((*own, *beside(workspace, document).problems))


def problems_of(
    document: MapDocument, shelf: Shelf, columns: Columns | None = None, timezone: str = "UTC"
) -> tuple[Problem, ...]:
    """Of the document alone and, with events, of how it meets them."""
    found = list(check_document(document, shelf))
    if columns is not None and len(columns.codes):
        found += check_events(document, columns, timezone)
    return to_problems(document, found)


def check_document(document: MapDocument, shelf: Shelf) -> Iterator[Complaint]:
    """What can be said without events."""
    yield from document.complaints
    yield from _header(document)
    yield from check_names(document, shelf.names)
    yield from _stages(document, shelf)
    yield from _duplicates(document)
    yield from _languages(document, shelf.languages)


def _header(document: MapDocument) -> Iterator[Complaint]:
    if document.owner is None:
        yield warn("no_owner", "Nobody owns this map.", "", "Write owner: and a name.")
    if document.goal is None:
        yield warn(
            "no_goal",
            "This map has no goal.",
            "/goal",
            "Write goal: {event: …}: without one nobody can be lost or won.",
        )
    elif document.goal.target is None:
        yield warn("metric_without_target", "The goal has no target.", "/goal", "Write target: 0.2 for 20 %.")
    if document.reviewed is None:
        yield warn(
            "no_review_date", "Nobody has said when this map was last reviewed.", "", "Write reviewed: 2026-10-20."
        )
    rules = document.rules
    if not rules.ends and rules.silence is None and rules.after is None:
        yield warn(
            "no_end",
            "Journeys of this map never end, so nobody is ever lost.",
            "/end",
            "Write end: {any_of: [silence 60d]}.",
        )


def _stages(document: MapDocument, shelf: Shelf) -> Iterator[Complaint]:
    if len(document.stages) > MOST_STAGES:
        message = f"{len(document.stages)} stages are more than a reader can hold; {MOST_STAGES} are the most."
        yield warn("too_many_stages", message, "/stages", "Join neighbours, or make a map of a part.")
    for stage in document.stages:
        if stage.owner is None:
            yield warn("no_owner", f'Nobody owns the stage "{stage.id}".', stage.pointer, "Write owner: and a name.")
        if not stage.touchpoints:
            yield warn("no_touchpoints", f'The stage "{stage.id}" has no touchpoints.', stage.pointer)
        for touchpoint in stage.touchpoints:
            if not touchpoint.data.get("match"):
                message = f'"{touchpoint.id}" has no rule yet, so nobody is counted there.'
                yield warn("no_match", message, touchpoint.pointer, "Write match: {event: …}.")
            if touchpoint.data.get("channel") and touchpoint.channel not in shelf.channels:
                message = f'There is no channel "{touchpoint.channel}".'
                hint = guess(touchpoint.channel, shelf.channels)
                yield warn("unknown_channel", message, f"{touchpoint.pointer}/channel", hint)


def _duplicates(document: MapDocument) -> Iterator[Complaint]:
    stages = [(stage.id, stage.pointer) for stage in document.stages]
    stops = [(touchpoint.id, touchpoint.pointer) for touchpoint in document.touchpoints]
    for items in (stages, stops):
        seen: set[str] = set()
        for name, pointer in items:
            if name in seen:
                yield Complaint("duplicate_id", f'The id "{name}" is used twice.', None, f"{pointer}/id")
            seen.add(name)


def _languages(document: MapDocument, languages: tuple[str, ...]) -> Iterator[Complaint]:
    """Texts that were translated, but not into every language of the workspace."""
    named = [(document.title, "/title")]
    named += [(stage.name, f"{stage.pointer}/name") for stage in document.stages]
    named += [(touchpoint.name, f"{touchpoint.pointer}/name") for touchpoint in document.touchpoints]
    for words, pointer in named:
        missing = [] if isinstance(words, str) else [language for language in languages if language not in words]
        if missing:
            yield warn("missing_language", f"This text is missing in {', '.join(missing)}.", pointer)
