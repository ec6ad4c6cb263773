"""Makes the numbers of a map, each with its n and interval, and remembers whom it counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import newcombe, quantile_interval, wilson
from cesta.maps.view import Number
from cesta.model.errors import CestaError

Mask = NDArray[np.bool_]
Whom = Callable[[], NDArray[np.int64]]
Unpack = Callable[[], Mask]


class Book:
    """Numbers over the journeys in `pool` (a mask over all journeys of the map), counted by whole journeys or people.

    What was counted is kept as a recipe, not as a list: `journeys(pointer)` and `people(pointer)` work it out again.
    """

    def __init__(self, pool: Mask, owner: NDArray[np.int64], min_n: int) -> None:
        self.pool, self.owner, self.min_n = pool, owner, min_n
        self._journeys: dict[str, Whom] = {}
        self._people: dict[str, Whom] = {}
        self._bases: dict[str, Unpack] = {}

    def count(self, pointer: str, mask: Mask, of: int | None = None) -> Number:
        """How many journeys; of: of how many."""
        found = int(np.count_nonzero(mask & self.pool))
        self._keep(pointer, mask)
        low, high = _scaled(found, of)
        return Number(found, "journeys", found, of, low, high, behind=pointer)

    def share(self, pointer: str, mask: Mask, base: Mask, pool: Mask | None = None) -> Number:
        """The share of `base` that is in `mask`, too; behind it are the journeys above the line."""
        base = base & (self.pool if pool is None else pool)
        above = mask & base
        self._bases[pointer] = self._packed(base)
        self._keep(pointer, above, inside=False)
        return self.rate(int(np.count_nonzero(above)), int(np.count_nonzero(base)), pointer)

    def people(self, pointer: str, mask: Mask, of: int | None = None) -> Number:
        """How many customers have at least one of these journeys."""
        return self.customers(pointer, distinct(self.owner[mask & self.pool]), of)

    def customers(self, pointer: str, places: NDArray[np.int64], of: int | None = None) -> Number:
        """How many customers, given by their places, ascending."""
        found = len(places)
        self._people[pointer] = lambda: places
        low, high = _scaled(found, of)
        return Number(found, "people", found, of, low, high, behind=pointer)

    def quantile(self, pointer: str, values: NDArray[np.float64], mask: Mask, q: float) -> Number:
        """A quantile of the values of the journeys in `mask`, which has one place for each value."""
        n = len(values)
        self._keep(pointer, mask)
        if n < max(self.min_n, 1):
            return Number(None, "seconds", n, too_few=True, behind=pointer)
        low, high = quantile_interval(values, q)
        return Number(float(np.quantile(values, q)), "seconds", n, n, low, high, behind=pointer)

    def difference(self, inside: Number, outside: Number) -> Number:
        """inside − outside, with Newcombe's interval."""
        n1, n2 = inside.of or 0, outside.of or 0
        if inside.value is None or outside.value is None:
            return Number(None, "share", min(n1, n2), n1 + n2, too_few=True)
        low, high = newcombe(inside.n, n1, outside.n, n2)
        return Number(inside.value - outside.value, "share", min(n1, n2), n1 + n2, low, high)

    def journeys_behind(self, pointer: str) -> NDArray[np.int64] | None:
        """The journeys of a number, ascending; None when it counts no journeys."""
        return self._journeys[pointer]() if pointer in self._journeys else None

    def base(self, pointer: str) -> NDArray[np.int64]:
        """The journeys that a share is a share of, ascending."""
        return np.flatnonzero(self._bases[pointer]())

    def people_behind(self, pointer: str) -> NDArray[np.int64]:
        """The customers of a number. Raises bad_pointer."""
        if pointer not in self._people:
            raise CestaError(
                "bad_pointer", f'No number with people behind it stands at "{pointer}".', "See `behind` in the map."
            )
        return self._people[pointer]()

    def shares(self) -> Iterator[tuple[str, NDArray[np.int64], Mask]]:
        """Every share with the journeys above its line and those it is a share of."""
        for pointer, base in self._bases.items():
            yield pointer, self._journeys[pointer](), base()

    def _keep(self, pointer: str, mask: Mask, *, inside: bool = True) -> None:
        unpack = self._packed(mask & self.pool if inside else mask)
        self._journeys[pointer] = lambda: np.flatnonzero(unpack())

    @staticmethod
    def _packed(mask: Mask) -> Unpack:
        bits, length = np.packbits(mask), len(mask)
        return lambda: np.unpackbits(bits, count=length).astype(np.bool_)

    def rate(self, above: int, below: int, pointer: str | None) -> Number:
        """A share of counts."""
        if below < max(self.min_n, 1):
            return Number(None, "share", above, below, too_few=True, behind=pointer)
        low, high = wilson(above, below)
        return Number(above / below, "share", above, below, low, high, behind=pointer)


def _scaled(found: int, of: int | None) -> tuple[float | None, float | None]:
    """Wilson's interval of a count: that of the share, times `of`."""
    if not of:
        return None, None
    low, high = wilson(found, of)
    return low * of, high * of


def plain(value: int, unit: str, of: int | None = None) -> Number:
    """A count of events or moves, behind which stands no list."""
    assert unit in ("events", "moves")
    return Number(value, "moves" if unit == "moves" else "events", value, of)
