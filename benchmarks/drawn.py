"""Drawn events for benchmarks: journeys of geometric length, 64 names by Zipf's law, three properties; seeded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.store.columns import Column, Columns, narrowed

START = 1_704_067_200_000_000
DAY = 86_400_000_000
NAMES = tuple(f"e{number:02d}" for number in range(64))
CHANNELS = ("app", "chat", "e-mail", "phone", "social", "store", "web", "post")
PRICES = tuple(float(price) for price in range(200))
PIECE = 5_000_000


@compiled
def _times(offsets, begins, pauses, times):  # type: ignore[no-untyped-def]
    for c in range(len(begins)):
        t = begins[c]
        for i in range(offsets[c], offsets[c + 1]):
            t += pauses[i - offsets[0]]
            times[i] = t


def _journeys(random: np.random.Generator, offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each customer begins within 200 days; the pause before an event is 17 hours on average, at least 1 µs."""
    times = np.empty(int(offsets[-1]), np.int64)
    first = 0
    while first < len(offsets) - 1:
        last = min(len(offsets) - 1, int(np.searchsorted(offsets, offsets[first] + PIECE)))
        begins = START + random.integers(0, 200 * DAY, last - first)
        pauses = (random.exponential(60_000e6, int(offsets[last] - offsets[first])) + 1).astype(np.int64)
        _times(offsets[first : last + 1], begins, pauses, times)
        first = last
    return times


def _drawn(random: np.random.Generator, weights: NDArray[np.float64], count: int) -> NDArray[np.int32]:
    """Codes in proportion to these weights."""
    edges = np.cumsum(weights / weights.sum())
    codes = np.empty(count, np.int32)
    for low in range(0, count, PIECE):
        high = min(count, low + PIECE)
        codes[low:high] = np.searchsorted(edges, random.random(high - low))
    return np.minimum(codes, len(weights) - 1, out=codes)


def draw(events: int, seed: int) -> Columns:
    """About this many events of customers with 50 each on average, no two of one customer at one moment."""
    random = np.random.default_rng(seed)
    counts = random.geometric(1 / 50, max(1, events // 50))
    offsets = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    total = int(offsets[-1])
    weights = 1 / np.arange(1, len(NAMES) + 1) ** 1.3
    return Columns(
        customers=tuple(f"c{customer:09d}" for customer in range(len(counts))),
        offsets=offsets,
        codes=narrowed(_drawn(random, weights, total), len(NAMES)),
        times=_journeys(random, offsets),
        names=NAMES,
        props={
            "channel": Column(_drawn(random, np.arange(8.0, 0, -1), total), CHANNELS),
            "price": Column(_drawn(random, np.ones(len(PRICES)), total), PRICES),
        },
    )


def write(columns: Columns, path: Path) -> None:
    """The same events for peers: customer and name as whole numbers, ts in microseconds, channel as text, price."""
    schema = pa.schema([("customer", pa.uint32()), ("name", pa.uint8()), ("ts", pa.int64()),
                        ("channel", pa.dictionary(pa.int32(), pa.string())), ("price", pa.float64())])  # fmt: skip
    prices = np.array(PRICES)
    with pq.ParquetWriter(path, schema, compression="lz4") as writer:
        first = 0
        while first < len(columns.customers):
            last = min(len(columns.customers), int(np.searchsorted(columns.offsets, columns.offsets[first] + PIECE)))
            low, high = int(columns.offsets[first]), int(columns.offsets[last])
            owners = np.repeat(np.arange(first, last, dtype=np.uint32), np.diff(columns.offsets[first : last + 1]))
            channel = pa.DictionaryArray.from_arrays(columns.props["channel"].codes[low:high], list(CHANNELS))
            price = prices[columns.props["price"].codes[low:high]]
            parts = [owners, columns.codes[low:high].astype(np.uint8), columns.times[low:high], channel, price]
            writer.write_table(pa.table([pa.array(part) for part in parts], schema=schema))
            first = last
