"""Columns as lines of text, JSON or CSV: pieces of text made ready once a block, then put one behind the other."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.samples.retail import letters
from cesta.samples.retail.events import Column
from cesta.samples.retail.letters import Layout

Ints = NDArray[np.int64]

KINDS = {"text": letters.TEXT, "flag": letters.TEXT, "int": letters.WHOLE, "cents": letters.CENTS,
         "message": letters.MESSAGE, "time": letters.TIME}  # fmt: skip
LONGEST_NUMBER = 32
PART = 4_096
"""Events that are written into one piece of memory; their numbers stay in the processor's cache."""
FLAGS = ("false", "true")
MUST_BE_QUOTED = frozenset(',"\r\n')


class Around(NamedTuple):
    """What stands before and after a column's value, and instead of all three where it says nothing."""

    lead: str
    tail: str
    gap: str = ""


def json_lines(columns: Sequence[Column]) -> Iterator[bytes]:
    """`{"customer": …, "event": …, "ts": …, "message_id": …, "props": {…}}`, only what each event says.

    The first four columns stand for these.
    """
    around = [_json_around(column) for column in columns]
    around[0] = Around("{" + around[0].lead, around[0].tail)
    around[3] = Around(around[3].lead, around[3].tail + '"props":{')
    return _pieces(columns, around, [_json_texts(_values(column)) for column in columns], "}}\n")


def csv_lines(columns: Sequence[Column]) -> Iterator[bytes]:
    """Values with commas between; nothing where an event says nothing."""
    around = [Around("", ",", ",") for _ in columns]
    return _pieces(columns, around, [_csv_texts(_values(column)) for column in columns], "\n")


def _json_around(column: Column) -> Around:
    quote = '"' * (column.kind in ("text", "message", "time"))
    return Around(f"{json.dumps(column.name)}:{quote}", f"{quote},")


def _values(column: Column) -> Sequence[str]:
    return FLAGS if column.kind == "flag" else column.values


def _json_texts(values: Sequence[str]) -> Sequence[str]:
    together = "".join(values)
    if json.dumps(together, ensure_ascii=False)[1:-1] == together:
        return values
    return [json.dumps(value, ensure_ascii=False)[1:-1] for value in values]


def _csv_texts(values: Sequence[str]) -> Sequence[str]:
    return values if MUST_BE_QUOTED.isdisjoint("".join(values)) else [_csv_cell(value) for value in values]


def _csv_cell(value: str) -> str:
    cell = io.StringIO()
    csv.writer(cell, lineterminator="\r\n").writerow([value])
    return cell.getvalue().removesuffix("\r\n")


def _layout(columns: Sequence[Column], around: Sequence[Around], texts: Sequence[Sequence[str]], end: str) -> Layout:
    """Every piece there may be: of each column its gap, then its texts with what is around, or lead and tail alone."""
    pieces: list[str] = []
    base = []
    for (lead, tail, gap), of_column in zip(around, texts, strict=True):
        base.append(len(pieces) + 1)
        pieces.append(gap)
        pieces += [f"{lead}{text}{tail}" for text in of_column] or (lead, tail)
    encoded = [piece.encode() for piece in (*pieces, end)]
    lengths = np.array([len(piece) for piece in encoded], np.int64)
    words = b"".join([piece + b"\0" * (-len(piece) % letters.WORD) for piece in encoded])
    starts = np.cumsum(-(-lengths // letters.WORD)) - -(-lengths // letters.WORD)
    kinds = np.array([KINDS[column.kind] for column in columns], np.int64)
    return Layout(kinds, np.array(base, np.int64), np.frombuffer(words, np.uint64), starts, lengths)


def _pieces(
    columns: Sequence[Column], around: Sequence[Around], texts: Sequence[Sequence[str]], end: str
) -> Iterator[bytes]:
    layout, events = _layout(columns, around, texts, end), len(columns[0].numbers)
    longest = sum(
        len(lead) + len(tail) + max((len(text.encode()) for text in of_column), default=LONGEST_NUMBER)
        for (lead, tail, _), of_column in zip(around, texts, strict=True)
    )
    out = np.empty((longest + len(end)) * min(PART, events) // letters.WORD + 2, np.uint64)
    numbers = np.empty((len(columns), min(PART, events)), np.int64)
    for low in range(0, events, PART):
        part = numbers[:, : min(PART, events - low)]
        for row, column in zip(part, columns, strict=True):
            row[:] = column.numbers[low : low + PART]
        yield out.view(np.uint8)[: letters.fill(part, layout, out)].tobytes()


def message_ids(numbers: Ints) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """All message ids as bytes, and where each begins."""
    out = np.empty(len(numbers) * letters.MESSAGE_LENGTH // letters.WORD + 2, np.uint64)
    letters.fill_messages(numbers, out)
    return out.view(np.uint8), np.arange(len(numbers) + 1, dtype=np.int32) * letters.MESSAGE_LENGTH
