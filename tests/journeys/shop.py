"""Columns made by hand: for each customer her events with time and properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cesta.model.event import Value
from cesta.store.columns import Column, Columns

Event = tuple[str, int, Mapping[str, Value]]


def shop(people: Sequence[Sequence[Event]]) -> Columns:
    """Customers c0000, c0001 … with these events, which are in order of time."""
    events = [event for one in people for event in one]
    names = tuple(sorted({name for name, _, _ in events}))
    props = {}
    for prop in sorted({prop for _, _, said in events for prop in said}):
        values = list(dict.fromkeys(said[prop] for _, _, said in events if prop in said))
        codes = [values.index(said[prop]) if prop in said else -1 for _, _, said in events]
        props[prop] = Column(np.array(codes, np.int32), tuple(values))
    return Columns(
        tuple(f"c{number:04d}" for number in range(len(people))),
        np.concatenate(([0], np.cumsum([len(one) for one in people]))).astype(np.int64),
        np.array([names.index(name) for name, _, _ in events], np.int16),
        np.array([time for _, time, _ in events], np.int64),
        names,
        props,
    )
