"""What the shop's systems hear of who someone is: which ids each event names, with the truth of whose it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import walk
from cesta.samples.retail.customers import (
    card_number,
    customer_id,
    device_name,
    drawn,
    mail_address,
    phone_number,
    uniform,
)
from cesta.samples.retail.disorder import unrecognised
from cesta.samples.retail.events import Block, message_numbers
from cesta.samples.retail.segments import DEVICES

GUESTS, PAPER = 0.15, 0.7
"""Shares of orders without signing in, and of receipts without an address."""
SECOND_MAIL, HOME_PHONE, CLEARED = 0.15, 0.10, 0.3
"""Where the world has noise: shares of customers with a second address, of those with a phone for two, and of browsers
that forget who they are every few months."""
TILL_MAIL, NAMELESS = 0.05, 0.02
"""At noise 2: shares of receipts with the till's own address, and of messages whose browser says it is "undefined"."""
FORGETS = 120 * walk.DAY
ORDER, MAIL, HOME, RECEIPT, FORGET, TYPED, BLANK = range(31, 38)
ON_ACCOUNT = ("account_check", "payment_details", "order_summary", "purchase")
SIGNED_IN = frozenset(walk.KINDS.index(name) for name in ON_ACCOUNT)
BY_MAIL = frozenset(walk.KINDS.index(name) for name in ("campaign_mail", "mail_open", "survey_answer", "review"))
SHOP_MAIL = "till@shop.example"
Floats = NDArray[np.float64]
Ids = dict[str, str]


class Heard(NamedTuple):
    """An event as a system tells it: who it was in truth, when, and the ids it names, by kind."""

    person: int
    time: int
    ids: tuple[tuple[str, str], ...]


def heard(block: Block) -> Iterator[Heard]:
    """All events of a block that name anybody, by customer and time."""
    systems = _Systems(block)
    kinds, owners = block.field(walk.KIND).tolist(), block.owner.tolist()
    for at, (kind, owner) in enumerate(zip(kinds, owners, strict=True)):
        if ids := systems.ids(at, kind, owner):
            yield Heard(int(block.people.first) + owner, int(block.times[at]), tuple(sorted(ids.items())))


class _Systems:
    """What web shop, till, call centre and mailing know of whoever an event is about."""

    def __init__(self, block: Block) -> None:
        seed, people = block.world.seed, block.people
        self._block, self._noise = block, block.world.noise
        events = message_numbers(block)
        self._order, self._receipt, self._typed, self._blank = (
            uniform(drawn(seed, what, events)) for what in (ORDER, RECEIPT, TYPED, BLANK)
        )
        self._mail, self._home = (uniform(drawn(seed, what, people.numbers)) for what in (MAIL, HOME))
        words = (people.devices >> np.uint64(2)).astype(np.int64)
        self._forgets = uniform(drawn(seed, FORGET, words.ravel())).reshape(words.shape)
        self._lost = unrecognised(block) if self._noise >= 2 else np.zeros(len(block.times), np.bool_)
        self._joined: set[int] = set()

    def ids(self, at: int, kind: int, owner: int) -> Ids:
        """The ids that one event names; none where nobody is known."""
        number = int(self._block.people.first) + owner
        if kind == walk.LOYALTY_JOIN:
            self._joined.add(owner)
            return {"card": card_number(number), "email": self._address(at, owner), "phone": self._phone(owner)}
        if kind == walk.STORE_RECEIPT:
            return self._till(at, owner)
        if kind == walk.SUPPORT_CALL:
            return {"phone": self._phone(owner)}
        if kind == walk.COMPLAINT:
            return {"email": self._address(at, owner), "phone": self._phone(owner)}
        if kind in BY_MAIL:
            return {"email": self._address(at, owner)}
        return self._online(at, kind, owner)

    def _till(self, at: int, owner: int) -> Ids:
        card = {"card": card_number(int(self._block.people.first) + owner)} if owner in self._joined else {}
        if self._receipt[at] < PAPER:
            return card
        typed = self._noise >= 2 and self._typed[at] < TILL_MAIL
        return card | {"email": SHOP_MAIL if typed else self._address(at, owner)}

    def _online(self, at: int, kind: int, owner: int) -> Ids:
        place = int(self._block.rows[at, walk.DEVICE_ID])
        if place < 0:
            return {}
        ids = {"anonymous_id": self._browser(at, place)}
        if kind not in SIGNED_IN or self._lost[at]:
            return ids
        if self._order[at] >= GUESTS:
            ids["user_id"] = customer_id(int(self._block.people.first) + owner)
        return ids | ({"email": self._address(at, owner)} if kind == walk.PURCHASE else {})

    def _address(self, at: int, owner: int) -> str:
        address = mail_address(int(self._block.people.first) + owner)
        other = self._noise >= 1 and self._mail[owner] < SECOND_MAIL and self._order[at] < 0.5
        return f"work.{address}" if other else address

    def _phone(self, owner: int) -> str:
        number = int(self._block.people.first) + owner
        at_home = self._noise >= 1 and self._home[owner] < HOME_PHONE
        return phone_number(number - number % 2 if at_home else number)

    def _browser(self, at: int, place: int) -> str:
        """The id that a browser has then. place: of the device among all of the block."""
        mine, which = divmod(place, len(DEVICES))
        word = int(self._block.people.devices[mine, which])
        if self._noise >= 2 and self._blank[at] < NAMELESS:
            return "undefined"
        if self._noise >= 1 and self._forgets[mine, which] < CLEARED:
            return f"{device_name(word)}-{(int(self._block.times[at]) + word % FORGETS) // FORGETS}"
        return device_name(word)
