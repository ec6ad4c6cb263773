"""Several snapshots of journeys made one: each journey laid where it belongs, in linear time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.columns import Column, Columns, column_of, narrowed


def merge(parts: Sequence[Columns]) -> Columns:
    """All events of several snapshots in one; at equal times the earlier part's events come first.

    Linear: each part's journeys are laid where they belong; only those of customers in several parts are sorted.
    """
    if len(parts) == 1:
        return parts[0]
    customers, customer_codes = _union([part.customers for part in parts])
    names, name_codes = _union([part.names for part in parts])
    layout = _laid(parts, customer_codes, len(customers))
    properties = sorted({name for part in parts for name in part.props})
    codes = [narrowed(places, len(names))[part.codes] for places, part in zip(name_codes, parts, strict=True)]
    return Columns(
        customers=customers,
        offsets=layout.offsets,
        codes=layout.spread(codes, narrowed(np.zeros(0, np.int64), len(names)).dtype),
        times=layout.spread([part.times for part in parts], np.int64),
        names=names,
        props={name: _merged_property(name, parts, layout) for name in properties},
        assumed=layout.spread([_assumed(part) for part in parts], np.bool_),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the events of several parts go. `mixed`: places that are filled anew at the end, and from where."""

    offsets: NDArray[np.int64]
    places: tuple[NDArray[np.int64], ...]
    mixed: tuple[NDArray[np.int64], NDArray[np.int64]]

    def spread(self, arrays: Sequence[NDArray[Any] | None], kind: npt.DTypeLike) -> NDArray[Any]:
        """The parts' arrays in one; a part that has none leaves -1."""
        whole = (
            np.full(self.offsets[-1], -1, kind)
            if any(array is None for array in arrays)
            else np.empty(self.offsets[-1], kind)
        )
        for places, array in zip(self.places, arrays, strict=True):
            if array is not None:
                whole[places] = array
        whole[self.mixed[0]] = whole[self.mixed[1]]
        return whole


def _laid(parts: Sequence[Columns], owners: Sequence[NDArray[np.int64]], customers: int) -> _Layout:
    counts, seen = np.zeros(customers, np.int64), np.zeros(customers, np.int64)
    for part, codes in zip(parts, owners, strict=True):
        counts[codes] += np.diff(part.offsets)
        seen[codes] += 1
    offsets = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    free, places = offsets[:-1].copy(), []
    for part, codes in zip(parts, owners, strict=True):
        lengths = np.diff(part.offsets)
        places.append(np.arange(len(part.times)) + np.repeat(free[codes] - part.offsets[:-1], lengths))
        free[codes] += lengths
    loose = _Layout(offsets, tuple(places), (np.zeros(0, np.int64), np.zeros(0, np.int64)))
    several = np.flatnonzero(seen > 1)
    if not len(several):
        return loose
    times = loose.spread([part.times for part in parts], np.int64)
    owner = np.repeat(several, counts[several])
    ends = np.cumsum(counts[several])
    rows = np.arange(len(owner)) + np.repeat(offsets[several] - (ends - counts[several]), counts[several])
    return _Layout(offsets, tuple(places), (rows, rows[np.lexsort((times[rows], owner))]))


def _assumed(part: Columns) -> NDArray[np.bool_]:
    return np.zeros(len(part.times), np.bool_) if part.assumed is None else part.assumed


def _union(lists: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], list[NDArray[np.int64]]]:
    """Every text once, ascending, and for each list where its texts went."""
    everything = tuple(sorted(set().union(*lists)))
    place = {text: code for code, text in enumerate(everything)}
    return everything, [np.fromiter((place[text] for text in texts), np.int64, len(texts)) for texts in lists]


def _merged_property(name: str, parts: Sequence[Columns], layout: _Layout) -> Column:
    values: list[Value] = []
    codes: list[NDArray[np.int32] | None] = []
    for part in parts:
        column = part.props.get(name)
        codes.append(None if column is None else np.where(column.codes < 0, -1, column.codes + len(values)))
        values.extend(() if column is None else column.values)
    return column_of(values, layout.spread(codes, np.int32))
