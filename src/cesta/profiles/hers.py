"""One customer's events as columns of her own, taken out of a snapshot without looking at anybody else's."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from cesta.model.errors import CestaError
from cesta.store.columns import Column, Columns, Signed, Snapshot, offsets_of, runs
from cesta.store.customers import customers_of
from cesta.store.properties import Seen


def place_of(snapshot: Snapshot, customer: str) -> int | None:
    """Where a customer stands in a snapshot; None for one without events."""
    place = int(customers_of(snapshot.customers).places([customer])[0])
    return place if place >= 0 else None


def hers(snapshot: Snapshot, customer: str) -> Columns:
    """Her events in order of time; properties that she never had are there, without values. Raises unknown_customer."""
    place = place_of(snapshot, customer)
    if place is None:
        raise unknown_customer(customer)
    return some(snapshot, place, place + 1)


def some(snapshot: Snapshot, low: int, high: int) -> Columns:
    """The events of the customers from one place up to another, as columns of their own."""
    lengths = snapshot.ends[low:high] - snapshot.begins[low:high]
    rows = runs(snapshot.begins[low:high], lengths)
    return Columns(
        customers=tuple(snapshot.customers[low:high]),
        offsets=offsets_of(lengths),
        codes=snapshot.codes[rows],
        times=snapshot.times[rows],
        names=snapshot.names,
        props={name: _few(snapshot.props, name, rows) for name in snapshot.props},
        assumed=None if snapshot.assumed is None else snapshot.assumed[rows],
    )


def unknown_customer(customer: str) -> CestaError:
    """There is nobody of this id."""
    return CestaError("unknown_customer", f'There is no customer "{customer}".', "Ids are exact, capitals included.")


def nobodys(snapshot: Snapshot, customer: str) -> Columns:
    """The columns of somebody of whom there is no event, in a snapshot's words."""
    nothing: NDArray[np.int64] = np.zeros(0, np.int64)
    empty = {name: Column(np.zeros(0, np.int8), ()) for name in snapshot.props}
    return Columns((customer,), np.zeros(2, np.int64), nothing, nothing, snapshot.names, empty)


def _few(props: Mapping[str, Column], name: str, rows: NDArray[np.int64]) -> Column:
    """These events' part of a column, with no value but theirs: who looks at values looks at few."""
    if isinstance(props, Seen):
        return props.few(name, rows)
    column = props[name]
    codes: Signed = column.codes[rows]
    used = np.unique(codes)
    used = used[used >= 0]
    if not len(used):
        return Column(codes, ())
    places: Signed = np.where(codes >= 0, np.searchsorted(used, codes), -1)
    return Column(places, tuple(column.values[code] for code in used.tolist()))
