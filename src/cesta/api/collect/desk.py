"""The desk at the front door: finds the route, reads the body, answers any site's page, and says what went wrong."""

from __future__ import annotations

import logging
import re
import secrets
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl

from litestar.concurrency import sync_to_thread
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from cesta.api.collect.body import UNPACKED, read_body, unpacked
from cesta.api.collect.route import Answer, Later, Request, Room, Route, as_json
from cesta.api.collect.together import Together
from cesta.api.errors import status_of
from cesta.api.served import Served
from cesta.model.errors import CestaError
from cesta.store.keys import Keys

log = logging.getLogger("cesta.collect")

MOST_WAITING = 64 * 1024 * 1024
"""Bytes of bodies that may be at hand at once, packed and unpacked; beyond, clients are asked to come again."""
LARGE = 1024 * 1024
LARGE_AT_ONCE = 2
"""Bodies larger than `LARGE` that are read at once: what JSON says takes many times its length in memory."""
RETRY_AFTER = "1"
STATUS = {"no_key": 401, "unknown_key": 401, "busy": 429, "too_many": 429, "bad_privacy": 503}
METHODS = "GET, POST, OPTIONS"
KEPT = "86400"


class Desk:
    """Wraps the app of a workspace: requests to one of the routes are answered here, all others go on."""

    def __init__(self, served: Served, routes: Sequence[Route], otherwise: ASGIApp) -> None:
        self.room = Room(served, Keys(served.workspace.data))
        self.otherwise = otherwise
        self.waiting = 0
        self.counting = threading.Lock()
        self.large = threading.Semaphore(LARGE_AT_ONCE)
        self.together = Together()
        self.plain = {route.path: route for route in routes if "{" not in route.path}
        self.named = [(_pattern(route.path), route) for route in routes if "{" in route.path]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.otherwise(scope, receive, send)
            return
        found = self.found(scope["path"])
        if found is None or scope["method"] not in (*found[0].methods, "OPTIONS"):
            await self.otherwise(scope, receive, send)
            return
        started = time.perf_counter()
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if scope["method"] == "OPTIONS":
            answer = Answer(b"", status=204)
        else:
            answer = await self.answer(*found, scope, headers, receive)
        await send(_start(answer, _open_to(headers)))
        await send({"type": "http.response.body", "body": answer.body, "more_body": False})
        seconds = time.perf_counter() - started
        self.room.served.metrics.answered(scope["method"], found[0].path, answer.status, seconds)

    def found(self, path: str) -> tuple[Route, dict[str, str]] | None:
        """The route at this path, and what its {places} say."""
        path = path.rstrip("/") or path
        if path in self.plain:
            return self.plain[path], {}
        for pattern, route in self.named:
            match = pattern.fullmatch(path)
            if match is not None:
                return route, match.groupdict()
        return None

    async def answer(
        self, route: Route, places: Mapping[str, str], scope: HTTPScope, headers: Mapping[str, str], receive: Receive
    ) -> Answer:
        """What the route says to this request; an error in the form that clients know."""
        said = headers.get("content-length", "")
        unsaid = route.most if "transfer-encoding" in headers else 0
        try:
            with self.held(int(said) if said.isdecimal() else unsaid):
                return await self.read(route, places, scope, headers, receive)
        except CestaError as error:
            return refused(error, route.busy)

    async def read(
        self, route: Route, places: Mapping[str, str], scope: HTTPScope, headers: Mapping[str, str], receive: Receive
    ) -> Answer:
        """Reads the body, and has it handled with others that wait; a large one by a thread of its own."""
        self.room.served.workspace.log.check_room()
        body = await read_body(receive, headers.get("content-length"), route.most)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        request = Request(scope["method"], headers, query, places, body)
        if len(body) > LARGE:
            return await sync_to_thread(self._handle, route, request)
        return await self.together.handled(partial(self._begin, route, request), len(body))

    @contextmanager
    def held(self, size: int) -> Iterator[None]:
        """So many bytes more are at hand meanwhile. Raises busy; one body alone is always taken."""
        with self.counting:
            if self.waiting and self.waiting + size > MOST_WAITING:
                raise CestaError("busy", "Too much waits to be written.", "Come again a little later.")
            self.waiting += size
        try:
            yield
        finally:
            with self.counting:
                self.waiting -= size

    def _handle(self, route: Route, request: Request) -> Answer:
        return _finished(self._begin(route, request))

    def _begin(self, route: Route, request: Request) -> Answer | Later:
        """Reads the request, up to where it waits for the disk; a large one is handled wholly."""
        with _faults_told(route):
            packed = request.headers.get("content-encoding", "")
            body = unpacked(request.body, packed, route.most * UNPACKED)
            if body is not request.body:
                request = replace(request, body=body)
            if len(body) > LARGE:
                with self.held(len(body)), self.large:
                    return _finished(route.handler(self.room, request))
            found = route.handler(self.room, request)
        return found if isinstance(found, Answer) else partial(_later, route, found)


def _finished(found: Answer | Later) -> Answer:
    return found if isinstance(found, Answer) else found()


def _later(route: Route, later: Later) -> Answer:
    with _faults_told(route):
        return later()


@contextmanager
def _faults_told(route: Route) -> Iterator[None]:
    """What is no fault of the client's is told without its story. Raises internal."""
    try:
        yield
    except CestaError:
        raise
    except Exception as error:
        fault = secrets.token_hex(4)
        log.error("fault", extra={"fault": fault, "route": route.path}, exc_info=error)
        raise CestaError("internal", f"Something went wrong inside Cesta (fault {fault}).", None) from error


def refused(error: CestaError, busy: int = 429) -> Answer:
    """An error as the servers that these clients were made for tell it.

    >>> refused(CestaError("no_key", "The request shows no write key.")).body
    b'{"code":"no_key","message":"The request shows no write key."}'
    """
    status = STATUS.get(error.code) or status_of(error)
    if status == 429:
        status = busy
    message = f"{error.message} {error.hint}" if error.hint else error.message
    if status not in (401, busy):
        log.warning("refused", extra={"code": error.code, "status": status})
    answer = as_json({"code": error.code, "message": message}, status)
    return Answer(answer.body, status=status, headers={"retry-after": RETRY_AFTER} if status in (429, 503) else {})


def _open_to(headers: Mapping[str, str]) -> dict[str, str]:
    """Whatever page asks may send: a write key can only write."""
    origin = headers.get("origin")
    if origin is None:
        return {}
    asked = headers.get("access-control-request-headers")
    return {
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-allow-methods": METHODS,
        "access-control-max-age": KEPT,
        "vary": "origin",
        **({"access-control-allow-headers": asked} if asked else {}),
    }


def _start(answer: Answer, more: Mapping[str, str]) -> Message:
    said = {
        "content-type": answer.media,
        "content-length": str(len(answer.body)),
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "cross-origin",
        "cache-control": "no-store",
        **more,
        **answer.headers,
    }
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in said.items()]
    return {"type": "http.response.start", "status": answer.status, "headers": headers}


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", path)
    return re.compile(
        "".join(f"(?P<{part}>[^/]+)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    )
