"""What was set aside is kept once, found again, and waits exactly while nothing else stands for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.store import aside
from cesta.store.aside import Chosen, SetAside, State, put, settle, settle_twins
from cesta.store.schema import bring_up

BAD_TIME = SetAside("shop", "No time.", "time", "31.02.", "a.csv", 2, "shop-1", "bad_time", "buy", "buy:1", "{}")


class Tables:
    """The log's tables in memory, read as the log is."""

    def __init__(self) -> None:
        self.sql = sqlite3.connect(":memory:")
        bring_up(self.sql, Path("log.sqlite"))

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        return self.sql.execute(statement, values).fetchall()

    def load(self, load_id: str, binned: bool = False) -> None:
        self.sql.execute(
            "insert into loads (load_id, source, events, customers, set_aside, sealed, binned)"
            " values (?, 'shop', 0, 0, 0, 0, ?)",
            (load_id, 1 if binned else None),
        )

    def states(self) -> list[str]:
        return [str(row[0]) for row in self.read("select state from set_aside order by seq")]


@pytest.fixture
def tables() -> Iterator[Tables]:
    made = Tables()
    yield made
    made.sql.close()


def test_items_are_found_by_what_they_are(tables: Tables) -> None:
    tables.load("shop-1")
    other = replace(BAD_TIME, code="no_customer", field="customer", value=None, row=3, message_id="buy:2")
    put(tables.sql, [BAD_TIME, other, replace(BAD_TIME, row=9, message_id="buy:3"), replace(BAD_TIME, source="app")])
    found = aside.find(tables, Chosen(source="shop"))
    assert [(item.what.row, item.what.code, item.state) for item in found] == [
        (2, "bad_time", "waiting"), (3, "no_customer", "waiting"), (9, "bad_time", "waiting")]  # fmt: skip
    assert found[0].what == BAD_TIME
    assert [item.what.row for item in aside.find(tables, Chosen(code="bad_time"), limit=1, after=found[0].seq)] == [9]
    assert aside.count(tables, Chosen()) == 4
    assert aside.count(tables, Chosen(field="customer", file="a.csv", load_id="shop-1")) == 1
    groups = aside.groups(tables, Chosen())
    assert [(g.source, g.code, g.field, g.rows, g.first.what.row, g.values) for g in groups] == [
        ("shop", "bad_time", "time", 2, 2, (("31.02.", 2),)),
        ("shop", "no_customer", "customer", 1, 3, ((None, 1),)),
        ("app", "bad_time", "time", 1, 2, (("31.02.", 1),)),
    ]


def test_states(tables: Tables) -> None:
    tables.load("shop-1")
    put(tables.sql, [BAD_TIME])
    settle(tables.sql, [1], "replayed")
    assert aside.count(tables, Chosen()) == 0
    assert aside.find(tables, Chosen(state="replayed"))[0].seq == 1
    settle(tables.sql, [1], "waiting")
    assert tables.read("select state, settled from set_aside") == [("waiting", None)]
    aside.retell(tables.sql, [(1, "no_customer", "customer", None, "No customer.")])
    assert [item.what.code for item in aside.find(tables, Chosen(field="customer"))] == ["no_customer"]
    assert aside.sources(tables) == ["shop"]


def test_what_is_dismissed_can_be_brought_back(tables: Tables) -> None:
    tables.load("shop-1")
    put(tables.sql, [replace(BAD_TIME, row=row, message_id=str(row)) for row in range(5)])
    put(tables.sql, [replace(BAD_TIME, field=None, message_id="none")])
    assert aside.dismiss(tables.sql, Chosen(seqs=(1, 2)))[0] == 2
    some, moment = aside.dismiss(tables.sql, Chosen(field="time"))
    assert (some, aside.count(tables, Chosen()), aside.count(tables, Chosen(field=""))) == (3, 1, 1)
    assert aside.bring_back(tables.sql, Chosen(), moment) == 3
    assert aside.count(tables, Chosen(state="dismissed")) == 2
    assert aside.bring_back(tables.sql, Chosen(seqs=(2,))) == 1
    assert tables.states() == ["dismissed", *["waiting"] * 5]


