"""Who judges what was set aside: for each source, how its events or rows are read, and the rules that mend them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import read_event
from cesta.ingest.mapping import EventMapping, Mapping, parse_mapping
from cesta.ingest.protocols.again import read_again
from cesta.ingest.readings import readings_in
from cesta.ingest.repair import Raw, Rule
from cesta.ingest.repairs_kept import mapping_path, rules_of
from cesta.ingest.row_json import RowKind, read_row
from cesta.model.event import Event
from cesta.store.aside import UNNAMED, Item
from cesta.store.documents import read_text
from cesta.store.workspace import Workspace

Judge = Callable[[Raw], Event | Arrival]


class Judges:
    """Reads mappings and rules once. The mapping of a source in the workspace counts, as it is now; else its load's."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._zone = ZoneInfo(workspace.settings.timezone)
        self._rules: dict[str, tuple[Rule, ...]] = {}
        self._kinds: dict[tuple[str, str, str | None], RowKind] = {}
        self._mappings: dict[str, Mapping | None] = {}
        self._texts = {load.load_id: load.mapping for load in workspace.log.loads()}

    def rules(self, source: str) -> tuple[Rule, ...]:
        if source not in self._rules:
            self._rules[source] = rules_of(self._workspace.root, source)
        return self._rules[source]

    def of(self, item: Item) -> Judge:
        """Who judges this item. The judge raises NotUnderstood."""
        what = item.what
        if what.protocol is not None:
            return lambda raw: read_again(raw, item, self._zone)
        if what.load_id is None:
            return lambda raw: read_event(raw, what.source, self._zone)[0]
        named = what.message_id is not None and not what.message_id.startswith(UNNAMED)
        key = (what.source, what.load_id, what.event)
        if key not in self._kinds:
            self._kinds[key] = self._kind(*key)
        return partial(read_row, kind=self._kinds[key], message_id=what.message_id if named else None)

    def _kind(self, source: str, load_id: str, event: str | None) -> RowKind:
        mapping = self._mapping(source, load_id)
        if mapping is None:
            return RowKind(source, self._zone)
        found = _event(mapping, event)
        zone = ZoneInfo(mapping.timezone) if mapping.timezone else self._zone
        read = {name: said[0] for name, sql in found.properties.items() if (said := readings_in(sql))}
        return RowKind(source, zone, found.time_formats, found.time_is == "assumed", read)

    def _mapping(self, source: str, load_id: str) -> Mapping | None:
        path = mapping_path(self._workspace.root, source)
        key = source if path.is_file() else load_id
        if key not in self._mappings:
            text = read_text(path) if path.is_file() else self._texts.get(load_id, "")
            self._mappings[key] = parse_mapping(text, path) if text else None
        return self._mappings[key]


def _event(mapping: Mapping, name: str | None) -> EventMapping:
    """How events of this name are read; those that name themselves are read as the rows that do."""
    for event in mapping.events:
        if event.event == name:
            return event
    return next((event for event in mapping.events if event.event_is is not None), mapping.events[0])
