"""A job tells how far it is, what came of it, and stops when asked; one runs at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from cesta.api.jobs import KEPT, Job, Jobs
from cesta.ingest.loaded import Loaded
from cesta.ingest.progress import Progress
from cesta.model.errors import CestaError

PATIENCE = 30.0
RESULT = Loaded(events=2, customers=1, set_aside=0, load_id="a-1", already=False)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(threading.Event())
    yield made
    made.close(PATIENCE)


def ended(jobs: Jobs, name: str) -> Job:
    """The job once it is over. Whoever waits behind it in the queue runs after it."""
    over = threading.Event()

    def behind(_: Progress) -> Loaded:
        over.set()
        return RESULT

    jobs.start(behind)
    assert over.wait(PATIENCE)
    return jobs.get(name)


def failing(error: Exception) -> Callable[[Progress], Loaded]:
    def work(_: Progress) -> Loaded:
        raise error

    return work


def test_a_job_tells_its_progress_and_its_result(jobs: Jobs) -> None:
    seen: list[Job] = []
    began = threading.Event()

    def work(progress: Progress) -> Loaded:
        progress("writing", 3, 4)
        assert began.wait(PATIENCE)
        seen.append(jobs.get(started.job))
        return RESULT

    started = jobs.start(work)
    began.set()
    done = ended(jobs, started.job)
    assert (seen[0].state, seen[0].what, seen[0].done, seen[0].total) == ("working", "writing", 3, 4)
    assert (done.state, done.result, done.error) == ("done", RESULT, None)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CestaError("bad_file", "It is no file.", "Another one."), "bad_file"),
        (OSError(28, "No space left on device", "shards"), "no_access"),
        (ZeroDivisionError("a fault of ours"), "internal"),
    ],
)
def test_a_job_that_fails_says_why_and_the_next_one_runs(
    jobs: Jobs, error: Exception, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    failed = ended(jobs, jobs.start(failing(error)).job)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.code == code
    assert "ZeroDivision" not in failed.error.message
    assert bool(caplog.records) == (code == "internal")


def test_a_job_stops_at_its_next_word(jobs: Jobs) -> None:
    inside, go = threading.Event(), threading.Event()

    def work(progress: Progress) -> Loaded:
        inside.set()
        assert go.wait(PATIENCE)
        progress("writing", 1, 2)
        raise AssertionError("it went on")

    started = jobs.start(work)
    waiting = jobs.start(failing(AssertionError("it began"))).job
    assert jobs.get(waiting).state == "waiting"
    jobs.stop(waiting)
    assert inside.wait(PATIENCE)
    jobs.stop(started.job)
    go.set()
    assert ended(jobs, started.job).state == "stopped"
    assert jobs.get(waiting).state == "stopped"


def test_a_server_that_leaves_stops_its_job() -> None:
    jobs = Jobs(threading.Event())
    inside = threading.Event()

    def work(progress: Progress) -> Loaded:
        inside.set()
        while True:
            progress("reading", 0, 1)

    started = jobs.start(work)
    assert inside.wait(PATIENCE)
    jobs.close(PATIENCE)
    assert jobs.get(started.job).state == "stopped"


def test_a_load_that_is_in_already_is_done_though_someone_stops_it(jobs: Jobs) -> None:
    inside, go = threading.Event(), threading.Event()

    def work(progress: Progress) -> Loaded:
        inside.set()
        assert go.wait(PATIENCE)
        progress("done", 4, 4)
        return RESULT

    started = jobs.start(work)
    assert inside.wait(PATIENCE)
    jobs.stop(started.job)
    go.set()
    assert ended(jobs, started.job).state == "done"


def test_an_unknown_job_is_told(jobs: Jobs) -> None:
    for asked in (jobs.get, jobs.stop):
        with pytest.raises(CestaError, match="unknown_job"):
            asked("0123")


def test_only_the_last_jobs_are_remembered(jobs: Jobs) -> None:
    first = ended(jobs, jobs.start(lambda _: RESULT).job)
    for _ in range(KEPT + 5):
        ended(jobs, jobs.start(lambda _: RESULT).job)
    assert len(jobs.recent()) <= KEPT + 2
    with pytest.raises(CestaError, match="unknown_job"):
        jobs.get(first.job)
