"""Columns are found whatever their accents, capitals, signs and units; nothing is taken for a shape lightly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.shapes.document import shapes, the_shape
from cesta.ingest.shapes.fitting import fit, recognised
from cesta.model.errors import CestaError

CALLS = the_shape("calls")


def test_names_are_known_however_they_are_written() -> None:
    found = fit(CALLS, ["NUMER TELEFONU", "Czas_rozpoczecia", "Duration (s)", "colour"])
    assert dict(found.columns) == {"customer": "NUMER TELEFONU", "start": "Czas_rozpoczecia", "length": "Duration (s)"}
    assert found.beside == ("colour",)


@given(st.data())
def test_each_language_is_recognised(data: st.DataObject) -> None:
    """One name of each field, whichever: the shape still fits."""
    shape = data.draw(st.sampled_from(list(shapes().values())))
    columns = list(
        dict.fromkeys(
            data.draw(st.sampled_from(shape.fields[name].names())) for name in (*shape.needed(), *shape.marks)
        )
    )
    pointed = dict(zip(shape.needed(), columns, strict=False))
    found = fit(shape, columns, pointed).columns
    assert found.keys() >= set(shape.needed())
    assert set(found.values()) <= set(columns)


def test_what_is_missing_is_named_with_what_it_may_be_called() -> None:
    with pytest.raises(CestaError, match=r'No column is the "start" of calls\..*start time'):
        fit(CALLS, ["phone", "colour"])


def test_a_column_that_was_pointed_at_is_taken() -> None:
    assert fit(CALLS, ["phone", "colour"], {"start": "colour"}).columns["start"] == "colour"


@pytest.mark.parametrize(
    "columns",
    [
        ["order", "card", "paid", "total"],
        ["customer", "event", "time"],
        ["id", "name", "email"],
        ["phone", "date", "duration", "outcome", *(f"column {n}" for n in range(9))],
        [],
    ],
)
def test_other_tables_are_left_to_the_guess(columns: list[str]) -> None:
    assert recognised(columns) is None
