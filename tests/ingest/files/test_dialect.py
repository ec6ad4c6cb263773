"""Separators and quotes are found by what most rows have in common."""

from __future__ import annotations

import pytest

from cesta.ingest.files.dialect import find_dialect


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n2,5;3,5\n", ";"),
        ("a\tb\nx, y\tz\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("only\none\n", ","),
        ("Report, all shops\nid;paid;total\n1;2024-01-05;2,5\n2;2024-01-06;3,5\n", ";"),
        ('a;b\n"x;y,z";2\n', ";"),
        ("", ","),
    ],
)
def test_the_separator_is_found(text: str, separator: str) -> None:
    assert find_dialect(text.encode(), last=True).separator == separator


def test_single_quotes_are_known_only_where_cells_are_in_them() -> None:
    assert find_dialect(b"'a','b'\n'x, y','2'\n", last=True).quote == "'"
    assert find_dialect(b"name,n\n't Hooft,2\n'n Roos,3\n", last=True).quote == '"'
    assert find_dialect(b"name,n\n\"'a'\",'b'\n", last=True).quote == '"'


def test_the_first_rows_come_as_cells() -> None:
    found = find_dialect(b'a,b\n\n"x\n""y""",\n', last=True)
    assert found.rows == (("a", "b"), (), ('x\n"y"', None))
