"""A block of the world: some customers' lives, walked and laid out as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import calendar, customers, plants, walk
from cesta.samples.retail.customers import People, people
from cesta.samples.retail.rulebook import packed
from cesta.samples.retail.rules import rules
from cesta.samples.retail.segments import CATEGORIES, DEVICES, SOURCES
from cesta.samples.retail.texts import LANGUAGES, TOPICS, texts

Ints = NDArray[np.int64]
Numbers = NDArray[np.int32] | NDArray[np.int64]

BLOCK = 4096
"""Customers of a block. The last digits of nothing depend on it: a block is only how many are walked at once."""
CHANNELS = ("web", "app", "store", "email", "chat", "phone")
SYSTEMS = ("android", "ios", "windows", "macos")
STORES = (
    "London", "Leeds", "Bristol", "Glasgow", "Warszawa", "Kraków", "Poznań", "Wrocław",
    "Praha", "Brno", "Ostrava", "Plzeň", "Казань", "Самара", "Пермь", "Екатеринбург",
)  # fmt: skip
ORDER_KINDS = ("standard", "special")
DELIVERIES = ("courier", "pickup point", "parcel locker")
METHODS = ("card", "bank transfer", "wallet", "cash on delivery")
REASONS = ("too small", "too large", "not as pictured", "changed my mind", "came late")
ALL_TOPICS = (*TOPICS, "payment", "special order")
PRODUCTS = tuple(f"{category}-{place:02d}" for category in CATEGORIES for place in range(1, walk.PRODUCTS_EACH + 1))
WITH_EMAIL = ("campaign_mail", "mail_open", "purchase", "survey_answer", "loyalty_join", "complaint")


@dataclass(frozen=True, slots=True)
class World:
    """Everything that decides which events there are."""

    seed: int = 1
    noise: int = 1
    plants: tuple[str, ...] = plants.NAMES
    language: str = "mixed"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a number for each event, -1 where it says nothing. `values`: the different texts they stand for.

    kind: text, int, cents (an amount of money), flag, time (UTC microseconds), message (the number of a message id).
    """

    name: str
    kind: str
    numbers: Numbers
    values: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lives of some customers in order of customer and time. `rows`: the walk's own record of each event.

    Each field of rows lies together in memory. owner: place in `people`. nth: the event's place in its customer's life.
    """

    world: World
    people: People
    rows: NDArray[np.int32]
    times: Ints
    owner: Ints
    nth: Ints

    def field(self, place: int) -> NDArray[np.int32]:
        """What all events say in this field."""
        return self.rows[:, place]

    def taken(self, places: Ints) -> Block:
        """The events at these places, in this order."""
        rows = np.take(self.rows.T, places, axis=1).T
        return Block(self.world, self.people, rows, self.times[places], self.owner[places], self.nth[places])


class Walker:
    """Walks blocks of one world; keeps the rules and room for one block, so one walker belongs to one thread."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._rules = packed(rules(world.noise, world.plants))

    @cached_property
    def _room(self) -> walk.Run:
        return walk.written(BLOCK, calendar.DAYS)

    def block(self, first: int, count: int = BLOCK) -> Block:
        """The lives of `count` customers from number `first` on."""
        found = people(self.world.seed, first, count, self.world.language)
        run = self._room if count == BLOCK else walk.written(count, calendar.DAYS)
        run.me[walk.PLACE] = 0
        order = np.empty(len(run.times), np.int64)
        who = np.stack([found.segment, found.country, found.country], axis=1)
        starts = walk.walk(self._rules, run, found.dice, who, order)
        order = order[: starts[-1]]
        owner = np.repeat(np.arange(count), np.diff(starts))
        rows, times = walk.by_field(run.rows, order), calendar.START + run.times[order]
        return Block(self.world, found, rows.T, times, owner, np.arange(len(order)) - starts[owner])


def columns(block: Block) -> list[Column]:
    """What every event says, column by column, behind customer, event, time and message id."""
    return [*_of_rows(block), *_identities(block)]


def event_column(block: Block) -> Column:
    """The kind of each event."""
    return Column("event", "text", block.field(walk.KIND), walk.KINDS)


def device_column(block: Block) -> Column:
    """The device of each event; some serve two customers."""
    words, places = np.unique(block.people.devices.ravel(), return_inverse=True)
    numbers = np.append(places.astype(np.int32), np.int32(-1))[block.field(walk.DEVICE_ID)]
    return Column("device_id", "text", numbers, [customers.device_name(word) for word in words.tolist()])


