"""A key is printed alone and once, listed without itself, and revoked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.store.keys import Keys

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_key_is_made_listed_and_revoked(cesta: Run, root: Path) -> None:
    key = cesta("key", root, "--source", "web").stdout
    assert key == key.strip() + "\n"
    assert Keys(root / "data").source_of(key.strip()) == "web"
    told = cesta("key", root).stdout
    assert key.strip() not in told
    listed = json.loads(told)["keys"]
    assert [(one["source"], one["ends"], one["revoked"]) for one in listed] == [("web", key.strip()[-4:], None)]
    assert json.loads(cesta("key", root, "--revoke", listed[0]["id"]).stdout)["source"] == "web"
    assert Keys(root / "data").source_of(key.strip()) is None


def test_what_cannot_be_done_is_told(cesta: Run, root: Path, tmp_path: Path) -> None:
    assert "unknown_key" in cesta("key", root, "--revoke", "abc").stderr
    assert "bad_option" in cesta("key", root, "--revoke", "abc", "--source", "web").stderr
    assert "no_workspace" in cesta("key", tmp_path / "nothing", "--source", "web").stderr
