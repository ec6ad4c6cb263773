"""A plan written from what came fits it; every way in which what comes differs is told once, with its numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.tracking import FILE, Drift, drift, read_plan, seen_in, write_plan
from cesta.model.errors import CestaError
from cesta.model.event import Value

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
VALUES = st.one_of(st.text(max_size=5), st.integers(-9, 9), st.booleans())
EVENTS = st.lists(st.tuples(NAMES, st.just(0), st.dictionaries(NAMES, VALUES, max_size=3)), max_size=8)


def test_each_difference_is_told() -> None:
    plan = {"order": {"price": "number", "currency": "text", "coupon": "text?"}, "refund": {}}
    came: list[tuple[str, int, dict[str, Value]]] = [
        ("order", 1, {"price": 5, "currency": "EUR", "context.page.url": "x"}),
        ("order", 2, {"price": "5,00", "color": "red"}),
        ("visit", 3, {}),
    ]
    assert set(drift(plan, seen_in(came))) == {
        Drift("other_type", "order", "price", 1, 2, "number", '"5,00"'),
        Drift("missing", "order", "currency", 1, 2, "text"),
        Drift("new_property", "order", "color", 1, 2, None, '"red"'),
        Drift("missing_event", "refund", None, 0, 0),
        Drift("new_event", "visit", None, 1, 1),
    }


@given(EVENTS)
def test_a_plan_written_from_what_came_fits_it(events: list[tuple[str, int, dict[str, str | int | bool]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seen = seen_in(events)
        assert write_plan(Path(folder), seen) == len({name for name, _, _ in events})
        plan = read_plan(Path(folder))
        assert plan is not None
        assert {each.what for each in drift(plan, seen)} <= {"other_type"}
        before = (Path(folder) / FILE).read_text()
        write_plan(Path(folder), seen)
        assert (Path(folder) / FILE).read_text() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "cesta: tracking/1\nevents:\n  - event: a\n    properties: {b: numer}\n",
            'tracking.yaml:4: There is no type "numer"',
        ),
        ("cesta: tracking/1\nevents:\n  - {event: a}\n", "tracking.yaml:3:"),
        ("cesta: tracking/1\n", "tracking.yaml:1:"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(CestaError) as error:
        read_plan(tmp_path)
    assert told in error.value.message
    assert read_plan(tmp_path / "nowhere") is None
