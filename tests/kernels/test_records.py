"""Rows of a text, on cases small enough to see."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.records import BAD_QUOTE, BLANK, LINES, LONG, NUL, UNCLOSED, records, warm


def seen(text: bytes, limit: int = 99, last: bool = True) -> list[tuple[bytes, int, int]]:
    found = records(text, ",", '"', limit, last)
    places = zip(found.begin.tolist(), found.end.tolist(), found.cells.tolist(), found.marks.tolist(), strict=True)
    return [(text[begin:end], cells, marks) for begin, end, cells, marks in places]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (b"", []),
        (b"a,b", [(b"a,b", 2, 0)]),
        (b"a\r\nb\rc\n", [(b"a", 1, 0), (b"b", 1, 0), (b"c", 1, 0)]),
        (b"\n,, \na,\n", [(b"", 1, BLANK), (b",, ", 3, BLANK), (b"a,", 2, 0)]),
        (b'"a,\n""b",c\nd', [(b'"a,\n""b",c', 2, LINES), (b"d", 1, 0)]),
        (b'5" nail,b\n', [(b'5" nail,b', 2, 0)]),
        (b'"a"b,c\nd\n', [(b'"a"b,c', 1, BAD_QUOTE), (b"d", 1, 0)]),
        (b'"a,b\nc,"d",e\nf\n', [(b'"a,b', 1, BAD_QUOTE), (b'c,"d",e', 3, 0), (b"f", 1, 0)]),
        (b'a,"b\nc,d\n', [(b'a,"b', 2, UNCLOSED), (b"c,d", 2, 0)]),
        (b"a\0,b\nc\n", [(b"a\0,b", 2, NUL), (b"c", 1, 0)]),
    ],
)
def test_rows_are_told_apart(text: bytes, rows: list[tuple[bytes, int, int]]) -> None:
    assert seen(text) == rows


def test_a_row_over_the_limit_is_marked_and_takes_no_other_with_it() -> None:
    assert seen(b"abcdef\nx\n", limit=5) == [(b"abcdef", 1, LONG), (b"x", 1, 0)]
    assert seen(b'"abcdef\nx\n', limit=5) == [(b'"abcdef', 1, LONG), (b"x", 1, 0)]
    assert seen(b'"ab\ncdef\nx\n', limit=5)[0] == (b'"ab', 1, UNCLOSED)


cells = st.text(st.sampled_from('ab"\n\r, '), max_size=5)


@given(st.lists(st.lists(cells, min_size=1, max_size=3), max_size=8), st.integers(0, 200))
def test_rows_of_a_well_formed_text_are_those_written_wherever_it_is_cut(rows: list[list[str]], place: int) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    text = buffer.getvalue().encode()
    whole = seen(text, limit=9_999)
    assert [width for _, width, _ in whole] == [len(row) for row in rows]
    begun = records(text[:place], ",", '"', 9_999, last=False)
    before = [(text[low:high], width, mark) for low, high, width, mark in
              zip(begun.begin, begun.end, begun.cells, begun.marks, strict=True)]  # fmt: skip
    assert before + seen(text[begun.rest :], limit=9_999) == whole


def test_warm_compiles() -> None:
    warm()
