"""Two public sets of reviews: the valley of late deliveries read from words alone, and what makes people recommend.

    python benchmarks/reviews.py --data DATA --json

`olist`: 3,000 orders of a Brazilian shop become events of a map (ordered, handed over, come in time, or the promised
day missed), each review an event about what its order had come to. Words and stars stand side by side, each with its
interval, so that what is read can be held against what was given. `skytrax`: lounges and seats, which
ratings of details move whether the traveller recommends; as many columns that are the same ratings in another order
must not be named.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from cesta.ingest.door import accept
from cesta.maps.bind import view
from cesta.maps.compose import Picked
from cesta.maps.drivers import map_drivers
from cesta.store.workspace import Workspace
from cesta.voice.drivers import drivers

MAP = """\
cesta: map/1
id: order
title: I order something
start: {first_of: [ordered]}
end: {any_of: [after 120d]}
goal: {event: came, name: It came}
stages:
  - id: buy
    name: I buy
    touchpoints: [{id: ordered, name: I order, match: {event: ordered}}]
  - id: wait
    name: I wait
    touchpoints:
      - {id: sent, name: The seller sends it in time, match: {event: sent, where: late = false}}
      - {id: sent-late, name: The seller is late, match: {event: sent, where: late = true}}
  - id: get
    name: It comes
    touchpoints:
      - {id: in-time, name: In time, match: {event: came, where: late = false}}
      - {id: too-late, name: The promised day passes, and it comes later, match: {event: missed, where: came = true}}
      - {id: never, name: It never comes, match: {event: missed, where: came = false}}
  - id: tell
    name: I tell
    touchpoints: [{id: review, name: I write a review, match: {event: review}}]
"""
LOUNGE = ("comfort", "cleanliness", "bar_beverages", "catering", "washrooms", "wifi_connectivity", "staff_service")
SEAT = ("seat_legroom", "seat_recline", "seat_width", "aisle_space", "viewing_tv")
"""Power and storage are rated too seldom."""
Row = dict[str, str]


def rows(file: Path) -> list[Row]:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def moment(text: str) -> str:
    return f"{text.replace(' ', 'T')}Z"


def order_events(folder: Path) -> Iterator[dict[str, object]]:
    """The events of each order, and its review about what the order came to."""
    reviews = {one["order_id"]: one for one in rows(folder / "olist_order_reviews_dataset.csv.gz")}
    limits = {one["order_id"]: one["shipping_limit_date"] for one in rows(folder / "olist_order_items_dataset.csv.gz")}
    for order in rows(folder / "olist_orders_dataset.csv.gz"):
        id_, sent, came = (
            order["order_id"],
            order["order_delivered_carrier_date"],
            order["order_delivered_customer_date"],
        )
        review = reviews.get(id_)
        told = review["review_answer_timestamp"] if review else ""
        yield event(order, "ordered", order["order_purchase_timestamp"])
        about = "ordered"
        if sent:
            late = sent > limits.get(id_, sent)
            about = "sent-late" if late else "sent"
            yield event(order, "sent", sent, late=late)
        promised = order["order_estimated_delivery_date"]
        if came and came[:10] <= promised[:10]:
            about = "in-time"
            yield event(order, "came", came, late=False)
        elif not told or told > promised:
            about = "too-late" if came else "never"
            yield event(order, "missed", f"{promised[:10]} 23:59:59", came=bool(came))
        if review:
            words = " ".join(filter(None, (review["review_comment_title"], review["review_comment_message"])))
            said = {"text": words} if words.strip() else {}
            yield event(
                order, "review", told, touchpoint=about, stars=int(review["review_score"]), language="pt", **said
            )


def event(order: Row, name: str, time: str, **said: object) -> dict[str, object]:
    id_ = f"{order['order_id']}-{name}"
    return {"event": name, "customer": order["customer_id"], "ts": moment(time), "message_id": id_, "props": said}


def olist(data: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="cesta-olist-") as folder:
        root = Path(folder) / "shop"
        Workspace.create(root, name="Olist", timezone="UTC", currency="BRL", languages=("en",)).close()
        (root / "maps").mkdir(exist_ok=True)
        (root / "maps" / "order.yaml").write_text(MAP, encoding="utf-8")
        with Workspace.open(root) as workspace:
            told = list(order_events(data / "olist_sample"))
            for start in range(0, len(told), 2000):
                accept(workspace, told[start : start + 2000], "orders")
            seen = view(workspace, "order")
            moved = map_drivers(workspace, "order", "stars", Picked())
    stops = {}
    for stop in (stop for stage in seen.stages for stop in stage.touchpoints):
        sources = {one.source: one for one in stop.emotion.sources}
        stops[stop.id] = {"mood": rounded(stop.emotion.value), "n": stop.emotion.n} | {
            name: {"value": rounded(one.value), "low": rounded(one.low), "high": rounded(one.high), "n": one.n}
            for name, one in sources.items()
        }
    stages = {stage.id: [rounded(stage.emotion.value), stage.emotion.n] for stage in seen.stages}
    named = [
        [one.touchpoint, rounded(one.effect), rounded(one.low), rounded(one.high)] for one in moved.drivers if one.clear
    ]
    return {"events": len(told), "valley": seen.mood.valley if seen.mood else None, "touchpoints": stops,
            "stages": stages, "drivers_of_stars": named}  # fmt: skip


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def skytrax(file: Path, details: tuple[str, ...]) -> dict[str, object]:
    """Whole reviews alone. Reviews of one airline hang together."""
    whole = [one for one in rows(file) if all(one[f"{name}_rating"] for name in details) and one["recommended"]]
    ratings = np.array([[float(one[f"{name}_rating"]) for name in details] for one in whole])
    drawn = np.random.default_rng(1)
    shuffled = np.column_stack([drawn.permutation(column) for column in ratings.T])
    airlines = np.unique([one["airline_name"] for one in whole], return_inverse=True)[1]
    outcome = np.array([float(one["recommended"]) for one in whole])
    names = [*details, *(f"{name} shuffled" for name in details)]
    found = drivers(outcome, np.hstack([ratings, shuffled]), names, airlines, np.zeros((len(whole), 0)))
    return {
        "reviews": found.n,
        "airlines": found.customers,
        "recommended": round(found.mean, 3),
        "explained": round(found.explained, 3),
        "named": [
            [one.factor, round(one.effect, 3), round(one.low, 3), round(one.high, 3)]
            for one in found.drivers
            if one.clear
        ],
        "not_named": [
            [one.factor, round(one.effect, 3), round(one.chance, 3)] for one in found.drivers if not one.clear
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="JSON alone.")
    given = parser.parse_args()
    report = {
        "olist": olist(given.data),
        "lounges": skytrax(given.data / "skytrax" / "lounge.csv.gz", LOUNGE),
        "seats": skytrax(given.data / "skytrax" / "seat.csv.gz", SEAT),
    }
    print(json.dumps(report, indent=None if given.json else 1))


if __name__ == "__main__":
    main()
