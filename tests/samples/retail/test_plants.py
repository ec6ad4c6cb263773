"""What is planted is found by direct estimates within their sampling error, and nothing is found where none is.

The estimates are plain NumPy over raw events; they know the events' names and nothing of how they were made.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.samples.retail.events import World
from cesta.samples.retail.plants import NAMES, chosen, effects, strengths
from cesta.samples.retail.tables import table
from cesta.samples.retail.writing import blocks

EVENTS = 250_000
STANDARD_ERRORS = 3.5
HOUR, DAY = 3_600_000_000, 86_400_000_000
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Estimate:
    """A number found in events, and its standard error."""

    value: float
    error: float


class Raw:
    """Events as a table tells them, each message once, in the order in which message ids number them."""

    def __init__(self, table: pa.Table) -> None:
        messages, first = np.unique(np.array(table["message_id"].to_pylist()), return_index=True)
        self.table = table.take(first)
        self.owner = np.array([message[:10] for message in messages])
        self.kind = self.of("event")
        self.time = self.table["ts"].cast(pa.int64()).to_numpy()

    def of(self, name: str) -> NDArray[np.object_]:
        return np.array(self.table[name].to_pylist(), dtype=object)

    def only(self, *kinds: str) -> Thread:
        """The events of these kinds, each with the next ones of the same customer."""
        return Thread(self, np.flatnonzero(np.isin(self.kind, kinds)))


class Thread:
    """Some of the events, in order."""

    def __init__(self, raw: Raw, places: NDArray[np.intp]) -> None:
        self.raw, self.places = raw, places
        self.kind, self.owner, self.time = raw.kind[places], raw.owner[places], raw.time[places]

    def of(self, name: str) -> NDArray[np.object_]:
        return self.raw.of(name)[self.places]

    def later(self, steps: int) -> NDArray[np.object_]:
        """The kind of the event so many steps on, if it is of the same customer; else empty."""
        found = np.full(len(self.kind), "", dtype=object)
        same = self.owner[steps:] == self.owner[:-steps]
        found[:-steps][same] = self.kind[steps:][same]
        return found


def shares(yes: Flags, group: Flags) -> Estimate:
    """The share of yes inside the group minus outside."""
    inside, outside = yes[group].mean(), yes[~group].mean()
    spread = inside * (1 - inside) / group.sum() + outside * (1 - outside) / (~group).sum()
    return Estimate(float(inside - outside), float(np.sqrt(spread)))


def means(values: NDArray[np.float64], group: Flags) -> Estimate:
    inside, outside = values[group], values[~group]
    spread = inside.var() / len(inside) + outside.var() / len(outside)
    return Estimate(float(inside.mean() - outside.mean()), float(np.sqrt(spread)))


def phone_failures(raw: Raw) -> Estimate:
    steps = raw.only("checkout", "payment_details", "payment_failed", "order_summary")
    tried = steps.kind == "payment_details"
    return shares((steps.later(1) == "payment_failed")[tried], (steps.of("device") == "phone")[tried])


def check_hours(raw: Raw) -> Estimate:
    steps = raw.only("checkout", "account_check", "delivery_choice")
    checked = (steps.kind == "checkout") & (steps.later(1) == "account_check") & (steps.later(2) == "delivery_choice")
    straight = (steps.kind == "checkout") & (steps.later(1) == "delivery_choice")
    places = np.flatnonzero(checked | straight)
    hops = np.where(checked[places], 2, 1)
    return means((steps.time[places + hops] - steps.time[places]) / HOUR, checked[places])


def check_purchases(raw: Raw) -> Estimate:
    steps = raw.only("account_check", "delivery_choice", "purchase")
    chose = np.flatnonzero(steps.kind == "delivery_choice")
    before = np.where(steps.owner[chose - 1] == steps.owner[chose], steps.kind[chose - 1], "")
    return shares((steps.later(1) == "purchase")[chose], before == "account_check")


def chat_purchases(raw: Raw) -> Estimate:
    steps = raw.only("order_summary", "purchase")
    seen = steps.kind == "order_summary"
    return shares((steps.later(1) == "purchase")[seen], (steps.of("chat_offered") == True)[seen])  # noqa: E712


def loops(raw: Raw) -> Estimate:
    steps = raw.only("visit", "search", "category_view", "product_view", "size_guide", "add_to_cart")
    product = steps.of("product")
    guide = np.flatnonzero(steps.kind == "size_guide")
    guide = guide[guide + 2 < len(product)]
    again = (steps.later(1) == "product_view") & (steps.later(2) == "size_guide")
    same = product[guide] == product[guide + 2]
    return shares(again[guide] & same, (steps.of("category") == "trousers")[guide])


def repurchase(raw: Raw) -> Estimate:
    """The ratio of shares, and its error by the delta method."""
    steps = raw.only("delivery", "purchase")
    end = raw.time.max() - 90 * DAY
    came = np.flatnonzero((steps.kind == "delivery") & (steps.time <= end))
    came = came[came + 1 < len(steps.kind)]
    soon = (steps.later(1)[came] == "purchase") & (steps.time[came + 1] - steps.time[came] <= 90 * DAY)
    late = (steps.of("late") == True)[came]  # noqa: E712
    a, b = soon[late].mean(), soon[~late].mean()
    error = a / b * np.sqrt((1 - a) / a / late.sum() + (1 - b) / b / (~late).sum())
    return Estimate(float(a / b), float(error))


def stars(raw: Raw) -> Estimate:
    came = raw.only("delivery")
    late = dict(zip(came.of("order_id"), came.of("late"), strict=True))
    reviews = raw.only("review")
    return means(reviews.of("stars").astype(float), np.array([late[order] for order in reviews.of("order_id")]))


def calls(raw: Raw) -> Estimate:
    steps = raw.only("checkout", "support_call", "delivery_choice")
    begun = steps.kind == "checkout"
    called = steps.later(1) == "support_call"
    on = (steps.later(1) == "delivery_choice") | (called & (steps.later(2) == "delivery_choice"))
    return shares(on[begun], called[begun])


def calls_alike(raw: Raw) -> Estimate:
    """The same inside each kind of order, weighed by how sure each is."""
    steps = raw.only("checkout", "support_call", "delivery_choice")
    called = steps.later(1) == "support_call"
    on = (steps.later(1) == "delivery_choice") | (called & (steps.later(2) == "delivery_choice"))
    kinds = steps.of("order_kind")
    found = [shares(on[kinds == kind], called[kinds == kind]) for kind in ("standard", "special")]
    weights = np.array([each.error**-2 for each in found])
    return Estimate(float(weights @ [each.value for each in found] / weights.sum()), float(weights.sum() ** -0.5))


ESTIMATES = (
    phone_failures, check_hours, check_purchases, chat_purchases, loops, repurchase, stars, calls, calls_alike
)  # fmt: skip
"""In the order of the truth's effects."""


