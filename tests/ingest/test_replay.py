"""What was set aside becomes an event once, where it came from; nothing is lost on the way and nothing doubles."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import LoadHead, accept, begin_seal, restore, unload
from cesta.ingest.repair import Rule, read_rule
from cesta.ingest.repairs_kept import keep_rule
from cesta.ingest.replay import edit, replay
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.aside import Chosen, SetAside, count, find
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

EVERYTHING = Chosen()
MAPPING = """\
id: shop
timezone: Europe/Prague
files: {orders: orders.csv}
events:
  - {event: buy, from: orders, customer: who, time: paid, time_is: recorded, time_formats: ["%d.%m.%Y"]}
"""
SOON = read_rule({"field": "ts", "value": "soon", "becomes": "2026-01-05T08:00:00Z"})
WALK_IN = read_rule({"field": "customer", "reason": "no_customer", "becomes": "walk-in"})
FEBRUARY = read_rule({"field": "time", "pattern": "31.02.*", "becomes": "29.02.*"})


def sent(number: int, **more: object) -> dict[str, object]:
    return {"customer": "ann", "event": "see", "ts": "2026-01-05T08:00:00Z", "message_id": str(number)} | more


def row(number: int, time: str = "31.02.2024", customer: str | None = "ann") -> SetAside:
    raw = {"event": "buy", "customer": customer, "time": time, "properties": {"n": number}}
    return SetAside("shop", "This is no time.", "time", time, "orders.csv", number, code="bad_time",
                    event="buy", message_id=f"buy:{number}", raw=json.dumps(raw))  # fmt: skip


def load(workspace: Workspace, load_id: str, bad: Sequence[SetAside], good: Sequence[int] = ()) -> None:
    events = [Event("shop", f"buy:{number}", "bob", "buy", number, {"n": number}) for number in good]
    with begin_seal(workspace, LoadHead(load_id, "shop", mapping_text=MAPPING)) as sealing:
        sealing.add(table_of(events))
        sealing.put_aside([replace(item, load_id=load_id) for item in bad])
        sealing.finish()


def amounts(workspace: Workspace) -> tuple[int, int]:
    """Events, and things that wait."""
    return len(workspace.columns().times), count(workspace.log, EVERYTHING)


def test_events_are_mended_by_rules_and_count_once(workspace: Workspace) -> None:
    bad = [sent(1, ts="soon"), sent(2, customer=""), sent(3, ts="soon", customer=None), sent(4, ts="later")]
    accept(workspace, [*bad, sent(5)], "web")
    assert amounts(workspace) == (1, 4)
    keep_rule(workspace.root, "web", SOON)
    keep_rule(workspace.root, "web", WALK_IN)
    done = replay(workspace, EVERYTHING)
    assert (done.replayed, done.waiting, amounts(workspace)) == (3, 1, (4, 1))
    assert "walk-in" in workspace.columns().customers
    assert replay(workspace, EVERYTHING).replayed == 0
    accept(workspace, bad, "web")
    assert amounts(workspace) == (4, 1)
    again = accept(workspace, [sent(1), sent(4)], "web")
    assert (again.accepted, again.duplicates, amounts(workspace)) == (1, 1, (5, 0))


def test_without_a_message_id_what_an_event_says_names_it(workspace: Workspace) -> None:
    bare = {"customer": "ann", "event": "see", "ts": "soon"}
    accept(workspace, [bare, bare], "web")
    assert amounts(workspace) == (0, 1)
    replay(workspace, EVERYTHING, {"web": [SOON]})
    assert accept(workspace, [bare, bare | {"ts": "2026-01-05T08:00:00Z"}], "web").duplicates == 1
    assert amounts(workspace) == (1, 0)


def test_rows_join_their_load_and_go_with_it(workspace: Workspace) -> None:
    load(workspace, "shop-1", [row(1), row(2, "soon")], good=[7])
    done = replay(workspace, EVERYTHING, {"shop": [FEBRUARY]})
    assert (done.replayed, done.waiting, amounts(workspace)) == (1, 0, (2, 1))
    assert workspace.columns().times.max() == 1_709_161_200_000_000, "midnight in Prague"
    load(workspace, "shop-2", [row(1), row(2, "soon")], good=[7])
    assert amounts(workspace) == (2, 1), "the overlapping export brings nothing that is not known"
    unload(workspace, "shop-1")
    assert amounts(workspace) == (1, 2), "now the second export's rows stand for themselves"
    restore(workspace, "shop-1")
    assert amounts(workspace) == (2, 1)


def test_one_item_is_mended_by_hand(workspace: Workspace) -> None:
    load(workspace, "shop-1", [row(1), SetAside("shop", "Too many cells.", row=9, code="ragged_row", raw="a;b;c")])
    first, line = (item.seq for item in find(workspace.log, EVERYTHING))
    with pytest.raises(CestaError, match="not_understood: time: This is no time"):
        edit(workspace, first, {"time": "30.02.2024"})
    edit(workspace, first, {"time": "29.02.2024", "properties.n": "2", "customer": "eve"})
    assert amounts(workspace) == (1, 1)
    assert workspace.columns().props["n"].values == (2,), "a number stays one"
    with pytest.raises(CestaError, match="unknown_item"):
        edit(workspace, first, {"time": "29.02.2024"})
    with pytest.raises(CestaError, match="not_understood: Too many cells"):
        edit(workspace, line, {"time": "29.02.2024"})


def test_a_line_that_is_not_json_is_mended_by_hand(workspace: Workspace) -> None:
    accept(workspace, ['{"customer": "ann", "event": "see",}'], "cli", file="new.ndjson", rows=[7])
    item = find(workspace.log, EVERYTHING)[0]
    assert (item.what.row, item.what.file, item.what.code) == (7, "new.ndjson", "bad_json")
    with pytest.raises(CestaError, match="not_understood: This line is not JSON"):
        edit(workspace, item.seq, {}, '{"customer"')
    edit(workspace, item.seq, {}, '{"customer": "ann", "event": "see", "ts": "2026-01-05"}')
    assert amounts(workspace) == (1, 0)


def test_what_is_still_broken_says_its_newest_reason(workspace: Workspace) -> None:
    accept(workspace, [sent(1, ts="soon", customer=None)], "web")
    done = replay(workspace, EVERYTHING, {"web": [WALK_IN]})
    assert (done.replayed, done.waiting) == (0, 1)
    assert find(workspace.log, EVERYTHING)[0].what.code == "bad_time"


def test_a_mapping_in_the_workspace_is_the_newest_word(workspace: Workspace) -> None:
    load(workspace, "shop-1", [row(1, "2024/02/29")])
    assert replay(workspace, EVERYTHING).replayed == 0
    path = workspace.root / "mappings" / "shop.yaml"
    path.write_text(MAPPING.replace("%d.%m.%Y", "%Y/%m/%d"), encoding="utf-8")
    assert replay(workspace, EVERYTHING).replayed == 1


RULES = (SOON, WALK_IN, read_rule({"field": "ts", "reason": "bad_time", "becomes": "2026-01-06"}))
BATCHES = st.lists(st.tuples(
    st.integers(0, 6), st.sampled_from(["ann", None, ""]), st.sampled_from(["soon", "later", "2026-01-05"])
), max_size=6)  # fmt: skip


@settings(max_examples=15)
@given(st.lists(st.one_of(BATCHES, st.sampled_from(RULES), st.just("replay")), max_size=6))
def test_nothing_that_was_sent_is_lost_or_doubled(steps: list[list[tuple[int, str | None, str]] | Rule | str]) -> None:
    given_ids: set[str] = set()
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        for step in steps:
            if isinstance(step, Rule):
                keep_rule(workspace.root, "web", step)
            elif step == "replay":
                replay(workspace, EVERYTHING)
                assert replay(workspace, EVERYTHING).replayed == 0
            elif isinstance(step, list):
                taken = accept(workspace, [sent(n, customer=who, ts=when) for n, who, when in step], "web")
                assert taken.accepted + taken.duplicates + taken.set_aside == len(step)
                given_ids |= {str(number) for number, _, _ in step}
            assert sum(amounts(workspace)) == len(given_ids)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)), st.booleans()), max_size=4))
def test_rows_of_loads_are_events_or_duplicates_or_wait(loads: list[tuple[set[int], set[int], bool]]) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        for place, (good, bad, mend) in enumerate(loads):
            load(workspace, f"shop-{place}", [row(number) for number in sorted(bad - good)], sorted(good))
            if mend:
                replay(workspace, EVERYTHING, {"shop": [FEBRUARY]})
            for listed, (fine, broken, _) in zip(workspace.log.loads(), loads, strict=False):
                assert listed.events + listed.duplicates + listed.waiting + listed.set_aside == len(fine | broken)
            told = {number for fine, broken, _ in loads[: place + 1] for number in fine | broken}
            assert sum(amounts(workspace)) == len(told)
        for place in range(len(loads)):
            unload(workspace, f"shop-{place}")
        assert amounts(workspace) == (0, 0)


KILLED = """
import os, signal, sys
from pathlib import Path
from cesta.ingest import replay, sealing
from cesta.ingest.repair import read_rule
from cesta.store import aside
from cesta.store.workspace import Workspace

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

