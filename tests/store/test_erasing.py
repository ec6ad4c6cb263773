"""Who was erased was never there: in no answer, in no count, in no byte of the folder; wholly or not at all."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, list_loads, restore, take, unload
from cesta.ingest.progress import quiet
from cesta.journeys.answer import answer
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store import erasing
from cesta.store.accepted import accepted
from cesta.store.aside import Chosen, SetAside, find
from cesta.store.checking import check
from cesta.store.drained import drain
from cesta.store.erasing import FromLoad, erase
from cesta.store.log import Log
from cesta.store.rewriting import rewritten
from cesta.store.shards import table_of
from cesta.store.wiping import is_begun
from cesta.store.workspace import Workspace

ZOE, DEVICE, MAIL = "zoe-4711", "device-0815", "zoe4711@example.org"
HERS = (ZOE, DEVICE, MAIL, "0815 and said")
QUESTION = {"analysis": "funnel", "params": {"steps": ["see", "buy"], "breakdown": "says"}}


def seal(workspace: Workspace, load: str, events: list[Event], aside: list[SetAside]) -> None:
    with begin_seal(workspace, LoadHead(load, "web"), per_shard=5) as sealing:
        sealing.add(table_of(events))
        sealing.put_aside([replace(each, load_id=load) for each in aside])
        sealing.finish()


def said(who: str, said_of: str, number: int, kind: str = "identify", device: str = DEVICE) -> Arrival:
    event = Event("app", f"m{number}", who, said_of, number, {"mail": MAIL} if who == ZOE else {})
    raw = f'{{"userId": "{who}", "anonymousId": "{device}", "n": {number}}}'
    return Arrival(event, kind, raw, number, {"user_id": who, "anonymous_id": device})


def fill(root: Path, without: bool = False) -> Path:
    """A shop that had Zoe, in loads, in the bin, one by one, joined and set aside; or the one that never had her."""
    aside = [
        SetAside("web", "no time", raw=f'{{"customer": "{ZOE}", "mail": "{MAIL}"}}', message_id="a1"),
        SetAside("web", "no time", raw='{"customer": "bob"}', message_id="11"),
        SetAside("web", "no time", raw=f"17;{DEVICE};2024", message_id="a3"),
    ]
    with Workspace.create(root, name="Shop", timezone="Europe/Prague") as workspace:
        with workspace.log.transaction() as sql:
            sql.execute("update meta set block = 2")
        every = [(n, ZOE if n % 4 == 3 else f"c{n % 4}") for n in range(40)]
        hers = [(f"{n}", ZOE, n) for n, who in every if who == ZOE]
        others = [(f"{n}", who, n) for n, who in every if who != ZOE]
        more = [("3", "bob", 3), ("7", "c1", 8), ("41", "c1", 41), ("42", "anna", 42)]
        for load, rows in (("web-1", [*hers, *others]), ("web-2", more), ("web-3", [("51", ZOE, 1), ("52", "c0", 2)])):
            events = [
                Event("web", key, who, "see", t, {"says": t, "mail": MAIL} if who == ZOE else {"says": t})
                for key, who, t in rows
                if not (without and who == ZOE)
            ]
            named = [each for each in aside if not (without and any(word in str(each.raw) for word in HERS))]
            seal(workspace, load, events, named if load == "web-1" else [])
        unload(workspace, "web-3")
        sent = [{"customer": DEVICE, "event": "see", "ts": "2024-01-01", "message_id": f"d{n}"} for n in range(50)]
        accept(workspace, [] if without else sent, "web")
        accept(workspace, [{"customer": "bob", "event": "buy", "ts": "2024-01-01", "message_id": "b7"}], "web")
        mine = [said(ZOE, "identify", 1), said(ZOE, "buy", 2, "track"), said("bob", "identify", 5)]
        take(workspace, "app", [*([] if without else mine), said("bob", "buy", 3, "track")])
        take(workspace, "app", [said("bob", "identify", 4, device="tablet")])
        drain(workspace.log, workspace.data, workspace.log.marks().event)
    return root


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(fill(tmp_path / "shop")) as workspace:
        yield workspace


def traces(root: Path) -> dict[str, list[str]]:
    """Which words of hers each file holds, in its bytes or, of a shard, in any of its columns."""
    found = {}
    for path in filter(Path.is_file, root.rglob("*")):
        text = path.read_bytes().decode("latin-1")
        if path.suffix == ".parquet":
            table = pq.read_table(path)
            text += repr(table.to_pydict()) + repr(table.schema)
        if there := [word for word in HERS if word in text]:
            found[path.relative_to(root).as_posix()] = there
    return found


def told(workspace: Workspace) -> object:
    """Everything that is told of a workspace, but for names and moments that are its own."""
    loads = [replace(load, loaded_at="", binned_at=load.binned_at and "") for load in list_loads(workspace)]
    items = [replace(item, seq=0, received=0) for item in find(workspace.log, Chosen())]
    answered = answer(QUESTION, workspace.snapshot()) | {"took_ms": 0}
    events = sorted((each.event for each in accepted(workspace)), key=lambda each: (each.source, each.message_id))
    return loads, items, answered, events, workspace.log.counts(), workspace.snapshot().whole.props.keys()


def test_all_is_as_if_she_had_never_been_there(shop: Workspace, tmp_path: Path) -> None:
    marks = shop.log.marks()
    assert set(HERS[:3]) == {word for words in traces(shop.root).values() for word in words}
    done = erase(shop, [DEVICE])
    assert done.ids == (DEVICE, ZOE)
    assert done.loads == (FromLoad("web-1", 10), FromLoad("web-3", 1))
    assert (done.log, done.set_aside, done.cleaned) == (50 + 3, 2, 1)
    assert shop.log.marks().changes > marks.changes
    with Workspace.open(fill(tmp_path / "never", without=True)) as never:
        assert told(shop) == told(never)
        restore(shop, "web-3")
        restore(never, "web-3")
        assert told(shop) == told(never)
    assert traces(shop.root) == {}
    assert check(shop.root, quiet).damaged == ()
    kept = [each for each in accepted(shop) if each.event.message_id == "m3"]
    assert [(each.raw, each.ids) for each in kept] == [('{"userId":"bob","n":3}', {"user_id": "bob"})]


def test_what_she_does_later_counts_again(shop: Workspace) -> None:
    erase(shop, [ZOE])
    sent = [{"customer": ZOE, "event": "see", "ts": "2024-01-01", "message_id": n} for n in ("3", "b7", "d1")]
    assert accept(shop, sent, "web").accepted == 1, "bob holds the other two now"
    assert ZOE in shop.columns().customers
    assert erase(shop, [ZOE]).log == 2


def test_an_unknown_id_erases_nobody(shop: Workspace) -> None:
    before = (shop.log.marks(), shop.log.shards(), told(shop))
    with pytest.raises(CestaError, match="unknown_customer"):
        erase(shop, [ZOE, "zoe"])
    with pytest.raises(CestaError, match="bad_value"):
        erase(shop, [])
    assert (shop.log.marks(), shop.log.shards(), told(shop)) == before
    assert not is_begun(shop.data)
    assert {path.name for path in shop.shard_folder.iterdir()} == {
        path.split("/")[-1] for path in traces(shop.root) if path.startswith("data/shards/")
    } | {shard.name for shard in shop.log.shards()}


def test_an_id_that_many_send_names_nobody_else(shop: Workspace) -> None:
    take(shop, "app", [said("eva", "identify", 8, device="anonymous"), said("anonymous", "see", 9, "track", "x")])
    done = erase(shop, ["anonymous"])
    assert (done.ids, done.log, done.cleaned) == (("anonymous",), 1, 0)


def test_who_is_joined_meanwhile_goes_too(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[int] = []

    def slowly(*given: object) -> object:
        if not came:
            came.append(take(shop, "app", [said(ZOE, "identify", 7, device="phone-1")]).accepted)
        return rewritten(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(erasing, "rewritten", slowly)
    assert "phone-1" in erase(shop, [ZOE]).ids
    assert traces(shop.root) == {}


def test_what_could_not_be_wiped_is_told_and_wiped_later(shop: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Log, "wipe", lambda _: False)
        with pytest.raises(CestaError, match="erasing_unfinished"):
            erase(shop, [ZOE])
    assert ZOE not in shop.columns().customers
    with pytest.raises(CestaError, match="unknown_customer"):
        erase(shop, [ZOE])
    with Workspace.open(shop.root):
        assert not is_begun(shop.data)
    assert traces(shop.root) == {}


KILLED = """
import os, signal, sys
from pathlib import Path
from cesta.store import erasing, log, wiping, workspace

