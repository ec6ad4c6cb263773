"""What is due is shown and removed from the command line, in a folder and through its server."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.consent.purposes import FILE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Serve = Callable[..., "tuple[str, subprocess.Popen[str]]"]


def test_shown_and_removed(cesta: Run, serving: Serve, root: Path) -> None:
    assert json.loads(cesta("retention", root, "--json").stdout) == {"rules": []}
    (root / FILE).write_text(
        "cesta: privacy/1\nretention:\n  - {name: Visits, events: visit, keep: 1d}\n  - {name: All, keep: 2d}\n"
    )
    visits, everything = (rule["events"] for rule in json.loads(cesta("retention", root, "--json").stdout)["rules"])
    assert 0 < visits < everything
    serving("serve", root, "--port", "0")
    assert [one["events"] for one in json.loads(cesta("retention", root, "--json").stdout)["rules"]] == [
        visits, everything
    ]  # fmt: skip
    removed = json.loads(cesta("retention", root, "--now", "--json").stdout)
    assert removed["log"] + removed["rows"] == everything
