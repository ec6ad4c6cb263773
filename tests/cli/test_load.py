"""Files are loaded once, as the mapping says."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
MAPPING = """\
id: orders
timezone: UTC
files: {orders: orders.csv}
events:
  - event: order
    id: who || paid_at
    from: select * from orders
    customer: who
    time: paid_at
    time_is: recorded
    properties: {amount: amount}
"""


def test_loading_again_adds_nothing(cesta: Run, tmp_path: Path) -> None:
    cesta("init", tmp_path / "mine")
    (tmp_path / "orders.csv").write_text("who,paid_at,amount\nann,2026-01-05 10:00:00,12.5\nbob,2026-01-06 11:00,3\n")
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    first, again = (
        json.loads(cesta("load", tmp_path / "mine", tmp_path / "mapping.yaml", tmp_path).stdout) for _ in range(2)
    )
    assert (first["events"], first["customers"], first["already"]) == (2, 2, False)
    assert again["already"] is True
    assert json.loads(cesta("events", tmp_path / "mine").stdout)["events_total"] == 2


def test_a_served_folder_is_loaded_through_its_server(cesta: Run, serving: Serving, tmp_path: Path) -> None:
    cesta("init", tmp_path / "mine")
    (tmp_path / "orders.csv").write_text("who,paid_at,amount\nann,2026-01-05 10:00:00,12.5\n")
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    serving("serve", tmp_path / "mine", "--port", "0")
    loaded = json.loads(cesta("load", tmp_path / "mine", tmp_path / "mapping.yaml", tmp_path).stdout)
    assert (loaded["events"], loaded["already"]) == (1, False)
    assert json.loads(cesta("events", tmp_path / "mine").stdout)["events_total"] == 1