@cache
def raw(noise: int, planted: tuple[str, ...]) -> Raw:
    parts = [table(block) for block in blocks(World(seed=11, noise=noise, plants=planted), EVENTS)]
    return Raw(pa.concat_tables([part.cast(plain(part.schema)) for part in parts]))


def plain(schema: pa.Schema) -> pa.Schema:
    return pa.schema(
        [field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field for field in schema]
    )


@pytest.mark.parametrize("place", range(len(ESTIMATES)), ids=lambda place: ESTIMATES[place].__name__)
@pytest.mark.parametrize("noise", [0, 1, 2])
@pytest.mark.parametrize("planted", [NAMES, ()], ids=["planted", "none"])
def test_each_effect_is_found_within_its_sampling_error(place: int, noise: int, planted: tuple[str, ...]) -> None:
    truth = effects(planted, noise)[place]
    found = ESTIMATES[place](raw(noise, planted))
    assert abs(found.value - truth.value) < STANDARD_ERRORS * found.error, truth.measure
    nothing = 1.0 if truth.unit == "ratio" else 0.0
    if not planted:
        assert truth.value == nothing
    elif truth.value != nothing and noise < 2:
        assert abs(found.value - nothing) > STANDARD_ERRORS * found.error, truth.measure


def test_a_plant_alone_leaves_the_others_out() -> None:
    force = strengths(["loop"], 1)
    assert {name for name, values in force.items() if any(values.values())} == {"loop"}
    for effect in effects(["loop"], 1):
        assert (effect.value != (1.0 if effect.unit == "ratio" else 0.0)) == (effect.plant == "loop")


def test_plants_are_chosen_by_name() -> None:
    assert chosen("all") == NAMES
    assert chosen("late_delivery, loop") == ("loop", "late_delivery")
    for wrong in ("lop", "", "none,loop"):
        with pytest.raises(CestaError, match="bad_plant"):
            chosen(wrong)
    with pytest.raises(CestaError, match="stands alone"):
        chosen("none,loop")


def test_the_naive_effect_of_a_call_is_what_a_table_by_hand_gives() -> None:
    # noise 1: a quarter of orders are special; 92 % of standard ones go on, 52 % of special ones; 8 % and 60 % call.
    called = (0.75 * 0.08 * 0.92 + 0.25 * 0.60 * 0.52) / (0.75 * 0.08 + 0.25 * 0.60)
    silent = (0.75 * 0.92 * 0.92 + 0.25 * 0.40 * 0.52) / (0.75 * 0.92 + 0.25 * 0.40)
    assert math.isclose(effects(NAMES, 1)[7].value, called - silent)