def test_what_a_program_sends_again_is_kept_once(tables: Tables) -> None:
    sent = SetAside("app", "No customer.", "customer", None, row=1, code="no_customer", raw='{"event":"see"}')
    put(tables.sql, [sent, sent])
    put(tables.sql, [replace(sent, row=7)])
    assert aside.count(tables, Chosen()) == 1
    put(tables.sql, [replace(sent, message_id="m1"), replace(sent, message_id="m2")])
    aside.arrived(tables.sql, [("app", key) for key in ("m2", "m3")])
    assert tables.states() == ["waiting", "waiting", "known"]


def test_equal_lines_of_a_load_are_two_and_an_overlapping_load_brings_neither_again(tables: Tables) -> None:
    line = SetAside("shop", "Too many cells.", file="a.csv", row=4, load_id="shop-1", code="ragged_row", raw="a;b;c;d")
    tables.load("shop-1")
    tables.load("shop-2")
    put(tables.sql, [line, replace(line, row=5)])
    put(tables.sql, [replace(line, row=8)])
    put(tables.sql, [replace(line, load_id="shop-2", row=2), replace(line, load_id="shop-2", row=3)])
    settle_twins(tables.sql, "shop", ())
    assert tables.states() == ["waiting", "waiting", "waiting", "known", "known"]


def test_items_go_with_their_load_and_come_back(tables: Tables) -> None:
    tables.load("shop-1")
    tables.load("shop-2")
    put(tables.sql, [BAD_TIME, replace(BAD_TIME, load_id="shop-2")])
    settle_twins(tables.sql, "shop", ())
    assert tables.states() == ["waiting", "known"]
    tables.sql.execute("update loads set binned = 1 where load_id = 'shop-1'")
    settle_twins(tables.sql, "shop", ())
    assert [item.what.load_id for item in aside.find(tables, Chosen())] == ["shop-2"]
    tables.sql.execute("update loads set binned = null")
    settle_twins(tables.sql, "shop", ())
    assert [item.what.load_id for item in aside.find(tables, Chosen())] == ["shop-1"]
    aside.forget_load(tables.sql, "shop-1")
    settle_twins(tables.sql, "shop", aside.open_ids(tables.sql, "shop"))
    assert tables.states() == ["known"]


def test_items_of_the_first_format_have_no_id_and_no_twin(tables: Tables) -> None:
    for _ in range(2):
        tables.sql.execute("insert into set_aside (source, reason, received) values ('shop', '', 0)")
    settle_twins(tables.sql, "shop", aside.open_ids(tables.sql, "shop"))
    assert tables.states() == ["waiting", "waiting"]


STATES = st.sampled_from(["waiting", "known", "replayed", "dismissed"])


@given(
    st.lists(st.tuples(st.sampled_from([None, "l1", "l2", "l3"]), st.sampled_from("abc"), STATES), max_size=8),
    st.sets(st.sampled_from(["l1", "l2", "l3"])),
    st.sets(st.sampled_from("abc")),
)
def test_an_item_waits_exactly_while_nothing_stands_for_it(
    items: list[tuple[str | None, str, State]], binned: set[str], counted: set[str]
) -> None:
    tables = Tables()
    for load in ("l1", "l2", "l3"):
        tables.load(load, load in binned)
    for place, (owner, key, state) in enumerate(items):
        tables.sql.execute(
            "insert into set_aside (seq, source, load_id, message_id, reason, received, state)"
            " values (?, 'shop', ?, ?, '', 0, ?)",
            (place + 1, owner, key, state),
        )
    settle_twins(tables.sql, "shop", counted)
    held = {key for owner, key, state in items if owner not in binned and state in ("replayed", "dismissed")}
    expected: list[str] = []
    for owner, key, state in items:
        if owner not in binned and state in ("waiting", "known"):
            expected.append("known" if key in held or key in counted else "waiting")
            held.add(key)
        else:
            expected.append(state)
    assert tables.states() == expected
    tables.sql.close()
