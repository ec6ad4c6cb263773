"""Barriers of a workspace: of a map, of what would be proposed, worked out once, with the customers behind them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from cesta.maps.barriers.looking import barriers
from cesta.maps.barriers.sentences import sentence
from cesta.maps.behind import behind
from cesta.maps.compose import Picked
from cesta.maps.questions import ask
from cesta.samples.retail.make import make
from cesta.store.workspace import Workspace

MAP = "buy-clothes"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("barriers") / "shop", events=60_000, seed=41) as workspace:
        yield workspace


def test_numbers_agree_with_ask_and_with_who_stands_behind(shop: Workspace) -> None:
    view = barriers(shop, MAP, Picked()).view
    row, one = next((row, one) for row, one in enumerate(view.barriers) if one.what == "device")
    asked = {"analysis": "transitions", "params": {"filter": "device = 'phone'"}}
    pairs = json.loads(json.dumps(ask(shop, asked)))["result"]["matrix"]["payment_details"]
    listed = behind(shop, MAP, f"/barriers/{row}/people", limit=1000)
    assert listed.total == one.people.n <= one.share.n
    # journeys of the map end four weeks after they began, so a few payments belong to none
    assert 0.97 * pairs["payment_failed"] <= one.share.n <= pairs["payment_failed"]
    assert 0.97 * sum(pairs.values()) <= (one.share.of or 0) <= sum(pairs.values())


def test_a_second_look_is_the_first_one(shop: Workspace) -> None:
    assert barriers(shop, MAP, Picked()) is barriers(shop, MAP, Picked())
    assert barriers(shop, MAP, Picked(language="pl")) is not barriers(shop, MAP, Picked())


def test_without_a_map_the_proposed_journeys_are_looked_at(shop: Workspace) -> None:
    kinds = {(one.kind, one.what) for one in barriers(shop, None, Picked()).view.barriers}
    assert ("error", "device") in kinds


def test_what_is_on_the_map_says_so(shop: Workspace) -> None:
    view = barriers(shop, MAP, Picked()).view
    one = next(one for one in view.barriers if one.touchpoint == "card")
    path = shop.root / "maps" / f"{MAP}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("          - id: phone-form\n", f"          - id: {one.id}\n"), encoding="utf-8")
    after = barriers(shop, MAP, Picked()).view
    path.write_text(text, encoding="utf-8")
    assert [other.on_map for other in after.barriers if other.id == one.id] == [True]
    assert not one.on_map


def test_every_barrier_has_a_sentence_and_an_id(shop: Workspace) -> None:
    view = barriers(shop, MAP, Picked()).view
    assert len({one.id for one in view.barriers}) == len(view.barriers)
    for one in view.barriers:
        assert one.event.replace("_", " ") in sentence(one)
