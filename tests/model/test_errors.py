"""Errors name the thing, the value and what would have worked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.model.errors import CestaError, nearest, unknown


def test_one_shape_and_one_line() -> None:
    error = CestaError("bad_step", "There is no step 4.", "Steps are 1 to 3.")
    assert error.as_document() == {
        "error": {"code": "bad_step", "message": "There is no step 4.", "hint": "Steps are 1 to 3."}
    }
    assert str(error) == "bad_step: There is no step 4. Steps are 1 to 3."
    assert str(CestaError("bad_step", "There is no step 4.")) == "bad_step: There is no step 4."


def test_a_typo_finds_its_name_and_a_stranger_none() -> None:
    assert nearest("purchse", ["visit", "purchase"]) == "purchase"
    assert nearest("zzz", ["visit", "purchase"]) is None


def test_long_lists_are_cut() -> None:
    said = unknown("unknown_map", "map", "a", [f"map {n:02d}" for n in range(30)])
    assert said.hint is not None
    assert said.hint.endswith("map 19, ….")
    assert unknown("unknown_map", "map", "a", []).hint == "Known: none."


@given(st.text(max_size=20), st.lists(st.text(min_size=1, max_size=20), max_size=8))
def test_a_known_name_is_its_own_nearest(stranger: str, names: list[str]) -> None:
    assert all(nearest(name, names) == name for name in names)
    assert nearest(stranger, names) in [*names, None]
