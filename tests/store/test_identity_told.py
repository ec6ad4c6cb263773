"""Who is who as it is told: ids and merges of one customer, with causes; numbers and proposals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.who import hear, message

from cesta.store.identity_acts import share, together, undo
from cesta.store.identity_told import KnownId, decisions, ids_of, merges, merges_of, proposals, summary
from cesta.store.workspace import Workspace


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        hear(workspace, [message(1, {"user_id": "ann", "anonymous_id": "x1"}, mail="Ann@Mail.example")])
        hear(workspace, [message(2, {"user_id": "bob", "anonymous_id": "x1"}), message(3, {"anonymous_id": "x9"})])
        yield workspace


def test_ids_and_merges_of_one_customer(shop: Workspace) -> None:
    for named in ("ann", "x1", "email:ann@mail.example", "ANN@mail.example"):
        assert [(each.kind, each.value) for each in ids_of(shop, named)] == [
            ("user_id", "ann"), ("email", "ann@mail.example"), ("anonymous_id", "x1"),
        ]  # fmt: skip
    (found,) = merges_of(shop, "x1")
    assert (found.id, found.at, found.how, found.source, found.message) == (
        "m1", "1970-01-01T00:00:00.000001Z", "claim", "shop", "m1"
    )  # fmt: skip
    assert (found.parts, found.sizes, found.into) == (["ann", "email:ann@mail.example", "x1"], [1, 1, 1], "ann")
    assert found.ids[1] == [KnownId("email", "ann@mail.example", "email:ann@mail.example")]
    assert (ids_of(shop, "x9"), merges_of(shop, "nobody")) == ([], [])


def test_numbers_and_proposals(shop: Workspace) -> None:
    found = summary(shop)
    assert (found.customers, found.joined, found.ids, found.merges, found.proposals) == (2, 1, 3, 1, 1)
    assert [(each.rule, each.claims) for each in found.refused] == [("user_id", 1)]
    assert found.limits == {"user_id": "1", "email": "5", "anonymous_id": "5 weekly"}
    (proposal,) = proposals(shop)
    assert (proposal.id.key, proposal.by, proposal.claimants) == ("x1", "user_id", 2)
    share(shop, [proposal.id.key], "eva")
    assert (proposals(shop), summary(shop).decisions) == ([], 1)


def test_pages_of_merges_the_newest_first(shop: Workspace) -> None:
    hear(shop, [message(10 + n, {"user_id": f"u{n}", "anonymous_id": f"y{n}"}) for n in range(5)])
    assert [each.id for each in merges(shop, most=2).merges] == ["m8", "m7"]
    assert [each.id for each in merges(shop, skipped=4, most=2).merges] == ["m4", "m1"]
    assert (merges(shop, skipped=9).merges, merges(shop).count, merges(shop, named="x1").count) == ([], 6, 1)


def test_decisions_the_newest_first(shop: Workspace) -> None:
    made = together(shop, ["x9", "ann"], "eva")
    assert merges_of(shop, "x9")[0].how == "by_hand"
    undo(shop, f"d{made.seq}", "max")
    assert [(each.kind, each.who, each.holds) for each in decisions(shop)] == [
        ("back", "max", False), ("together", "eva", False),
    ]  # fmt: skip
