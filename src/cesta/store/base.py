"""What live journeys grow from: arrays with room behind them for those that will change; in memory, or mapped."""

from __future__ import annotations

from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.columns import Codes, Columns, Signed
from cesta.store.customers import Customers, customers_of

Places = NDArray[np.int64]
T = TypeVar("T", bound=np.generic)
LEAST_ROOM = 200_000
SHARE = 4


class Base(Protocol):
    """Journeys one after the other, in arrays that have room behind them. `size`: how many events there are.

    The first C edges of `offsets` are where customers begin. `property`: a property's codes, with room, and values.
    """

    size: int
    customers: Customers
    offsets: Places
    names: tuple[str, ...]
    codes: Codes
    times: Places
    assumed: NDArray[np.bool_]
    properties: tuple[str, ...]

    def property(self, name: str) -> tuple[Signed, tuple[Value, ...]]: ...


def room_for(size: int) -> int:
    """How many events of changed journeys fit behind so many: a quarter of them, and never few."""
    return max(LEAST_ROOM, size // SHARE)


class InMemory:
    """The base for live journeys that lies in memory; see `Base`."""

    def __init__(self, columns: Columns, room: int | None = None) -> None:
        self.size = len(columns.times)
        self._room = room_for(self.size) if room is None else room
        self._props = columns.props
        self.customers = customers_of(columns.customers)
        self.offsets, self.names = columns.offsets, columns.names
        self.codes, self.times = self._with_room(columns.codes), self._with_room(columns.times)
        assumed = np.zeros(self.size, np.bool_) if columns.assumed is None else columns.assumed
        self.assumed = self._with_room(assumed)
        self.properties = tuple(columns.props)

    def property(self, name: str) -> tuple[Signed, tuple[Value, ...]]:
        column = self._props[name]
        return self._with_room(column.codes), column.values

    def _with_room(self, array: NDArray[T]) -> NDArray[T]:
        wider = np.empty(len(array) + self._room, array.dtype)
        wider[: len(array)] = array
        return wider
