"""What a row says, as one number: the same on every machine and in every version, whatever its columns' order."""

from __future__ import annotations

import hashlib

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

NOT_CONTENT = ("source", "message_id", "assumed_time", "content")
LONGEST = 1024
"""Texts of more bytes are hashed one by one: they are few, and would make all others wait."""
BLOCK = 16_384
"""Texts hashed at a time: what the processor keeps close."""
_MULTIPLIERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_PLAIN_MULTIPLIERS, _ALL = tuple(map(int, _MULTIPLIERS)), (1 << 64) - 1
_KEPT = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)
_EXACT = 2**53


def content_of(table: pa.Table) -> Hashes:
    """For each row laid out as in a shard, the hash of its customer, event, time and properties.

    A property that is not set counts as one that does not exist; 1 and 1.0 are the same number.
    """
    whole = np.zeros(len(table), np.uint64)
    for name in table.column_names:
        if name not in NOT_CONTENT:
            kind, dot, inner = name.partition(".")
            column = table[name]
            found = _mixed(_values(column, kind if dot else name) ^ _salt(f"property {inner}" if dot else name))
            whole += np.where(_set(column), found, np.uint64(0))
    return _mixed(whole)


def hash_texts(texts: pa.ChunkedArray | pa.Array) -> Hashes:
    """A hash of each text; 0 where there is none."""
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    parts = [_hash_chunk(chunk) for chunk in chunks]
    return np.concatenate(parts) if parts else np.zeros(0, np.uint64)


def hash_text(text: str) -> int:
    """The same hash of one text: for a few of them quicker than for many at once.

    >>> hash_text("žluť") == int(hash_texts(pa.array(["žluť"]))[0])
    True
    """
    content = text.encode()
    if len(content) > LONGEST:
        return _digest(content)
    found = _mixed_one(len(content))
    for place in range(0, len(content), 8):
        word = int.from_bytes(content[place : place + 8], "little")
        found = _mixed_one(((found ^ word) + _PLAIN_MULTIPLIERS[1]) & _ALL)
    return found


def signed(hashes: Hashes) -> list[int]:
    """The same bits as whole numbers that SQLite can hold."""
    whole: list[int] = hashes.view(np.int64).tolist()
    return whole


def _values(column: pa.ChunkedArray, kind: str) -> Hashes:
    bits: Hashes
    match kind:
        case "int":
            whole = pc.fill_null(column, 0).to_numpy().astype(np.int64)
            exact = (whole <= _EXACT) & (whole >= -_EXACT)
            bits = np.where(exact, whole.astype(np.float64).view(np.uint64), whole.view(np.uint64))
        case "float":
            bits = (pc.fill_null(column, 0.0).to_numpy() + 0.0).astype(np.float64).view(np.uint64)
        case "bool":
            bits = pc.fill_null(column, False).to_numpy().astype(np.uint64) + np.uint64(1)
        case "time":
            bits = column.cast(pa.int64()).to_numpy().view(np.uint64)
        case _:
            bits = hash_texts(column)
    return bits


def _set(column: pa.ChunkedArray) -> NDArray[np.bool_]:
    return pc.is_valid(column).to_numpy() if column.null_count else np.ones(len(column), np.bool_)


def _salt(name: str) -> np.uint64:
    return np.uint64(_digest(name.encode()))


def _mixed(values: Hashes) -> Hashes:
    """Every bit of the number depends on every bit of what came in."""
    values = (values ^ (values >> np.uint64(30))) * _MULTIPLIERS[0]
    values = (values ^ (values >> np.uint64(27))) * _MULTIPLIERS[1]
    return values ^ (values >> np.uint64(31))


def _mixed_one(value: int) -> int:
    value = ((value ^ (value >> 30)) * _PLAIN_MULTIPLIERS[0]) & _ALL
    value = ((value ^ (value >> 27)) * _PLAIN_MULTIPLIERS[1]) & _ALL
    return value ^ (value >> 31)


def _digest(content: bytes | memoryview) -> int:
    return int.from_bytes(hashlib.md5(content, usedforsecurity=False).digest()[:8], "little")


def _hash_chunk(texts: pa.Array) -> Hashes:
    if pa.types.is_dictionary(texts.type):
        known = np.append(_hash_chunk(texts.dictionary), np.uint64(0))
        found: Hashes = known[pc.fill_null(texts.indices.cast(pa.int64()), len(known) - 1).to_numpy()]
        return found
    large = pa.types.is_large_string(texts.type)
    _, places, content = texts.buffers()
    if content is None or not len(texts):
        return _without_nulls(texts, _mixed(np.zeros(len(texts), np.uint64)))
    offsets = np.frombuffer(places, np.int64 if large else np.int32)[texts.offset : texts.offset + len(texts) + 1]
    first, last = int(offsets[0]), int(offsets[-1])
    # Eight spare bytes, so that a whole word can be read at the last text's end.
    padded = np.zeros(last - first + 8, np.uint8)
    padded[: last - first] = np.frombuffer(content, np.uint8)[first:last]
    starts = offsets[:-1].astype(np.int64) - first
    lengths = np.diff(offsets).astype(np.int64)
    blocks = range(0, len(texts), BLOCK)
    parts = [_hash_bytes(padded, starts[low : low + BLOCK], lengths[low : low + BLOCK]) for low in blocks]
    return _without_nulls(texts, np.concatenate(parts))


def _hash_bytes(padded: NDArray[np.uint8], starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Hashes:
    words: Hashes = np.ndarray((len(padded) - 7,), "<u8", padded.data, strides=(1,))
    hashes = _mixed(lengths.astype(np.uint64))
    long = lengths > LONGEST
    active, place = np.flatnonzero((lengths > 0) & ~long), 0
    while len(active):
        left = lengths[active] - place
        word = words[starts[active] + place] & _KEPT[np.minimum(left, 8)]
        hashes[active] = _mixed((hashes[active] ^ word) + _MULTIPLIERS[1])
        place += 8
        active = active[left > 8]
    for row in np.flatnonzero(long).tolist():
        hashes[row] = _digest(padded[starts[row] : starts[row] + lengths[row]].data)
    return hashes


def _without_nulls(texts: pa.Array, hashes: Hashes) -> Hashes:
    if not texts.null_count:
        return hashes
    return np.where(pc.is_valid(texts).to_numpy(zero_copy_only=False), hashes, np.uint64(0))
