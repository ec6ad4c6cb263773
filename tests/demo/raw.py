"""The Complete Journey told from its raw files in plain Python: the second witness of the demo's numbers.

Shares nothing with the product: no mapping, no SQL, no kernel.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq


class Happening(NamedTuple):
    """One event of a household; `kind` settles the order at equal times."""

    at: datetime
    kind: int
    name: str
    facts: dict[str, object]


Journeys = dict[str, list[Happening]]
KINDS = ("campaign_received", "shop_visit", "first_purchase_in_department", "offer_product_bought", "coupon_redeemed")
FOLD = timedelta(days=1)


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    """The rows of one raw file as dictionaries."""
    listed: list[dict[str, object]] = pq.read_table(folder / f"{name}.parquet").to_pylist()
    return listed


def moment(value: object) -> datetime:
    """A raw time; the files carry no zone, so UTC is assumed."""
    assert isinstance(value, datetime)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value


class Line(NamedTuple):
    """One line of a receipt."""

    household: object
    basket: object
    product: object
    at: datetime
    value: float
    discount: float
    coupon: float


def receipt_lines(folder: Path) -> dict[object, list[Line]]:
    """The lines of each basket."""
    wanted = ["household_id", "basket_id", "product_id", "transaction_timestamp", "sales_value", "retail_disc"]
    table = pq.read_table(folder / "transactions.parquet", columns=[*wanted, "coupon_disc", "coupon_match_disc"])
    baskets: dict[object, list[Line]] = defaultdict(list)
    for who, basket, product, at, value, discount, *coupons in zip(*table.to_pydict().values(), strict=True):
        baskets[basket].append(Line(who, basket, product, at.replace(tzinfo=UTC), value, discount, sum(coupons)))
    return baskets


class Told:
    """Every household's events, gathered file by file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.events: Journeys = defaultdict(list)
        self.campaigns = {r["campaign_id"]: r for r in rows(folder, "campaign_descriptions")}
        self.held: dict[object, set[object]] = defaultdict(set)
        self.couponed: dict[object, set[object]] = defaultdict(set)
        self.by_day: dict[tuple[object, date], list[tuple[datetime, bool]]] = defaultdict(list)

    def tell(self, household: object, at: datetime, name: str, **facts: object) -> None:
        self.events[str(household)].append(Happening(at, KINDS.index(name), name, facts))

    def mail(self) -> None:
        for row in rows(self.folder, "campaigns"):
            campaign = self.campaigns[row["campaign_id"]]
            self.held[row["household_id"]].add(row["campaign_id"])
            kind = campaign["campaign_type"]
            self.tell(row["household_id"], moment(campaign["start_date"]), "campaign_received", campaign_type=kind)
        for row in rows(self.folder, "coupons"):
            self.couponed[row["product_id"]].add(row["campaign_id"])

    def visits(self) -> None:
        departments = {r["product_id"]: r["department"] for r in rows(self.folder, "products")}
        entered: dict[tuple[object, object], datetime] = {}
        for basket, lines in receipt_lines(self.folder).items():
            household, at = lines[0].household, min(line.at for line in lines)
            value, discount = sum(line.value for line in lines), sum(line.discount for line in lines)
            share = discount / (value + discount) if value + discount else None
            self.tell(household, at, "shop_visit", basket=basket, basket_value=value, discount_share=share)
            for department in {departments.get(line.product) for line in lines} - {None}:
                entered[household, department] = min(at, entered.get((household, department), at))
            bought = [departments.get(line.product) for line in lines if self.on_offer(line.product, at, household)]
            if bought:
                self.tell(household, at, "offer_product_bought", basket=basket, departments=bought)
            self.by_day[household, at.date()].append((at, any(line.coupon > 0 for line in lines)))
        for (household, department), at in entered.items():
            self.tell(household, at, "first_purchase_in_department", department=department)

    def on_offer(self, product: object, at: datetime, household: object) -> bool:
        """Has a campaign that the household received, and that runs now, a coupon for the product?"""
        for campaign in self.couponed.get(product, set()) & self.held[household]:
            span = self.campaigns[campaign]
            if moment(span["start_date"]) <= at < moment(span["end_date"]) + FOLD:
                return True
        return False

    def coupons(self) -> None:
        for row in rows(self.folder, "coupon_redemptions"):
            day = moment(row["redemption_date"]).date()
            that_day = sorted(self.by_day.get((row["household_id"], day), []))
            at = datetime.combine(day, time(12), UTC)
            at = next((when for when, _ in that_day), at)
            at = next((when for when, coupon in that_day if coupon), at)
            self.tell(row["household_id"], at, "coupon_redeemed", campaign=row["campaign_id"])


def happenings(folder: Path) -> Journeys:
    """Every household's events in order of time."""
    told = Told(folder)
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
