"""Computed traits agree with plain recounting over random histories, for all customers at once and for each alone."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cesta.model.calendar import zone_named
from cesta.model.event import Event, Value
from cesta.model.instant import show_instant, to_datetime
from cesta.profiles.computed import DAY, bands_of, computed
from cesta.profiles.hers import hers
from cesta.profiles.trait_document import TraitDocument, as_trait
from cesta.store.columns import from_events
from cesta.store.documents import parse_document

PRAGUE = zone_named("Europe/Prague")
BANDS = (10.0, 50.0)
values = st.one_of(
    st.integers(-5, 100),
    st.floats(-1e6, 1e6).map(lambda x: round(x, 2)),
    st.sampled_from(["S", "M", "1", ""]),
    st.booleans(),
)
histories = st.lists(
    st.builds(
        Event,
        source=st.just("s"),
        message_id=st.just("m"),
        customer=st.sampled_from("abc"),
        name=st.sampled_from(["see", "buy", "call"]),
        time=st.integers(1_700_000_000, 1_700_400_000).map(lambda second: second * 1_000_000),
        properties=st.dictionaries(st.sampled_from(["price", "size", "total"]), values, max_size=3),
        assumed_time=st.booleans(),
    ),
    min_size=1,
    max_size=25,
)


def document(compute: str, of: str = "", where: str = "{any: [buy, call]}", more: str = "") -> TraitDocument:
    lines = f"cesta: trait/1\nid: x\nname: X\ncompute: {compute}\nin: {where}\n{of and f'of: {of}'}\n{more}\n"
    return as_trait(parse_document(lines, Path("x.yaml")))


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def met(events: list[Event], who: str) -> list[Event]:
    """Her events that count, in order of time; at one moment as they came."""
    hers = sorted((event for event in events if event.customer == who), key=lambda event: event.time)
    return [event for event in hers if event.name in ("buy", "call")]


def first_of(event: Event, names: tuple[str, ...], number: bool = False) -> Value | None:
    return next(
        (
            event.properties[n]
            for n in names
            if n in event.properties and (not number or is_number(event.properties[n]))
        ),
        None,
    )


def by_hand(compute: str, mine: list[Event], now: int) -> Value | None:
    numbers: list[Any] = [n for e in mine if (n := first_of(e, ("price", "total"), number=True)) is not None]
    texts = [value for e in mine if (value := first_of(e, ("size", "price"))) is not None]
    match compute:
        case "count":
            return len(mine)
        case "sum":
            return round(sum(numbers), 6) if numbers else None
        case "mean":
            return round(sum(numbers) / len(numbers), 6) if numbers else None
        case "smallest" | "largest":
            return (min if compute == "smallest" else max)(numbers, default=None)
        case "first" | "last":
            return texts[0 if compute == "first" else -1] if texts else None
        case "first_time" | "last_time":
            return show_instant(mine[0 if compute == "first_time" else -1].time) if mine else None
        case "days_since":
            return max(0, now - mine[-1].time) // DAY if mine else None
    counts = Counter((type(value), value) for value in texts)
    last = {(type(value), value): place for place, value in enumerate(texts)}
    return max(counts, key=lambda one: (counts[one], last[one]))[1] if counts else None


OF = {"sum": "[price, total]", "mean": "[price, total]", "smallest": "[price, total]", "largest": "[price, total]",
      "first": "[size, price]", "last": "[size, price]", "most_frequent": "[size, price]"}  # fmt: skip
ALL = (*OF, "count", "first_time", "last_time", "days_since")


@settings(max_examples=60)
@given(histories, st.sampled_from(ALL))
@example([Event("s", "1", "a", "buy", 0, {"size": 1}), Event("s", "2", "a", "buy", 1, {"size": True})], "most_frequent")
def test_as_by_hand_for_all_and_for_each(events: list[Event], compute: str) -> None:
    trait, columns = document(compute, OF.get(compute, "")), from_events(events)
    now = max(event.time for event in events) + DAY
    found = computed(trait, columns, now, UTC)
    for place, who in enumerate(columns.customers):
        wanted = by_hand(compute, met(events, who), now)
        alone = computed(trait, hers(columns, who), now, UTC).of(0)
        assert (type(alone), alone) == (type(found.of(place)), found.of(place))
        if is_number(wanted) and wanted is not None:
            assert found.of(place) == pytest.approx(wanted, abs=1e-5)
        else:
            assert (type(found.of(place)), found.of(place)) == (type(wanted), wanted)


@settings(max_examples=30)
@given(histories)
def test_bands_and_hours(events: list[Event]) -> None:
    columns = from_events(events)
    band = document("most_frequent", "[price]", more="bands: [10, 50]")
    hour = document("most_frequent", "hour of the day")
    for who in columns.customers:
        mine, her = met(events, who), hers(columns, who)
        numbers: list[Any] = [n for e in mine if (n := first_of(e, ("price",), number=True)) is not None]
        names = [bands_of(BANDS)[sum(n >= edge for edge in BANDS)] for n in numbers]
        hours = [to_datetime(e.time).astimezone(PRAGUE).hour for e in mine if not e.assumed_time]
        for trait, seen in ((band, names), (hour, hours)):
            counts, last = Counter(seen), {each: place for place, each in enumerate(seen)}
            wanted = max(counts, key=lambda one: (counts[one], last[one])) if counts else None
            assert computed(trait, her, 0, PRAGUE).of(0) == wanted


def test_nothing_counts_nobody() -> None:
    columns = from_events([Event("s", "1", "a", "see", 0)])
    assert computed(document("count"), columns, 0, UTC).of(0) == 0
    assert computed(document("sum", "price"), columns, 0, UTC).of(0) is None
