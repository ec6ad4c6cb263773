"""The app: all routes, one shape of error, a skin of checks around; asked about one workspace at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache
from inspect import cleandoc

from litestar import Litestar
from litestar.concurrency import sync_to_thread
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.types import Receive, Scope, Send

from cesta import __version__
from cesta.api.choosing import chosen
from cesta.api.clockwork import Clockwork
from cesta.api.description import Description
from cesta.api.errors import HANDLERS
from cesta.api.noting import guard, note
from cesta.api.routes import (
    access,
    alerts,
    ask,
    bin,
    compare,
    customers,
    edits,
    erasures,
    events,
    exchange,
    feelings,
    first_hour,
    groups,
    guesses,
    health,
    hypotheses,
    identity,
    jobs,
    kpis,
    live,
    loads,
    mail,
    maps,
    me,
    personas,
    privacy,
    proposal,
    proposed,
    questions,
    reading,
    recorded,
    remarks,
    reports,
    screen,
    segments,
    set_aside,
    shop,
    sources,
    sql,
    standing,
    surveys,
    tables,
    tasks,
    themes,
    truth,
    uploads,
    workspace,
)
from cesta.api.served import Served, say_whose, served_in
from cesta.store.unfollowed import unfollowed_of

NOUNS = (
    health,
    me,
    access,
    ask,
    questions,
    sql,
    workspace,
    mail,
    maps,
    edits,
    remarks,
    privacy,
    proposal,
    proposed,
    exchange,
    feelings,
    compare,
    customers,
    identity,
    erasures,
    events,
    set_aside,
    sources,
    shop,
    recorded,
    loads,
    guesses,
    jobs,
    reading,
    segments,
    kpis,
    standing,
    tasks,
    alerts,
    groups,
    personas,
    hypotheses,
    reports,
    surveys,
    themes,
    uploads,
    tables,
    truth,
    bin,
    first_hour,
    live,
    screen,
)
MOST_BYTES = 64 * 1024 * 1024
"""Largest body that is read: a question with its own events, or a batch of events."""
GRACE = 3
"""Seconds that a running load gets to stop when the server leaves."""


def described(route: HTTPRouteHandler) -> HTTPRouteHandler:
    """The route with its docstring as its description: Litestar may lose it when it moves the function to a thread."""
    route.description = route.description or cleandoc(route.fn.__doc__ or "") or None
    return route


@asynccontextmanager
async def life(served: Served) -> AsyncGenerator[None, None]:
    """What goes on beside the answers while a workspace is served."""
    loading = asyncio.create_task(sync_to_thread(served.load))
    await sync_to_thread(served.uploads.sweep)
    clockwork = Clockwork(served.workspace, served.leaving, served.rota)
    clockwork.start()
    served.following.start()
    yield
    served.leaving.set()
    await sync_to_thread(served.following.close, GRACE)
    await sync_to_thread(clockwork.close, GRACE)
    await sync_to_thread(served.jobs.close, GRACE)
    await loading
    served.gate.accounts.close()
    await sync_to_thread(unfollowed_of(served.workspace.log).settle)


@cache
def routes() -> Litestar:
    """All routes, without the skin; made once, as that takes half a second. Asked about a workspace by a `Room`."""
    return Litestar(
        [described(route) for noun in NOUNS for route in noun.ROUTES],
        guards=[guard],
        before_send=[note],
        dependencies={
            "served": Provide(served_in, sync_to_thread=False),
            "chosen": Provide(chosen, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        # The screen's files come compressed already; a stream of changes must not wait for a full block.
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=5, exclude_opt_key="as_it_is"),
        openapi_config=Description(
            title="Cesta", version=__version__, path="/api/openapi", use_handler_docstrings=True
        ),
        logging_config=None,
        request_max_body_size=MOST_BYTES,
    )


class Room:
    """The routes about one workspace."""

    def __init__(self, served: Served) -> None:
        self._served = served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        say_whose(scope, self._served)
        await routes()(scope, receive, send)
