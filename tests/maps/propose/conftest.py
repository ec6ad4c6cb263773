"""What the tests of proposed maps share: small worlds written as text, and the maps that were expected of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cesta.maps.propose.draft import Draft
from cesta.maps.propose.sketch import sketch
from cesta.model.event import Event
from cesta.model.shape import say
from cesta.store.columns import Columns, from_events
from cesta.store.settings import CHANNELS

GOLDEN = Path(__file__).parents[2] / "golden" / "proposals"
UNITS = {"s": 1_000_000, "m": 60_000_000, "h": 3_600_000_000, "d": 86_400_000_000}
WEEK = 7 * UNITS["d"]


@dataclass
class World:
    title: str
    columns: Columns
    expected: dict[str, str] = field(default_factory=dict)


def events_of(line: str, first: int) -> Iterator[Event]:
    """Each customer of "12 x: home 0m, buy 5m" starts an hour after the one before."""
    head, _, rest = line.partition(":")
    for number in range(int(head.split()[0])):
        customer = f"{first:03d}-{number:03d}"
        for place, part in enumerate(rest.split(",")):
            found = re.fullmatch(r"(.+?) (\d+)([smhd])((?: \w+=\S+)*)", part.strip())
            assert found, part
            time = WEEK + number * UNITS["h"] + int(found[2]) * UNITS[found[3]]
            props = dict(pair.split("=", 1) for pair in found[4].split())
            yield Event("world", f"{customer}-{place}", customer, found[1], time, props)


def columns_of(lines: list[str]) -> Columns:
    return from_events(event for first, line in enumerate(lines) for event in events_of(line, first))


def worlds() -> Iterator[World]:
    for path in sorted(GOLDEN.glob("*.txt")):
        for block in re.split(r"^-- ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, *lines = block.strip().splitlines()
            told = [line[3:].partition(":") for line in lines if line.startswith("=> ")]
            columns = columns_of([line for line in lines if not line.startswith("=> ")])
            yield World(title, columns, {key.strip(): value.strip() for key, _, value in told})


@pytest.fixture(scope="session")
def golden() -> list[World]:
    return list(worlds())


@pytest.fixture(scope="session")
def world() -> Callable[..., Columns]:
    """The events of lines such as "3 x: home 0m, buy 5m"."""
    return lambda *lines: columns_of(list(lines))


@pytest.fixture(scope="session")
def drawn() -> Callable[[Columns], Draft]:
    return lambda columns: sketch(columns, CHANNELS)


@pytest.fixture(scope="session")
def stages() -> Callable[[Draft], dict[str, list[str]]]:
    """The stages of a draft by their English names, each with the names of its stops."""

    def told(draft: Draft) -> dict[str, list[str]]:
        return {
            say(stage.name, "en") or "": [say(stop.name, "en") or "" for stop in stage.stops] for stage in draft.stages
        }

    return told
