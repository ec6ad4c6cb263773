"""Channels: as the events say, else as the name does, and only those that the workspace knows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cesta.maps.propose.channels import channel_of
from cesta.maps.propose.kinds import kinds_of
from cesta.store.columns import Columns
from cesta.store.settings import CHANNELS


def channels(columns: Columns, known: tuple[str, ...] = CHANNELS) -> dict[str, str | None]:
    found = {}
    for kind in kinds_of(columns):
        codes = [columns.names.index(name) for name in kind.events]
        rows = np.flatnonzero(np.isin(columns.codes, codes))
        found[kind.events[0]] = channel_of(kind, rows, columns, known)
    return found


def test_the_events_have_the_first_word(world: Callable[..., Columns]) -> None:
    columns = world("3 x: buy 0m channel=POS, chat 1m channel=web", "2 x: buy 0m channel=web")
    assert channels(columns) == {"buy": "store", "chat": "web"}


def test_then_the_name_and_then_what_is_usual(world: Callable[..., Columns]) -> None:
    columns = world("3 x: buy in store 0m, search 1m, call 2m, qqq 3m")
    assert channels(columns) == {"buy in store": "store", "search": "web", "call": "phone", "qqq": None}


def test_only_known_ones(world: Callable[..., Columns]) -> None:
    columns = world("3 x: buy 0m channel=kiosk, search 1m")
    assert channels(columns, ("kiosk",)) == {"buy": "kiosk", "search": None}
