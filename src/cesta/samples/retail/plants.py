"""What is planted in the world: six truths by name, how strong each is, and the measurable numbers it must show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cesta.model.errors import CestaError, unknown

MOOD = (0.05, 0.10, 0.17, 0.38, 0.30)
"""How content customers are whose parcel came in time, from -2 to 2."""
SPOILED = (0.45, 0.33, 0.14, 0.06, 0.02)
WRITES = (0.45, 0.35, 0.22, 0.28, 0.38)
"""Who writes a review, by mood: the angry and the delighted first."""
CALLS = (0.08, 0.60)
"""Who calls before paying, by kind of order: standard, special."""
OFFERED, TAKES_CHAT, LATE, FAILS, AGAIN = 0.5, 0.6, 0.2, 0.05, 0.10
SPECIAL = (0.06, 0.25, 0.25)
GOES_ON = (0.97, 0.92, 0.90)
"""The share of special orders, and of standard ones that go on to pay, at noise 0, 1 and 2."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted truth. `strengths`: its parameters at noise 0, 1 and 2; unplanted, each of them is zero."""

    name: str
    meaning: str
    strengths: Mapping[str, tuple[float, float, float]]


PLANTS = (
    Plant("phone_payment", "On phones a payment fails more often.", {"extra_failure": (0.35, 0.20, 0.12)}),
    Plant(
        "slow_step",
        "The account check takes hours and changes nothing in who buys.",
        {"mean_hours": (30.0, 20.0, 12.0)},
    ),
    Plant("helpful_chat", "Who takes the chat at the order's summary buys more often.", {"gain": (0.16, 0.18, 0.12)}),
    Plant("loop", "With trousers, the size guide sends people round in circles.", {"extra_again": (0.5, 0.4, 0.25)}),
    Plant(
        "late_delivery",
        "Late parcels spoil the mood, and some of these customers never come back.",
        {"leave": (0.6, 0.35, 0.2), "spoiled": (0.9, 0.6, 0.35)},
    ),
    Plant(
        "confounded_call",
        "Calls only look harmful: special orders make people call, and special orders fail more often.",
        {"special_gap": (0.5, 0.4, 0.25)},
    ),
)
NAMES = tuple(plant.name for plant in PLANTS)
Strengths = Mapping[str, Mapping[str, float]]


def chosen(text: str) -> tuple[str, ...]:
    """The plants a list names: `all`, `none`, or names with commas. Raises bad_plant.

    >>> chosen("loop,slow_step"), chosen("none")
    (('slow_step', 'loop'), ())
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if words in (["all"], ["none"]):
        return NAMES if words == ["all"] else ()
    for word in words or [text]:
        if word in ("all", "none"):
            raise CestaError(
                "bad_plant", f'"{word}" stands alone, not in a list: {text}.', "Name plants, or all, or none."
            )
        if word not in NAMES:
            raise unknown("bad_plant", "plant", word, (*NAMES, "all", "none"))
    return tuple(name for name in NAMES if name in words)


def strengths(planted: Iterable[str], noise: int) -> dict[str, dict[str, float]]:
    """Each plant's parameters in force; zeros where it is not planted."""
    there = set(planted)
    return {
        plant.name: {key: values[noise] if plant.name in there else 0.0 for key, values in plant.strengths.items()}
        for plant in PLANTS
    }


def mood_when_late(spoiled: float) -> tuple[float, ...]:
    return tuple(spoiled * bad + (1 - spoiled) * usual for bad, usual in zip(SPOILED, MOOD, strict=True))


@dataclass(frozen=True, slots=True)
class Effect:
    """A number that events must show within sampling error: `value` is its true one."""

    plant: str
    measure: str
    unit: str
    value: float


def effects(planted: Iterable[str], noise: int) -> tuple[Effect, ...]:
    """The true effects of all plants; exactly 0 (ratios: exactly 1) where one is not planted."""
    force = strengths(planted, noise)
    phone, chat, loop = force["phone_payment"], force["helpful_chat"], force["loop"]
    late, slow = force["late_delivery"], force["slow_step"]
    naive = _naive_call(noise, force["confounded_call"]["special_gap"])
    return (
        Effect("phone_payment", "payment_details that payment_failed follows: phones minus other devices", "share",
               phone["extra_failure"]),
        Effect("slow_step", "hours from checkout to delivery_choice: with account_check minus without",
               "hours", slow["mean_hours"]),
        Effect("slow_step", "purchases per delivery_choice: with account_check before it minus without", "share", 0.0),
        Effect("helpful_chat", "purchases per order_summary: chat offered minus not offered", "share",
               TAKES_CHAT * chat["gain"]),
        Effect("loop", "size_guide, back to the product and to size_guide again: trousers minus the rest", "share",
               loop["extra_again"]),
        Effect("late_delivery", "customers with a purchase in 90 days after a delivery: late over in time", "ratio",
               1 - late["leave"]),
        Effect("late_delivery", "mean stars of reviews: late orders minus those in time", "stars",
               _mean_stars(mood_when_late(late["spoiled"])) - _mean_stars(MOOD)),
        Effect("confounded_call", "checkouts that come to delivery_choice: with a call minus without", "share", naive),
        Effect("confounded_call", "the same among orders of one kind (standard, special)", "share", 0.0),
    )  # fmt: skip


def _mean_stars(mood: Iterable[float]) -> float:
    """Mean stars of the reviews that customers of such moods write."""
    written = [share * writes for share, writes in zip(mood, WRITES, strict=True)]
    return sum(stars * share for stars, share in enumerate(written, 1)) / sum(written)


def _naive_call(noise: int, gap: float) -> float:
    """How much calling seems to cost when nobody asks what kind of order it was."""
    kinds = (1 - SPECIAL[noise], SPECIAL[noise])
    called = [kind * calls for kind, calls in zip(kinds, CALLS, strict=True)]
    silent = [kind * (1 - calls) for kind, calls in zip(kinds, CALLS, strict=True)]
    return -gap * (called[1] / sum(called) - silent[1] / sum(silent))
