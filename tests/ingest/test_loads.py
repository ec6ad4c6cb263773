"""Whatever comes, goes, comes back, is decided upon or joined: what counts is what a plain rebuild from scratch says.

The journeys that grew with all of it answer every question as those that are read anew.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import (
    LoadFile,
    LoadHead,
    accept,
    add_to_load,
    begin_seal,
    decide,
    list_loads,
    restore,
    unload,
)
from cesta.ingest.door import take as take_messages
from cesta.journeys.answer import answer
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.model.instant import show_instant
from cesta.store import base, parts, spill, standing
from cesta.store.checking import check
from cesta.store.columns import Columns, Snapshot
from cesta.store.erasing import erase
from cesta.store.loads import Decision
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

Row = tuple[int, int]
"""An id and what the row says."""
Step = tuple[str, int, list[Row], Decision]
SOURCES = ("web", "app")


def event(row: Row, source: str = "web") -> Event:
    number, says = row
    return Event(source, str(number), f"c{number % 3}", "see" if number % 2 else "buy", says, {"says": says})


@dataclass(slots=True)
class PlainLoad:
    """A load as the rebuild knows it: each id once, as it first came."""

    source: str
    rows: dict[int, int]
    decision: Decision
    files: str
    live: bool = True


@dataclass(slots=True)
class Plain:
    """Everything that ever came, in its order: loads and single events."""

    came: list[tuple[str, PlainLoad] | tuple[str, int, int]] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)

    def customer(self, one: str) -> str:
        return self.people.get(one, one)

    def hear(self, said: list[tuple[str, str]]) -> None:
        self.said += said
        for user, other in said:
            customer = self.customer(user)
            # Who is known under a name of her own is nobody else.
            if other not in (customer, *self.people, *self.people.values()):
                self.people[other] = customer

    def erase(self, customer: str) -> tuple[int, int, int]:
        """How many single events, messages and rows of loads are gone."""
        ids = {one for one in {customer, *self.people, *self.people.values()} if self.customer(one) == customer}
        came, said = self.came, self.said
        self.came = [i for i in came if len(i) == 2 or event((i[1], i[2])).customer not in ids]
        self.said, self.people = [], {}
        self.hear([pair for pair in said if ids.isdisjoint(pair)])
        rows = 0
        for load in self.loads().values():
            before = len(load.rows)
            load.rows = {n: says for n, says in load.rows.items() if event((n, says)).customer not in ids}
            rows += before - len(load.rows)
        return len(came) - len(self.came), len(said) - len(self.said), rows

    def loads(self) -> dict[str, PlainLoad]:
        return {item[0]: item[1] for item in self.came if len(item) == 2}

    def forget(self, load_id: str) -> None:
        self.came = [item for item in self.came if len(item) == 3 or item[0] != load_id]

    def standing(self) -> tuple[list[tuple[str, int, int]], dict[str, tuple[int, int]]]:
        """What counts, and of each load how many rows count and wait."""
        counts: dict[tuple[str, int], tuple[int, str]] = {}
        waits: dict[str, int] = {}
        for item in self.came:
            if len(item) == 3:
                counts.setdefault((item[0], item[1]), (item[2], ""))
                continue
            name, load = item
            for number, says in load.rows.items() if load.live else ():
                known = counts.get((load.source, number))
                if known is None or (known[0] != says and load.decision == "replace"):
                    counts[load.source, number] = says, name
                elif known[0] != says and load.decision == "ask":
                    waits[name] = waits.get(name, 0) + 1
        winners = [name for _, name in counts.values()]
        told = {name: (winners.count(name), waits.get(name, 0)) for name, load in self.loads().items() if load.live}
        return sorted((source, number, says) for (source, number), (says, _) in counts.items()), told


def rows_of(columns: Columns) -> list[tuple[str, int, str, int]]:
    price = columns.props.get("says")
    return sorted(
        (columns.customers[owner], int(columns.times[row]), columns.names[columns.codes[row]],
         int(price.values[price.codes[row]]) if price else -1)
        for row, owner in enumerate(columns.owners().tolist())
    )  # fmt: skip


def agree(workspace: Workspace, plain: Plain) -> None:
    counted, told = plain.standing()
    expected = [event((number, says), source) for source, number, says in counted]
    found = rows_of(workspace.columns())
    assert found == sorted((plain.customer(e.customer), e.time, e.name, e.time) for e in expected)
    seen = workspace.columns()
    assert list(seen.customers) == sorted({plain.customer(e.customer) for e in expected})
    assert seen.names == tuple(sorted({e.name for e in expected}))
    views = [view for view in list_loads(workspace) if view.binned_at is None]
    assert {view.load_id: (view.events, view.changed) for view in views} == told
    known = workspace.log.counts()
    assert known["log"] + known["shards"] == len(expected)
    assert known["shards"] == sum(view.events for view in views)


QUESTIONS = (
    {"analysis": "funnel", "params": {"steps": ["see", "buy"], "order": "strict", "breakdown": "says"}},
    {"analysis": "transitions", "params": {}, "behind": "/starts/see"},
    {"analysis": "variants", "params": {"segment": {"did": "buy"}}, "about": True},
    {"analysis": "collapse", "params": {}, "per_customer": True},
)


def answers(journeys: Snapshot) -> list[str]:
    found = []
    for question in QUESTIONS:
        try:
            found.append(json.dumps(answer(question, journeys) | {"took_ms": 0}))
        except CestaError as error:
            found.append(error.code)
    return found


def take(workspace: Workspace, plain: Plain, step: Step, number: int) -> None:
    kind, which, rows, decision = step
    source = SOURCES[which % 2]
    names = list(plain.loads())
    name = names[which % len(names)] if names else ""
    ACTIONS[kind](workspace, plain, (name, source, rows, decision, number))


Given = tuple[str, str, list[Row], Decision, int]


def _load(workspace: Workspace, plain: Plain, given: Given) -> None:
    _, source, rows, decision, number = given
    _seal(workspace, plain, f"load-{number}", PlainLoad(source, {}, decision, f"files-{number}"), rows)


def _load_again(workspace: Workspace, plain: Plain, given: Given) -> None:
    """The same files and mapping: nothing new while it counts, at the end if it is in the bin."""
    if given[0]:
        old = plain.loads()[given[0]]
        fresh = PlainLoad(old.source, {}, given[3], old.files)
        _seal(workspace, plain, given[0], old if old.live else fresh, list(old.rows.items()))


def _other_mapping(workspace: Workspace, plain: Plain, given: Given) -> None:
    name, _, rows, decision, number = given
    if name:
        old = plain.loads()[name]
        _seal(workspace, plain, f"load-{number}", PlainLoad(old.source, {}, decision, old.files), rows)


def _seal(workspace: Workspace, plain: Plain, name: str, load: PlainLoad, rows: list[Row]) -> None:
    head = LoadHead(name, load.source, files=(LoadFile("f.csv", 1, load.files, 1),), decision=load.decision)
    with begin_seal(workspace, head, per_shard=2) as sealing:
        for low in range(0, len(rows), 3):
            sealing.add(table_of([event(row, load.source) for row in rows[low : low + 3]]))
        done = sealing.finish()
    known = plain.loads().get(name)
    assert done.already == (known is not None and known.live)
    if done.already:
        return
    same = [n for n, other in plain.loads().items() if n != name and other.live and
            (other.files, other.source) == (load.files, load.source)]  # fmt: skip
    assert list(done.replaced) == same
    for other in same:
        plain.loads()[other].live = False
    plain.forget(name)
    for number, says in rows:
        load.rows.setdefault(number, says)
    plain.came.append((name, load))
    assert done.load.events + done.duplicates + done.changed == len(rows)


def _accept(workspace: Workspace, plain: Plain, given: Given) -> None:
    _, source, rows, _, _ = given
    sent = [
        {"customer": e.customer, "event": e.name, "ts": show_instant(e.time), "props": e.properties,
         "message_id": e.message_id}
        for e in (event(row, source) for row in rows)
    ]  # fmt: skip
    before = {(s, n) for s, n, _ in plain.standing()[0]}
    done = accept(workspace, sent, source)
    new = {(source, number) for number, _ in rows} - before
    assert (done.accepted, done.duplicates) == (len(new), len(rows) - len(new))
    for number, says in rows:
        if (source, number) not in {(item[0], item[1]) for item in plain.came if len(item) == 3}:
            plain.came.append((source, number, says))


def _unload(workspace: Workspace, plain: Plain, given: Given) -> None:
    if given[0]:
        load = plain.loads()[given[0]]
        assert unload(workspace, given[0]).already == (not load.live)
        load.live = False


def _restore(workspace: Workspace, plain: Plain, given: Given) -> None:
    if given[0]:
        mine = plain.loads()[given[0]]
        if not mine.live:
            for load in plain.loads().values():
                load.live &= (load.files, load.source) != (mine.files, mine.source)
        mine.live = True
        restore(workspace, given[0])


def _decide(workspace: Workspace, plain: Plain, given: Given) -> None:
    if given[0] and plain.loads()[given[0]].live:
        plain.loads()[given[0]].decision = given[3]
        assert decide(workspace, given[0], given[3]).decision == given[3]


def _replay(workspace: Workspace, plain: Plain, given: Given) -> None:
    name, _, rows, _, _ = given
    if name and plain.loads()[name].live:
        load = plain.loads()[name]
        new = {number for number, _ in rows} - set(load.rows)
        assert add_to_load(workspace, name, table_of([event(row, load.source) for row in rows])) == len(new)
        for number, says in rows:
            load.rows.setdefault(number, says)


def _identify(workspace: Workspace, plain: Plain, given: Given) -> None:
    _, source, rows, _, number = given
    messages = []
    for place, row in enumerate(rows):
        user, other = f"c{row[0] % 4}", f"c{row[1]}"
        said = Event(source, f"who-{number}-{place}", user, "identify", 0)
        messages.append(Arrival(said, "identify", "{}", 0, {"user_id": user, "anonymous_id": other}))
        plain.hear([(user, other)])
    assert take_messages(workspace, source, messages).accepted == len(rows)


def _erase(workspace: Workspace, plain: Plain, given: Given) -> None:
    """By any of her ids; what she does later counts again."""
    one = f"c{given[2][0][0] % 4}"
    singles, messages, rows = plain.erase(plain.customer(one))
    if singles + messages + rows == 0:
        with pytest.raises(CestaError, match="unknown_customer"):
            erase(workspace, [one])
        return
    done = erase(workspace, [one])
    assert (done.log, sum(load.rows for load in done.loads)) == (singles + messages, rows)
    assert check(workspace.root, lambda *_: None).damaged == ()


ACTIONS: dict[str, Callable[[Workspace, Plain, Given], None]] = {
    "load": _load,
    "load again": _load_again,
    "other mapping": _other_mapping,
    "accept": _accept,
    "unload": _unload,
    "restore": _restore,
    "decide": _decide,
    "replay": _replay,
    "identify": _identify,
    "erase": _erase,
}
rows = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), min_size=1, max_size=6)
decisions: st.SearchStrategy[Decision] = st.sampled_from(["ask", "keep", "replace"])
kinds = st.sampled_from(["load", "load", *ACTIONS])
steps = st.lists(st.tuples(kinds, st.integers(0, 3), rows, decisions), min_size=3, max_size=12)


@settings(max_examples=30, deadline=None)
@given(steps, st.booleans())
def test_what_counts_is_what_a_plain_rebuild_says(given_steps: list[Step], tight: bool) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        if tight:
            patch.setattr(spill, "MOST_ROWS", 2)
            patch.setattr(standing, "MOST_AT_ONCE", 1)
            patch.setattr(parts, "MAPPED_FROM", 0)
            patch.setattr(parts, "LATER", 1)
            patch.setattr(base, "LEAST_ROOM", 3)
        plain = Plain()
        with Workspace.create(Path(name) / "shop") as workspace:
            if tight:
                with workspace.log.transaction() as sql:
                    sql.execute("update meta set block = 3")
            for number, step in enumerate(given_steps):
                take(workspace, plain, step, number)
                agree(workspace, plain)
                with Workspace.open(workspace.root) as anew:
                    assert answers(workspace.snapshot()) == answers(anew.snapshot())
        with Workspace.open(Path(name) / "shop") as opened:
            agree(opened, plain)
            assert sorted(path.name for path in opened.data.glob("*passing-*")) == []
