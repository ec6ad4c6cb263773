"""The Complete Journey told from its raw files in plain Python: the second witness of the demo's numbers.

Shares nothing with the product: no mapping, no SQL, no kernel.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

Read = Callable[..., Iterator[tuple[Any, ...]]]


class Happening(NamedTuple):
    """One event of a household; `kind` settles the order at equal times."""

    at: datetime
    kind: int
    name: str
    facts: dict[str, object]


Journeys = dict[str, list[Happening]]
KINDS = ("campaign_received", "shop_visit", "first_purchase_in_department", "offer_product_bought", "coupon_redeemed")
FOLD = timedelta(days=1)
BEHIND = timedelta(hours=5)
"""The shops' clocks are so far behind UTC: their day begins at 05:00 UTC."""


class Line(NamedTuple):
    """One line of a receipt."""

    household: object
    basket: object
    product: object
    at: datetime
    value: float
    discount: float
    coupon: float


def receipt_lines(read: Read) -> dict[object, list[Line]]:
    """The lines of each basket."""
    wanted = ("household_id", "basket_id", "product_id", "transaction_timestamp", "sales_value", "retail_disc")
    baskets: dict[object, list[Line]] = defaultdict(list)
    for row in read("transactions", *wanted, "coupon_disc", "coupon_match_disc"):
        baskets[row[1]].append(Line._make((*row[:6], row[6] + row[7])))
    return baskets


class Told:
    """Every household's events, gathered file by file."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.events: Journeys = defaultdict(list)
        fields = ("campaign_id", "campaign_type", "start_date", "end_date")
        self.campaigns = {row[0]: row[1:] for row in read("campaign_descriptions", *fields)}
        self.held: dict[object, set[object]] = defaultdict(set)
        self.couponed: dict[object, set[object]] = defaultdict(set)
        self.by_day: dict[tuple[object, date], list[tuple[datetime, bool]]] = defaultdict(list)

    def tell(self, household: object, at: datetime, name: str, **facts: object) -> None:
        self.events[str(household)].append(Happening(at, KINDS.index(name), name, facts))

    def mail(self) -> None:
        for household, campaign in self.read("campaigns", "household_id", "campaign_id"):
            kind, start, _ = self.campaigns[campaign]
            self.held[household].add(campaign)
            self.tell(household, start, "campaign_received", campaign_type=kind)
        for product, campaign in self.read("coupons", "product_id", "campaign_id"):
            self.couponed[product].add(campaign)

    def visits(self) -> None:
        departments: dict[object, object] = dict(self.read("products", "product_id", "department"))
        entered: dict[tuple[object, object], datetime] = {}
        for basket, lines in receipt_lines(self.read).items():
            household, at = lines[0].household, min(line.at for line in lines)
            value, discount = sum(line.value for line in lines), sum(line.discount for line in lines)
            share = discount / (value + discount) if value + discount else None
            self.tell(household, at, "shop_visit", basket=basket, basket_value=value, discount_share=share)
            for department in {departments.get(line.product) for line in lines} - {None}:
                entered[household, department] = min(at, entered.get((household, department), at))
            bought = [departments.get(line.product) for line in lines if self.on_offer(line.product, at, household)]
            if bought:
                self.tell(household, at, "offer_product_bought", basket=basket, departments=bought)
            self.by_day[household, (at - BEHIND).date()].append((at, any(line.coupon > 0 for line in lines)))
        for (household, department), at in entered.items():
            self.tell(household, at, "first_purchase_in_department", department=department)

    def on_offer(self, product: object, at: datetime, household: object) -> bool:
        """Has a campaign that the household received, and that runs now, a coupon for the product?"""
        for campaign in self.couponed.get(product, set()) & self.held[household]:
            _, start, end = self.campaigns[campaign]
            if start <= at < end + FOLD:
                return True
        return False

    def coupons(self) -> None:
        for household, campaign, date_ in self.read(
            "coupon_redemptions", "household_id", "campaign_id", "redemption_date"
        ):
            that_day = sorted(self.by_day.get((household, date_.date()), []))
            at = datetime.combine(date_.date(), time(12), UTC) + BEHIND
            at = next((when for when, _ in that_day), at)
            at = next((when for when, coupon in that_day if coupon), at)
            self.tell(household, at, "coupon_redeemed", campaign=campaign)


def happenings(read: Read) -> Journeys:
    """Every household's events in order of time; `read` gives the rows of a raw file."""
    told = Told(read)
    told.mail()
    told.visits()
    told.coupons()
    return {household: sorted(events, key=lambda e: (e.at, e.kind)) for household, events in told.events.items()}


def funnel(journeys: Journeys, names: list[str], within: timedelta) -> list[int]:
    """How many households reach each step, in order, each attempt within so much time of its first step."""
    counts = [0] * len(names)
    for events in journeys.values():
        best = 0
        for first in (e.at for e in events if e.name == names[0]):
            reached, now = 1, first
            for name in names[1:]:
                later = [e.at for e in events if e.name == name and now <= e.at <= first + within]
                if not later:
                    break
                reached, now = reached + 1, later[0]
            best = max(best, reached)
        for step in range(best):
            counts[step] += 1
    return counts


def transitions(journeys: Journeys) -> dict[str, dict[str, int]]:
    """How often each event is followed by each other, with the ends of the path."""
    pairs: Counter[tuple[str, str]] = Counter()
    for events in journeys.values():
        path = ["path_start", *(e.name for e in events), "path_end"]
        pairs.update(pairwise(path))
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for (origin, target), count in pairs.items():
        table[origin][target] = count
    return dict(table)


def monthly_return(journeys: Journeys, name: str) -> list[list[int]]:
    """Households by the month of 2017 of their first such event ever; cell k: back k months later."""
    matrix = [[0] * (12 - month) for month in range(12)]
    for events in journeys.values():
        months = {(e.at.year - 2017) * 12 + e.at.month - 1 for e in events if e.name == name}
        first = min(months, default=99)
        for month in months if 0 <= first < 12 else set():
            if month < 12:
                matrix[first][month - first] += 1
    return matrix
