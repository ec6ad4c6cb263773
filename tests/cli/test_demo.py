"""The demo prints its map's address last and alone; a second call finds the one that runs."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.demo import home

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
pytestmark = pytest.mark.demo


def test_the_map_is_ready_when_its_address_is_printed(cesta: Run, serving: Serving, tmp_path: Path) -> None:
    address, process = serving("demo", tmp_path / "demo", "--port", "0")
    with urllib.request.urlopen(address.replace("/maps/", "/api/maps/"), timeout=20) as answer:
        assert json.loads(answer.read())["id"] == "use-an-offer"
    again = cesta("demo", tmp_path / "demo")
    assert (again.returncode, again.stdout) == (0, address + "\n")
    process.terminate()
    assert process.wait(timeout=20) == 0
    assert process.stdout is not None
    assert process.stdout.read() == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has one fixed place")
def test_it_lives_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "cesta" / "complete-journey"
