"""Any files are loaded once; what is open is asked with the option that answers; a mapping may say all of it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.ingest.mapping import parse_mapping

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]
ORDERS = "who,paid_at,amount\nann,2026-01-05 10:00:00,12.5\nbob,2026-01-06 11:00:00,3\n"
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


@pytest.fixture
def orders(cesta: Run, tmp_path: Path) -> Path:
    cesta("init", tmp_path / "mine")
    (tmp_path / "orders.csv").write_text(ORDERS.replace("who", "customer"))
    return tmp_path / "orders.csv"


def test_loading_again_adds_nothing(cesta: Run, orders: Path, tmp_path: Path) -> None:
    first, again = (json.loads(cesta("load", tmp_path / "mine", orders).stdout) for _ in range(2))
    assert (first["events"], first["customers"], first["already"], first["reasons"]) == (2, 2, False, [])
    assert again["already"] is True
    assert json.loads(cesta("events", tmp_path / "mine").stdout)["events_total"] == 2


def test_as_a_mapping_says(cesta: Run, orders: Path, tmp_path: Path) -> None:
    orders.write_text(ORDERS)
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    loaded = json.loads(cesta("load", tmp_path / "mine", tmp_path, "--mapping", tmp_path / "mapping.yaml").stdout)
    assert (loaded["events"], loaded["load_id"].rpartition("-")[0]) == (2, "orders")


def test_a_served_folder_is_loaded_through_its_server(
    cesta: Run, serving: Serving, orders: Path, tmp_path: Path
) -> None:
    serving("serve", tmp_path / "mine", "--port", "0")
    loaded = json.loads(cesta("load", tmp_path / "mine", orders).stdout)
    assert (loaded["events"], loaded["already"]) == (2, False)
    assert json.loads(cesta("events", tmp_path / "mine").stdout)["events_total"] == 2
    (tmp_path / "geo.csv").write_text("city,lat\nBrno,49.2\n")
    assert "no_events" in cesta("load", tmp_path / "mine", tmp_path / "geo.csv").stderr


def test_a_dry_run_prints_the_mapping_only(cesta: Run, orders: Path, tmp_path: Path) -> None:
    shown = cesta("load", tmp_path / "mine", orders, "--dry-run", "--name", "till", "--event", "sale").stdout
    assert (parse_mapping(shown).id, parse_mapping(shown).events[0].event) == ("till", "sale")
    assert json.loads(cesta("events", tmp_path / "mine").stdout)["events_total"] == 0


def test_what_is_open_is_an_error_that_names_the_option(cesta: Run, orders: Path, tmp_path: Path) -> None:
    orders.write_text("customer,paid\nann,01/02/2026\nbob,03/02/2026\n")
    failed = cesta("load", tmp_path / "mine", orders)
    assert (failed.returncode, failed.stdout) == (1, "")
    assert failed.stderr.startswith("unclear_columns:")
    assert "--dates dmy or mdy" in failed.stderr
    loaded = json.loads(cesta("load", tmp_path / "mine", orders, "--dates", "mdy").stdout)
    assert loaded["events"] == 2


def test_a_person_is_shown_and_asked(cesta: Run, orders: Path, tmp_path: Path) -> None:
    del cesta
    main, side = pty.openpty()
    command = [sys.executable, "-m", "cesta.cli.main", "load", str(tmp_path / "mine"), str(orders)]
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=subprocess.DEVNULL, close_fds=True)
    os.close(side)
    os.write(main, b"y\n")
    said = b""
    try:
        while more := os.read(main, 4096):
            said += more
    except OSError:
        pass  # a terminal whose other side closed cannot be read any longer
    process.wait()
    os.close(main)
    text = said.decode()
    assert "WHO" in text
    assert "Load? [Y/n]" in text
    assert "2 events of 2 customers." in text
