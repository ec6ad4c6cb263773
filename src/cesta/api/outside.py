"""The skin around the app: checks, times, counts and logs every request; every answer gets its safety headers."""

from __future__ import annotations

import logging
import time

import msgspec
from litestar.enums import HttpMethod, ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from cesta.api.errors import status_of
from cesta.api.guard import check_request
from cesta.api.metrics import Metrics
from cesta.model.errors import CestaError

log = logging.getLogger("cesta.api")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]


class Outside:
    """Wraps an ASGI app."""

    def __init__(self, inside: ASGIApp, metrics: Metrics) -> None:
        self.inside = inside
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.inside(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500
        method = scope["method"]

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *HEADERS]
            elif method == "HEAD" and message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        try:
            check_request(method, {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]})
            if method == "HEAD":
                scope["method"] = HttpMethod.GET
            await self.inside(scope, receive, sending)
        except CestaError as error:
            await refuse(error, sending)
        finally:
            self.note(method, scope, status, time.perf_counter() - started)

    def note(self, method: str, scope: HTTPScope, status: int, seconds: float) -> None:
        """Count and log one request under its route's template."""
        route = str(scope.get("path_template") or "(none)")
        self.metrics.answered(method, route, status, seconds)
        ms = round(seconds * 1000, 1)
        log.info("request", extra={"method": method, "route": route, "status": status, "ms": ms})


async def refuse(error: CestaError, send: Send) -> None:
    """Answer with an error before the app has seen the request."""
    body = msgspec.json.encode(error.as_document())
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status_of(error), "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
