"""What customers wrote at touchpoints, each text read, and which touchpoint an event speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.store.columns import Columns

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
    """For each text the touchpoint that it is about."""
    return _about(said.names, said.about, touch[said.event], touchpoints)


def about_of(columns: Columns, event: Rows, touch: NDArray[np.int32], touchpoints: Sequence[str]) -> Rows:
    """For each of these events the touchpoint that it is about."""
    return _about(*_named(columns, event), touch[event], touchpoints)


def _about(names: Sequence[str], about: Rows, touched: NDArray[np.int32], touchpoints: Sequence[str]) -> Rows:
    """The touchpoint that an event names, else the one that it is."""
    known = {name: place for place, name in enumerate(touchpoints)}
    named = np.array([*(known.get(name, -1) for name in names), -1], np.int64)[about]
    return np.where(named >= 0, named, touched)


def _named(columns: Columns, event: Rows) -> tuple[tuple[str, ...], Rows]:
    column = columns.props.get(WHERE)
    if column is None:
        return (), np.full(len(event), -1)
    return tuple(str(value) for value in column.values), column.codes[event].astype(np.int64)
