"""The small shop: sixty made-up customers of a clothing shop, always the same, for tests, docs and first steps."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

SEED = 20_260_105
CUSTOMERS = 60
FIRST_DAY = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
NAMES = (
    "ann", "bob", "cyril", "dana", "eva", "filip", "greta", "hynek", "ivan", "jana", "karel", "lena", "marek", "nina",
    "oleg", "petra", "radek", "sona", "tomas", "vera",
)  # fmt: skip
PRODUCTS = (("coat", 129.0), ("scarf", 19.5), ("boots", 89.0), ("shirt", 35.0), ("socks", 7.9))

Shopping = list[dict[str, object]]


def events() -> Shopping:
    """Everything that happened in the small shop in its first weeks, as `accept` takes it, in order of time.

    >>> first = events()[0]
    >>> sorted(first), events() == events()
    (['customer', 'event', 'message_id', 'props', 'ts'], True)
    """
    chance = random.Random(SEED)
    happened: Shopping = []
    for number in range(CUSTOMERS):
        name = NAMES[number % len(NAMES)]
        customer = name if number < len(NAMES) else f"{name}-{number // len(NAMES) + 1}"
        happened += _Customer(customer, chance).story()
    happened.sort(key=lambda event: str(event["ts"]))
    return [event | {"message_id": f"shop-{place:04d}"} for place, event in enumerate(happened, start=1)]


class _Customer:
    """One customer walking through the shop, a step at a time."""

    def __init__(self, name: str, chance: random.Random) -> None:
        self.name, self.chance = name, chance
        self.channel = chance.choice(("web", "web", "app"))
        self.now = FIRST_DAY + timedelta(minutes=chance.randrange(28 * 24 * 60))
        self.happened: Shopping = []

    def story(self) -> Shopping:
        for _ in range(1 + (self.chance.random() < 0.35)):
            self._visit()
            self._wait(hours=self.chance.randrange(20, 200))
        return self.happened

    def _visit(self) -> None:
        self._do("visit", self.channel, source=self.chance.choice(("search", "newsletter", "friend")))
        product, price = self.chance.choice(PRODUCTS)
        for _ in range(self.chance.randrange(1, 4)):
            self._do("product_view", self.channel, product=product, price=price)
        if self.chance.random() < 0.55:
            self._do("add_to_cart", self.channel, product=product, price=price)
            self._pay(product, price)

    def _pay(self, product: str, price: float) -> None:
        self._do("payment_details", self.channel)
        # Whoever buys a coat in the app meets a form that rarely takes the card at once.
        stuck = self.chance.random() < (0.7 if self.channel == "app" and price > 50 else 0.2)
        if stuck and self.chance.random() < 0.6:
            self._do("support_chat", "chat", topic="payment")
            self._do("payment_details", self.channel)
        if not stuck or self.chance.random() < 0.4:
            self._do("purchase", self.channel, product=product, amount=price, first=not self._bought())
            if self.chance.random() < 0.15:
                self._wait(hours=72)
                self._do("return_parcel", "store", product=product)

    def _bought(self) -> bool:
        return any(event["event"] == "purchase" for event in self.happened)

    def _do(self, event: str, channel: str, **props: object) -> None:
        ts = self.now.isoformat().replace("+00:00", "Z")
        known: dict[str, object] = {
            "customer": self.name,
            "event": event,
            "ts": ts,
            "props": {"channel": channel} | props,
        }
        self.happened.append(known)
        self._wait(hours=0)

    def _wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours, seconds=self.chance.randrange(20, 900))
