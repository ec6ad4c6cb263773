"""Map documents: what is read, what is left out, and what cannot be drawn at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.maps.document import load, parse
from cesta.model.duration import duration
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_a_whole_document(shop_map: str) -> None:
    found = parse(shop_map, Path("buy.yaml"))
    assert found.complaints == ()
    assert (found.id, found.owner, found.level, found.status) == ("buy", "jana", "L1", "draft")
    assert found.rules.after == duration("7d")
    assert found.rules.silence is None
    assert [touchpoint.id for touchpoint in found.touchpoints] == ["visit", "view", "cart", "card", "bought"]
    assert found.touchpoints[0].action is not None
    assert found.touchpoints[0].action.at_least == 0.5
    assert found.data["desired"] == {"path": ["visit", "card"]}


def test_ends_of_every_kind(shop_map: str) -> None:
    ends = "[purchase, {event: visit, where: price > 3}, silence 60d, after 7d, silence 30d]"
    rules = parse(shop_map.replace("[after 7d]", ends)).rules
    assert len(rules.ends) == 2
    assert (rules.silence, rules.after) == (duration("30d"), duration("7d"))


def test_a_rule_that_cannot_be_read_meets_nothing_rather_than_too_much(shop_map: str) -> None:
    found = parse(shop_map.replace("match: {event: visit}", "match: {event: visit, where: price >}"))
    assert found.touchpoints[0].match is None
    (complaint,) = found.complaints
    assert complaint.code == "bad_condition"
    assert found.whole.place(complaint.pointer) == (
        shop_map.splitlines().index("        match: {event: visit}") + 1,
        "",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: {first_of: [visit]}", "start: {}"),
        ("start: {first_of: [visit]}\n", ""),
        ("stages:", "stagse:"),
        ("start: {first_of: [visit]}", "start: [visit]"),
    ],
)
def test_too_little_to_draw(shop_map: str, old: str, new: str) -> None:
    with pytest.raises(CestaError, match=r"map\.yaml:\d+: ") as caught:
        parse(shop_map.replace(old, new))
    assert caught.value.code == "bad_map"


def test_a_map_is_found_by_its_id_only(shop: Workspace) -> None:
    assert load(shop, "buy").id == "buy"
    for wrong in ("byu", "../maps/buy"):
        with pytest.raises(CestaError) as caught:
            load(shop, wrong)
        assert caught.value.code == "unknown_map"
