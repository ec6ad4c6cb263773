"""The demo's map, counted again from the raw files by plain loops that share no code with the product."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from cesta.maps.behind import behind
from cesta.maps.bind import view
from cesta.maps.lint import lint
from cesta.maps.questions import ask
from cesta.samples.complete_journey import make
from cesta.store.workspace import Workspace

pytestmark = pytest.mark.demo
Rows = Callable[..., Iterator[tuple[Any, ...]]]
FIVE_HOURS = timedelta(hours=5)  # the shops' own day begins at 05:00 UTC
GROCERY = {"GROCERY", "FROZEN GROCERY"}
FRESH = {"PRODUCE", "MEAT", "MEAT-PCKGD", "SEAFOOD", "SEAFOOD-PCKGD", "DELI", "SALAD BAR", "PASTRY"}
HOME = {"DRUG GM", "COSMETICS", "NUTRITION"}


@dataclass
class Basket:
    household: str
    at: datetime
    value: float = 0.0
    discount: float = 0.0
    coupon: float = 0.0
    products: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with make(tmp_path_factory.mktemp("demo") / "shop") as made:
        yield made


@pytest.fixture(scope="module")
def baskets(raw_rows: Rows) -> dict[str, Basket]:
    names = ("sales_value", "retail_disc", "coupon_disc", "product_id")
    found: dict[str, Basket] = {}
    for basket, household, at, sales, retail, coupon, product in raw_rows(
        "transactions", "basket_id", "household_id", "transaction_timestamp", *names
    ):
        here = found.setdefault(str(basket), Basket(str(household), at))
        here.at = min(here.at, at)
        here.value += sales
        here.discount += retail
        here.coupon += coupon
        here.products.append(str(product))
    return found


def events(rows: Rows, baskets: dict[str, Basket]) -> dict[str, list[tuple[datetime, int, str]]]:
    """For each household (time, order at equal times, stop of the map)."""
    told: dict[str, list[tuple[datetime, int, str]]] = defaultdict(list)
    campaign = {
        str(c): (kind, a, b)
        for c, kind, a, b in rows("campaign_descriptions", "campaign_id", "campaign_type", "start_date", "end_date")
    }
    stops = {"Type A": "booklet", "Type B": "leaflet", "Type C": "long-offer"}
    sent = defaultdict(list)
    for household, number in rows("campaigns", "household_id", "campaign_id"):
        kind, start, end = campaign[str(number)]
        sent[str(household)].append((str(number), start, end + timedelta(days=1)))
        told[str(household)].append((start, 0, stops[kind]))
    coupons = defaultdict(set)
    for number, product in rows("coupons", "campaign_id", "product_id"):
        coupons[str(number)].add(str(product))
    department = {str(p): d for p, d in rows("products", "product_id", "department")}
    days: dict[tuple[str, Any], list[Basket]] = defaultdict(list)
    for basket in baskets.values():
        days[basket.household, (basket.at - FIVE_HOURS).date()].append(basket)
        value = round(basket.value, 2)
        shop = "quick-trip" if value < 15 else "usual-shop" if value < 60 else "big-shop"
        told[basket.household].append((basket.at, 1, shop))
        running = [n for n, start, end in sent[basket.household] if start <= basket.at < end]
        offered = {p for p in basket.products if any(p in coupons[n] for n in running)}
        if offered:
            counts = Counter(department.get(p) or "" for p in offered)
            mode = min(counts, key=lambda name: (-counts[name], name))
            stop = (
                "grocery" if mode in GROCERY else "fresh" if mode in FRESH else "household" if mode in HOME else "other"
            )
            told[basket.household].append((basket.at, 3, f"offer-{stop}"))
    add_coupons(rows, told, days)
    return {household: sorted(hers, key=lambda e: e[:2]) for household, hers in told.items()}


def add_coupons(
    rows: Rows, told: dict[str, list[tuple[datetime, int, str]]], days: dict[tuple[str, Any], list[Basket]]
) -> None:
    handed: dict[tuple[str, str], list[tuple[datetime, str]]] = defaultdict(list)
    for household, number, coupon, day in rows(
        "coupon_redemptions", "household_id", "campaign_id", "coupon_upc", "redemption_date"
    ):
        handed[str(household), str(number)].append((day, str(coupon)))
    for (household, _), hers in handed.items():
        for place, (day, _) in enumerate(sorted(hers)):
            visits = sorted(days.get((household, day.date()), []), key=lambda b: b.at)
            with_coupon = [b for b in visits if b.coupon > 0]
            at = (with_coupon or visits)[0].at if visits else day + timedelta(hours=12) + FIVE_HOURS
            told[household].append((at, 4, "first-coupon" if place == 0 else "next-coupon"))


STAGES = (
    {"booklet", "leaflet", "long-offer"},
    {"quick-trip", "usual-shop", "big-shop"},
    {"offer-grocery", "offer-fresh", "offer-household", "offer-other"},
    {"first-coupon"},
    {"next-coupon"},
)


@dataclass
class Journey:
    household: str
    start: datetime
    stops: list[str]
    over: bool

    @property
    def furthest(self) -> int:
        return max(place for place, stage in enumerate(STAGES) if stage & set(self.stops))

    @property
    def won(self) -> bool:
        return bool({"first-coupon", "next-coupon"} & set(self.stops))

    @property
    def rests_at(self) -> str:
        return next(stop for stop in reversed(self.stops) if stop in STAGES[self.furthest])


@pytest.fixture(scope="module")
def journeys(raw_rows: Rows, baskets: dict[str, Basket]) -> list[Journey]:
    told = events(raw_rows, baskets)
    now = max(event[0] for hers in told.values() for event in hers)
    found = []
    for household, hers in told.items():
        current: Journey | None = None
        for at, _, stop in hers:
            if current and at - current.start > timedelta(days=42):
                current = None
            if current is None and stop in STAGES[0]:
                current = Journey(household, at, [], now - at > timedelta(days=42))
                found.append(current)
            if current:
                current.stops.append(stop)
    return [j for j in found if j.start.year == 2017]


def test_the_map_says_what_the_raw_files_say(workspace: Workspace, journeys: list[Journey]) -> None:
    found = view(workspace, "use-an-offer")
    assert found.journeys.value == len(journeys) == 4302
    assert found.people.value == len({j.household for j in journeys})
    assert found.goal is not None
    assert found.goal.reached.value == sum(j.won for j in journeys)
    assert found.open.value == sum(not j.won and not j.over for j in journeys)
    for place, stage in enumerate(found.stages):
        assert stage.reached.value == sum(j.furthest >= place for j in journeys), stage.id
        assert stage.visited.value == sum(bool(STAGES[place] & set(j.stops)) for j in journeys), stage.id
        for stop in stage.touchpoints:
            assert stop.reach.value == sum(stop.id in j.stops for j in journeys), stop.id
            assert stop.visits.value == sum(j.stops.count(stop.id) for j in journeys), stop.id
            lost = [j for j in journeys if j.over and not j.won and j.rests_at == stop.id]
            assert stop.lost.value == len(lost), stop.id


def test_the_segments_are_those_of_the_raw_files(
    workspace: Workspace, journeys: list[Journey], baskets: dict[str, Basket]
) -> None:
    visits: Counter[str] = Counter()
    bargains: Counter[str] = Counter()
    for basket in baskets.values():
        visits[basket.household] += 1
        whole = round(basket.value, 10) + basket.discount
        bargains[basket.household] += bool(whole) and round(basket.discount / whole, 4) >= 0.25
    loyal = {household for household, n in visits.items() if n >= 100}
    deals = {household for household, n in visits.items() if bargains[household] >= 0.3 * n}
    for segment, members in (("loyal-shoppers", loyal), ("deal-seekers", deals)):
        found = view(workspace, "use-an-offer", segment=segment)
        assert found.journeys.value == sum(j.household in members for j in journeys)
        question = {"analysis": "funnel", "params": {"steps": [{"event": "shop_visit"}], "segment": segment}}
        assert ask(workspace, question)["customers"] == len(members)


def test_the_question_and_the_screen_say_the_same(workspace: Workspace) -> None:
    params = {"map": "use-an-offer"}
    answer: Any = ask(workspace, {"analysis": "stage_touchpoints", "params": params})["result"]
    found = view(workspace, "use-an-offer")
    assert [(s["stage"], s["reached"]) for s in answer["stages"]] == [(s.id, s.reached.value) for s in found.stages]
    for told, stage in zip(answer["stages"], found.stages, strict=True):
        reach = {stop.id: stop.reach.value for stop in stage.touchpoints}
        assert {stop["touchpoint"]: stop["journeys"] for stop in told["touchpoints"]} == reach


def test_the_people_behind_a_number_are_as_many(workspace: Workspace) -> None:
    found = view(workspace, "use-an-offer")
    lost = found.stages[2].touchpoints[0].lost
    assert lost.behind is not None
    first = behind(workspace, "use-an-offer", lost.behind, limit=1000)
    assert first.total == lost.value
    assert len(first.items) == 1000
    assert first.next == "1000"
    assert {item.outcome for item in first.items} == {"lost"}


def test_the_document_has_no_errors(workspace: Workspace) -> None:
    problems = lint(workspace, "use-an-offer")
    assert [problem for problem in problems if problem.level == "error"] == []
    assert "no_owner" in {problem.code for problem in problems}
