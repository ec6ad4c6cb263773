"""The described interface and the screen's types follow the code."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MEND = "The interface changed. Mend it with: .venv/bin/python scripts/openapi.py && npm --prefix web run types"


def test_the_description_is_fresh() -> None:
    fresh = runpy.run_path(str(ROOT / "scripts" / "openapi.py"))["text"]()
    assert (ROOT / "web" / "openapi.json").read_text(encoding="utf-8") == fresh, MEND


def test_every_answer_has_all_its_keys() -> None:
    shapes = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))["components"]["schemas"]
    for name in ("MapView", "Number", "Overview", "Timeline", "Behind"):
        assert shapes[name]["required"] == sorted(shapes[name]["properties"])


def test_the_screens_types_are_fresh(tmp_path: Path) -> None:
    node = shutil.which("node")
    assert (ROOT / "web" / "node_modules").exists(), "web/node_modules is missing. Mend it with: make web"
    assert node is not None, "node is missing. Run the tests with: make test"
    made = tmp_path / "schema.gen.ts"
    subprocess.run([node, "scripts/types.js", made], cwd=ROOT / "web", check=True, capture_output=True)
    assert made.read_text(encoding="utf-8") == (ROOT / "web/src/api/schema.gen.ts").read_text(encoding="utf-8"), MEND


def test_every_address_says_what_it_does() -> None:
    paths = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    said = [route.get("description", "") for methods in paths.values() for route in methods.values()]
    assert len(said) > 20
    assert all(said)
    assert not [text for text in said if text.startswith("Wrap a given callable")]
