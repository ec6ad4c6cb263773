"""Many batches become one commit; each is answered for itself, and a bad one stops no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store import batch
from cesta.store.aside import SetAside
from cesta.store.batch import Queue, batch_of
from cesta.store.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "log.sqlite")
    yield log
    log.close()


def events(*numbers: int) -> list[Event]:
    return [Event("web", str(number), "ann", "see", number) for number in numbers]


def kept(log: Log) -> list[str]:
    return [row[0] for row in log.read("select message_id from events order by seq")]


def test_batches_that_wait_together_are_written_together_each_with_its_answer(log: Log) -> None:
    def send(low: int) -> int | None:
        return log.append(events(*range(low, low + 10)))

    with ThreadPoolExecutor(8) as pool:
        with log.transaction():
            waiting = [pool.submit(send, low) for low in (0, 5, 10, 0)]
            while len(log._queue.waiting) < 4:
                pass
        answers = [each.result() for each in waiting]
    assert sum(each or 0 for each in answers) == 20
    assert sorted(kept(log), key=int) == [str(n) for n in range(20)]


def test_one_that_cannot_be_written_stops_no_other(log: Log) -> None:
    def refuse(_: sqlite3.Connection) -> None:
        raise CestaError("bad_value", "No.", "Never.")

    with ThreadPoolExecutor(2) as pool:
        with log.transaction():
            bad, good = pool.submit(lambda: log.append(events(1, 2), also=refuse)), pool.submit(log.append, events(2))
            while len(log._queue.waiting) < 2:
                pass
        assert good.result() == 1
        with pytest.raises(CestaError, match="bad_value"):
            bad.result()
    assert kept(log) == ["2"]


def test_a_batch_whose_writer_was_interrupted_is_not_waited_for(log: Log) -> None:
    with ThreadPoolExecutor(1) as pool:
        with log.transaction():
            waiting = pool.submit(log.append, events(1))
            while not log._queue.waiting:
                pass
            log._queue.take()
        with pytest.raises(RuntimeError, match="interrupted"):
            waiting.result()
    assert log.append(events(1)) == 1


def test_when_too_much_waits_more_is_refused(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = Queue()
    first = batch_of(events(1), (), None, None, lambda _: None)
    queue.put(first)
    monkeypatch.setattr(batch, "MOST_BYTES", first.size - 1)
    with pytest.raises(CestaError, match="busy"):
        queue.put(first)
    assert queue.take() == [first]
    queue.put(first)
    assert log.append(events(1)) == 1, "nothing waits there"


def test_a_commit_takes_no_more_rows_than_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MOST_AT_ONCE", 3)
    queue = Queue()
    for numbers in ((1, 2, 3, 4), (5,), (6, 7), (8,)):
        queue.put(batch_of(events(*numbers), (), None, None, lambda _: None))
    assert [[len(each.rows) for each in queue.take()] for _ in range(3)] == [[4], [1, 2], [1]]
    assert queue.size == 0


def test_what_another_process_wrote_is_known(log: Log, tmp_path: Path) -> None:
    other = Log(tmp_path / "log.sqlite")
    assert log.append(events(1, 2)) == 2
    assert other.append(events(2, 3)) == 1
    assert log.append(events(3, 4)) == 1
    other.close()
    assert kept(log) == ["1", "2", "3", "4"]


def test_what_is_set_aside_is_kept_once_and_not_beside_its_event(log: Log) -> None:
    bad = [SetAside("web", "No customer.", message_id=key) for key in ("1", "9", "9")]
    assert log.append(events(1), bad) == 1
    assert log.append(events(9), bad) == 1
    assert log.counts() == {"log": 2, "shards": 0, "set_aside": 0}
