"""SQL over the events and journeys of the workspace: to read, for so many seconds, for those who ask."""

from __future__ import annotations

from litestar import post
from litestar.concurrency import sync_to_thread
from litestar.params import JSONBody
from litestar.response import Stream

from cesta.api.served import TheServed
from cesta.api.sql import SqlAnswer, SqlAsked, ask_sql, stream

ARROW = "application/vnd.apache.arrow.stream"


@post("/api/sql", sync_to_thread=True, status_code=200)
def sql_answer(served: TheServed, data: JSONBody[SqlAsked]) -> SqlAnswer:
    """Answer one SQL query with at most `limit` rows; the tables are events, journeys, loads and set_aside."""
    return ask_sql(served.workspace, data)


@post("/api/sql/arrow", status_code=200, media_type=ARROW, as_it_is=True)
async def sql_stream(served: TheServed, data: JSONBody[SqlAsked]) -> Stream:
    """Answer one SQL query with all its rows, as a stream of Arrow batches."""
    return Stream(await sync_to_thread(stream, served.workspace, data.sql), media_type=ARROW)


ROUTES = (sql_answer, sql_stream)
