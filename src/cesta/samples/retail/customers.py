"""Who each customer is, by number: segment, country, language, and the ids under which the shop meets her."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail.segments import DEVICES, SEGMENTS
from cesta.samples.retail.texts import LANGUAGES

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]

COUNTRIES = ("GB", "PL", "CZ", "RU")
"""One for each language, in the same order."""
COUNTRY_SHARES = (0.2, 0.35, 0.25, 0.2)
SHARED = 0.06
"""The share of households of two whose computer and tablet serve both."""
DICE, SEGMENT, COUNTRY, HOUSEHOLD, DEVICE, STREAM = range(1, 7)


def mixed(values: Words) -> Words:
    """Stirs 64 bits so that neighbours look unrelated; different values stay different (the finish of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(values ^ (values >> np.uint64(31)))


def drawn(seed: int, purpose: int, numbers: Ints) -> Words:
    """64 random bits for each number, the same whatever else is drawn."""
    start = mixed(mixed(np.array([seed % 2**64], np.uint64)) ^ np.array([purpose], np.uint64))
    return mixed(start + numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def uniform(words: Words) -> NDArray[np.float64]:
    """Numbers in [0, 1)."""
    return np.asarray((words >> np.uint64(11)) * 2.0**-53)


@dataclass(frozen=True, slots=True)
class People:
    """A run of customers. segment, country: places in their lists (language as country). dice: n x 4, 32 bits each.

    devices: n x 3 ids of phone, computer, tablet. shared: whether computer and tablet serve two customers.
    """

    first: int
    segment: Ints
    country: Ints
    dice: Ints
    devices: Words
    shared: NDArray[np.bool_]

    @property
    def numbers(self) -> Ints:
        return np.arange(self.first, self.first + len(self.segment))


def people(seed: int, first: int, count: int, language: str) -> People:
    """Customers number `first` and on. They depend on seed, number and language only."""
    numbers = np.arange(first, first + count, dtype=np.int64)
    shares = np.cumsum([segment.share for segment in SEGMENTS])
    segment = np.searchsorted(shares, uniform(drawn(seed, SEGMENT, numbers)), side="right")
    if language == "mixed":
        country = np.searchsorted(np.cumsum(COUNTRY_SHARES), uniform(drawn(seed, COUNTRY, numbers)), side="right")
    else:
        country = np.full(count, LANGUAGES.index(language))
    words = np.stack([drawn(seed, DICE, numbers * 2), drawn(seed, DICE, numbers * 2 + 1)], axis=1)
    halves = np.stack([words & np.uint64(0xFFFFFFFF), words >> np.uint64(32)], axis=2).reshape(count, 4)
    shared = uniform(drawn(seed, HOUSEHOLD, numbers // 2)) < SHARED
    owners = np.where(shared, numbers - numbers % 2, numbers)
    devices = np.stack(
        [drawn(seed, DEVICE, numbers * 3), *(drawn(seed, DEVICE, owners * 3 + k) for k in (1, 2))], axis=1
    )
    return People(
        first,
        np.minimum(segment, len(SEGMENTS) - 1).astype(np.int64),
        np.minimum(country, len(COUNTRIES) - 1).astype(np.int64),
        halves.astype(np.int64),
        devices,
        shared,
    )


def customer_id(number: int) -> str:
    """
    >>> customer_id(42)
    'c000000042'
    """
    return f"c{number:09d}"


def mail_address(number: int) -> str:
    return f"c{number:09d}@mail.example"


def phone_number(number: int) -> str:
    """A number of a country code that no country has."""
    return f"+999{number:09d}"


def card_number(number: int) -> str:
    return f"L{number:09d}"


def device_name(word: int) -> str:
    return f"d{word:016x}"


def identities(found: People, place: int) -> dict[str, object]:
    """All ids of one customer, as the truth knows them."""
    number = found.first + place
    devices = {name: device_name(int(word)) for name, word in zip(DEVICES, found.devices[place], strict=True)}
    return {
        "customer": customer_id(number),
        "segment": SEGMENTS[int(found.segment[place])].name,
        "country": COUNTRIES[int(found.country[place])],
        "language": LANGUAGES[int(found.country[place])],
        "devices": devices,
        "shares_devices": bool(found.shared[place]),
        "email": mail_address(number),
        "phone_number": phone_number(number),
        "card": card_number(number),
    }
