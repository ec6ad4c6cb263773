"""Segments as the practice of journey mapping asks for them, proposed from the events that there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cesta.journeys.where import Condition
from cesta.model.condition import Compare, show
from cesta.segments.sentence import show_condition
from cesta.store.columns import Column, Snapshot

CRITERIA, NEED, MOTIVE, STAGE = "choice_criteria", "need", "motive", "decision_stage"
MOST = 4
"""Proposals of one kind at most: the likeliest."""
FEW_VALUES = 40
LATELY = "14d"

_WORDS = {
    "filter": r"filter|sort|facet|refine|filtr|razen|řazen|фильтр|сортир",
    "compare": r"compar|size_?guide|size_?chart|review|rating|porown|porówn|srovn|recenz|сравн|отзыв",
    "search": r"search|query|szuka|hled|поиск|искать",
    "view": r"product.?view|view.?product|view.?item|item.?view|product|produkt|zbozi|товар|^view$",
    "cart": r"cart|basket|checkout|payment|koszyk|kosik|košík|pokladn|корзин|оформ",
    "buy": r"purchase|order.?(completed|placed|paid)|^order$|^buy|^pay$|zakup|objednav|nákup|покуп|заказ",
    "answer": r"quiz|survey|poll|answer|ankiet|anket|dotazn|опрос|анкет",
    "come": r"visit|session|page|^see$|wizyt|navstev|návšt|визит|посещ",
}
_ATTRIBUTES = (
    r"brand|colou?r|size|material|style|price.?band|marka|kolor|barva|znack|značk|rozmiar|velikost|цвет|бренд|размер"
)
_CATEGORY = r"categor|kategor|department|collection|топик|катего|раздел"
_TERM = r"^(q|query|term|search_?term|search|phrase|fraza|dotaz|запрос)$"
_SAVED = r"discount|sale|promo|coupon|rabat|slev|скидк|акци"
_REASON = (
    r"reason|motive|occasion|gift|why|goal|motyw|powod|powód|okazj|duvod|důvod|prilez|příle|darek|dárek|prezent"
    r"|повод|причин|подар"
)


@dataclass(frozen=True, slots=True)
class FamilyProposal:
    """A rule that the events allow for, in a family of the practice.

    what: which of the family's questions it answers. value: what it is about, such as a category.
    """

    family: str
    what: str
    value: str
    rule: str


def proposals(columns: Snapshot) -> tuple[FamilyProposal, ...]:
    """What these events allow for: choice criteria, needs, motives, and where a decision stands."""
    found = [*_criteria(columns), *_needs(columns), *_motives(columns), *_stages(columns)]
    return tuple(found)


def _criteria(columns: Snapshot) -> Iterator[FamilyProposal]:
    """What they look at when they choose: filters and sorts, attributes, what decides."""
    for name in _named(columns, "filter")[:MOST]:
        yield FamilyProposal(CRITERIA, "filters", name, f"did {_event(name)} at least 3 times")
    views = _event_of(columns, "view")
    for prop, column in _properties(columns, _ATTRIBUTES) if views else ():
        for value in _most(column)[:MOST]:
            yield FamilyProposal(CRITERIA, "attribute", f"{prop}: {value}", _share(views, prop, value, 0.5))
    for prop, column in _properties(columns, _SAVED) if views else ():
        if any(isinstance(value, int | float) and value > 0 for value in column.values):
            where = show_condition(Condition(where=Compare(prop, ">", 0)))
            yield FamilyProposal(CRITERIA, "decides", prop, f"share of {views} that are {where} at least 0.5")
    for name in _named(columns, "compare")[:MOST]:
        yield FamilyProposal(CRITERIA, "compares", name, f"did {_event(name)} at least 2 times")


def _needs(columns: Snapshot) -> Iterator[FamilyProposal]:
    """What they want solved: the category they look at, what they search for, what they answer."""
    views, searches = _event_of(columns, "view"), _event_of(columns, "search")
    for prop, column in _properties(columns, _CATEGORY) if views else ():
        for value in _most(column)[:MOST]:
            yield FamilyProposal(NEED, "category", value, _share(views, prop, value, 0.5))
    for prop, column in _properties(columns, _TERM, most=10**6) if searches else ():
        for value in _most(column)[:MOST]:
            yield FamilyProposal(NEED, "search", value, f"did {searches} where ({_is(prop, value)})")
    for name in _named(columns, "answer")[:MOST]:
        yield FamilyProposal(NEED, "answer", name, f"did {_event(name)}")


def _motives(columns: Snapshot) -> Iterator[FamilyProposal]:
    """Why they come: what a property says of it."""
    for prop, column in _properties(columns, _REASON):
        for value in _most(column)[:MOST]:
            yield FamilyProposal(MOTIVE, "reason", value, f"did anything where ({_is(prop, value)})")
        if True in column.values:
            yield FamilyProposal(MOTIVE, "reason", prop, f"did anything where ({_is(prop, True)})")


def _stages(columns: Snapshot) -> Iterator[FamilyProposal]:
    """Where a decision stands just now: each stage leaves out the ones behind it."""
    views, buys = _event_of(columns, "view"), _event_of(columns, "buy")
    starts = _event_of(columns, "search") or _event_of(columns, "come")
    carts, compares = _event_of(columns, "cart"), _event_of(columns, "compare")
    if not views or not starts:
        return
    bought = f" and not did {buys} in last 7d" if buys else ""
    ready = f"(did {carts} in last 7d{bought})" if carts else ""
    several = f"did {views} at least 5 times in last {LATELY}"
    comparing = f"({several} or did {compares} in last {LATELY})" if compares else several
    not_ready = f" and not {ready}" if ready else ""
    seen = f"did {views} in last {LATELY}"
    yield FamilyProposal(STAGE, "seeks", starts, f"did {starts} in last {LATELY} and not {seen}{not_ready}")
    yield FamilyProposal(STAGE, "learns", views, f"{seen} and not {comparing}{not_ready}")
    yield FamilyProposal(STAGE, "compares", compares or views, f"{comparing}{not_ready}")
    if ready:
        yield FamilyProposal(STAGE, "ready", carts, ready[1:-1])


def _named(columns: Snapshot, what: str) -> list[str]:
    """The events whose names mean it, the most frequent first."""
    many = Counter(dict(enumerate(np.bincount(columns.codes, minlength=len(columns.names)).tolist())))
    met = [code for code, name in enumerate(columns.names) if re.search(_WORDS[what], name, re.IGNORECASE)]
    return [columns.names[code] for code in sorted(met, key=lambda code: (-many[code], columns.names[code]))]


def _event_of(columns: Snapshot, what: str) -> str:
    """The text of the most frequent event that means it; nothing without one."""
    found = _named(columns, what)
    return _event(found[0]) if found else ""


def _event(name: str) -> str:
    return show_condition(Condition(event=name))


def _properties(columns: Snapshot, pattern: str, most: int = FEW_VALUES) -> Iterator[tuple[str, Column]]:
    for name in columns.props:
        if re.search(pattern, name, re.IGNORECASE):
            column = columns.props[name]
            if len(column.values) <= most:
                yield name, column


def _most(column: Column) -> Sequence[str]:
    """The texts that a property says most often."""
    many = np.bincount(column.codes[column.codes >= 0], minlength=len(column.values))
    order = sorted(range(len(column.values)), key=lambda code: (-int(many[code]), str(column.values[code])))
    return [value for code in order if isinstance(value := column.values[code], str) and value.strip()]


def _share(views: str, prop: str, value: str, least: float) -> str:
    return f"share of {views} that are anything where ({_is(prop, value)}) at least {least}"


def _is(prop: str, value: str | bool) -> str:
    return show(Compare(prop, "=", value))
