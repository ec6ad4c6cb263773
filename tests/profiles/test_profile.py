"""What is known of one customer agrees with the engine, whoever asks by which of her ids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.ingest.door import accept
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.profiles.profile import known, profile
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace


@pytest.fixture
def own(tmp_path: Path, shop_maker: Any) -> Any:
    with shop_maker(tmp_path / "shop") as workspace:
        yield workspace


def test_every_customer_of_the_shop(shop: Workspace) -> None:
    snapshot = shop.snapshot()
    counted: dict[object, int] = {}
    spent: dict[object, float] = {}
    for event in small():
        counted[event["customer"]] = counted.get(event["customer"], 0) + 1
        if event["event"] in ("purchase", "store_receipt"):
            amount: Any = event["props"]
            spent[event["customer"]] = spent.get(event["customer"], 0) + amount["amount"]
    told = [profile(shop, customer, "pl") for customer in snapshot.customers]
    assert {one.customer: one.events for one in told} == counted
    for one in told:
        found = {trait.id: trait.value for trait in one.computed}
        assert found["events"] == one.events
        assert found.get("spent") == (pytest.approx(spent[one.customer]) if one.customer in spent else None)
        assert bool(found.get("orders")) == (one.customer in spent)
    apps = {one.customer for one in told if [segment.id for segment in one.segments] == ["app-shoppers"]}
    wanted = {e["customer"] for e in small() if e["event"] == "visit" and e["props"]["channel"] == "app"}  # type: ignore[index]
    assert apps == wanted


def test_a_joined_id_is_she_and_traits_say_where_they_are_from(own: Workspace) -> None:
    accept(own, [{"customer": "x1", "event": "see", "ts": "2026-05-01T10:00:00Z"}], "web")
    said = Event("crm", "m1", "ann", "identify", 1_000_000, {"size": 38})
    newer = Event("web", "m2", "x1", "identify", 2_000_000, {"size": "M"})
    ids = {"user_id": "ann", "anonymous_id": "x1"}
    own.log.append(
        [Arrival(newer, "identify", "{}", 0, {"anonymous_id": "x1"}), Arrival(said, "identify", "{}", 0, ids)]
    )
    found = profile(own, "x1")
    assert (found.customer, found.ids, found.events) == ("ann", ("ann", "x1"), 1)
    (size,) = found.traits
    assert (size.value, size.type, size.was, size.source, size.message_id) == ("M", "text", "number", "web", "m2")
    assert found == profile(own, "ann")


def test_late_events_count_at_once(own: Workspace) -> None:
    accept(own, [{"customer": "new", "event": "purchase", "ts": "2026-05-02", "props": {"amount": 5}}], "t")
    assert profile(own, "new").events == 1
    accept(own, [{"customer": "new", "event": "purchase", "ts": "2026-05-01", "props": {"amount": 7.5}}], "t")
    found = {trait.id: trait.value for trait in profile(own, "new").computed}
    assert (found["orders"], found["spent"], found["first-order"]) == (2, 12.5, "2026-05-01T00:00:00Z")


def test_somebody_of_whom_there_is_no_event(own: Workspace) -> None:
    own.log.append([Arrival(Event("crm", "1", "eve", "identify", 0, {"name": "Eve"}), "identify", "{}", 0)])
    found = profile(own, "eve")
    assert (found.events, found.first, [trait.value for trait in found.traits]) == (0, None, ["Eve"])
    with pytest.raises(CestaError) as caught:
        known(own, "nobody")
    assert caught.value.code == "unknown_customer"


def test_a_broken_document_is_passed_over(own: Workspace) -> None:
    (own.root / "traits").mkdir()
    own_trait = 'cesta: trait/1\nid: worn\nname: Worn\ncompute: count\nin: {where: "channel > 5"}\n'
    (own.root / "traits" / "worn.yaml").write_text(own_trait)
    (own.root / "traits" / "wrong.yaml").write_text("cesta: [")
    customer = own.snapshot().customers[0]
    assert "worn" not in {trait.id for trait in profile(own, customer).computed}
