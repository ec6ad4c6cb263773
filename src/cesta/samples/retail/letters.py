"""Compiled loops that put text together eight bytes at a time: a line of thirty columns in half a microsecond."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]

TEXT, WHOLE, CENTS, MESSAGE, TIME = range(5)
WORD = 8
"""Bytes of a word. A text's first byte is a word's lowest, as it stands in the memory of all machines we know."""
MESSAGE_LENGTH = 14
EIGHT_DIGITS = 100_000_000
DAY = 86_400_000_000


class Layout(NamedTuple):
    """How columns are written. A number of a text column, added to the column's base, is the number of a piece.

    For other columns the base is the piece before the value, and the next one the piece behind it. The piece before
    the base is for events that say nothing; the last piece of all ends a line and replaces a comma.
    """

    kinds: Ints
    base: Ints
    words: Words
    starts: Ints
    lengths: Ints


@compiled
def put(out: Words, at: int, word: Any, length: int) -> int:
    """Up to eight bytes at byte `at`; the others of `word` are zero, as are those of `out` behind `at` in its word."""
    place, shift = at >> 3, np.uint64((at & 7) * 8)
    out[place] |= word << shift
    # In two steps: a shift by all 64 bits would do nothing.
    out[place + 1] = (word >> np.uint64(1)) >> (np.uint64(63) - shift)
    return at + length


@compiled
def piece(out: Words, at: int, words: Words, low: int, length: int) -> int:
    """A ready piece of text."""
    for place in range((length + 7) >> 3):
        put(out, at + place * 8, words[low + place], 8)
    return at + length


@compiled
def spelled(number: int, width: int) -> Any:
    """The last eight digits of a number, at least `width`, the first one lowest; and how many they are."""
    word, length = np.uint64(0), 0
    while number > 0 or length < width:
        word = (word << np.uint64(8)) | np.uint64(48 + number % 10)
        number //= 10
        length += 1
    return word, length


@compiled
def digits(out: Words, at: int, number: int, width: int) -> int:
    """A number's decimal digits, at least `width` of them."""
    scale = 1
    while number // scale >= EIGHT_DIGITS:
        scale *= EIGHT_DIGITS
    word, length = spelled(number // scale, max(width - (8 if scale > 1 else 0), 1))
    at = put(out, at, word, length)
    while scale > 1:
        scale //= EIGHT_DIGITS
        word, length = spelled(number // scale % EIGHT_DIGITS, 8)
        at = put(out, at, word, length)
    return at


@compiled
def pair(number: int) -> Any:
    """Two digits."""
    return np.uint64(0x3030 + number // 10 + (number % 10) * 256)


@compiled
def moment(out: Words, at: int, time: int) -> int:
    """UTC microseconds as 2025-01-31T08:15:00.000Z: three words, whose marks are - - T : : . and Z."""
    day = time // DAY + 719_468
    era = day // 146_097
    rest = day - era * 146_097
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    left = rest - (365 * year + year // 4 - year // 100)
    month = (5 * left + 2) // 153
    inside = time // 1000 % 86_400_000
    years = year + era * 400 + (1 if month >= 10 else 0)
    at = put(out, at, pair(years // 100) | pair(years % 100) << np.uint64(16) | np.uint64(45 << 32)
             | pair(month + 3 if month < 10 else month - 9) << np.uint64(40) | np.uint64(45 << 56), 8)  # fmt: skip
    at = put(out, at, pair(left - (153 * month + 2) // 5 + 1) | np.uint64(84 << 16)
             | pair(inside // 3_600_000) << np.uint64(24) | np.uint64(58 << 40)
             | pair(inside // 60_000 % 60) << np.uint64(48), 8)  # fmt: skip
    part = inside % 1000
    return put(out, at, np.uint64(58) | pair(inside // 1000 % 60) << np.uint64(8) | np.uint64(46 << 24)
               | np.uint64(48 + part // 100) << np.uint64(32) | pair(part % 100) << np.uint64(40)
               | np.uint64(90 << 56), 8)  # fmt: skip


@compiled
def message(out: Words, at: int, number: int) -> int:
    """A message id: m, the customer's nine digits, a hyphen, the event's place."""
    customer, nth = number // 1000, number % 1000
    high, _ = spelled(customer // 100, 7)
    at = put(out, at, np.uint64(109) | high << np.uint64(8), 8)
    low = pair(customer % 100) | np.uint64(45 << 16) | np.uint64(48 + nth // 100) << np.uint64(24)
    return put(out, at, low | pair(nth % 100) << np.uint64(32), 6)


@compiled
def value(out: Words, at: int, kind: int, number: int) -> int:
    """A value that no piece stands for."""
    if kind == CENTS:
        at = digits(out, at, number // 100, 1)
        return put(out, at, np.uint64(46) | pair(number % 100) << np.uint64(8), 3)
    if kind == MESSAGE:
        return message(out, at, number)
    if kind == TIME:
        return moment(out, at, number)
    return digits(out, at, number, 1)


@compiled
def fill(numbers: Ints, layout: Layout, out: Words) -> int:
    """Writes a line for each column of numbers and gives the length of all."""
    at, out[0] = 0, 0
    kinds, bases, words, starts, lengths = layout.kinds, layout.base, layout.words, layout.starts, layout.lengths
    end = len(lengths) - 1
    for event in range(numbers.shape[1]):
        for column in range(len(kinds)):
            number, base = numbers[column, event], bases[column]
            plain = number >= 0 and kinds[column] != TEXT
            first = base if plain else base + max(number, -1)
            if lengths[first] > 0:
                at = piece(out, at, words, starts[first], lengths[first])
            if plain:
                at = value(out, at, kinds[column], number)
                at = piece(out, at, words, starts[base + 1], lengths[base + 1])
        at = without_comma(out, at)
        at = piece(out, at, words, starts[end], lengths[end])
    return at


@compiled
def without_comma(out: Words, at: int) -> int:
    """Takes the last byte back if it is a comma; an event that says nothing more ends with a brace."""
    place, shift = (at - 1) >> 3, np.uint64(((at - 1) & 7) * 8)
    if (out[place] >> shift) & np.uint64(255) != np.uint64(44):
        return at
    out[place] &= ~(np.uint64(255) << shift)
    return at - 1


@compiled
def fill_messages(numbers: Ints, out: Words) -> None:
    at, out[0] = 0, 0
    for number in numbers:
        at = message(out, at, number)
