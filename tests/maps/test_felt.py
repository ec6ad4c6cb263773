"""Emotion at touchpoints against a plain walk over the events, each text read for itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.view import Emotion
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
      - {id: rate, name: Rate, match: {event: review}}
  - id: t
    name: T
    touchpoints:
      - {id: late, name: Late, match: {event: complaint}, emotion: {assumed: -1}}
"""
FANS = "cesta: segment/1\nid: fans\nname: Fans\nrule: {did: {event: like}}\n"
STOPS = {"chat": "help", "review": "rate", "complaint": "late"}
DAY = 86_400_000_000
TEXTS = [
    "Świetna obsługa, polecam!", "Balík přišel rozbitý, hrůza.", "Когда привезут?", "Great, thank you!", "😡", "", "  ",
    "The shop is fine but the delivery was awful and nobody answers.",
]  # fmt: skip
ONE = st.tuples(
    st.sampled_from(["ann", "bob", "cid"]), st.integers(0, 9), st.sampled_from([*STOPS, "survey_answered"]),
    st.sampled_from([*TEXTS, 7, None]), st.sampled_from([None, "help", "late", "elsewhere"]),
)  # fmt: skip


def rows_of(texts: Any) -> Any:
    return felt_rows(np.zeros(len(texts), np.uint64), texts)


@cache
def felt(text: str) -> Feeling:
    return feel([text])[0]


def composed(said: list[Any], picked: Picked, min_n: int, read: Callable[..., Any] | None = rows_of) -> list[Emotion]:
    events = [Event("web", f"v{who}", who, "visit", 0) for who in ("ann", "bob", "cid")]
    events += [Event("web", "like", "ann", "like", 0), Event("web", "like2", "cid", "like", 0)]
    for n, (who, day, name, text, about) in enumerate(said):
        props = {key: value for key, value in (("text", text), ("touchpoint", about)) if value is not None}
        events.append(Event("web", str(n), who, name, day * DAY + n, props))
    near = Beside({"fans": parse_segment(FANS)}, read=read)
    ground = lay(parse(MAP, Path("m.yaml")), from_events(events), near, min_n=min_n)
    view = compose(ground, picked, parse_day("1970-01-20")).view
    return [stop.emotion for stage in view.stages for stop in stage.touchpoints]


@given(st.lists(ONE, max_size=25), st.sampled_from([None, "fans"]), st.integers(1, 6), st.integers(1, 2))
@settings(max_examples=40)
def test_each_customer_counts_once(said: list[Any], segment: str | None, last: int, min_n: int) -> None:
    picked = Picked(segment, "1970-01-01", f"1970-01-0{last}")
    found = composed(said, picked, min_n)
    hers: dict[str, dict[str, list[float]]] = {stop: defaultdict(list) for stop in STOPS.values()}
    for who, day, name, text, about in said:
        stop = about if about in hers else STOPS.get(name)
        if isinstance(text, str) and stop and day < last and (segment is None or who != "bob"):
            feeling = felt(text)
            if feeling.label != "unknown":
                hers[stop][who].append(feeling.polarity)
    for (stop, people), emotion, declared in zip(hers.items(), found, (1, None, -1), strict=True):
        means = [sum(values) / len(values) for values in people.values()]
        assert (emotion.n, emotion.texts) == (len(means), sum(map(len, people.values()))), stop
        if len(means) < min_n:
            # A gap stays a gap, and what was declared stays what it is.
            assert (emotion.value, emotion.evidence, emotion.low) == (declared, "assumed", None)
            continue
        mean = sum(means) / len(means)
        assert emotion.evidence == "measured"
        assert emotion.declared == declared
        assert abs((emotion.value or 0) - mean) < 1e-6
        if len(means) == 1:
            assert emotion.low is None
        else:
            spread = math.sqrt(sum((one - mean) ** 2 for one in means) / (len(means) - 1) / len(means))
            quantile = {2: 12.7062, 3: 4.3027}[len(means)]
            assert emotion.low is not None
            assert abs(emotion.low - max(-2, mean - quantile * spread)) < 1e-3


def test_without_a_reader_or_texts_the_declared_stays() -> None:
    said = [("ann", 1, "chat", TEXTS[0], None)]
    for found in (composed(said, Picked(), 0, None), composed([], Picked(), 0)):
        assert [(one.value, one.evidence, one.n) for one in found] == [
            (1, "assumed", 0),
            (None, "assumed", 0),
            (-1, "assumed", 0),
        ]


def test_what_nobody_has_read_yet_is_not_counted() -> None:
    said = [("ann", 1, "chat", TEXTS[0], None), ("bob", 1, "chat", TEXTS[1], None)]

    def half(texts: Any) -> Any:
        rows = rows_of(texts)
        rows["label"][[text == TEXTS[1] for text in texts]] = 0
        return rows

    assert composed(said, Picked(), 1, half)[0].texts == 1
