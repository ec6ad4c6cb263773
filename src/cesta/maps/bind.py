"""The map with its numbers for a workspace as it is now; kept until anything in the workspace changes."""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any, TypeVar

from cesta.maps.beside import beside
from cesta.maps.compose import Bound, Ground, Picked, compose, lay, relay
from cesta.maps.document import MapDocument, load, load_text
from cesta.maps.lint import check_document, shelf_of
from cesta.maps.lint_events import unseen
from cesta.maps.personas import persona
from cesta.maps.problems import to_problems
from cesta.maps.view import MapView, Persona
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.voice.kept import kept_of

_KEEP = 64
_DRAFTS = 2
_grounds: OrderedDict[Hashable, Ground] = OrderedDict()
_bounds: OrderedDict[Hashable, Bound] = OrderedDict()
_lock = threading.Lock()

T = TypeVar("T")


def view(
    workspace: Workspace,
    map_id: str,
    *,
    segment: str | None = None,
    date_from: str | None = None,
    date_to: str | None = None,
    lang: str = "en",
    text: str | None = None,
) -> MapView:
    """The map with its numbers; text: what it would say instead of its file.

    Raises unknown_map, bad_map, bad_yaml, unknown_segment, bad_time, bad_range.
    """
    return bound(workspace, map_id, Picked(segment, date_from, date_to, lang), text).view


def bound(workspace: Workspace, map_id: str, picked: Picked, text: str | None = None) -> Bound:
    """The view, and the book of whom its numbers count."""
    today = datetime.datetime.now(datetime.UTC).date()
    generation = workspace.generation()
    key = (*state_of(workspace, generation), map_id, picked, today, text)
    found = _recall(_bounds, key)
    if found is None:
        given = ground(workspace, map_id, generation, text)
        found = compose(given, picked, today, _persona(workspace, given.document, picked.language))
        _remember(_bounds, key, found)
    return found


def ground(workspace: Workspace, map_id: str, generation: str | None = None, text: str | None = None) -> Ground:
    """Document, journeys and members for the workspace as it is now."""
    generation = generation or workspace.generation()
    key = (*state_of(workspace, generation), map_id, text)
    found = _recall(_grounds, key)
    if found is None:
        document = load(workspace, map_id) if text is None else load_text(workspace, map_id, text)
        near = beside(workspace, document)
        settings, columns = workspace.settings, workspace.columns()
        remarks = [*check_document(document, shelf_of(workspace)), *unseen(document, columns)]
        problems = to_problems(document, remarks)
        known = _latest(workspace, map_id, generation)
        if known is not None:
            found = relay(known, document, near, problems)
        else:
            found = lay(
                document,
                columns,
                near,
                timezone=settings.timezone,
                min_n=settings.min_n,
                generation=generation,
                problems=problems,
            )
        _remember(_grounds, key, found)
    return found


def _latest(workspace: Workspace, map_id: str, generation: str) -> Ground | None:
    """The last ground laid for any text of this map in this state of the workspace."""
    with _lock:
        state = (*state_of(workspace, generation), map_id)
        keys = [key for key in _grounds if isinstance(key, tuple) and key[:3] == state]
        return _grounds[keys[-1]] if keys else None


def state_of(workspace: Workspace, generation: str | None = None) -> tuple[str, str]:
    """What everything kept depends on; texts that were read meanwhile make it another state."""
    return str(workspace.root), f"{generation or workspace.generation()}.{kept_of(workspace).told}"


def _persona(workspace: Workspace, document: MapDocument, language: str) -> Persona | None:
    if document.persona is None:
        return None
    try:
        return persona(workspace, document.persona, language)
    except CestaError:
        return None  # named among the problems


def _recall(kept: OrderedDict[Hashable, T], key: Hashable) -> T | None:
    with _lock:
        if key in kept:
            kept.move_to_end(key)
        return kept.get(key)


def _remember(kept: OrderedDict[Hashable, T], key: tuple[Any, ...], value: T) -> None:
    with _lock:
        # Of a map that is being edited, every text would be kept.
        drafts = [other for other in kept if isinstance(other, tuple) and other[2] == key[2] and other[-1] is not None]
        for other in drafts[:-_DRAFTS] if key[-1] is not None else ():
            del kept[other]
        kept[key] = value
        while len(kept) > _KEEP:
            kept.popitem(last=False)