_, root, owner, name, when, times = sys.argv
where = {"erasing": erasing, "log": log.Log, "wiping": wiping, "workspace": workspace}[owner]
real, left = getattr(where, name), [int(times)]

def dies(*given, **named):
    left[0] -= 1
    if left[0] == 0 and when == "after":
        real(*given, **named)
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **named)

setattr(where, name, dies)
with workspace.Workspace.open(Path(root)) as opened:
    erasing.erase(opened, ["zoe-4711"])
"""
MOMENTS = [
    ("erasing begin after 1", False),
    ("erasing rewritten after 2", False),
    ("erasing recount_now after 1", False),
    ("erasing recount_now after 2", False),
    ("workspace sweep before 2", True),
    ("workspace sweep after 2", True),
    ("log wipe before 1", True),
    ("wiping end before 1", True),
]


@pytest.mark.parametrize(("moment", "gone"), MOMENTS)
def test_killed_at_any_moment_it_is_whole_or_was_never_begun(tmp_path: Path, moment: str, gone: bool) -> None:
    root = fill(tmp_path / "shop")
    with Workspace.open(root) as workspace:
        before = told(workspace)
    died = subprocess.run([sys.executable, "-c", KILLED, root, *moment.split()], timeout=120)
    assert died.returncode == -signal.SIGKILL
    with Workspace.open(root) as workspace:
        assert not is_begun(workspace.data)
        assert check(root, quiet).damaged == ()
        assert bool(traces(root)) != gone
        assert (told(workspace) == before) != gone
        listed = {row[0] for row in workspace.log.read("select name from shards")}
        assert {path.name for path in workspace.shard_folder.iterdir()} == listed
        if not gone:
            erase(workspace, [ZOE])
    assert traces(root) == {}
