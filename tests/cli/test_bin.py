"""What is deleted is listed, and comes back by its entry."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_deleted_map_is_listed_and_comes_back(cesta: Run, root: Path) -> None:
    path = root / "maps" / "buy-clothes.yaml"
    assert json.loads(cesta("bin", root).stdout) == {"documents": [], "loads": []}
    entry = json.loads(cesta("delete", root, "map/buy-clothes").stdout)["binned"]["entry"]
    assert not path.exists()
    assert [item["entry"] for item in json.loads(cesta("bin", root).stdout)["documents"]] == [entry]
    assert json.loads(cesta("bin", root, "--restore", entry).stdout)["id"] == "buy-clothes"
    assert path.exists()
