"""The segments of a workspace, and who is in each of them right now."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError, unknown
from cesta.segments.document import SegmentDocument, as_segment
from cesta.segments.rule import members
from cesta.store.columns import Snapshot
from cesta.store.documents import read_document
from cesta.store.workspace import Workspace

Codes = NDArray[np.int64]


def load_all(workspace: Workspace, broken: list[CestaError] | None = None) -> dict[str, SegmentDocument]:
    """Every segment by the name of its file, ascending.

    A file that cannot be read raises bad_yaml or bad_segment; with a list for the `broken`, it is left out instead.
    """
    found = {}
    for path in sorted((workspace.root / "segments").glob("*.yaml")):
        try:
            found[path.stem] = as_segment(read_document(path))
        except CestaError as error:
            if broken is None:
                raise
            broken.append(error)
    return found


class Members:
    """Works out each segment once for one snapshot of events; call it with a segment's id.

    Raises unknown_segment; bad_segment; segment_cycle when segments are made of one another in a circle.
    """

    def __init__(self, documents: Mapping[str, SegmentDocument], columns: Snapshot, timezone: str = "UTC") -> None:
        self._documents, self._columns, self._zone = documents, columns, zone_named(timezone)
        self._found: dict[str, Codes] = {}
        self._asking: list[str] = []

    def __call__(self, segment_id: str) -> Codes:
        if segment_id in self._found:
            return self._found[segment_id]
        if segment_id not in self._documents:
            raise unknown("unknown_segment", "segment", segment_id, self._documents)
        if segment_id in self._asking:
            circle = " → ".join([*self._asking[self._asking.index(segment_id) :], segment_id])
            raise CestaError("segment_cycle", f"These segments are made of one another: {circle}.", "Break the circle.")
        self._asking.append(segment_id)
        try:
            rule = self._documents[segment_id].usable_rule()
            self._found[segment_id] = members(rule, self._columns, self, self._zone)
        finally:
            self._asking.pop()
        return self._found[segment_id]


def members_of(workspace: Workspace) -> Members:
    """The resolver for the workspace as it is now."""
    return Members(load_all(workspace), workspace.snapshot(), workspace.settings.timezone)
