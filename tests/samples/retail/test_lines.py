"""Lines read back give the columns that were written, whatever the texts hold."""

from __future__ import annotations

import csv
import io
import itertools
import json
from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.samples.retail.events import Column
from cesta.samples.retail.lines import csv_lines, json_lines, message_ids

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4)
ROWS = st.lists(
    st.tuples(
        st.integers(-1, 3), st.integers(-1, 10**9), st.integers(-1, 10**9), st.integers(-1, 1),
        st.integers(0, 10**12 - 1), st.integers(0, 4 * 10**15),
    ),
    min_size=1, max_size=20,
)  # fmt: skip


def build(words: list[str], rows: list[tuple[int, ...]]) -> list[Column]:
    word, whole, cents, flag, number, time = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    word = np.minimum(word, len(words) - 1)
    return [
        Column("customer", "text", np.maximum(word, 0), words),
        Column("event", "text", np.zeros(len(rows), np.int64), ("visit",)),
        Column("ts", "time", time),
        Column("message_id", "message", number),
        Column("said", "text", word, words),
        Column("items", "int", whole),
        Column("price", "cents", cents),
        Column("late", "flag", flag),
    ]


def expected(words: list[str], row: tuple[int, ...]) -> dict[str, object]:
    word, whole, cents, flag, _, _ = row
    said = words[min(word, len(words) - 1)]
    every = {"said": (word, said), "items": (whole, whole), "price": (cents, cents / 100), "late": (flag, flag == 1)}
    return {name: value for name, (number, value) in every.items() if number >= 0}


@given(WORDS, ROWS)
def test_json_lines_read_back(words: list[str], rows: list[tuple[int, ...]]) -> None:
    lines = b"".join(json_lines(build(words, rows))).decode().split("\n")[:-1]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        found = json.loads(line)
        assert list(found) == ["customer", "event", "ts", "message_id", "props"]
        assert found["props"] == expected(words, row)
        assert found["message_id"] == f"m{row[4] // 1000:09d}-{row[4] % 1000:03d}"
        assert datetime.fromisoformat(found["ts"]) == EPOCH + timedelta(milliseconds=row[5] // 1000)


@given(WORDS, ROWS)
def test_csv_lines_read_back(words: list[str], rows: list[tuple[int, ...]]) -> None:
    text = b"".join(csv_lines(build(words, rows))).decode()
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert len(found) == len(rows)
    for cells, row in zip(found, rows, strict=True):
        known = expected(words, row)
        assert cells[4] == known.get("said", "")
        assert cells[5] == str(known.get("items", ""))
        assert (float(cells[6]) if cells[6] else None) == known.get("price")
        assert cells[7] == (str(known["late"]).lower() if "late" in known else "")


@given(st.lists(st.integers(0, 10**12 - 1), max_size=30))
def test_message_ids_are_fourteen_letters(numbers: list[int]) -> None:
    data, places = message_ids(np.array(numbers, np.int64))
    written = [bytes(data[low:high]).decode() for low, high in itertools.pairwise(places.tolist())]
    assert written == [f"m{number // 1000:09d}-{number % 1000:03d}" for number in numbers]
