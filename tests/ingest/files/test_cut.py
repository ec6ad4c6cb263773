"""A stream is cut into whole rows wherever its blocks end; an over-long row is passed over."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cesta.ingest.files.cut import Overlong, cut, with_last
from cesta.kernels.records import LONG, UNCLOSED

LONGEST = 12


def blocks_of(text: bytes, size: int) -> list[bytes]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def rows(text: bytes, size: int) -> list[tuple[int, int | bytes]]:
    """Each row's number with its text, or with its length if it is too long."""
    found: list[tuple[int, int | bytes]] = []
    for piece in cut(with_last(blocks_of(text, size)), ",", '"', LONGEST):
        if piece.overlong is not None:
            found.append((piece.overlong.row, piece.overlong.length))
        for at, (low, high, marks) in enumerate(zip(piece.rows.begin, piece.rows.end, piece.rows.marks, strict=True)):
            data = piece.data[low:high]
            found.append((piece.first + at, len(data) if marks & LONG else data))
    return found


def test_rows_are_numbered_over_all_blocks() -> None:
    assert rows(b"a,b\r\nc\n\nd", 2) == [(1, b"a,b"), (2, b"c"), (3, b""), (4, b"d")]


def test_a_long_row_is_passed_over_with_its_length() -> None:
    text = b"a\n" + b"x" * 100 + b"\nb\n"
    assert rows(text, 7) == rows(text, 999) == [(1, b"a"), (2, 100), (3, b"b")]
    assert rows(b"x" * 100, 7) == [(1, 100)]
    (piece,) = list(cut(with_last(blocks_of(b"x" * 50 + b"\n", 20)), ",", '"', LONGEST))[-1:]
    assert piece.overlong == Overlong(1, 50, b"x" * 20)


def test_a_long_quoted_row_of_many_lines_gives_up_its_first_line() -> None:
    text = b'a\n"bc\n' + b"d\n" * 20
    for size in (5, 999):
        pieces = list(cut(with_last(blocks_of(text, size)), ",", '"', LONGEST))
        marks = [int(mark) for piece in pieces for mark in piece.rows.marks]
        assert (marks[1], len(marks)) == (UNCLOSED, 22)


@example(b'"aaaaaaaaaaaaaa\r\n"\r\nb', 3)
@given(st.text(st.sampled_from('ab"\n\r,'), max_size=60).map(str.encode), st.integers(1, 30))
def test_rows_do_not_depend_on_where_blocks_end(text: bytes, size: int) -> None:
    assert rows(text, size) == rows(text, 999)
