"""SQL as one document and as a stream: the same rows, limited in number or not at all, mistakes told in both."""

from __future__ import annotations

import io

import pytest

from cesta.api import sql as asked_sql
from cesta.api.sql import SqlAsked, ask_sql, read_stream, stream
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

COUNT = "select event, count(*) as n from events group by event order by event"
MANY = "select range as x from range(25000) order by x"


def streamed(workspace: Workspace, query: str) -> io.BytesIO:
    return io.BytesIO(b"".join(stream(workspace, query)))


def test_both_forms_bring_the_same_rows(workspace: Workspace) -> None:
    answer = ask_sql(workspace, SqlAsked(COUNT))
    assert [column.name for column in answer.columns] == ["event", "n"]
    rows = read_stream(streamed(workspace, COUNT)).read_all().to_pylist()
    assert [list(row.values()) for row in rows] == list(answer.rows)
    assert not answer.more
    assert read_stream(streamed(workspace, MANY)).read_all().num_rows == 25_000


def test_a_document_brings_no_more_than_its_limit(workspace: Workspace) -> None:
    answer = ask_sql(workspace, SqlAsked(MANY, 12_000))
    assert ([row[0] for row in answer.rows], answer.more) == (list(range(12_000)), True)
    assert not ask_sql(workspace, SqlAsked("select 1", 1)).more
    for limit in (0, -1, asked_sql.MOST_ROWS + 1):
        with pytest.raises(CestaError, match="limit"):
            ask_sql(workspace, SqlAsked("select 1", limit))


def test_a_mistake_is_told_before_and_within_the_stream(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CestaError, match='no table "evnts"'):
        stream(workspace, "select * from evnts")
    late = "select case when x > 1900000 then error('now') else x::varchar end as y from range(2000000) as r(x)"
    with pytest.raises(CestaError, match="now"):
        read_stream(streamed(workspace, late)).read_all()
    monkeypatch.setattr(asked_sql, "SECONDS", 0.2)
    with pytest.raises(CestaError) as error:
        ask_sql(workspace, SqlAsked("select count(*) from range(100000000000) as r(x) where x % 7 = 8"))
    assert error.value.code == "sql_too_long"


def test_an_answer_without_rows_has_its_columns(workspace: Workspace) -> None:
    found = read_stream(streamed(workspace, "select 1 as a where false"))
    assert (found.schema.names, found.read_all().num_rows) == (["a"], 0)
