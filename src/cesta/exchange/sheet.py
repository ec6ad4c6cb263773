"""A map taken down to be sent out: its document, and what it says in one language, with its numbers or without."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cesta.exchange.yaml_text import yaml_of
from cesta.maps import bind
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import MapDocument
from cesta.maps.shelf import read_text
from cesta.maps.view import MapView, TouchpointView
from cesta.model.shape import say
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """data: the whole document as plain values, standing alone. text: the same as YAML. numbers: whether view has any.

    day: when the sheet was taken down.
    """

    view: MapView
    data: Data
    text: str
    language: str
    numbers: bool
    day: str

    def said(self, text: Any) -> str:
        """A text of the document in the sheet's language; several as lines."""
        if isinstance(text, list | tuple):
            return "\n".join(filter(None, map(self.said, text)))
        return say(text, self.language) or "" if isinstance(text, str | Mapping) else ""

    @property
    def segment_name(self) -> str | None:
        """The segment shown; None for everyone."""
        chosen = next((each for each in self.view.segments if each.id == self.view.segment), None)
        return chosen.name if chosen else self.view.segment

    @property
    def stops(self) -> tuple[TouchpointView, ...]:
        """All touchpoints from left to right."""
        return tuple(stop for stage in self.view.stages for stop in stage.touchpoints)


def take_down(workspace: Workspace, map_id: str, picked: Picked, *, numbers: bool = True) -> Sheet:
    """The map as it is now. Raises unknown_map, bad_map, bad_yaml, unknown_segment, bad_time, bad_range."""
    ground = bind.ground(workspace, map_id)
    today = datetime.datetime.now(datetime.UTC).date()
    found = bind.bound(workspace, map_id, picked).view
    if not numbers:
        # The same map on no events: whatever is measured is gone, whatever people wrote stays.
        near = ground.near
        empty = lay(ground.document, from_events([]), near, timezone=ground.timezone, min_n=ground.min_n)
        found = compose(empty, picked, today, found.persona).view
    data = standing_alone(ground.document)
    text = read_text(workspace, map_id)
    if data != plain_data(ground.document.whole.source.data):
        text = yaml_of(data)
    return Sheet(found, data, text, picked.language, numbers, today.isoformat())


def standing_alone(document: MapDocument) -> Data:
    """The document's fields without need of another file: its base and shared touchpoints are put in."""
    data: Data = plain_data(document.data)
    data.pop("extends", None)
    return data


def plain_data(value: Any) -> Any:
    """Plain dicts and lists, nothing that is None: the same for a file, and for what is read from an export."""
    if isinstance(value, Mapping):
        return {str(key): plain_data(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain_data(item) for item in value]
    return value
