"""The rows that are shown as changed are those that a plain comparison of two files finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.changes import SHOWN, ChangedField, ChangedRow, ChangedRows, changes
from cesta.ingest.door import LoadHead, accept, begin_seal, decide, unload
from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.model.instant import show_instant
from cesta.store import changed as module
from cesta.store.loads import Decision
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

Row = tuple[str, str, int, dict[str, Value]]
"""Who, what, when and the properties of one id."""
values: st.SearchStrategy[Value] = st.sampled_from(["1", "a", 1, 2, 1.0, 2.5, True])
props = st.dictionaries(st.sampled_from(["price", "customer", "int.x"]), values, max_size=2)
row = st.tuples(st.sampled_from("ab"), st.sampled_from(["buy", "see"]), st.integers(0, 2), props)
file = st.dictionaries(st.integers(0, 12).map(str), row, max_size=10)


def load(workspace: Workspace, name: str, rows: dict[str, Row], decision: Decision = "ask") -> None:
    with begin_seal(workspace, LoadHead(name, "till", decision=decision), per_shard=2) as sealing:
        sealing.add(table_of([Event("till", key, *said) for key, said in rows.items()]))
        sealing.finish()


def plainly(was: dict[str, Row], now: dict[str, Row]) -> dict[str, ChangedRow]:
    """The rows of two files compared, id by id and field by field."""
    found = {}
    for key in was.keys() & now.keys():
        fields = [
            ChangedField(name, one.get(name), other.get(name))
            for one, other in [(flat(was[key]), flat(now[key]))]
            for name in sorted(one.keys() | other.keys(), key=lambda name: (name.startswith("properties."), name))
            if as_said(one.get(name)) != as_said(other.get(name))
        ]
        if fields:
            who, what, when, _ = now[key]
            found[key] = ChangedRow(key, who, what, show_instant(when), tuple(fields))
    return found


def flat(said: Row) -> dict[str, Value]:
    who, what, when, more = said
    heads: dict[str, Value] = {"customer": who, "event": what, "time": show_instant(when)}
    return heads | {f"properties.{name}": value for name, value in more.items()}


def as_said(value: Value | None) -> tuple[str, Value | None]:
    """1 and 1.0 are one number; true is none."""
    return ("number" if type(value) in (int, float) else type(value).__name__), value


@settings(max_examples=60, deadline=None)
@given(file, file, st.sampled_from(["ask", "keep", "replace"]), st.booleans())
def test_changed_rows_are_those_of_a_plain_comparison(
    was: dict[str, Row], now: dict[str, Row], decision: Decision, tight: bool
) -> None:
    expected = plainly(was, now)
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        if tight:
            patch.setattr(module, "MOST_AT_ONCE", 1)
        with Workspace.create(Path(name) / "shop") as workspace:
            load(workspace, "first", was)
            load(workspace, "second", now, decision)
            found = changes(workspace, "second")
    assert found.total == len(expected) or (found.total is None and len(found.changes) == SHOWN)
    assert len(found.changes) == min(SHOWN, len(expected))
    assert all(each == expected[each.id] for each in found.changes)
    assert [each.customer for each in found.changes] == sorted(each.customer for each in found.changes)


def test_they_are_the_same_after_the_decision(workspace: Workspace) -> None:
    load(workspace, "first", {"1": ("a", "buy", 0, {"price": 5})})
    load(workspace, "second", {"1": ("a", "buy", 0, {"price": 6})})
    before = changes(workspace, "second")
    (changed,) = before.changes
    assert changed.fields == (ChangedField("properties.price", 5, 6),)
    for decision in ("keep", "replace", "ask"):
        decide(workspace, "second", decision)
        assert changes(workspace, "second") == before
    unload(workspace, "second")
    assert changes(workspace, "second") == before, "it is still to be seen what the bin holds"
    unload(workspace, "first")
    assert changes(workspace, "second") == ChangedRows(0, ())


def test_an_event_that_came_alone_is_what_was(workspace: Workspace) -> None:
    sent = {"customer": "a", "event": "see", "ts": "1970-01-01T00:00:00Z", "message_id": "1", "props": {"price": 5}}
    accept(workspace, [sent], "till")
    load(workspace, "first", {"1": ("a", "buy", 0, {})})
    (changed,) = changes(workspace, "first").changes
    assert changed.fields == (ChangedField("event", "see", "buy"), ChangedField("properties.price", 5, None))


def test_a_load_that_never_was_is_not_found(workspace: Workspace) -> None:
    with pytest.raises(CestaError, match="unknown_load"):
        changes(workspace, "nothing")
