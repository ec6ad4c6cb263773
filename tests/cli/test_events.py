"""Which events there are, and new ones through the front door."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from cesta.samples.retail.small import small

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_there_is(cesta: Run, root: Path) -> None:
    told = json.loads(cesta("events", root).stdout)
    assert {kind["name"]: kind["events"] for kind in told["events"]} == Counter(e["event"] for e in small())


def test_an_event_counts_once(cesta: Run, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.ndjson"
    event = {"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z", "message_id": "m1"}
    file.write_text(json.dumps(event) + "\n\n" + '{"customer": "zoe"}\n', encoding="utf-8")
    first, again = (json.loads(cesta("events", root, file).stdout) for _ in range(2))
    assert first == {"accepted": 1, "duplicates": 0, "set_aside": 1}
    assert again == {"accepted": 0, "duplicates": 1, "set_aside": 1}


def test_a_line_that_is_not_json_is_set_aside_with_its_number(cesta: Run, root: Path) -> None:
    told = cesta("events", root, "-", stdin='{"customer": "a"}\nvisit\n')
    assert json.loads(told.stdout) == {"accepted": 0, "duplicates": 0, "set_aside": 2}
    lines = [json.loads(line) for line in cesta("events", root, "--set-aside").stdout.splitlines()]
    assert [(line["row"], line["code"], line["text"]) for line in lines] == [
        (1, "no_event", None), (2, "bad_json", "visit")]  # fmt: skip


def test_every_event_one_by_one(cesta: Run, root: Path) -> None:
    lines = [json.loads(line) for line in cesta("events", root, "--json").stdout.splitlines()]
    assert Counter(line["event"] for line in lines) == Counter(e["event"] for e in small())
    assert set(lines[0]) == {"source", "message_id", "type", "event", "customer", "ts", "properties", "raw"}
    assert {line["message_id"] for line in lines} == {str(e["message_id"]) for e in small()}
