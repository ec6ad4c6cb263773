"""The skin around the app: checks, times, counts and logs every request; every answer gets its safety headers."""

from __future__ import annotations

import ipaddress
import logging
import time
from collections.abc import Collection, Iterable

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from cesta.api.errors import status_of
from cesta.api.gate import is_safe
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
ALWAYS_SAFE = [(b"strict-transport-security", b"max-age=31536000")]
"""Whoever came through HTTPS once, comes through it always."""


class Outside:
    """Wraps an ASGI app. names: ours, besides those of this machine."""

    def __init__(self, inside: ASGIApp, metrics: Metrics, names: Collection[str] = ()) -> None:
        self.inside = inside
        self.metrics = metrics
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.inside(scope, receive, send)
            return
        started = time.perf_counter()
        status, safe = 500, False
        method = scope["method"]

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *added(message["headers"]), *(ALWAYS_SAFE if safe else ())]
            elif method == "HEAD" and message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        try:
            headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
            check_request(method, headers, (*self.names, *own_address(scope["server"])))
            safe = is_safe(headers)
            if method == "HEAD":
                scope["method"] = "GET"
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


def added(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The safety headers an answer lacks; one with a policy of its own says itself who may frame it.

    >>> [name for name, _ in added([(b"content-security-policy", b"")])][:2]
    [b'x-content-type-options', b'referrer-policy']
    """
    own = any(name.lower() == b"content-security-policy" for name, _ in headers)
    apart = (b"content-security-policy", b"x-frame-options") if own else ()
    return [header for header in HEADERS if header[0] not in apart]


def own_address(server: tuple[str, int | None] | None) -> tuple[str, ...]:
    """The address that the connection came in at, where it is one: no name that points to us can be written so.

    >>> own_address(("10.0.0.5", 80)), own_address(("shop.example", 80)), own_address(None)
    (('10.0.0.5',), (), ())
    """
    try:
        return () if server is None else (str(ipaddress.ip_address(server[0])),)
    except ValueError:
        return ()


async def refuse(error: CestaError, send: Send) -> None:
    """Answer with an error before the app has seen the request."""
    body = msgspec.json.encode(error.as_document())
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status_of(error), "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
