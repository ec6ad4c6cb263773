"""OCEL 2 as JSON: attributes that change keep their last value, a file that is none is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cesta.ingest.files.stage import stage
from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.ocel_json import read_ocel
from cesta.model.errors import CestaError

LOG = {
    "objectTypes": [{"name": "customer", "attributes": [{"name": "tier", "type": "string"}]}],
    "eventTypes": [{"name": "buy", "attributes": [{"name": "total", "type": "float"}]}],
    "objects": [
        {
            "id": "c1", "type": "customer",
            "attributes": [
                {"name": "tier", "value": "gold", "time": "2026-02-01T00:00:00Z"},
                {"name": "tier", "value": "new", "time": "1970-01-01T00:00:00Z"},
            ],
        }
    ],
    "events": [
        {
            "id": "e1", "type": "buy", "time": "2026-03-01T10:00:00Z",
            "attributes": [{"name": "total", "value": 9.5}],
            "relationships": [{"objectId": "c1", "qualifier": "buyer"}, {"objectId": "gone", "qualifier": ""}],
        }
    ],
}  # fmt: skip


def test_events_and_objects_are_tables(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text(json.dumps(LOG))
    events, objects = stage(path, tmp_path / "into")
    assert (events.name, events.columns) == ("log_events", ("customer", "total", "event", "time", "event_id")) or set(
        events.columns
    ) == {"customer", "total", "event", "time", "event_id"}
    (batch, beside) = read_ocel(Place(str(path)))
    assert batch.rows[0]["customer"] == "c1"
    assert beside.rows == [{"object": "c1", "type": "customer", "tier": "gold"}]
    assert objects.sheet == "objects"


def test_plain_json_rows_are_still_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text('[{"who": "ann", "at": "2026-03-01"}]')
    assert [one.columns for one in stage(path, tmp_path / "into")] == [("who", "at")]


@pytest.mark.parametrize("text", ['{"objects": []}', '{"objects": 1, "events": []}', "{", '{"objectTypes": '])
def test_what_is_no_log_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "log.jsonocel"
    path.write_text(text)
    with pytest.raises(CestaError, match=r"bad_file: log\.jsonocel"):
        list(read_ocel(Place(str(path))))
