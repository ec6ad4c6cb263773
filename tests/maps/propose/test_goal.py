"""What journeys are for: by meaning first, else by what ends them; nothing when nothing does."""

from __future__ import annotations

from collections.abc import Callable

from cesta.maps.propose.draft import Draft
from cesta.store.columns import Columns

Drawn = Callable[[Columns], Draft]
Made = Callable[..., Columns]


def goal(draft: Draft) -> str | None:
    return draft.goal.events[0] if draft.goal else None


def test_a_purchase_before_a_payment(world: Made, drawn: Drawn) -> None:
    assert goal(drawn(world("9 x: home 0m, payment 1m, purchase 2m", "9 x: home 0m, payment 1m"))) == "purchase"


def test_what_everybody_has_is_no_goal_where_something_else_is(world: Made, drawn: Drawn) -> None:
    columns = world("9 x: order created 0d, shipped 1d, delivered 3d", "9 x: order created 0d, shipped 1d")
    assert goal(drawn(columns)) == "delivered"


def test_without_meaning_what_ends_journeys(world: Made, drawn: Drawn) -> None:
    columns = world("9 x: qqa 0m, qqb 1m, qqc 2m, qqd 3m", "9 x: qqa 0m, qqb 1m, qqc 2m", "9 x: qqa 0m, qqd 1m")
    assert goal(drawn(columns)) == "qqd"


def test_a_return_or_a_failure_is_no_goal(world: Made, drawn: Drawn) -> None:
    columns = world("9 x: qqa 0m, qqb 5m, return parcel 9d", "9 x: qqa 0m, error 1m")
    assert goal(drawn(columns)) in ("qqb", None)


def test_what_nothing_follows_ends_a_journey_at_once(world: Made, drawn: Drawn) -> None:
    draft = drawn(world("9 x: booked 0d, check-in 60d, check-out 63d", "5 x: booked 0d, cancelled 9d"))
    assert {kind.events[0] for kind in draft.finals} == {"check-out", "cancelled"}
    assert not drawn(world("9 x: home 0d, purchase 1d, home 20d, home 40d, purchase 41d")).finals
