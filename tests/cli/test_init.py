"""A workspace is made once, empty or with a generated shop in it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_folder_is_made_once(cesta: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    told = cesta("init", folder, "--name", "Mine", "--languages", "pl,en", "--timezone", "Europe/Warsaw")
    assert told.returncode == 0
    found = {item["name"]: item["value"] for item in json.loads(cesta("config", folder).stdout)}
    assert (found["name"], found["languages"], found["timezone"]) == ("Mine", "pl, en", "Europe/Warsaw")
    again = cesta("init", folder)
    assert (again.returncode, again.stderr.split(":")[0]) == (1, "workspace_exists")


def test_a_generated_shop_can_be_asked_at_once(cesta: Run, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    told = cesta("init", folder, "--sample", "retail", "--events", 3000, "--seed", 2)
    assert (told.returncode, json.loads(told.stdout)["generated"]) == (0, True)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert json.loads(told.stdout)["events"] == truth["events"]
    assert json.loads(cesta("map", "show", folder, "buy-clothes").stdout)["title"] == "I buy something to wear"
    other = cesta("init", tmp_path / "other", "--sample", "retial")
    assert (other.returncode, other.stderr.split(":")[0]) == (1, "unknown_sample")
    assert not (tmp_path / "other").exists()
