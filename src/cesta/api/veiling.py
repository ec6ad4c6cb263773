"""Around the app: whoever has a role that sees fields masked gets every answer under a veil, or none at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from litestar.concurrency import sync_to_thread
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
from litestar.utils.path import normalize_path

from cesta.api.noting import SEEN
from cesta.api.outside import refuse
from cesta.api.served import Served
from cesta.api.veiled_questions import OWN, Asked, check, masked
from cesta.model.errors import CestaError
from cesta.privacy.masks import Mask, masks_of
from cesta.privacy.veil import Veil, veil_of

JSON, STREAM = b"application/json", b"text/event-stream"
DATA = b"data: "
"""How a line of a stream begins that says something."""


class Veiling:
    """Wraps the app of one workspace."""

    def __init__(self, inside: ASGIApp, served: Served) -> None:
        self._inside, self._served = inside, served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # The router takes more slashes than one for one: what is asked is read as it will be.
        if scope["type"] != ScopeType.HTTP or not normalize_path(scope["path"]).startswith("/api/"):
            await self._inside(scope, receive, send)
            return
        masks, problem = self._masks()
        veil = await sync_to_thread(self._veil_of, scope, masks, problem) if masks or problem else None
        if veil is None:
            await self._inside(scope, receive, send)
            return
        # Routes read a body as JSON, whatever its sender calls it; what is put is an upload.
        body = await _whole(receive) if scope["method"] == "POST" else None
        asked = await sync_to_thread(_meant, veil, scope, body)
        await sync_to_thread(check, veil, asked)
        out = _Out(veil, asked, scope, send)
        await self._inside(_without_packing(scope, asked), _again(asked.body, receive), out.take)

    def _masks(self) -> tuple[Mapping[str, Mask], CestaError | None]:
        """What roles see masked, and what is wrong with the rules that say so."""
        try:
            return masks_of(self._served.workspace.root), None
        except CestaError as error:
            return {}, error

    def _veil_of(self, scope: HTTPScope, masks: Mapping[str, Mask], problem: CestaError | None) -> Veil | None:
        """Raises bad_privacy: while nobody knows what is masked, only the owner sees anything."""
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        client = scope["client"]
        try:
            who = self._served.gate.who(headers, client[0] if client else None)
        except CestaError:
            return None  # the guard refuses it
        if who is None or who.role == "owner":
            return None
        if problem is not None:
            raise problem
        mask = masks.get(who.role)
        return None if mask is None else veil_of(self._served.workspace, mask)


class _Out:
    """One answer on its way out."""

    def __init__(self, veil: Veil, asked: Asked, scope: HTTPScope, send: Send) -> None:
        self._veil, self._asked, self._scope, self._send = veil, asked, scope, send
        self._start: Message | None = None
        self._passes = self._streams = False
        self._body = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message["headers"])
            kind = headers.get(b"content-type", b"")
            self._streams, self._passes = kind.startswith(STREAM), self._asked.path == OWN
            if self._passes or self._streams:
                await self._send(message)
            else:
                self._start = message
        elif self._passes or message["type"] != "http.response.body":
            await self._send(message)
        elif self._streams:
            message["body"] = await sync_to_thread(self._lines, message["body"])
            await self._send(message)
        else:
            self._body += message["body"]
            if not message.get("more_body"):
                await self._finish()

    async def _finish(self) -> None:
        assert self._start is not None
        assert self._start["type"] == "http.response.start"
        kind = dict(self._start["headers"]).get(b"content-type", b"")
        if self._body and not kind.startswith(JSON):
            if SEEN in self._scope.get("state", {}):
                await refuse(masked("Files of single customers"), self._send)
                return
        elif self._body:
            self._body = await sync_to_thread(self._veiled, self._body)
        kept = [each for each in self._start["headers"] if each[0] != b"content-length"]
        self._start["headers"] = [*kept, (b"content-length", str(len(self._body)).encode())]
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body, "more_body": False})

    def _lines(self, more: bytes) -> bytes:
        """The lines of a stream that are whole by now; each of data is a document."""
        *lines, self._body = (self._body + more).split(b"\n")
        return b"".join(
            (DATA + self._veiled(line[len(DATA) :]) if line.startswith(DATA) else line) + b"\n" for line in lines
        )

    def _veiled(self, body: bytes) -> bytes:
        shown = self._veil.shown(json.loads(body), self._asked.ids)
        return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _meant(veil: Veil, scope: HTTPScope, body: bytes | None) -> Asked:
    """What is asked, with ids in place of pseudonyms."""
    path, inside = veil.meant(normalize_path(scope["path"]))
    query, found = veil.meant(scope["query_string"].decode("latin-1"), lambda one: quote(one, safe=""))
    if body is None or path == OWN:
        return Asked(path, query, body, (*inside, *found))
    text, named = veil.meant(body.decode("utf-8", "replace"), lambda one: json.dumps(one)[1:-1])
    return Asked(path, query, text.encode(), (*inside, *found, *named))


def _without_packing(scope: HTTPScope, asked: Asked) -> Scope:
    """The request as it is meant, for an answer that is not packed."""
    length = [] if asked.body is None else [(b"content-length", str(len(asked.body)).encode())]
    gone = (b"accept-encoding", *(name for name, _ in length))
    headers = [*((name, value) for name, value in scope["headers"] if name.lower() not in gone), *length]
    scope["path"], scope["raw_path"] = asked.path, quote(asked.path).encode()
    scope["query_string"], scope["headers"] = asked.query.encode("latin-1"), headers
    return cast(Scope, scope)


async def _whole(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += message["body"]
        if not message.get("more_body"):
            return body


def _again(body: bytes | None, receive: Receive) -> Receive:
    """The body once more, then whatever comes."""
    if body is None:
        return receive
    waiting = [body]

    async def given() -> Message:
        if waiting:
            return cast(Message, {"type": "http.request", "body": waiting.pop(), "more_body": False})
        return cast(Message, await receive())

    return cast(Receive, given)
