"""The times of many rows: texts in any of the ways a source writes them, or columns that hold times already."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.ingest.clock import Reading, read_local, read_time
from cesta.ingest.mapping import ISO
from cesta.ingest.repair import read_as
from cesta.kernels.written_times import LOCAL, MOMENT, NO_TIME, UNSURE, Texts, read_times, steps_of
from cesta.model.errors import CestaError

ISO_STEPS = np.zeros(0, np.int64)
ALONE = 4
"""A text that was read by itself."""


@dataclass(frozen=True, slots=True)
class Times:
    """A moment per row, where `known`. `local`: it had no zone; `unclear`: the clock showed it twice or skipped it."""

    values: NDArray[np.int64]
    known: NDArray[np.bool_]
    local: NDArray[np.bool_]
    unclear: NDArray[np.bool_]


def walls_in_zone(values: NDArray[np.int64], known: NDArray[np.bool_], zone: ZoneInfo) -> Times:
    """What a clock on its wall showed, as moments in its zone."""
    times, unclear = read_local(values, zone)
    return Times(times, known, known, unclear & known)


def moments(values: NDArray[np.int64], known: NDArray[np.bool_]) -> Times:
    no = np.zeros(len(values), np.bool_)
    return Times(values, known, no, no)


def read_texts(texts: pa.Array, formats: tuple[str, ...], zone: ZoneInfo) -> Times:
    """Each text in the first of the formats that reads it; ISO times are always read."""
    count = len(texts)
    values, found = np.zeros(count, np.int64), np.zeros(count, np.int8)
    local, unclear = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    there = pc.is_valid(texts).to_numpy(zero_copy_only=False)
    plain = _bytes_of(texts)
    for shape in formats if ISO in formats else (*formats, ISO):
        steps = ISO_STEPS if shape == ISO else steps_of(shape)
        alone = there & (found == NO_TIME)
        if steps is not None:
            read_times(plain, steps, values, found)
            alone = there & (found == UNSURE)
        for place in np.flatnonzero(alone).tolist():
            reading = _read_alone(texts[place].as_py(), shape, zone)
            found[place] = NO_TIME if reading is None else ALONE
            if reading is not None:
                values[place], local[place], unclear[place] = reading.time, reading.local, reading.unclear
    walls = there & (found == LOCAL)
    values[walls], unclear[walls] = read_local(values[walls], zone)
    known = walls | (there & ((found == MOMENT) | (found == ALONE)))
    return Times(values, known, (local | walls) & known, unclear & known)


@lru_cache(maxsize=200_000)
def _read_alone(text: str, shape: str, zone: ZoneInfo) -> Reading | None:
    written = text.strip() if shape == ISO else read_as(text, shape)
    try:
        return None if written is None else read_time(written, zone)
    except CestaError:
        return None


def _bytes_of(texts: pa.Array) -> Texts:
    _, places, content = texts.buffers()
    if content is None or not len(texts):
        return np.zeros(1, np.uint8), np.zeros(len(texts) + 1, np.int64)
    kind = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    starts = np.frombuffer(places, kind)[texts.offset : texts.offset + len(texts) + 1]
    return np.frombuffer(content, np.uint8), starts.astype(np.int64)
