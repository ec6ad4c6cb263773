"""The record is told line by line, of everybody or of one person, and about one customer."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.accounts.record import Record
from cesta.accounts.roles import Who

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_who_saw_what(cesta: Run, root: Path) -> None:
    assert cesta("audit", root, "--json").stdout == ""
    record = Record(root / "data")
    for customer in ("ann-17", "bob"):
        record.note(Who("p1", "Jana", "agent", "session"), "GET /api/customers/{customer}", 1, customer=customer)
    record.close()
    assert len(cesta("audit", root, "--json").stdout.splitlines()) == 2
    (line,) = cesta("audit", root, "--customer", "ann-17").stdout.splitlines()
    told = json.loads(line)
    assert (told["name"], told["via"], told["status"]) == ("Jana", "session", 200)
    assert "ann-17" not in line
    assert cesta("audit", root, "--person", "eve").stderr.startswith("unknown_person: ")
