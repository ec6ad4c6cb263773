"""The KPIs of the practice as documents, made for the events that a workspace has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cesta.measures.proposal_words import NAMES
from cesta.store.columns import Snapshot

_WORDS = {
    "buy": r"^purchase|order.?(completed|placed|paid)|^order$|^buy|receipt|transaction|zakup|nákup|nakup|покуп|заказ",
    "cart": r"add.?to.?(cart|basket)|^cart|^basket|product.?added|koszyk|košík|kosik|корзин",
    "see": r"^visit|session.?start|^page|pageview|^see$|wizyt|návšt|navstev|визит|посещ",
    "trouble": r"fail|error|complain|declin|reklamac|chyba|błąd|ошибк|жалоб",
    "help": r"support|chat|^call|helpline|ticket|zgłosz|telefon|hovor|звон|обращ",
    "mark": r"review|rating|recenz|opini|отзыв",
    "answer": r"survey.?answer|nps|^answer|ankiet|dotazn|опрос",
}
_AMOUNT = r"^(amount|revenue|total|value|price|basket_value|payment_value|kwota|castka|částka|сумма)$"
_STARS = r"^(stars?|rating|marks?|review_score|csat|ocena|hodnoceni|оценка)$"
_SCORE = r"^(score|nps)$"


@dataclass(frozen=True, slots=True)
class _Found:
    """The events that play a part here, by the part; those of trouble and help may be several."""

    of: Mapping[str, tuple[str, ...]]
    columns: Snapshot

    def one(self, part: str) -> str | None:
        return self.of[part][0] if self.of[part] else None

    def property(self, event: str | None, pattern: str) -> str | None:
        """The first number that events of this name carry, of those that are named so."""
        if event is None:
            return None
        rows = self.columns.codes == self.columns.names.index(event)
        for name in sorted(self.columns.props):
            column = self.columns.props[name]
            if re.search(pattern, name, re.IGNORECASE) and np.any(column.codes[rows] >= 0):
                return name
        return None


def proposals(columns: Snapshot) -> tuple[dict[str, Any], ...]:
    """Documents in the order in which they are read: selling, coming back, money, service, answers."""
    counts = np.bincount(columns.codes, minlength=len(columns.names))
    often = sorted(range(len(columns.names)), key=lambda place: (-int(counts[place]), columns.names[place]))

    def named(pattern: str) -> tuple[str, ...]:
        return tuple(columns.names[at] for at in often if re.search(pattern, columns.names[at], re.IGNORECASE))

    found = _Found({part: named(pattern) for part, pattern in _WORDS.items()}, columns)
    rows = [*_selling(found), *_staying(found), *_money(found), *_service(found), *_answers(found)]
    return tuple(_document(*row) for row in rows)


def _document(id_: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"cesta": "measure/1", "id": id_, "name": dict(NAMES[id_]), **fields}


def _selling(found: _Found) -> Iterator[tuple[str, dict[str, Any]]]:
    buy, cart, see = found.one("buy"), found.one("cart"), found.one("see")
    if buy is None:
        return
    if see is not None:
        guards = {"guards": ["retention"]}
        yield "conversion", {"type": "conversion", "denominator": see, "numerator": buy, "window": "14d", **guards}
        yield "time-to-purchase", {"type": "duration", "denominator": see, "numerator": buy, "window": "90d"}
    if cart is not None:
        yield "abandoned-baskets", {"type": "abandoned", "denominator": cart, "numerator": buy, "window": "24h"}
    yield "buyers", {"type": "count", "numerator": buy}
    yield "new-buyers", {"type": "new_customers", "numerator": buy, "by": ["source"]}


def _staying(found: _Found) -> Iterator[tuple[str, dict[str, Any]]]:
    buy = found.one("buy")
    yield "new-customers", {"type": "new_customers", "by": ["source"]}
    yield "retention", {"type": "retention", "window": "30d"}
    yield "churn", {"type": "churn", "silence": "60d"}
    yield "engagement", {"type": "engagement"}
    yield "relationship", {"type": "relationship"}
    if buy is not None:
        yield "repeat-purchase", {"type": "repeat_rate", "numerator": buy}
        yield "between-purchases", {"type": "interval", "numerator": buy, "window": "180d"}


def _money(found: _Found) -> Iterator[tuple[str, dict[str, Any]]]:
    buy = found.one("buy")
    amount = found.property(buy, _AMOUNT)
    if amount is None:
        return
    of = {"numerator": buy, "of": amount}
    yield "revenue", {"type": "revenue", **of}
    yield "average-basket", {"type": "average", **of, "guards": ["conversion"]}
    yield "clv", {"type": "clv", **of}
    yield "growth", {"type": "growth", **of}


def _service(found: _Found) -> Iterator[tuple[str, dict[str, Any]]]:
    trouble, help_ = list(found.of["trouble"]), found.one("help")
    if trouble:
        yield "smoothness", {"type": "smoothness", "trouble": trouble, "repeats": 4}
    if help_ is not None and trouble:
        yield "good-contacts", {"type": "quality", "denominator": help_, "trouble": [help_, *trouble], "window": "7d"}


def _answers(found: _Found) -> Iterator[tuple[str, dict[str, Any]]]:
    answer, mark = found.one("answer"), found.one("mark")
    score, stars = found.property(answer, _SCORE), found.property(mark, _STARS)
    if score is not None:
        yield "nps", {"type": "nps", "numerator": answer, "of": score}
    if stars is not None:
        yield "csat", {"type": "csat", "numerator": mark, "of": stars}