def message_numbers(block: Block) -> Ints:
    """A number that no other event of the world has: the customer's, then the event's place in her life."""
    return block.people.first * 1000 + block.owner * 1000 + block.nth


def _of_rows(block: Block) -> list[Column]:
    said, kind = block.field, block.field(walk.KIND)
    visit = kind == walk.VISIT
    lives = block.people.country.astype(np.int32)[block.owner]
    product = said(walk.PRODUCT)
    seen = np.where(product >= 0, product // walk.PRODUCTS_EACH, -1)
    listed = (kind == walk.SEARCH) | (kind == walk.CATEGORY_VIEW)
    wordings, numbers = _distinct(said(walk.TEXT))
    words = texts(block.world.noise)
    return [
        Column("channel", "text", said(walk.CHANNEL), CHANNELS),
        Column("device", "text", said(walk.DEVICE), DEVICES),
        Column("os", "text", said(walk.OS), SYSTEMS),
        Column("country", "text", np.where(visit, lives, -1), customers.COUNTRIES),
        Column("language", "text", np.where(visit | (said(walk.TEXT) >= 0), lives, -1), LANGUAGES),
        Column("source", "text", said(walk.SOURCE), SOURCES),
        Column("campaign", "text", said(walk.CAMPAIGN), calendar.campaign_names()),
        Column("category", "text", seen, CATEGORIES),
        Column("product", "text", np.where(listed, -1, product), PRODUCTS),
        Column("price", "cents", said(walk.PRICE)),
        Column("discount", "int", said(walk.DISCOUNT)),
        Column("amount", "cents", said(walk.AMOUNT)),
        Column("items", "int", said(walk.ITEMS)),
        _orders(block),
        Column("first", "flag", said(walk.FIRST)),
        Column("order_kind", "text", said(walk.ORDER_KIND), ORDER_KINDS),
        Column("delivery", "text", said(walk.DELIVERY_WAY), DELIVERIES),
        Column("method", "text", said(walk.METHOD), METHODS),
        Column("chat_offered", "flag", said(walk.CHAT_OFFERED)),
        Column("reason", "text", said(walk.REASON), REASONS),
        Column("topic", "text", said(walk.TOPIC), ALL_TOPICS),
        Column("promised_days", "int", said(walk.PROMISED_DAYS)),
        Column("delivery_days", "int", said(walk.DELIVERY_DAYS)),
        Column("late", "flag", said(walk.LATE)),
        Column("stars", "int", said(walk.STARS)),
        Column("score", "int", said(walk.SCORE)),
        Column("text", "text", numbers, [words[number] for number in wordings]),
        Column("store", "text", said(walk.STORE), STORES),
    ]


def _orders(block: Block) -> Column:
    """Order numbers are the customer's with the order's place behind."""
    nth = block.field(walk.ORDER)
    whole = np.where(nth >= 0, (block.people.first + block.owner) * 1000 + nth, -1)
    found, numbers = _distinct(whole)
    return Column("order_id", "text", numbers, [f"o{order // 1000:09d}-{order % 1000 + 1:02d}" for order in found])


def _distinct(numbers: Numbers) -> tuple[list[int], NDArray[np.int32]]:
    """The distinct numbers from 0 up, and for each number its place among them; -1 stays."""
    places = np.full(len(numbers), -1, np.int32)
    there = np.flatnonzero(numbers >= 0)
    found, places[there] = np.unique(numbers[there], return_inverse=True)
    return found.tolist(), places


def _identities(block: Block) -> list[Column]:
    """The ids under which each event's source knew its customer."""
    kind, owner = block.field(walk.KIND), block.owner.astype(np.int32)
    numbers = block.people.numbers.tolist()
    with_email, never = np.isin(np.arange(len(walk.KINDS)), [walk.KINDS.index(name) for name in WITH_EMAIL]), len(kind)
    joined = np.full(len(block.people.segment), never)
    joins = np.flatnonzero(kind == walk.LOYALTY_JOIN)
    joined[owner[joins]] = joins
    cards = np.full(never, -1, np.int32)
    receipts = np.flatnonzero(kind == walk.STORE_RECEIPT)
    with_card = receipts[receipts > joined[owner[receipts]]]
    cards[with_card] = owner[with_card]
    return [
        device_column(block),
        Column("email", "text", np.where(with_email[kind], owner, -1), [customers.mail_address(n) for n in numbers]),
        Column("phone_number", "text", np.where(kind == walk.SUPPORT_CALL, owner, -1),
               [customers.phone_number(n) for n in numbers]),
        Column("card", "text", cards, [customers.card_number(n) for n in numbers]),
    ]  # fmt: skip
