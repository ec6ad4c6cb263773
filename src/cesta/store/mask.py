"""Which rows of a shard do not count now, kept small."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


def pack(hidden: Mask) -> bytes | None:
    """The mask as it is stored; None when every row counts."""
    return zlib.compress(np.packbits(hidden).tobytes(), 1) if hidden.any() else None


def unpack(stored: bytes | None, rows: int) -> Mask:
    """The mask of a shard of so many rows.

    >>> unpack(pack(np.array([False, True, False])), 3).tolist(), unpack(None, 2).tolist()
    ([False, True, False], [False, False])
    """
    if stored is None:
        return np.zeros(rows, np.bool_)
    return np.unpackbits(np.frombuffer(zlib.decompress(stored), np.uint8), count=rows).astype(np.bool_)
