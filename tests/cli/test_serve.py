"""A served workspace: one owner, one address, answered through the server, left in good order."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
QUESTION = json.dumps({"analysis": "funnel", "params": {"steps": ["visit", "purchase"]}})


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:
        body: bytes = answer.read()
        return body


def test_a_served_folder_is_asked_through_its_server(cesta: Run, serving: Serving, root: Path) -> None:
    alone = json.loads(cesta("ask", "-", "--workspace", root, stdin=QUESTION).stdout)
    address, _ = serving("serve", root, "--port", "0")
    assert json.loads(get(f"{address}/health")) == {"alive": True}
    assert json.loads(cesta("ask", "-", "--workspace", root, stdin=QUESTION).stdout)["result"] == alone["result"]
    event = json.dumps({"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z"})
    sent = json.loads(cesta("events", root, "-", stdin=event).stdout)
    assert sent == {"accepted": 1, "duplicates": 0, "set_aside": 0}
    after = json.loads(cesta("ask", "-", "--workspace", root, stdin=QUESTION).stdout)
    assert after["result"]["counts"][0] == alone["result"]["counts"][0] + 1
    assert b"cesta_events_accepted_total 1.0" in get(f"{address}/metrics")


def test_a_folder_has_one_owner(cesta: Run, serving: Serving, root: Path) -> None:
    address, process = serving("serve", root, "--port", "0")
    second = cesta("serve", root, "--port", "0")
    assert second.returncode == 1
    assert second.stderr.startswith("workspace_owned: ")
    assert address in second.stderr
    process.kill()
    process.wait()
    again, _ = serving("serve", root, "--port", "0")
    assert again.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("sig", [signal.SIGINT, signal.SIGTERM])
def test_it_leaves_in_good_order_even_with_a_listener(serving: Serving, root: Path, sig: signal.Signals) -> None:
    address, process = serving("serve", root, "--port", "0")
    with urllib.request.urlopen(f"{address}/api/live", timeout=20) as stream:
        lines = [stream.readline(), stream.readline()]
        assert any(line.startswith(b"event: changed") for line in lines)
        process.send_signal(sig)
        assert process.wait(timeout=20) == 0


def test_a_taken_port_is_told_at_once(cesta: Run, root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = cesta("serve", root, "--port", taken.getsockname()[1])
    assert told.returncode == 1
    assert told.stderr.startswith("port_taken: ")
    assert "PORT=" in told.stderr


def test_the_world_is_not_listened_to(cesta: Run, root: Path) -> None:
    told = cesta("serve", root, "--host", "0.0.0.0")
    assert told.returncode == 1
    assert told.stderr.startswith("not_loopback: ")
