"""The file about one person: every event of hers, what was said, what waits, and nobody else's."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cesta.ingest.door import accept
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.profiles.person_file import person_file
from cesta.profiles.profile import profile
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

HER = str(small()[0]["customer"])


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def own(tmp_path: Path, shop_maker: Any) -> Any:
    with shop_maker(tmp_path / "shop") as workspace:
        yield workspace


def test_everything_about_her_and_nobody_else(own: Workspace) -> None:
    found = person_file(own, HER)
    files = opened(found.content)
    assert set(files) == {
        "README.txt", "profile.json", "events.json", "events.csv", "messages.json", "set-aside.json"
    }  # fmt: skip
    events = json.loads(files["events.json"])
    hers = [event for event in small() if event["customer"] == HER]
    assert [(event["event"], event["properties"]) for event in events] == [(e["event"], e["props"]) for e in hers]
    assert len(events) == found.events == profile(own, HER).events
    rows = list(csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig"))))
    assert [row["message_id"] for row in rows] == [event["message_id"] for event in events]
    assert json.loads(files["profile.json"])["customer"] == HER
    assert HER in files["README.txt"].decode()
    others = {str(event["customer"]) for event in small()} - {HER}
    assert not any(other.encode() in content for other in others for content in files.values())


def test_messages_joined_ids_and_what_was_set_aside(own: Workspace) -> None:
    raw = '{"type": "identify", "userId": "ann", "traits": {"vip": true}}'
    ids = {"user_id": "ann", "anonymous_id": "x9"}
    told = Event("web", "m1", "ann", "identify", 0, {"vip": True, "note": "=1+1"})
    own.log.append([Arrival(told, "identify", raw, 5_000_000, ids)])
    accept(own, [{"customer": "x9", "event": "see", "ts": "2026-05-01", "props": {"note": "=1+1"}}], "web")
    accept(own, [{"customer": "ann", "event": "see", "ts": "no time"}], "web")
    found = person_file(own, "x9")
    files = opened(found.content)
    assert (found.customer, found.events, found.messages, found.set_aside) == ("ann", 1, 1, 1)
    (message,) = json.loads(files["messages.json"])
    assert (message["raw"], message["received"], message["ids"]) == (raw, "1970-01-01T00:00:05Z", ids)
    assert json.loads(files["set-aside.json"])[0]["reason"]
    assert "'=1+1" in files["events.csv"].decode("utf-8-sig")
    with pytest.raises(CestaError):
        person_file(own, "nobody")
