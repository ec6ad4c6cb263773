"""How the linter judges a map's rules by the events there are."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.document import parse
from cesta.maps.lint_events import check_events, unseen
from cesta.model.event import Event
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

DAY = 86_400_000_000


def test_overlaps_are_counted(shop: Workspace, shop_map: str) -> None:
    text = shop_map.replace("match: {event: product_view}", "match: {any: [visit, product_view]}")
    columns = shop.columns()
    (overlap,) = [c for c in check_events(parse(text, Path("buy.yaml")), columns) if c.code == "overlapping_rules"]
    visits = int((columns.codes == columns.names.index("visit")).sum())
    assert overlap.message == f'{visits} events meet both "visit" and "view"; they count at "visit".'
    assert overlap.pointer == "/stages/0/touchpoints/1/match"


def test_a_quiet_touchpoint(shop_map: str) -> None:
    columns = from_events([Event("t", "1", "a", "visit", 0), Event("t", "2", "a", "purchase", 31 * DAY)])
    quiet = [c.message for c in check_events(parse(shop_map), columns) if c.code == "unmatched_touchpoint"]
    assert 'Nobody has touched it since 1970-01-01T00:00:00Z: "visit".' in quiet
    assert 'Nobody ever touched it: "cart".' in quiet
    assert not any("bought" in message for message in quiet)


def test_unknown_names_everywhere(shop: Workspace, shop_map: str) -> None:
    text = (
        shop_map.replace("[visit]", "[vist]")
        .replace("after 7d", "purchse")
        .replace("within: 1h", "within: 1h, any: [vst]")
    )
    found = {(c.pointer, c.hint) for c in unseen(parse(text), shop.columns())}
    assert found == {
        ("/start", 'Did you mean "visit"?'),
        ("/end", 'Did you mean "purchase"?'),
        ("/stages/0/touchpoints/0/target_action", 'Did you mean "visit"?'),
    }
