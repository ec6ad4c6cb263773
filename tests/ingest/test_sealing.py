"""Killed at any moment, or out of room: a load is wholly there or not at all, and nothing of it lies about."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cesta.ingest import sealing
from cesta.ingest.door import LoadFile, LoadHead, add_to_load, begin_seal, list_loads, unload
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import Chosen, SetAside, find
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

KILLED = """
import json, os, signal, sys, time
from pathlib import Path
from cesta.ingest.door import LoadHead, begin_seal, decide, list_loads, unload
from cesta.model.event import Event
from cesta.store import aside, spill
from cesta.store.aside import SetAside
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

spill.MOST_ROWS = 20
root, what = Path(sys.argv[1]), sys.argv[2]
moments = json.loads(sys.argv[3])

def rows(first, last, says):
    return table_of([Event("web", str(n), f"c{n % 7}", "see", n, {"n": n * says}) for n in range(first, last)])

def load():
    with begin_seal(workspace, LoadHead("web-2", "web", decision="replace"), per_shard=10) as sealing:
        for low in range(10, 50, 8):
            sealing.add(rows(low, low + 8, 2))
        sealing.put_aside([SetAside("web", "no time", "ts", "x", "f.csv", 2, "web-2", message_id="line:1")])
        sealing.finish()

# What is imported on first use is imported now, before the children are made.
list(rows(0, 1, 1).to_pylist())
WORK = {"load": load, "unload": lambda: unload(workspace, "web-1"), "decide": lambda: decide(workspace, "web-1", "ask")}

def seen():
    with Workspace.open(root) as opened:
        columns = opened.columns()
        owners = columns.owners().tolist()
        n = columns.props.get("n")
        rows = zip(owners, columns.times.tolist(), n.codes)
        told = sorted((columns.customers[o], t, n.values[c]) for o, t, c in rows)
        views = [(v.load_id, v.events, v.changed, v.binned_at is None) for v in list_loads(opened)]
        return [told, views, opened.log.counts()]

def in_a_child(work):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading

def answer(child, reading):
    with os.fdopen(reading) as file:
        told = file.read()
    os.waitpid(child, 0)
    return told

def until(moment):
    # Dies when the moment-th function begins; says how many there were if it comes to its end.
    global workspace
    calls = 0
    def watch(frame, event, _):
        nonlocal calls
        if event == "call" and "/cesta/" in frame.f_code.co_filename:
            calls += 1
            if calls == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    workspace = Workspace.open(root)
    sys.setprofile(watch)
    WORK[what]()
    sys.setprofile(None)
    return calls

for moment in moments:
    child, reading = in_a_child(lambda: until(abs(moment) if moment > 0 else 0))
    if moment < 0:
        time.sleep(-moment / 1000)
        os.kill(child, signal.SIGKILL)
    calls = answer(child, reading)
    print(json.dumps([moment, calls, answer(*in_a_child(seen))]), flush=True)
    if calls:
        break
"""


def rows(first: int, last: int, source: str = "web") -> list[Event]:
    return [Event(source, str(n), f"c{n % 7}", "see", n, {"n": n}) for n in range(first, last)]


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A workspace with a load of thirty events and five in the log, of which a load holds two."""
    with begin_seal(workspace, LoadHead("web-1", "web"), per_shard=10) as sealing:
        sealing.add(table_of(rows(0, 30)))
        sealing.finish()
    workspace.log.append(rows(100, 105))
    return workspace


