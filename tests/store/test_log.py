"""What the log accepted is there, once, whoever opens it next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.store.aside import SetAside
from cesta.store.log import Log


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite"


@pytest.fixture
def log(path: Path) -> Iterator[Log]:
    log = Log(path)
    yield log
    log.close()


PROPS: dict[str, Value] = {
    "int": 1,
    "float": 1.0,
    "bool": True,
    "text": "1\x00ž\U0001f600",
    "big": 2**63 - 1,
    "tiny": 5e-324,
}
FIRST = Event("web", "1", "ann", "see", -5, PROPS, assumed_time=True)


def test_events_come_back_as_they_were(log: Log) -> None:
    assert log.append([FIRST]) == 1
    (back,) = log.events_between(0, 1)
    assert back == FIRST
    assert [type(value) for value in back.properties.values()] == [int, float, bool, str, int, float]


def test_the_same_source_and_id_count_once(log: Log) -> None:
    other = Event("app", "1", "ann", "see", 5)
    assert log.append([FIRST, FIRST, other]) == 2
    assert log.append([Event("web", "1", "bob", "buy", 9), other]) == 0
    assert [event.customer for event in log.events_between(0, 99)] == ["ann", "ann"]
    found = [(event.source, event.message_id) for event in log.events_between(0, 99)]
    assert found == [("web", "1"), ("app", "1")]


def test_another_opening_sees_everything(path: Path) -> None:
    first = Log(path)
    first.append([FIRST], [SetAside("web", "no time", "ts", "x", row=2)])
    marks = first.marks()
    first.close()
    second = Log(path)
    assert second.marks() == marks == (1, 0, 0)
    assert second.counts() == {"log": 1, "shards": 0, "set_aside": 1}
    assert second.events_between(0, 1) == [FIRST]
    second.close()


def test_a_hidden_event_is_kept_out_of_sight(log: Log) -> None:
    other = Event("web", "2", "ann", "see", 5)
    assert log.append([FIRST, other], hidden=np.array([True, False])) == 1
    assert log.append([FIRST]) == 0, "kept, so known"
    assert log.events_between(0, 9) == [other]
    assert log.counts()["log"] == 1


def test_nothing_is_kept_when_loads_changed_since_the_caller_looked(log: Log) -> None:
    looked = log.marks().loads
    with log.transaction() as sql:
        sql.execute("update meta set changes = changes + 1")
    assert log.append([FIRST], compared_with=looked) is None
    assert log.append([FIRST], compared_with=log.marks().loads) == 1


def test_pages_hold_every_row_once(log: Log) -> None:
    log.append([Event("web", str(n), "ann", "see", n) for n in range(7)])
    pages = log.pages(
        "select seq, message_id from events where source = ? and seq > ? order by seq limit ?", ("web",), 3
    )
    assert [[row[1] for row in page] for page in pages] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_every_commit_waits_for_the_disk(log: Log) -> None:
    with log.transaction() as sql:
        assert sql.execute("pragma synchronous").fetchone() == (2,)
        assert sql.execute("pragma journal_mode").fetchone() == ("wal",)


def test_a_newer_log_is_refused(path: Path) -> None:
    Log(path).close()
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version=99")
    connection.close()
    with pytest.raises(CestaError, match="newer_format"):
        Log(path)


def test_a_damaged_log_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "log.sqlite").write_bytes(b"no database at all" * 500)
    with pytest.raises(CestaError, match=r"log\.sqlite is damaged") as caught:
        Log(tmp_path / "log.sqlite")
    assert caught.value.code == "broken_workspace"


def test_a_log_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "log.sqlite").mkdir()
    with pytest.raises(CestaError, match=r"log\.sqlite cannot be used") as caught:
        Log(tmp_path / "log.sqlite")
    assert caught.value.code == "no_access"


def test_every_writing_connection_waits_for_the_disk(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.sqlite")
    with log.transaction() as sql:
        # 2 is FULL: a commit returns when the write-ahead log is on the disk.
        assert sql.execute("pragma synchronous").fetchone() == (2,)
        assert sql.execute("pragma journal_mode").fetchone() == ("wal",)
    log.close()
