"""A message that was set aside becomes what it would have been, once, however often it is tried and sent again."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.door import take
from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.mending import flat
from cesta.ingest.protocols.again import PROTOCOLS, read_again
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import segment
from cesta.ingest.repair import read_rule
from cesta.ingest.repairs_kept import keep_rule, rules_now
from cesta.ingest.replay import Replayed, edit, replay
from cesta.model.instant import parse_instant, show_instant
from cesta.store.accepted import accepted
from cesta.store.aside import Chosen, Item, SetAside, find
from cesta.store.workspace import Workspace

RECEIVED = parse_instant("2026-11-22T10:00:00Z")
BAD = {"type": "identify", "messageId": "m1", "timestamp": "2026-11-22T09:00:00Z", "traits": {"plan": "x"}}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "site") as made:
        yield made


def send(workspace: Workspace, *messages: object) -> None:
    body = {"batch": list(messages), "sentAt": "2026-11-22T09:00:10Z"}
    posted = Posted(body, "web", RECEIVED, rules=rules_now(workspace.root, "web"))
    take(workspace, "web", *segment(posted))


def amounts(workspace: Workspace) -> tuple[int, int]:
    return len(list(accepted(workspace))), len(find(workspace.log, Chosen()))


def test_a_message_becomes_what_it_would_have_been_and_counts_once(workspace: Workspace) -> None:
    send(workspace, BAD)
    send(workspace, BAD)
    assert amounts(workspace) == (0, 1)
    rule = read_rule({"field": "userId", "reason": "no_ids", "becomes": "zoe"})
    assert replay(workspace, Chosen()) == Replayed(0, 1)
    assert replay(workspace, Chosen(), {"web": [rule]}) == Replayed(1, 0)
    (arrival,) = accepted(workspace)
    assert (arrival.type, arrival.ids, arrival.event.customer) == ("identify", {"user_id": "zoe"}, "zoe")
    assert (show_instant(arrival.event.time), show_instant(arrival.sent or 0)) == (
        show_instant(find(workspace.log, Chosen(state="replayed"))[0].received - 10_000_000), "2026-11-22T09:00:10Z",
    )  # fmt: skip
    assert replay(workspace, Chosen(), {"web": [rule]}) == Replayed(0, 0)
    send(workspace, BAD, {**BAD, "userId": "zoe"})
    assert amounts(workspace) == (1, 0)


def test_a_rule_that_is_kept_mends_what_comes(workspace: Workspace) -> None:
    keep_rule(workspace.root, "web", read_rule({"field": "userId", "reason": "no_ids", "becomes": "zoe"}))
    send(workspace, BAD)
    (arrival,) = accepted(workspace)
    assert (arrival.event.customer, json.loads(arrival.raw)) == ("zoe", BAD)


def test_one_is_mended_by_hand(workspace: Workspace) -> None:
    send(workspace, {**BAD, "type": "track", "event": "buy", "userId": "zoe", "timestamp": "noon"})
    edit(workspace, find(workspace.log, Chosen())[0].seq, {"timestamp": "2026-11-22T08:00:00Z"})
    (arrival,) = accepted(workspace)
    assert (arrival.event.name, show_instant(arrival.original or 0)) == ("buy", "2026-11-22T08:00:00Z")
    assert amounts(workspace) == (1, 0)


def test_what_is_nested_stays_nested_when_a_hand_mends_beside_it(workspace: Workspace) -> None:
    send(workspace, {"type": "track", "event": "buy", "messageId": "m1", "properties": {"items": [{"sku": 1}]}})
    (item,) = find(workspace.log, Chosen())
    shown = flat(json.loads(item.what.raw or ""))
    assert shown["properties.items"] == '[{"sku":1}]'
    edit(workspace, item.seq, {**shown, "userId": "zoe"})
    (arrival,) = accepted(workspace)
    assert json.loads(arrival.raw)["properties"] == {"items": [{"sku": 1}]}


def test_a_trait_is_mended_by_a_rule(workspace: Workspace) -> None:
    send(workspace, {"type": "identify", "userId": "zoe", "traits": {"age": float("inf")}})
    rule = read_rule({"field": "traits.age", "reason": "not_finite", "becomes": None})
    assert replay(workspace, Chosen(), {"web": [rule]}) == Replayed(1, 0)


fields = st.sampled_from(["type", "event", "userId", "batch", "data", "events", "properties", "distinct_id", "e"])
values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(fields, inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("protocol", [*PROTOCOLS, "another"])
@given(raw=st.dictionaries(fields, values, max_size=5))
def test_every_protocol_reads_a_message_alone_or_says_why_not(protocol: str, raw: dict[str, object]) -> None:
    item = Item(1, "waiting", RECEIVED, SetAside("web", "", protocol=protocol))
    with contextlib.suppress(NotUnderstood):
        assert read_again(raw, item, ZoneInfo("UTC")).event.source == "web"
