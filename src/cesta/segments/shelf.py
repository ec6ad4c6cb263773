"""The segments of a workspace, and who is in each of them at a moment."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.model.calendar import day_after, midnight, zone_named
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import is_day, parse_day, parse_instant
from cesta.segments.document import SegmentDocument, as_segment
from cesta.segments.histories import histories, pieces
from cesta.segments.meets import Look
from cesta.segments.tree import Rule, segments_of
from cesta.store.columns import Snapshot
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace

Codes = NDArray[np.int64]
FOLDER = "segments"


def load_all(workspace: Workspace, broken: list[CestaError] | None = None) -> dict[str, SegmentDocument]:
    """Every segment by the name of its file, ascending.

    A file that cannot be read raises bad_yaml or bad_segment; with a list for the `broken`, it is left out instead.
    """
    found = {}
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        try:
            found[path.stem] = as_segment(read_document(path))
        except CestaError as error:
            if broken is None:
                raise
            broken.append(error)
    return found


def rules_of(documents: Mapping[str, SegmentDocument], segment_id: str) -> dict[str, Rule]:
    """The rule of a segment, and those of all segments that it is made of.

    Raises unknown_segment; bad_segment; segment_cycle when segments are made of one another in a circle.
    """
    found: dict[str, Rule] = {}
    asking: list[str] = []

    def read(name: str) -> None:
        if name in asking:
            circle = " → ".join([*asking[asking.index(name) :], name])
            raise CestaError("segment_cycle", f"These segments are made of one another: {circle}.", "Break the circle.")
        if name in found:
            return
        if name not in documents:
            raise unknown("unknown_segment", "segment", name, documents)
        asking.append(name)
        rule = documents[name].usable_rule()
        for other in sorted(segments_of(rule)):
            read(other)
        asking.pop()
        found[name] = rule

    read(segment_id)
    return found


def rules_with(documents: Mapping[str, SegmentDocument], rule: Rule) -> dict[str, Rule]:
    """The rules of the segments that a rule names. Raises as `rules_of` does."""
    found: dict[str, Rule] = {}
    for name in sorted(segments_of(rule)):
        found.update(rules_of(documents, name))
    return found


class Members:
    """Works out each segment once for one snapshot of events; call it with a segment's id.

    `at`: the moment looked at; the newest event's without it, so that an answer depends on what is known alone.
    Raises unknown_segment; bad_segment; segment_cycle.
    """

    def __init__(
        self,
        documents: Mapping[str, SegmentDocument],
        columns: Snapshot,
        timezone: str = "UTC",
        at: int | None = None,
    ) -> None:
        self._documents, self._columns, self._zone = documents, columns, zone_named(timezone)
        self.at = at if at is not None else columns.as_of or 0
        self._found: dict[str, Codes] = {}

    def __call__(self, segment_id: str) -> Codes:
        if segment_id not in self._found:
            rules = rules_of(self._documents, segment_id)
            self._found[segment_id] = members(rules[segment_id], self._columns, self.at, rules, self._zone)
        return self._found[segment_id]

    def of_rule(self, rule: Rule) -> Codes:
        """Who meets a rule that is in no document."""
        return members(rule, self._columns, self.at, rules_with(self._documents, rule), self._zone)

    def is_member(self, segment_id: str, place: int) -> bool:
        """Whether the customer at this place is in a segment."""
        rules = rules_of(self._documents, segment_id)
        look = Look(histories(self._columns, np.array([place])), self.at, rules, self._zone)
        return bool(look.segment(segment_id)[0][0])


def members(rule: Rule, columns: Snapshot, at: int, rules: Mapping[str, Rule], zone: tzinfo) -> Codes:
    """The customers that meet the rule at a moment, as ascending places in `columns.customers`."""
    found = [piece.places[Look(piece, at, rules, zone).members(rule)[0]] for piece in pieces(columns)]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def members_of(workspace: Workspace, at: int | None = None) -> Members:
    """The resolver for the workspace as it is now, or for what is known now of an earlier moment."""
    return Members(load_all(workspace), workspace.snapshot(), workspace.settings.timezone, at)


def moment_of(workspace: Workspace, text: str | None) -> int:
    """The moment of a text: a day alone is its end, where the workspace is; nothing is now. Raises bad_time."""
    zone = zone_named(workspace.settings.timezone)
    if text is None:
        return now_of(workspace)
    return midnight(day_after(parse_day(text)), zone) - 1 if is_day(text) else parse_instant(text, zone)


def now_of(workspace: Workspace) -> int:
    """The moment that counts as now: the clock's where events come in one by one; else the newest event's.

    Where only files were loaded nothing goes on, and windows must not run empty by waiting.
    """
    if workspace.log.marks().event > 0:
        return time.time_ns() // 1000
    return workspace.snapshot().as_of or 0
