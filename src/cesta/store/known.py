"""Which ids the loads of a source hold: hashes find where to look, the ids themselves decide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cesta.store.content import Hashes, hash_texts
from cesta.store.mask import Mask
from cesta.store.shards import message_ids


class KnownIds:
    """The ids in these shards: 16 bytes of memory each, the rest stays on disk."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._groups: list[tuple[Path, int]] = []
        hashes: list[Hashes] = [np.zeros(0, np.uint64)]
        places: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
        for path in paths:
            for group, ids in enumerate(message_ids(path)):
                places.append(np.arange(len(ids)) + (len(self._groups) << 32))
                hashes.append(hash_texts(ids))
                self._groups.append((path, group))
        everything = np.concatenate(hashes)
        order = np.argsort(everything, kind="stable")
        self._hashes, self._places = everything[order], np.concatenate(places)[order]

    def among(self, ids: Sequence[str]) -> Mask:
        """Which of these ids are held."""
        found = np.zeros(len(ids), np.bool_)
        if not len(self._hashes) or not ids:
            return found
        wanted = hash_texts(pa.array(ids, pa.string()))
        lows = np.searchsorted(self._hashes, wanted)
        highs = np.searchsorted(self._hashes, wanted, side="right")
        for number in np.flatnonzero(highs > lows).tolist():
            places = self._places[lows[number] : highs[number]].tolist()
            found[number] = any(self._id_at(place) == ids[number] for place in places)
        return found

    def _id_at(self, place: int) -> str:
        path, group = self._groups[place >> 32]
        text: str = _ids_of(path, group)[place & 0xFFFFFFFF].as_py()
        return text


@lru_cache(maxsize=8)
def known_ids(paths: tuple[Path, ...]) -> KnownIds:
    """Kept between batches: a shard's name stands for its content for ever."""
    return KnownIds(paths)


@lru_cache(maxsize=8)
def _ids_of(path: Path, group: int) -> pa.Array:
    with pq.ParquetFile(path) as file:
        return file.read_row_group(group, columns=["message_id"])["message_id"].combine_chunks()
