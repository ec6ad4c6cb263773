"""A task is verified by its number, and comes back when the number falls back; chance alone does neither."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cesta.tasks.watch import Status, Watch, settled

numbers = st.floats(-1e6, 1e6)
statuses = st.sampled_from(["idea", "planned", "doing", "done", "verified", "dropped"])


@given(statuses, numbers, numbers, st.tuples(numbers, numbers, numbers).map(sorted))
def test_down_is_up_mirrored(status: Status, goal: float, before: float, seen: list[float]) -> None:
    low, value, high = seen
    up = Watch("m", goal, "up", before=before, value=value, low=low, high=high)
    down = Watch("m", -goal, "down", before=-before, value=-value, low=-high, high=-low)
    assert settled(status, up) == settled(status, down)


@given(numbers, numbers, st.tuples(numbers, numbers, numbers).map(sorted))
def test_what_was_just_verified_does_not_come_back_by_the_same_number(
    goal: float, before: float, seen: list[float]
) -> None:
    watch = Watch("m", goal, before=before, value=seen[1], low=seen[0], high=seen[2])
    if settled("done", watch) == "verified":
        assert settled("verified", watch) == "verified"


def test_only_closed_tasks_are_moved_by_a_number() -> None:
    good = Watch("m", 0.4, before=0.3, value=0.5, low=0.45, high=0.55)
    assert [settled(each, good) for each in ("idea", "planned", "doing", "dropped")] == [
        "idea", "planned", "doing", "dropped"
    ]  # fmt: skip
    assert settled("done", replace(good, value=None)) == "done"
    assert settled("done", replace(good, value=0.2, low=0.15, high=0.25)) == "planned"
