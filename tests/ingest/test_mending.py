"""A rule's preview says exactly what the rule does."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import accept
from cesta.ingest.mending import Still, flat, preview, repair
from cesta.ingest.repair import Rule, read_rule
from cesta.ingest.repairs_kept import rules_of
from cesta.store.aside import Chosen, count
from cesta.store.workspace import Workspace

SOON = read_rule({"field": "ts", "value": "soon", "becomes": "2026-01-05"})


def sent(number: int, ts: str, customer: str | None = "ann") -> dict[str, object]:
    return {"customer": customer, "event": "see", "ts": ts, "message_id": str(number), "props": {"n": number}}


def test_a_preview_counts_and_shows(workspace: Workspace) -> None:
    accept(workspace, [*(sent(n, "soon") for n in range(9)), sent(20, "soon", None), sent(21, "later")], "web")
    found = preview(workspace, "web", SOON)
    assert (found.about, found.mended, len(found.examples)) == (10, 9, 5)
    assert found.still == (Still("no_customer", "customer", "There is no customer.", 1),)
    assert [example.mended for example in found.examples] == [True] * 4 + [False]
    first = found.examples[0]
    assert (first.what.row, first.mended, first.before["ts"], first.after["ts"]) == (1, True, "soon", "2026-01-05")
    assert first.after["props.n"] == "0"
    later = preview(workspace, "web", read_rule({"field": "ts", "value": "later", "becomes": "much later"}))
    assert (later.about, later.mended) == (1, 0)
    assert later.still == (Still("bad_time", "ts", "Cannot read 'much later' as a time.", 1),)
    assert not later.examples[0].mended
    assert preview(workspace, "app", SOON).about == 0
    assert count(workspace.log, Chosen()) == 11, "nothing was written"
    assert rules_of(workspace.root, "web") == ()


RULES = st.sampled_from([
    SOON,
    read_rule({"field": "ts", "reason": "bad_time", "becomes": "2026-01-05"}),
    read_rule({"field": "ts", "pattern": "*.1.26", "becomes": {"time": "%d.%m.%y"}}),
    read_rule({"field": "customer", "reason": "no_customer", "becomes": "walk-in"}),
    read_rule({"field": "customer", "value": None, "becomes": {"from": "props.n"}}),
])  # fmt: skip


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.sampled_from(["soon", "7.1.26", "2026"]), st.sampled_from(["ann", None])), max_size=6),
    st.lists(RULES, max_size=3),
)
def test_a_preview_says_what_the_rule_does(given_: list[tuple[str, str | None]], rules: list[Rule]) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        accept(workspace, [sent(n, ts, customer) for n, (ts, customer) in enumerate(given_)], "web")
        for rule in rules:
            waiting = count(workspace.log, Chosen())
            told = preview(workspace, "web", rule)
            done = repair(workspace, "web", rule)
            assert (done.replayed, done.waiting) == (told.mended, told.about - told.mended)
            assert done.waiting == sum(still.rows for still in told.still)
            assert count(workspace.log, Chosen()) == waiting - done.replayed
            assert rule in rules_of(workspace.root, "web")


def test_what_was_mended_by_a_rule_is_mended_by_itself_from_then_on(workspace: Workspace) -> None:
    accept(workspace, [sent(1, "soon")], "web")
    repair(workspace, "web", SOON)
    accept(workspace, [sent(2, "soon")], "web")
    assert (len(workspace.columns().times), count(workspace.log, Chosen())) == (2, 0)


texts = st.text(st.characters(), max_size=4)
values = st.recursive(
    st.none() | st.booleans() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(texts, values, max_size=4))
def test_whatever_was_written_can_be_told(raw: dict[str, object]) -> None:
    msgspec.json.encode(flat(raw))