@pytest.mark.parametrize("what", ["load", "unload"])
def test_killed_at_any_moment_a_change_is_whole_or_was_not(begun: Workspace, what: str) -> None:
    begun.close()
    moments = [*range(3, 60, 7), *range(60, 400, 31), -5, -14, 10**9]
    command = [sys.executable, "-c", KILLED, str(begun.root), what, json.dumps(moments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    before, after = told[0][2], told[-1][2]
    assert told[-1][1], "the last moment was not after the end"
    assert before != after
    killed = [state for _, calls, state in told[:-1] if not calls]
    assert len(killed) > 5, "the moments are not inside the work"
    assert [state for state in killed if state not in (before, after)] == []
    with Workspace.open(begun.root) as opened, opened.sealing():
        opened.sweep()
        assert sorted(path.name for path in opened.data.glob("*passing-*")) == []
        assert {path.name for path in opened.shard_folder.iterdir()} == {
            row[0] for row in opened.log.read("select name from shards")
        }


FULL = """
import resource, sys
from pathlib import Path
from cesta.ingest import sealing
from cesta.ingest.door import LoadHead, begin_seal
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store import spill
from cesta.store.aside import SetAside
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

what = sys.argv[2]
many = [Event("web", f"{n * 7919 % 10007:x}{n * 104729 % 99991:x}", f"c{n}", "see", n) for n in range(20_000)]
items = [SetAside("web", "no time", "ts", f"value {n}", "f.csv", n, "web-2") for n in range(3_000)]
if what == "spill":
    spill.MOST_ROWS = 10
if what == "items":
    sealing.ITEMS_IN_MEMORY = 1000
workspace = Workspace.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with begin_seal(workspace, LoadHead("web-2", "web")) as opened:
        opened.add(table_of(many if what in ("shard", "spill") else many[:10]))
        if what in ("items", "log"):
            opened.put_aside(items)
        opened.finish()
except CestaError as error:
    print(error)
print(sorted(path.name for path in workspace.data.glob("*passing-*")), len(list(workspace.shard_folder.iterdir())))
"""


@pytest.mark.parametrize("what", ["shard", "spill", "items", "log"])
def test_a_disk_that_fills_is_told_and_leaves_nothing(begun: Workspace, what: str) -> None:
    before = begun.columns()
    begun.close()
    command = [sys.executable, "-c", FULL, str(begun.root), what]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    said, left = done.stdout.splitlines()
    assert said.startswith("disk_full: There is no room on the disk for ")
    assert left == "[] 3"
    with Workspace.open(begun.root) as opened:
        assert opened.columns().times.tolist() == before.times.tolist()
        assert [load.load_id for load in list_loads(opened)] == ["web-1"]
        assert opened.log.counts()["set_aside"] == 0


def test_the_same_files_with_another_mapping_take_the_place_of_the_earlier(workspace: Workspace) -> None:
    files = (LoadFile("orders.csv", 10, "abc", 3),)
    for load in ("web-1", "web-2"):
        with begin_seal(workspace, LoadHead(load, "web", files=files, mapping_text=load)) as opened:
            opened.add(table_of([Event("web", f"{load}:{n}", "ann", "see", n) for n in range(3)]))
            done = opened.finish()
    assert (done.replaced, done.load.events, len(workspace.columns().times)) == (("web-1",), 3, 3)
    assert [(load.load_id, load.binned_at is None) for load in list_loads(workspace)] == [
        ("web-1", False),
        ("web-2", True),
    ]


def test_an_id_said_twice_in_a_load_counts_once_as_it_first_came(workspace: Workspace) -> None:
    twice = [Event("web", "1", "zoe", "see", 9), Event("web", "2", "bob", "see", 5), Event("web", "1", "ann", "buy", 1)]
    with begin_seal(workspace, LoadHead("web-1", "web", decision="replace")) as opened:
        for each in twice:
            opened.add(table_of([each]))
        done = opened.finish()
    assert (done.load.events, done.duplicates, workspace.columns().customers) == (2, 1, ("bob", "zoe"))


def test_what_was_set_aside_goes_with_its_load(workspace: Workspace) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "ITEMS_IN_MEMORY", 100)
        with begin_seal(workspace, LoadHead("web-1", "web")) as opened:
            opened.put_aside([SetAside("web", "no time", "ts", f"ž{n}", "f.csv", n, "web-1") for n in range(50)])
            done = opened.finish()
    assert (done.load.set_aside, done.load.events) == (50, 0)
    assert [item.what.value for item in find(workspace.log, Chosen())] == [f"ž{n}" for n in range(50)]
    unload(workspace, "web-1")
    assert find(workspace.log, Chosen()) == []
    assert workspace.log.counts()["set_aside"] == 0


def test_a_load_that_is_not_finished_leaves_nothing(begun: Workspace) -> None:
    with begin_seal(begun, LoadHead("web-2", "web")) as opened:
        opened.add(table_of(rows(0, 5)))
    assert [load.load_id for load in list_loads(begun)] == ["web-1"]


def test_nothing_joins_a_load_in_the_bin(begun: Workspace) -> None:
    unload(begun, "web-1")
    with pytest.raises(CestaError, match="Restore it first") as caught:
        add_to_load(begun, "web-1", table_of(rows(0, 1)))
    assert caught.value.code == "unknown_load"
