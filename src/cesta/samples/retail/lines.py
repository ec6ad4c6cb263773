"""Columns as lines of text, JSON or CSV, written by one compiled loop: a line costs less than a microsecond."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.samples.retail.events import Column

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]

TEXT, WHOLE, CENTS, FLAG, MESSAGE, TIME = range(6)
KIND_NUMBERS = {"text": TEXT, "int": WHOLE, "cents": CENTS, "flag": FLAG, "message": MESSAGE, "time": TIME}
LONGEST_NUMBER = 24
PART = 16_384
"""Events that are written into one piece of memory."""
DAY = 86_400_000_000


class Layout(NamedTuple):
    """How each column is written: text before and after it, the texts its numbers stand for. C columns.

    lead, tail, words: bytes of all, with the place where each begins. base: a column's first text. always: write the
    tail, too, where the column says nothing. The last piece of `tail` ends a line and replaces the last byte.
    """

    kinds: Ints
    lead: Bytes
    lead_at: Ints
    tail: Bytes
    tail_at: Ints
    words: Bytes
    words_at: Ints
    base: Ints
    always: bool


def json_lines(columns: Sequence[Column]) -> Iterator[bytes]:
    """`{"customer": …, "event": …, "ts": …, "message_id": …, "props": {…}}`, only what each event says.

    The first four columns stand for these.
    """
    quoted = [column.kind in ("text", "message", "time") for column in columns]
    names = [json.dumps(column.name) for column in columns]
    lead = [f"{name}:" + '"' * text for name, text in zip(names, quoted, strict=True)]
    tail = ['"' * text + "," for text in quoted]
    lead[0], tail[3] = "{" + lead[0], tail[3] + '"props":{'
    words = [[json.dumps(word, ensure_ascii=False)[1:-1] for word in column.values] for column in columns]
    # An event that says nothing more ends with "{", which the end of its line must not replace.
    return _pieces(columns, _layout(columns, (lead, [*tail, "}}\n"]), words, always=False))


def csv_lines(columns: Sequence[Column]) -> Iterator[bytes]:
    """Values with commas between; nothing where an event says nothing."""
    lead, tail = [""] * len(columns), [","] * len(columns)
    words = [[_csv_cell(word) for word in column.values] for column in columns]
    return _pieces(columns, _layout(columns, (lead, [*tail, "\n"]), words, always=True))


def _csv_cell(word: str) -> str:
    cell = io.StringIO()
    csv.writer(cell, lineterminator="\r\n").writerow([word])
    return cell.getvalue().removesuffix("\r\n")


def _layout(
    columns: Sequence[Column], around: tuple[list[str], list[str]], words: list[list[str]], always: bool
) -> Layout:
    lead, lead_at = _joined(around[0])
    tail, tail_at = _joined(around[1])
    every, every_at = _joined([word for some in words for word in some])
    base = np.cumsum([0, *(len(some) for some in words)])[:-1].astype(np.int64)
    kinds = np.array([KIND_NUMBERS[column.kind] for column in columns], np.int64)
    return Layout(kinds, lead, lead_at, tail, tail_at, every, every_at, base, always)


def _joined(texts: Sequence[str]) -> tuple[Bytes, Ints]:
    encoded = [text.encode() for text in texts]
    places = np.cumsum([0, *map(len, encoded)]).astype(np.int64)
    return np.frombuffer(b"".join(encoded) or b"\0", np.uint8).copy(), places


def _pieces(columns: Sequence[Column], layout: Layout) -> Iterator[bytes]:
    numbers = np.stack([column.numbers.astype(np.int64) for column in columns])
    longest = [max((len(word.encode()) for word in column.values), default=LONGEST_NUMBER) for column in columns]
    # Quotes and escapes may double a text.
    room = len(layout.lead) + len(layout.tail) + 2 * sum(longest) + 8
    out = np.empty(room * min(PART, numbers.shape[1]), np.uint8)
    for low in range(0, numbers.shape[1], PART):
        part = np.ascontiguousarray(numbers[:, low : low + PART].T)
        yield out[: fill(part, layout, out)].tobytes()


@compiled
def copy(out: Bytes, at: int, source: Bytes, low: int, high: int) -> int:
    for place in range(low, high):
        out[at] = source[place]
        at += 1
    return at


@compiled
def digits(out: Bytes, at: int, number: int, width: int) -> int:
    """A number's decimal digits, at least `width` of them."""
    length = 1
    rest = number // 10
    while rest > 0:
        length += 1
        rest //= 10
    length = max(length, width)
    for place in range(at + length - 1, at - 1, -1):
        out[place] = 48 + number % 10
        number //= 10
    return at + length


