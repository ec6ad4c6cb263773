"""Every event as one line, and each as it comes in."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cesta.cli.event_lines import line_of
from cesta.ingest.door import take
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import segment
from cesta.store.workspace import Workspace

Serving = Callable[..., tuple[str, "subprocess.Popen[str]"]]


def message(nth: int) -> dict[str, object]:
    return {"type": "track", "event": f"e{nth}", "userId": "u1", "messageId": f"m{nth}", "properties": {"l": [nth]}}


def put(root: Path, *messages: object) -> None:
    arrivals, aside = segment(Posted({"batch": list(messages)}, "web", 1_000_000))
    with Workspace.open(root) as workspace:
        take(workspace, "web", arrivals, aside)


def read(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def test_a_message_is_told_with_all_it_said() -> None:
    arrivals, _ = segment(Posted({"batch": [{**message(1), "sentAt": "1970-01-01T00:00:01Z"}]}, "web", 1_000_000))
    told = line_of(arrivals[0])
    assert json.loads(bytes(told.pop("raw"))) == {**message(1), "sentAt": "1970-01-01T00:00:01Z"}  # type: ignore[call-overload]
    assert told == {
        "source": "web", "message_id": "m1", "type": "track", "event": "e1", "customer": "u1",
        "ts": "1970-01-01T00:00:01Z", "properties": {"l": [1]}, "sent": "1970-01-01T00:00:01Z",
        "received": "1970-01-01T00:00:01Z", "ids": {"user_id": "u1"},
    }  # fmt: skip


def test_the_last_events_and_then_each_as_it_comes(serving: Serving, tmp_path: Path) -> None:
    root = tmp_path / "site"
    Workspace.create(root).close()
    put(root, *map(message, range(12)))
    first, process = serving("events", root, "--follow")
    assert json.loads(first)["event"] == "e2"
    assert [read(process)["event"] for _ in range(9)] == [f"e{nth}" for nth in range(3, 12)]
    put(root, message(12))
    assert read(process)["event"] == "e12"


def test_what_is_set_aside_as_it_comes(serving: Serving, tmp_path: Path) -> None:
    root = tmp_path / "site"
    Workspace.create(root).close()
    put(root, {"type": "track"})
    first, process = serving("events", root, "--set-aside", "--follow")
    assert json.loads(first)["code"] == "no_ids"
    put(root, {"type": "track", "userId": "u1"})
    assert read(process)["code"] == "no_event"
