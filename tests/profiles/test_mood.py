"""How an event felt, on whatever scale she was asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.profiles.mood import mood, scales
from cesta.store.columns import from_events


@given(st.sampled_from([(1, 5), (1, 7), (0, 10)]), st.data())
def test_the_ends_of_a_scale_are_the_ends_of_ours(ends: tuple[int, int], data: st.DataObject) -> None:
    low, high = ends
    between = data.draw(st.integers(low, high))
    events = [Event("s", str(n), "a", "review", n, {"score": n}) for n in (low, between, high)]
    known = scales(from_events(events))
    assert (mood({"score": low}, known), mood({"score": high}, known)) == (-2, 2)
    assert -2 <= (mood({"score": between}, known) or 0) <= 2


def test_what_is_no_rating_is_no_mood() -> None:
    events = [Event("s", str(n), "a", "x", n, {"score": n * 10, "stars": "many", "mood": 1}) for n in range(3)]
    known = scales(from_events(events))
    assert set(known) == {"mood"}
    assert mood({"score": 5, "stars": "many"}, known) is None
    assert mood({"mood": 7}, known) == 2
