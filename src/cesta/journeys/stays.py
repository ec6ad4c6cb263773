"""Stays: events of a unit that follow one another without a long silence, laid out event by event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cesta.journeys.units import Journeys, Places, by_key
from cesta.journeys.where import Mask

HOUR = 3_600_000_000


@dataclass(frozen=True)
class Stays:
    """Events in order of unit and time. stay: the number of the stay of each event; begins: the first event of each
    stay; last: whether an event ends its stay; rows: its place in the columns."""

    owner: Places
    codes: Places
    times: Places
    rows: Places
    stay: Places
    begins: Places
    last: Mask


def stays_of(journeys: Journeys) -> Stays:
    """The stays of all units, cut as sessions are."""
    owner, times = journeys.unit_of_event(), journeys.times
    new = np.ones(len(owner), np.bool_)
    silence = journeys.asked.session_gap - (journeys.asked.boundary == ">=")
    new[1:] = (np.diff(owner) != 0) | (np.diff(times) > silence)
    last = np.append(new[1:], True)[: len(new)]
    return Stays(owner, journeys.codes, times, journeys.rows, np.cumsum(new) - 1, np.flatnonzero(new), last)


def dealt(journeys: Journeys, seed: int) -> Journeys:
    """The same stays dealt out anew: each unit keeps how many it has, so that only chance sets units apart."""
    stays = stays_of(journeys)
    owner = stays.owner[stays.begins][np.random.default_rng(seed).permutation(len(stays.begins))]
    return by_key(journeys, owner[stays.stay], lambda: [str(unit) for unit in range(journeys.size)])
