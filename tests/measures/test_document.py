"""Measures as people declare them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.measures.document import MEASURE, as_measure
from cesta.store.documents import parse_document

BASE: dict[str, Any] = {"cesta": "measure/1", "id": "nps", "name": {"en": "Would recommend"}, "type": "nps"}
WHOLE = BASE | {
    "numerator": {"event": "buy", "where": "amount > 1"},
    "denominator": "visit",
    "sql": "select 1",
    "unit": "points",
    "direction": "up",
    "target": 40,
    "warn_at": 20,
    "owner": "jana",
    "window": "30d",
    "min_n": 30,
    "description": "Asked after a parcel came.",
    "tags": ["survey"],
    "notes": "Asked by mail.",
}


def test_every_field() -> None:
    assert list(MEASURE(WHOLE, "")) == []


@pytest.mark.parametrize(
    ("field", "code", "pointer"),
    [
        ({"cesta": "measure/2"}, "newer_format", "/cesta"),
        ({"type": "npc"}, "bad_value", "/type"),
        ({"direction": "left"}, "bad_value", "/direction"),
        ({"numerator": {"evnt": "x"}}, "unknown_param", "/numerator"),
        ({"window": "soon"}, "bad_duration", "/window"),
        ({"traget": 4}, "unknown_field", "/traget"),
    ],
)
def test_refused(field: dict[str, Any], code: str, pointer: str) -> None:
    assert [(c.code, c.pointer) for c in MEASURE(BASE | field, "")] == [(code, pointer)]


def test_what_cannot_be_read_is_left_out() -> None:
    found = as_measure(parse_document("cesta: measure/1\nid: nps\nname: 7\ntype: nps\n", Path("nps.yaml")))
    assert (found.name, found.direction) == ("nps", None)
    assert [complaint.pointer for complaint in found.complaints] == ["/name"]
    assert as_measure(parse_document("- 1\n", Path("nps.yaml"))).name == "nps"
