"""One mood out of words, stars and points: each customer counts once, each source by its visible weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.intervals import student_mean
from cesta.maps.document import TouchpointDoc
from cesta.maps.felt import UNKNOWN, Spoken, about_of
from cesta.maps.rated import BEST, WORDS, WORST, Mixing, mixing, rated
from cesta.maps.view import Emotion, MoodSource, MoodTurns, StageView
from cesta.store.columns import Columns

Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """Each time somebody told a mood at a touchpoint. place: the touchpoint's. source: among the mixing's names."""

    place: Rows
    source: Rows
    customer: Rows
    time: Rows
    value: Floats
    event: Rows
    mixing: Mixing

    def within(self, customers: Mask, start: int, end: int) -> Rows:
        """Those of these customers in this period."""
        return np.flatnonzero(customers[self.customer] & (self.time >= start) & (self.time < end))


def told(
    columns: Columns, touch: NDArray[np.int32], stops: Sequence[TouchpointDoc], said: Spoken | None, about: Rows | None
) -> Told:
    """All that sources with a weight told of these touchpoints."""
    mix = mixing(stops)
    found = rated(columns, mix.names)
    owner = np.searchsorted(columns.offsets, found.event, side="right") - 1
    place = about_of(columns, found.event, touch, [stop.id for stop in stops])
    parts = [(place, found.source, owner, columns.times[found.event], found.value, found.event)]
    if said is not None and about is not None:
        heard = np.flatnonzero(said.felt["label"][said.text] > UNKNOWN)
        values = said.felt["polarity"][said.text[heard]].astype(np.float64)
        words = np.full(len(heard), mix.names.index(WORDS))
        parts.append((about[heard], words, said.customer[heard], said.time[heard], values, said.event[heard]))
    place, source, customer, time, value, event = (np.concatenate(part) for part in zip(*parts, strict=True))
    keep = np.flatnonzero(place >= 0)
    keep = keep[mix.weights[place[keep], source[keep]] > 0]
    return Told(place[keep], source[keep], customer[keep], time[keep], value[keep], event[keep], mix)


def with_moods(stages: Iterable[StageView], given: Told, rows: Rows, min_n: int) -> tuple[StageView, ...]:
    """The stages and their touchpoints, each with its mood out of these rows; else with what was declared."""
    order = rows[np.argsort(given.place[rows], kind="stable")]
    edges = np.searchsorted(given.place[order], np.arange(len(given.mixing.weights) + 1))
    views, place = [], 0
    for stage in stages:
        first, stops = place, []
        for stop in stage.touchpoints:
            here = order[edges[place] : edges[place + 1]]
            stops.append(replace(stop, emotion=mood(given, here, min_n, stop.emotion.declared)))
            place += 1
        whole = mood(given, order[edges[first] : edges[place]], min_n, None)
        views.append(replace(stage, touchpoints=tuple(stops), emotion=whole))
    return tuple(views)


def mood(given: Told, rows: Rows, min_n: int, declared: float | None) -> Emotion:
    """What these rows come to. A customer's own mood is the mean of what her sources say, by their weights."""
    each = _each(given, rows)
    texts = int(np.count_nonzero(given.source[rows] == given.mixing.names.index(WORDS)))
    n = len(each.mood)
    if n == 0 or n < min_n:
        return Emotion(declared, "assumed", n, declared=declared, texts=texts)
    low, high = interval(each.mood)
    return Emotion(
        value=float(each.mood.mean()),
        evidence="measured",
        n=n,
        low=low,
        high=high,
        declared=declared,
        texts=texts,
        sources=tuple(_sources(given, rows, each)),
    )


def interval(moods: Floats) -> tuple[float | None, float | None]:
    """Student's, within the scale. Of one customer alone nothing is known of how others differ."""
    if len(moods) < 2:
        return None, None
    low, high = student_mean(moods)
    return max(WORST, low), min(BEST, high)


def turns(stages: Iterable[StageView]) -> MoodTurns | None:
    """Where the line is lowest, where it is highest, and where it ends; None where nothing is known."""
    known = [(stop.emotion.value, stop.id) for stage in stages for stop in stage.touchpoints
             if stop.emotion.value is not None]  # fmt: skip
    if not known:
        return None
    low, high = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    return MoodTurns(valley=low[1], peak=high[1], end=known[-1][1])


@dataclass(frozen=True, slots=True)
class _Each:
    """mood: of each customer. For each customer, source and touchpoint: whose, source, mean, and share of her mood."""

    mood: Floats
    whose: Rows
    source: Rows
    mean: Floats
    share: Floats


def _each(given: Told, rows: Rows) -> _Each:
    places, sources = given.mixing.weights.shape
    keys = (given.customer[rows] * places + given.place[rows]) * sources + given.source[rows]
    known, back = np.unique(keys, return_inverse=True)
    mean = np.bincount(back, given.value[rows], len(known)) / np.maximum(np.bincount(back, minlength=len(known)), 1)
    pair, source = np.divmod(known, sources)
    customer, place = np.divmod(pair, places)
    weight = given.mixing.weights[place, source]
    people, whose = np.unique(customer, return_inverse=True)
    total = np.bincount(whose, weight, len(people))
    share = weight / total[whose]
    return _Each(np.bincount(whose, share * mean, len(people)).astype(np.float64), whose, source, mean, share)


def _sources(given: Told, rows: Rows, each: _Each) -> Iterator[MoodSource]:
    for place, name in enumerate(given.mixing.names):
        mine = np.flatnonzero(each.source == place)
        if len(mine):
            # Of several touchpoints each customer counts once here, too.
            share, (_, whose) = each.share[mine], np.unique(each.whose[mine], return_inverse=True)
            moods = np.bincount(whose, share * each.mean[mine]) / np.bincount(whose, share)
            low, high = interval(moods)
            yield MoodSource(
                source=name,
                share=float(share.sum() / len(each.mood)),
                value=float(moods.mean()),
                n=len(moods),
                low=low,
                high=high,
                times=int(np.count_nonzero(given.source[rows] == place)),
            )
