"""A job runs by its rhythm; after failures it waits longer and longer, and never for ever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.jobs.due import FIRST_TRY, LAST_TRY, next_run
from cesta.model.duration import SECOND
from cesta.store.job_runs import Run

DAY = 86_400 * SECOND


def test_it_runs_at_once_then_by_its_rhythm() -> None:
    assert next_run(60 * SECOND, []) == 0
    assert next_run(60 * SECOND, [Run("a", "loaded", 5, 9)]) == 5 + 60 * SECOND


@given(st.integers(SECOND, DAY), st.integers(1, 60))
def test_tries_come_ever_more_rarely(every: int, failures: int) -> None:
    runs = [Run("a", "failed", 0, 0)] * failures
    wait, more = (next_run(every, several) for several in (runs, [*runs, runs[0]]))
    assert FIRST_TRY <= wait <= more <= max(FIRST_TRY, min(every, LAST_TRY))


@given(st.integers(SECOND, DAY), st.integers(1, 9))
def test_a_success_ends_the_waiting(every: int, failures: int) -> None:
    runs = [Run("a", "loaded", 7, 8), *[Run("a", "failed", 0, 0)] * failures]
    assert next_run(every, runs) == 7 + every