moment = sys.argv[2]
if moment == "before anything counts":
    sealing.recount = die
if moment == "inside the step":
    replay.settle = die
if moment == "after the first load":
    real, done = replay.add_to_load, []
    replay.add_to_load = lambda *a, **k: die() if done else done.append(real(*a, **k))
rule = read_rule({"field": "time", "pattern": "31.02.*", "becomes": "29.02.*"})
replay.replay(Workspace.open(Path(sys.argv[1])), aside.Chosen(), {"shop": [rule]})
"""


@pytest.mark.parametrize(
    ("moment", "before"),
    [("before anything counts", (0, 4)), ("inside the step", (0, 4)), ("after the first load", (2, 2))],
)
def test_a_kill_neither_loses_nor_doubles(workspace: Workspace, moment: str, before: tuple[int, int]) -> None:
    load(workspace, "shop-1", [row(1), row(2)])
    load(workspace, "shop-2", [row(3), row(4)])
    killed = subprocess.run([sys.executable, "-c", KILLED, str(workspace.root), moment], check=False, env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    with Workspace.open(workspace.root) as after:
        assert amounts(after) == before
        replay(after, EVERYTHING, {"shop": [FEBRUARY]})
        assert amounts(after) == (4, 0)
        assert replay(after, EVERYTHING, {"shop": [FEBRUARY]}).replayed == 0
