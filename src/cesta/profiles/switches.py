"""Switches from channel to channel about a matter, and those at which somebody had to explain it once more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.consent.purposes import Names
from cesta.ingest.contacts import ContactRules
from cesta.model.event import Value
from cesta.store.columns import Column, Columns

Places = NDArray[np.int64]
DAY = 86_400_000_000
WITHIN = 7 * DAY
"""A contact by another channel about the same matter within a week is the same matter explained again."""
CHANNELS = ("channel", "context.channel")
MATTERS, ORDERS = ("topic", "subject", "reason"), ("order_id", "order", "order_number")


@dataclass(frozen=True, slots=True)
class Switches:
    """contacts: how often customers told something. switches: contacts by another channel than the contact before,
    within a week of it. repeated: those of them about the same matter. without_repeat: the share of switches at which
    nobody had to explain again; None without any switch.
    """

    contacts: int
    switches: int
    repeated: int
    without_repeat: float | None


@dataclass(frozen=True, slots=True)
class Contacts:
    """The contacts of customers in order: their rows, whose they are, and which of them are switches and repeats."""

    rows: Places
    owners: Places
    switched: NDArray[np.bool_]
    repeated: NDArray[np.bool_]

    def counted(self) -> Switches:
        switches, repeated = int(self.switched.sum()), int(self.repeated.sum())
        share = None if not switches else 1 - repeated / switches
        return Switches(len(self.rows), switches, repeated, share)


def contacts(columns: Columns, rules: ContactRules) -> Contacts:
    """Every contact of every customer in the columns.

    A contact is a switch when the contact before it, at most a week ago, came by another channel; it is repeated when
    some contact by another channel in the week before was about the same matter: the same topic, and of the same order
    where both name one. Where neither says what it was about, it is taken to be the same.
    """
    rows = rows_named(columns, rules.contacts)
    owners = np.searchsorted(columns.offsets, rows, side="right") - 1
    channels, matters = coded(columns, CHANNELS, rows), coded(columns, MATTERS, rows)
    orders, times = coded(columns, ORDERS, rows), columns.times[rows]
    switched = np.zeros(len(rows), np.bool_)
    repeated = np.zeros(len(rows), np.bool_)
    step = 1
    near = np.arange(len(rows)) >= step
    while near.any():
        now = np.flatnonzero(near)
        before = now - step
        close = (owners[now] == owners[before]) & (times[now] - times[before] <= WITHIN)
        other = close & (channels[now] != channels[before])
        same = (matters[now] == matters[before]) & (
            (orders[now] == orders[before]) | (orders[now] < 0) | (orders[before] < 0)
        )
        if step == 1:
            switched[now] = other
        repeated[now] |= other & same
        step += 1
        # Contacts lie in order of time: whoever is too far from one is too far from all before it.
        near[now[~close]] = False
        near[: min(step, len(near))] = False
    return Contacts(rows, owners, switched, repeated & switched)


def rows_named(columns: Columns, names: Names) -> Places:
    """Where the events with these names stand."""
    wanted = np.array([names.fit(name) for name in columns.names], np.bool_)
    return np.flatnonzero(wanted[columns.codes]) if wanted.any() else np.zeros(0, np.int64)


def coded(columns: Columns, of: tuple[str, ...], rows: Places) -> Places:
    """For each of the rows a number for its value in the first of the properties that it has; -1 where it has none."""
    found, known = np.full(len(rows), -1, np.int64), dict[tuple[type, object], int]()
    for name in reversed(of):
        column = _column(columns.props, name)
        if column is not None:
            table = np.array([*(known.setdefault((type(v), v), len(known)) for v in column.values), -1], np.int64)
            mine = table[column.codes[rows]]
            found = np.where(mine >= 0, mine, found)
    return found


def value_at(columns: Columns, of: tuple[str, ...], row: int) -> Value | None:
    """The first of these properties that an event has."""
    for name in of:
        column = columns.props.get(name)
        if column is not None and column.codes[row] >= 0:
            found: Value = column.values[column.codes[row]]
            return found
    return None


def _column(props: Mapping[str, Column], name: str) -> Column | None:
    column = props.get(name)
    return column if column is not None and column.values else None
