"""A proposal with its numbers: those of the map's own screen, nothing saved, honest about what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cesta.maps.bind import view
from cesta.maps.lint import lint
from cesta.maps.propose.choices import Choice
from cesta.maps.propose.proposal import Proposal, free_id, propose
from cesta.maps.shelf import map_ids, save_new
from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

TWO_WEEKS = 14 * 86_400_000_000
# What a salesman of this shop would say that each kind of event is about, in the order in which customers live it.
ABOUT = {
    "Dowiaduję się": "campaign_mail mail_open ad_click",
    "Rozglądam się": "visit search category_view product_view size_guide store_visit",
    "Napełniam koszyk": "add_to_cart",
    "Kupuję": "checkout account_check delivery_choice order_summary support_chat support_call payment_details "
    "payment_failed purchase store_receipt",
    "Odbieram": "delivery",
    "Mówię, co myślę": "review complaint survey_answer return_parcel",
    "Wracam": "loyalty_join",
}


def test_saved_it_shows_the_same_numbers(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        found = propose(workspace)
        assert map_ids(workspace) == ("buy-clothes",)
        save_new(workspace, found.id, found.text)
        shown = view(workspace, "first-map")
        assert [stage.reached for stage in shown.stages] == [stage.reached for stage in found.view.stages]
        assert shown.goal == found.view.goal
        assert not [problem for problem in lint(workspace, "first-map") if problem.level == "error"]
        assert propose(workspace).id == "first-map-2"


def test_the_small_shop(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        found = propose(workspace, lang="pl")
        fewer = propose(workspace, [Choice("discard", "chat")], "pl")
    assert [stage.name for stage in found.stages] == list(ABOUT)
    for stage in found.stages:
        assert {stop.rule for stop in stage.touchpoints} <= set(ABOUT[stage.name].split())
    assert found.goal == "Zakup"
    assert found.view.goal is not None
    assert {moment.kind for moment in found.moments} >= {"loss"}
    assert found.quality.remarks == ()
    assert fewer.aside[0].reach is None
    counted(found)
    counted(fewer)


def counted(found: Proposal) -> None:
    """Holds each number of a proposal to the events, counted one by one by the rules that the proposal tells."""
    kinds = Counter(str(event["event"]) for event in small())
    stops = [stop for stage in found.stages for stop in stage.touchpoints]
    assert {stop.rule: stop.events for stop in (*stops, *found.aside)} == kinds
    for stop in (*stops, *found.aside):
        assert stop.people == len({event["customer"] for event in small() if event["event"] == stop.rule})
    used = {stop.rule for stop in stops}
    assert (found.silence, found.after) == ("14d", None)
    told = journeys(found.starts)
    assert (found.quality.kinds, found.quality.kinds_used) == (len(kinds), len(used))
    coverage, whole = found.quality.coverage, found.quality.whole
    assert (coverage.n, coverage.of) == (sum(kind in used for one in told for kind in one), len(small()))
    assert (whole.n, whole.of) == (sum(used.issuperset(one) for one in told), len(told))
    for stop in stops:
        assert stop.reach is not None
        assert stop.reach.n == sum(stop.rule in one for one in told)


def journeys(starts: Sequence[str]) -> list[list[str]]:
    """What happened in each journey of the small shop that begins with one of these and ends by two quiet weeks."""
    now: dict[object, tuple[int, list[str]]] = {}
    found: list[list[str]] = []
    for event in small():
        who, kind, time = event["customer"], str(event["event"]), parse_instant(event["ts"])
        last, journey = now.get(who, (time, []))
        if time - last > TWO_WEEKS:
            journey = []
        if not journey and kind in starts:
            found.append(journey)
        if journey or kind in starts:
            journey.append(kind)
        now[who] = time, journey
    return found


def test_an_empty_workspace_has_too_little(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "empty") as workspace, pytest.raises(CestaError) as caught:
        propose(workspace)
    assert caught.value.code == "too_little"


def test_ids_count_up() -> None:
    assert free_id([]) == "first-map"
    assert free_id(["first-map"]) == "first-map-2"
