"""Barriers of a workspace as it is now: of one of its maps, or of the map that would be proposed."""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Hashable
from pathlib import Path

from cesta.maps.barriers.view import Barriers, barriers_of
from cesta.maps.beside import beside
from cesta.maps.bind import bound
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.propose.proposal import propose
from cesta.store.workspace import Workspace

_KEEP = 16
_kept: OrderedDict[Hashable, Barriers] = OrderedDict()
_lock = threading.Lock()


def barriers(workspace: Workspace, map_id: str | None, picked: Picked, text: str | None = None) -> Barriers:
    """What stops customers; text: of the map instead of its file. Raises as the map's view does."""
    key = (str(workspace.root), workspace.generation(), map_id, picked, text)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = _worked_out(workspace, map_id, picked, text)
    with _lock:
        _kept[key] = found
        while len(_kept) > _KEEP:
            _kept.popitem(last=False)
    return found


def _worked_out(workspace: Workspace, map_id: str | None, picked: Picked, text: str | None) -> Barriers:
    settings = workspace.settings
    if map_id is not None:
        found = bound(workspace, map_id, picked, text)
    else:
        document = parse(propose(workspace, lang=picked.language).text, Path("first-map.yaml"))
        near = beside(workspace, document)
        given = lay(document, workspace.columns(), near, timezone=settings.timezone)
        found = compose(given, picked, datetime.datetime.now(datetime.UTC).date())
    return barriers_of(found.ground, found, settings.currency, picked.language)
