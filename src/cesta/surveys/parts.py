"""A score looked at in parts: by touchpoint, segment, time, version, channel, language; small parts say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import text_of
from cesta.model.calendar import first_day, zone_named
from cesta.surveys.answers import Answer
from cesta.surveys.scores import Score, score

By = Literal["touchpoint", "segment", "week", "version", "channel", "language"]
SAID: tuple[By, ...] = ("touchpoint", "version", "channel", "language")
MOST = 60
"""So many parts are listed, those with the most answers."""
Members = Callable[[], Mapping[str, NDArray[np.int64]]]


@dataclass(frozen=True, slots=True)
class ScorePart:
    """key: an id, a day on which a week begins, a version, a channel, a language."""

    key: str
    score: Score


@dataclass(frozen=True, slots=True)
class PartBy:
    by: By
    parts: tuple[ScorePart, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What parts are told by. segments: who is in which, asked for once there is an answer."""

    timezone: str
    segments: Members


def parts(ask: str, answers: Sequence[Answer], names: Names, min_n: int) -> tuple[PartBy, ...]:
    """Every way of cutting that gives at least one part; weeks in order, others by how many answered."""
    found = []
    for by, keyed in _keyed(answers, names):
        groups: dict[str, list[int]] = {}
        for key, one in keyed:
            groups.setdefault(key, []).append(int(one))
        ranked = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))[:MOST]
        if by in ("week", "version"):
            ranked.sort(key=lambda each: (len(each[0]), each[0]))
        if ranked:
            scored = (ScorePart(key, score(ask, np.array(values, np.int64), min_n)) for key, values in ranked)
            found.append(PartBy(by, tuple(scored)))
    return tuple(found)


def _keyed(answers: Sequence[Answer], names: Names) -> Iterator[tuple[By, list[tuple[str, float]]]]:
    scored = [(one, one.given) for one in answers if isinstance(one.given, float)]
    for by in SAID:
        yield by, [(text_of(one.said[by]), value) for one, value in scored if one.said.get(by) not in (None, "")]
    zone = zone_named(names.timezone)
    yield "week", [(first_day(one.time, "week", zone).isoformat(), value) for one, value in scored]
    inside = {name: set(places.tolist()) for name, places in names.segments().items()}
    yield (
        "segment",
        [(name, value) for name, whom in inside.items() for one, value in scored if one.customer in whom],
    )
