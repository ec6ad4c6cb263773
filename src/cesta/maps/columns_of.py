"""The events of a question as columns, so that a map can be laid over them."""

from __future__ import annotations

from cesta.journeys.units import Journeys
from cesta.store.columns import Column, Columns


def columns_of(journeys: Journeys) -> Columns:
    """The events of a question as columns of their own, one "customer" a unit."""
    columns, rows = journeys.asked.columns, journeys.rows
    return Columns(
        customers=tuple(journeys.ids_in_order()),
        offsets=journeys.offsets,
        codes=columns.codes[rows],
        times=columns.times[rows],
        names=columns.names,
        props={name: Column(column.codes[rows], column.values) for name, column in columns.props.items()},
    )
