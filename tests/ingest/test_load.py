"""A folder of files is loaded once, counted by hand, and says what it could not read."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.ingest.load import load
from cesta.model.errors import CestaError
from cesta.store.aside import Chosen, find
from cesta.store.workspace import Workspace

MAPPING = """\
id: web-shop
timezone: Europe/Prague
files:
  orders: orders*.csv
events:
  - event: purchase
    from: orders
    customer: email
    time: day
    time_is: recorded
    id: number
    properties:
      amount: number(amount)
  - event: first_purchase
    from: select email, min(day) as day from orders group by email
    customer: email
    time: day
    time_is: assumed
    why: The first we know of.
    id: email
"""
ORDERS = [(n, f"c{n % 7}@example.com", f"2026-01-{n % 28 + 1:02d} 08:00:00", n / 4) for n in range(50)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    write(folder / "orders-1.csv", ORDERS)
    return folder


def write(path: Path, orders: list[tuple[int, str, str, float]]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("number", "email", "day", "amount"), *orders])


def counts(workspace: Workspace) -> dict[str, int]:
    columns = workspace.columns()
    return {name: int((columns.codes == code).sum()) for code, name in enumerate(columns.names)}


def test_a_folder_is_loaded_whole(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    found = load(workspace, tmp_path / "mapping.yaml", source, lambda *what: told.append(what))
    assert (found.events, found.customers, found.set_aside, found.already) == (57, 7, 0, False)
    assert (found.duplicates, found.local_times, found.unclear_times) == (0, 57, 0)
    assert counts(workspace) == {"purchase": 50, "first_purchase": 7}
    steps = list(dict.fromkeys(what for what, _, _ in told))
    assert steps == ["reading orders-1.csv", "purchase", "first_purchase", "writing", "done"]
    assert ("purchase", 50, 50) in told
    assert told[-1][1] == told[-1][2]
    columns = workspace.columns()
    price = columns.props["amount"]
    kept = sorted(float(price.values[code]) for code in price.codes.tolist() if code >= 0)
    assert kept == [order[3] for order in ORDERS]
    assert columns.assumed is not None
    assert int(columns.assumed.sum()) == 7
    assert columns.times.min() == 1_767_250_800_000_000, "08:00 in Prague in winter is 07:00 in UTC"


def test_the_same_again_adds_nothing(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    first = load(workspace, tmp_path / "mapping.yaml", source)
    generation = workspace.generation()
    again = load(workspace, tmp_path / "mapping.yaml", source)
    assert (again.load_id, again.events, again.already) == (first.load_id, first.events, True)
    assert workspace.generation() == generation


def test_a_grown_file_adds_what_is_new(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    load(workspace, tmp_path / "mapping.yaml", source)
    write(source / "orders-2.csv", [(99, "new@example.com", "2026-02-01 08:00:00", 1.0), ORDERS[3]])
    found = load(workspace, tmp_path / "mapping.yaml", source)
    assert (found.events, found.duplicates, found.already) == (2, 58, False)
    assert counts(workspace) == {"purchase": 51, "first_purchase": 8}


def test_what_a_load_knows_the_door_knows(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    load(workspace, tmp_path / "mapping.yaml", source)
    event = {"customer": "x", "event": "purchase", "ts": "2026-01-05", "message_id": "purchase:3"}
    assert accept(workspace, [event], "web-shop").duplicates == 1


def test_bad_rows_are_set_aside_and_the_others_loaded(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    write(source / "orders-1.csv", [*ORDERS[:10], (77, "", "2026-01-05 08:00:00", 1.0)])
    found = load(workspace, tmp_path / "mapping.yaml", source)
    assert (found.events, found.set_aside) == (17, 2)
    aside = [item.what for item in find(workspace.log, Chosen())]
    items = {(item.file, item.row, item.field, item.load_id) for item in aside}
    assert ("orders-1.csv", 12, "customer", found.load_id) in items
    assert {item.reason for item in aside} == {"There is no customer."}


def test_a_missing_file_is_named_with_those_there(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    (source / "orders-1.csv").rename(source / "sales.csv")
    with pytest.raises(CestaError, match=r'no_file.*files/orders: there is no "orders\*\.csv".*sales\.csv'):
        load(workspace, tmp_path / "mapping.yaml", source)
    with pytest.raises(CestaError, match="no_file"):
        load(workspace, tmp_path / "mapping.yaml", source / "nowhere")


def test_wrong_sql_loads_nothing(workspace: Workspace, source: Path, tmp_path: Path) -> None:
    (tmp_path / "mapping.yaml").write_text(MAPPING.replace("number(amount)", "number(amuont)"))
    with pytest.raises(CestaError, match=r"bad_sql.*events/purchase.*amuont"):
        load(workspace, tmp_path / "mapping.yaml", source)
    assert workspace.log.loads() == []


KILLED = """
import os, signal, sys
from pathlib import Path
from cesta.ingest.load import load
from cesta.store.workspace import Workspace

def die(what, done, total):
    if what == sys.argv[4]:
        os.kill(os.getpid(), signal.SIGKILL)

load(Workspace.open(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3]), die)
"""


@pytest.mark.parametrize(
    ("moment", "there"), [("reading orders-1.csv", 0), ("first_purchase", 0), ("writing", 0), ("done", 57)]
)
def test_a_killed_load_can_simply_be_started_again(
    workspace: Workspace, source: Path, tmp_path: Path, moment: str, there: int
) -> None:
    workspace.close()
    command = [sys.executable, "-c", KILLED, str(workspace.root), str(tmp_path / "mapping.yaml"), str(source), moment]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    with Workspace.open(workspace.root) as after:
        assert sum(counts(after).values()) == there
        assert load(after, tmp_path / "mapping.yaml", source).already == (there > 0)
        assert sum(counts(after).values()) == 57
