"""The demo prints its map's address last and alone; a second call finds the one that runs."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.demo import beside_of, home, is_taken
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
pytestmark = pytest.mark.demo


def test_the_map_is_ready_when_its_address_is_printed(cesta: Run, serving: Serving, tmp_path: Path) -> None:
    address, process = serving("demo", tmp_path / "demo", "--port", "0")
    with urllib.request.urlopen(address.replace("/maps/", "/api/maps/"), timeout=20) as answer:
        assert json.loads(answer.read())["id"] == "use-an-offer"
    with urllib.request.urlopen(address.replace("/maps/use-an-offer", "/api/workspaces"), timeout=20) as answer:
        assert [(one["id"], one["generated"]) for one in json.loads(answer.read())] == [
            ("demo", False),
            ("demo-generated-shop", True),
        ]
    again = cesta("demo", tmp_path / "demo")
    assert (again.returncode, again.stdout) == (0, address + "\n")
    process.terminate()
    assert process.wait(timeout=20) == 0
    assert process.stdout is not None
    assert process.stdout.read() == ""


def test_the_generated_shop_gets_out_of_the_way(tmp_path: Path) -> None:
    assert beside_of(tmp_path / "complete-journey") == tmp_path / "generated-shop"
    assert not is_taken(tmp_path / "generated-shop")
    Workspace.create(tmp_path / "generated-shop").close()
    assert is_taken(tmp_path / "generated-shop")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has one fixed place")
def test_it_lives_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "cesta" / "complete-journey"
