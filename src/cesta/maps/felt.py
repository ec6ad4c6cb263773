"""What people wrote at a touchpoint feels like: emotion with n and interval, each customer counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import student_mean
from cesta.maps.view import Emotion, StageView
from cesta.store.columns import Columns

Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]
Read = Callable[[Sequence[str]], NDArray[np.void]]
"""Reads texts: a row for each, with polarity, confidence, label, lang and emotions."""
TEXT, WHERE = "text", "touchpoint"
"""The property that holds what somebody wrote, and the one that says of which touchpoint."""
UNREAD, UNKNOWN = 0, 1
"""Labels of texts that tell nothing yet, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Every event with a text, in order of customer and time. text: a place among all texts. felt: a row for each text.

    about: a place among `names`, the touchpoints that events name themselves; −1 for none.
    """

    event: Rows
    customer: Rows
    time: Rows
    text: Rows
    about: Rows
    names: tuple[str, ...]
    felt: NDArray[np.void]


def spoken(columns: Columns, read: Read | None) -> Spoken | None:
    """All texts in these events, read; None where there are none, or nobody who reads."""
    column = columns.props.get(TEXT) if read is not None else None
    if column is None or read is None:
        return None
    places = [place for place, value in enumerate(column.values) if isinstance(value, str) and not value.isspace()]
    known = np.full(len(column.values) + 1, -1, np.int64)
    known[places] = np.arange(len(places))
    text = known[column.codes]
    event = np.flatnonzero(text >= 0)
    names, about = _named(columns, event)
    return Spoken(
        event=event,
        customer=np.searchsorted(columns.offsets, event, side="right") - 1,
        time=columns.times[event],
        text=text[event],
        about=about,
        names=names,
        felt=read([str(column.values[place]) for place in places]),
    )


def places_of(said: Spoken, touch: NDArray[np.int32], touchpoints: Sequence[str]) -> Rows:
    """For each text the touchpoint that it is about: the one that its event names, else the one that its event is."""
    known = {name: place for place, name in enumerate(touchpoints)}
    named = np.array([*(known.get(name, -1) for name in said.names), -1], np.int64)[said.about]
    return np.where(named >= 0, named, touch[said.event])


def with_feelings(
    stages: Iterable[StageView], said: Spoken, places: Rows, chosen: Mask, min_n: int
) -> tuple[StageView, ...]:
    """The stages, each touchpoint with what the chosen texts about it feel like; else with what was declared."""
    label = said.felt["label"][said.text]
    chosen = chosen & (places >= 0) & (label > UNKNOWN)
    views, place = [], 0
    for stage in stages:
        stops = []
        for stop in stage.touchpoints:
            rows = np.flatnonzero(chosen & (places == place))
            values = said.felt["polarity"][said.text[rows]].astype(np.float64)
            stops.append(replace(stop, emotion=_emotion(stop.emotion, values, said.customer[rows], min_n)))
            place += 1
        views.append(replace(stage, touchpoints=tuple(stops)))
    return tuple(views)


def _emotion(declared: Emotion, values: NDArray[np.float64], customers: Rows, min_n: int) -> Emotion:
    """Each customer counts once, with the mean of her texts: who writes much feels no more than others."""
    _, whose = np.unique(customers, return_inverse=True)
    each = np.bincount(whose, values) / np.maximum(np.bincount(whose), 1)
    n = len(each)
    if n == 0 or n < min_n:
        return replace(declared, n=n, texts=len(values))
    low, high = student_mean(each)
    return Emotion(
        value=float(each.mean()),
        evidence="measured",
        n=n,
        # Of one customer alone nothing is known of how others differ.
        low=max(-2.0, low) if n > 1 else None,
        high=min(2.0, high) if n > 1 else None,
        declared=declared.value,
        texts=len(values),
    )


def _named(columns: Columns, event: Rows) -> tuple[tuple[str, ...], Rows]:
    column = columns.props.get(WHERE)
    if column is None:
        return (), np.full(len(event), -1)
    return tuple(str(value) for value in column.values), column.codes[event].astype(np.int64)
