"""What the loops put together is what Python writes for the same numbers, however the pieces lie across words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.samples.retail import letters

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PUT_BEFORE = st.integers(0, 20)


def room(before: int) -> tuple[letters.Words, int]:
    """Memory that begins with some letters, as another line would have left it."""
    out = np.full(16, 2**64 - 1, np.uint64)
    out[0], at = 0, 0
    for _ in range(before):
        at = letters.put(out, at, np.uint64(ord("x")), 1)
    return out, at


def written(out: letters.Words, low: int, high: int) -> str:
    data = out.view(np.uint8)[:high].tobytes().decode()
    assert data[:low] == "x" * low
    return data[low:]


@given(PUT_BEFORE, st.lists(st.binary(min_size=1, max_size=8), max_size=8))
def test_words_lie_one_behind_the_other(before: int, words: list[bytes]) -> None:
    out, begin = room(before)
    at = begin
    for word in words:
        at = letters.put(out, at, np.uint64(int.from_bytes(word, "little")), len(word))
    assert out.view(np.uint8)[begin:at].tobytes() == b"".join(words)


@given(PUT_BEFORE, st.integers(0, 2**62), st.integers(1, 8))
def test_digits_are_those_of_the_number(before: int, number: int, width: int) -> None:
    out, at = room(before)
    assert written(out, at, letters.digits(out, at, number, width)) == f"{number:0{width}d}"


@given(PUT_BEFORE, st.integers(0, 4 * 10**15))
def test_moments_are_written_as_iso_dates(before: int, time: int) -> None:
    out, at = room(before)
    text = written(out, at, letters.moment(out, at, time))
    assert datetime.fromisoformat(text) == EPOCH + timedelta(milliseconds=time // 1000)
    assert len(text) == len("2025-01-31T08:15:00.000Z")


@given(PUT_BEFORE, st.integers(0, 10**12 - 1))
def test_messages_have_the_customers_number_and_the_place(before: int, number: int) -> None:
    out, at = room(before)
    assert written(out, at, letters.message(out, at, number)) == f"m{number // 1000:09d}-{number % 1000:03d}"


@given(PUT_BEFORE, st.sampled_from([",", "x", "{", ",,"]))
def test_one_comma_is_taken_back(before: int, text: str) -> None:
    out, at = room(before)
    end = letters.put(out, at, np.uint64(int.from_bytes(text.encode(), "little")), len(text))
    end = letters.without_comma(out, end)
    end = letters.put(out, end, np.uint64(ord("!")), 1)
    assert written(out, at, end) == text.removesuffix(",") + "!"
