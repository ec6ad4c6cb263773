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


def test_several_workspaces_are_served_at_one_address(cesta: Run, serving: Serving, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "street" / "other"
    cesta("init", other, "--name", "The other one")
    address, _ = serving("serve", root, "--beside", other, "--port", "0")
    listed = json.loads(get(f"{address}/api/workspaces"))
    assert [entry["address"] for entry in listed] == ["/", "/w/other/"]
    assert json.loads(get(f"{address}/w/other/api/workspace"))["name"] == "The other one"
    event = json.dumps({"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z"})
    assert json.loads(cesta("events", other, "-", stdin=event).stdout)["accepted"] == 1
    assert json.loads(get(f"{address}/w/other/api/workspace"))["customers"] == 1


def test_all_below_a_folder_or_a_word_that_there_are_none(cesta: Run, serving: Serving, tmp_path: Path) -> None:
    told = cesta("serve", tmp_path, "--all")
    assert (told.returncode, told.stderr.split(":")[0]) == (1, "no_workspace")
    for name in ("one", "two"):
        cesta("init", tmp_path / name)
    address, _ = serving("serve", tmp_path, "--all", "--port", "0")
    assert [entry["id"] for entry in json.loads(get(f"{address}/api/workspaces"))] == ["one", "two"]


def test_two_of_one_name_are_refused(cesta: Run, tmp_path: Path) -> None:
    for place in ("a", "b"):
        cesta("init", tmp_path / place / "shop")
    told = cesta("serve", tmp_path / "a" / "shop", "--beside", tmp_path / "b" / "shop")
    assert told.stderr.startswith("same_name: ")


def test_what_an_interrupted_load_left_is_swept_when_a_folder_is_served(serving: Serving, root: Path) -> None:
    stray = root / "data" / "shards" / "half-00000.parquet"
    stray.write_text("half")
    serving("serve", root, "--port", "0")
    assert not stray.exists()
