"""The ids of many customers, kept as Arrow keeps texts: a few bytes each, and read from a mapped file as they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Places = NDArray[np.int64]
FEW = 10_000


class Customers(Sequence[str]):
    """Texts in the order told: text i is all[order[i]], where `all` are the texts kept and then the further ones."""

    __slots__ = ("_more", "_order", "_texts")

    def __init__(self, texts: pa.Array, more: Sequence[str] = (), order: Places | None = None) -> None:
        self._texts, self._more = texts, more
        self._order = np.arange(len(texts) + len(more)) if order is None and more else order

    def __len__(self) -> int:
        return len(self._texts) if self._order is None else len(self._order)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        at = range(len(self))[place]
        if self._order is not None:
            at = int(self._order[at])
        text: str = self._texts[at].as_py() if at < len(self._texts) else self._more[at - len(self._texts)]
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts.to_pylist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(str.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Customers({list(self[:3])!r}{' …' if len(self) > 3 else ''})"

    @property
    def texts(self) -> pa.Array:
        """All of them, in order."""
        if self._order is None:
            return self._texts
        every = pa.concat_arrays([self._texts, pa.array(self._more, self._texts.type)]) if self._more else self._texts
        return every.take(pa.array(self._order))

    def places(self, wanted: Sequence[str]) -> Places:
        """Where each of these ascending texts is among ours, which ascend too; -1: nowhere.

        >>> Customers(pa.array(["a", "c"])).places(["a", "b"])
        array([ 0, -1])
        """
        if len(wanted) > FEW:
            found = pc.index_in(pa.array(wanted, self._texts.type), value_set=self.texts)
            return np.asarray(pc.fill_null(found, -1).to_numpy(zero_copy_only=False), np.int64)
        low, places = 0, np.full(len(wanted), -1, np.int64)
        for number, text in enumerate(wanted):
            low = bisect_left(self, text, low)
            if low < len(self) and self[low] == text:
                places[number] = low
        return places

    def with_more(self, added: Sequence[str]) -> tuple[Customers, Places]:
        """These and further ascending texts, all ascending; and before which of ours each further one stands.

        >>> wider, where = Customers(pa.array(["a", "c"])).with_more(["b", "d"])
        >>> list(wider), where.tolist()
        (['a', 'b', 'c', 'd'], [1, 2])
        """
        where = np.array([bisect_left(self, text) for text in added], np.int64)
        order = np.arange(len(self)) if self._order is None else self._order
        first = len(self._texts) + len(self._more)
        wider = np.insert(order, where, np.arange(first, first + len(added)))
        return Customers(self._texts, (*self._more, *added), wider), where

    def only(self, kept: NDArray[np.bool_]) -> Customers:
        """Those in the mask."""
        order = np.arange(len(self)) if self._order is None else self._order
        return Customers(self._texts, self._more, order[kept])


def customers_of(ids: Sequence[str]) -> Customers:
    """Customers of any sequence of ids."""
    return ids if isinstance(ids, Customers) else Customers(pa.array(ids, pa.large_string()))
