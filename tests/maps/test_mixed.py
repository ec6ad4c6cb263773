"""The mood of touchpoints and stages against a plain walk over the events: who said what, by which source."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.mixed import turns
from cesta.maps.view import Emotion, MapView, MoodTurns
from cesta.model.event import Event
from cesta.model.instant import parse_day
from cesta.segments.document import parse as parse_segment
from cesta.store.columns import from_events
from cesta.voice.feelings import Feeling, feel
from cesta.voice.kept import felt_rows

MAP = """\
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: help, name: Help, match: {event: chat}, emotion: {assumed: 1}}
      - {id: rate, name: Rate, match: {event: review}, emotion: {weights: {stars: 3}}}
  - id: t
    name: T
    touchpoints:
      - {id: late, name: Late, match: {event: complaint}, emotion: {assumed: -1}}
"""
FANS = "cesta: segment/1\nid: fans\nname: Fans\nrule: {did: {event: like}}\n"
STOPS = {"chat": "help", "review": "rate", "complaint": "late"}
STAGE_OF = {"help": "s", "rate": "s", "late": "t"}
DECLARED = {"help": 1, "late": -1}
DAY = 86_400_000_000
TEXTS = [
    "Świetna obsługa, polecam!", "Balík přišel rozbitý, hrůza.", "Когда привезут?", "Great, thank you!", "😡", "", "  ",
    "The shop is fine but the delivery was awful and nobody answers.",
]  # fmt: skip
ONE = st.tuples(
    st.sampled_from(["ann", "bob", "cid"]), st.integers(0, 9), st.sampled_from([*STOPS, "survey_answered"]),
    st.sampled_from([*TEXTS, 7, None]), st.sampled_from([None, "help", "late", "elsewhere"]),
    st.sampled_from([None, None, 1, 4, 5, 6, "5"]),
)  # fmt: skip


def rows_of(texts: Any) -> Any:
    return felt_rows(np.zeros(len(texts), np.uint64), texts)


@cache
def felt(text: str) -> Feeling:
    return feel([text])[0]


def composed(said: list[Any], picked: Picked, min_n: int, read: Callable[..., Any] | None = rows_of) -> MapView:
    events = [Event("web", f"v{who}", who, "visit", 0) for who in ("ann", "bob", "cid")]
    events += [Event("web", "like", "ann", "like", 0), Event("web", "like2", "cid", "like", 0)]
    for n, (who, day, name, text, about, stars) in enumerate(said):
        told = (("text", text), ("touchpoint", about), ("stars", stars))
        props = {key: value for key, value in told if value is not None}
        events.append(Event("web", str(n), who, name, day * DAY + n, props))
    near = Beside({"fans": parse_segment(FANS)}, read=read)
    ground = lay(parse(MAP, Path("m.yaml")), from_events(events), near, min_n=min_n)
    return compose(ground, picked, parse_day("1970-01-20")).view


def emotions(view: MapView) -> list[Emotion]:
    return [stop.emotion for stage in view.stages for stop in stage.touchpoints]


@given(st.lists(ONE, max_size=25), st.sampled_from([None, "fans"]), st.integers(1, 6), st.integers(1, 2))
@settings(max_examples=40)
def test_each_customer_counts_once_and_each_source_by_its_weight(
    said: list[Any], segment: str | None, last: int, min_n: int
) -> None:
    view = composed(said, Picked(segment, "1970-01-01", f"1970-01-0{last}"), min_n)
    told: dict[str, dict[str, dict[tuple[str, str], list[float]]]] = defaultdict(lambda: defaultdict(dict))
    for who, day, name, text, about, stars in said:
        stop = about if about in STOPS.values() else STOPS.get(name)
        if stop is None or day >= last or (segment is not None and who == "bob"):
            continue
        for part in (stop, STAGE_OF[stop]):
            if isinstance(text, str) and felt(text).label != "unknown":
                told[part][who].setdefault((stop, "words"), []).append(felt(text).polarity)
            if stars in (1, 2, 3, 4, 5):
                told[part][who].setdefault((stop, "stars"), []).append(stars - 3)
    for stage in view.stages:
        witnessed(stage.emotion, told[stage.id], min_n, None)
        for stop in stage.touchpoints:
            witnessed(stop.emotion, told[stop.id], min_n, DECLARED.get(stop.id))


def witnessed(
    found: Emotion, told: dict[str, dict[tuple[str, str], list[float]]], min_n: int, declared: float | None
) -> None:
    moods, shares = [], defaultdict(list)
    own: dict[str, list[float]] = defaultdict(list)
    for hers in told.values():
        weights = {key: 3.0 if key == ("rate", "stars") else 1.0 for key in hers}
        for source in {key[1] for key in hers}:
            mine = {key: weights[key] for key in hers if key[1] == source}
            own[source].append(sum(w * sum(hers[key]) / len(hers[key]) for key, w in mine.items()) / sum(mine.values()))
        total = sum(weights.values())
        moods.append(sum(weights[key] * sum(each) / len(each) for key, each in hers.items()) / total)
        for key in hers:
            shares[key[1]].append(weights[key] / total)
    texts = sum(len(each) for hers in told.values() for key, each in hers.items() if key[1] == "words")
    assert (found.n, found.texts, found.declared) == (len(moods), texts, declared)
    if len(moods) < min_n:
        # A gap stays a gap, and what was declared stays what it is.
        assert (found.value, found.evidence, found.low, found.sources) == (declared, "assumed", None, ())
        return
    mean = sum(moods) / len(moods)
    assert abs((found.value or 0) - mean) < 1e-6
    assert {one.source: pytest.approx(sum(shares[one.source]) / len(moods)) for one in found.sources} == {
        one.source: one.share for one in found.sources
    }
    assert {one.source: one.n for one in found.sources} == {source: len(each) for source, each in own.items()}
    for one in found.sources:
        assert one.value == pytest.approx(sum(own[one.source]) / one.n, abs=1e-6)
    assert abs(sum(one.share for one in found.sources) - 1) < 1e-9
    if len(moods) == 1:
        assert found.low is None
    else:
        spread = math.sqrt(sum((one - mean) ** 2 for one in moods) / (len(moods) - 1) / len(moods))
        quantile = {2: 12.7062, 3: 4.3027}[len(moods)]
        assert found.low is not None
        assert abs(found.low - max(-2, mean - quantile * spread)) < 1e-3


def test_the_line_turns_where_it_is_lowest_and_highest_and_ends_where_it_is_known_last() -> None:
    said = [("ann", 1, "review", None, None, 5), ("ann", 1, "chat", None, None, 1)]
    assert composed(said, Picked(), 1).mood == MoodTurns(valley="help", peak="rate", end="late")
    assert turns([]) is None


def test_without_a_reader_or_texts_the_declared_stays() -> None:
    said = [("ann", 1, "chat", TEXTS[0], None, None)]
    for found in (composed(said, Picked(), 0, None), composed([], Picked(), 0)):
        assert [(one.value, one.evidence, one.n) for one in emotions(found)] == [
            (1, "assumed", 0),
            (None, "assumed", 0),
            (-1, "assumed", 0),
        ]


def test_what_nobody_has_read_yet_is_not_counted() -> None:
    said = [("ann", 1, "chat", TEXTS[0], None, None), ("bob", 1, "chat", TEXTS[1], None, None)]

    def half(texts: Any) -> Any:
        rows = rows_of(texts)
        rows["label"][[text == TEXTS[1] for text in texts]] = 0
        return rows

    assert emotions(composed(said, Picked(), 1, half))[0].texts == 1