@compiled
def moment(out: Bytes, at: int, time: int) -> int:
    """UTC microseconds as 2025-01-31T08:15:00.000Z."""
    day = time // 86_400_000_000 + 719_468
    era = day // 146_097
    rest = day - era * 146_097
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    left = rest - (365 * year + year // 4 - year // 100)
    month = (5 * left + 2) // 153
    at = digits(out, at, year + era * 400 + (1 if month >= 10 else 0), 4)
    for mark, value in ((45, month + 3 if month < 10 else month - 9), (45, left - (153 * month + 2) // 5 + 1)):
        out[at] = mark
        at = digits(out, at + 1, value, 2)
    inside = time // 1000 % 86_400_000
    for mark, value in ((84, inside // 3_600_000), (58, inside // 60_000 % 60), (58, inside // 1000 % 60)):
        out[at] = mark
        at = digits(out, at + 1, value, 2)
    out[at] = 46
    at = digits(out, at + 1, inside % 1000, 3)
    out[at] = 90
    return at + 1


@compiled
def message(out: Bytes, at: int, number: int) -> int:
    """A message id: m, the customer's nine digits, a hyphen, the event's place."""
    out[at] = 109
    at = digits(out, at + 1, number // 1000, 9)
    out[at] = 45
    return digits(out, at + 1, number % 1000, 3)


@compiled
def value(out: Bytes, at: int, kind: int, number: int, layout: Layout, base: int) -> int:
    if kind == 0:
        return copy(out, at, layout.words, layout.words_at[base + number], layout.words_at[base + number + 1])
    if kind == 2:
        at = digits(out, at, number // 100, 1)
        out[at] = 46
        return digits(out, at + 1, number % 100, 2)
    if kind == 3:
        word = (116, 114, 117, 101, 0) if number > 0 else (102, 97, 108, 115, 101)
        for letter in word:
            if letter > 0:
                out[at] = letter
                at += 1
        return at
    if kind == 4:
        return message(out, at, number)
    if kind == 5:
        return moment(out, at, number)
    return digits(out, at, number, 1)


@compiled
def fill(numbers: Ints, layout: Layout, out: Bytes) -> int:
    """Writes a line for each row of numbers and gives the length of all."""
    at = 0
    count = len(layout.kinds)
    for event in range(len(numbers)):
        for column in range(count):
            number = numbers[event, column]
            if number >= 0:
                at = copy(out, at, layout.lead, layout.lead_at[column], layout.lead_at[column + 1])
                at = value(out, at, layout.kinds[column], number, layout, layout.base[column])
            if number >= 0 or layout.always:
                at = copy(out, at, layout.tail, layout.tail_at[column], layout.tail_at[column + 1])
        if out[at - 1] == 44:
            at -= 1
        at = copy(out, at, layout.tail, layout.tail_at[count], layout.tail_at[count + 1])
    return at


def message_ids(numbers: Ints) -> tuple[Bytes, NDArray[np.int32]]:
    """All message ids as bytes, and where each begins."""
    out = np.empty(14 * len(numbers), np.uint8)
    fill_messages(numbers, out)
    return out, np.arange(len(numbers) + 1, dtype=np.int32) * 14


@compiled
def fill_messages(numbers: Ints, out: Bytes) -> None:
    for place in range(len(numbers)):
        message(out, 14 * place, numbers[place])
