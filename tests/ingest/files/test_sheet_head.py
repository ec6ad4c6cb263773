"""A table's header is found below titles, remarks and merged cells, as a person would find it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files.sheet_head import Cell, Head, find_head

DAY = dt.date(2024, 1, 5)
HEAD = ["order", "when", "customer", "paid"]
DATA: list[list[Cell]] = [["001", DAY, "Jan", 9.5], ["002", DAY, "Ewa", 3.0], ["003", DAY, "Jan", 1.0]]


def filled(*cells: Cell) -> list[Cell]:
    return [*cells, *[""] * (4 - len(cells))]


TITLES: dict[str, list[list[Cell]]] = {
    "none": [],
    "one": [filled("Sales report")],
    "one and a gap": [filled("Sales report"), filled()],
    "what the report is about": [filled("Shop", "Brno"), filled("From", DAY), filled("To", DAY), filled()],
    "a long text and a day": [filled("Report of the shop in Brno"), filled("made", "", "", DAY), filled()],
}


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("rows", [1, 2, 3])
def test_the_header_is_found_below_titles(titles: str, rows: int) -> None:
    above = TITLES[titles]
    assert find_head([*above, HEAD, *DATA[:rows]]) == Head(len(above), len(above), tuple(HEAD))


@given(
    st.lists(st.sampled_from([filled(), filled("Report"), filled("Shop", "Brno")]), max_size=4),
    st.lists(st.sampled_from(DATA), min_size=4, max_size=50),
)
def test_any_titles_and_data_leave_the_header_where_it_is(above: list[list[Cell]], data: list[list[Cell]]) -> None:
    found = find_head([*above, HEAD, *data])
    assert found is not None
    assert found.last == len(above)


def test_a_table_of_texts_begins_with_its_first_full_row() -> None:
    texts = [["who", "what"], ["Jan", "visit"], ["Ewa", "buy"], ["Jan", "buy"]]
    assert find_head(texts) == Head(0, 0, ("who", "what"))


def test_years_may_name_columns() -> None:
    assert find_head([["shop", "town", "region", 2023.0], ["A", "B", "C", 5.5], ["D", "E", "F", 7.1]]) is not None


def test_data_from_the_first_row_on_have_no_header() -> None:
    assert find_head(DATA) == Head(0, -1, ("", "", "", ""))


def test_two_lines_under_merged_cells_become_one_name() -> None:
    lines: list[list[Cell]] = [
        ["id", "Order", "", "Customer", ""],
        ["", "Date", "No", "Name", "City"],
        ["a", DAY, 1.0, "Jan", "Brno"],
        ["b", DAY, 2.0, "Ewa", "Łódź"],
    ]
    merged = [((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (0, 4))]
    names = ("id", "Order · Date", "Order · No", "Customer · Name", "Customer · City")
    assert find_head(lines, merged) == Head(0, 1, names)
    title: list[list[Cell]] = [["Report", "", "", "", ""]]
    moved = [((0, 0), (0, 4)), *(((top + 1, left), (bottom + 1, right)) for (top, left), (bottom, right) in merged)]
    assert find_head([*title, *lines], moved) == Head(1, 2, names)


def test_a_header_two_rows_high_ends_with_its_lower_row() -> None:
    merged = [((0, column), (1, column)) for column in range(4)]
    assert find_head([HEAD, ["", "", "", ""], *DATA], merged) == Head(0, 1, tuple(HEAD))


def test_a_lone_row_of_texts_is_a_header_without_data() -> None:
    assert find_head([[], HEAD][1:]) == Head(0, 0, tuple(HEAD))


def test_nothing_has_no_header() -> None:
    assert find_head([]) is None
    assert find_head([["", " "], ["", None]]) is None
