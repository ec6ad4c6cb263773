"""Segment's, RudderStack's, Jitsu's and PostHog's own packages for Node, as they are, against a real server."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from collecting import SAID, TROUBLE, Proxy, Served, same

SCRIPT = Path(__file__).with_name("node_clients.cjs")
SEGMENT = ["alias u2", "group u1", "identify u1", "page u1", "screen a1", "track u1"]
SENT = {
    "segment": SEGMENT,
    "rudder": SEGMENT,
    "jitsu": ["group u1", "identify u1", "page u1", "track u1"],
    "posthog": ["alias u1", "group $company_g1", "identify u1", "track u1"],
}
ENDURED: dict[str, tuple[str, ...]] = {"jitsu": ()}
"""What a client lives through, where it does not live through all: this one never sends a message twice."""


def said_in(message: dict[str, Any]) -> dict[str, Any]:
    """What was said in a message as it came, wherever its protocol puts that."""
    inner: dict[str, Any] = message.get("properties") or {}
    for name in ("$set", "$group_set"):
        inner = inner.get(name) or inner
    traits: dict[str, Any] = message.get("traits") or message.get("context", {}).get("traits") or {}
    return traits if message.get("type") in ("identify", "group") else inner


@pytest.mark.parametrize("name", SENT)
def test_after_all_trouble_everything_is_there_once(served: Served, proxy: Proxy, name: str) -> None:
    trouble = ENDURED.get(name, TROUBLE)
    proxy.trouble.extend(trouble)
    words = ["node", str(SCRIPT), name, proxy.address, served.key(f"node-{name}"), json.dumps(SAID)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = served.settled(f"node-{name}", len(SENT[name]))
    assert proxy.met == list(trouble)
    assert sorted(f"{line['type']} {line['customer']}" for line in lines) == SENT[name]
    for line in lines:
        if line["type"] == "alias":
            continue
        raw = said_in(line["raw"])
        if line["properties"].keys() >= SAID.keys():
            same(line["properties"], raw)
        else:
            assert {name: raw[name] for name in SAID} == SAID
            assert raw in line["properties"].values()
