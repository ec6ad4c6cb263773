"""Around every route: who asks, whether the rules let them, and the record of what they saw or changed."""

from __future__ import annotations

import re
from typing import Any

from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from litestar.types import Message, Scope

from cesta.accounts.roles import Who
from cesta.api.gate import now
from cesta.api.rules import DESCRIPTION, OPEN, Rule, check, rule_of
from cesta.api.served import served_in

SEEN = "seen_people"
"""Set in a request's state by a route that showed single customers without being made for it."""
NAMED = ("map_id", "load", "job", "kind", "document", "entry", "question", "key", "person", "session", "token", "query")
"""Parts of paths that may be written down: what is no customer's and no file's name."""
REFUSED = 403
RULE, WHAT = "rule", "what"
"""In a request's state: its rule, and how the record names it."""


def asked_by(connection: ASGIConnection[Any, Any, Any, Any]) -> Who | None:
    """Who asks, as the guard found out."""
    who: Who | None = connection.scope.get("user")
    return who


def client_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    """The address of the connection; None where it never left this machine."""
    return connection.client.host if connection.client is not None else None


def path_of(handler: BaseRouteHandler, template: str) -> str:
    """A route's path as the rules write it. The router's template may have another route's names of places in it."""
    own = [re.sub(r"\{(\w+):\w+\}", r"{\1}", path) for path in sorted(handler.paths)]
    return template if template in own or template.startswith(DESCRIPTION) or not own else own[0]


async def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Finds out who asks, and refuses whoever the rules do not let in."""
    method = str(connection.scope.get("method", ""))
    if method == "OPTIONS":
        return
    path = path_of(handler, str(connection.scope.get("path_template", "")))
    rule = connection.scope["state"][RULE] = rule_of(method, path)
    connection.scope["state"][WHAT] = f"{method} {path}"
    if rule != OPEN:
        gate = served_in(connection.scope).gate
        who = await sync_to_thread(gate.who, dict(connection.headers), client_of(connection))
        connection.scope["user"] = who
        check(rule, who)


async def note(message: Message, scope: Scope) -> None:
    """Writes down who saw or changed what before the answer goes out."""
    who: Who | None = scope.get("user")
    if message["type"] != "http.response.start" or who is None:
        return
    state = scope.get("state", {})
    rule: Rule | None = state.get(RULE)
    if is_noted(rule, message["status"], SEEN in state):
        places = {name: str(value) for name, value in scope.get("path_params", {}).items()}
        customer = places.get(rule.customer, "") if rule is not None else ""
        of = " ".join(places[name] for name in places if name in NAMED)
        record = served_in(scope).gate.accounts.record
        status = message["status"]
        await sync_to_thread(record.note, who, str(state.get(WHAT)), now(), of, customer, status)


def is_noted(rule: Rule | None, status: int, seen: bool) -> bool:
    """Whether an answer is written down: what was done, shown, or refused for want of a right.

    >>> is_noted(rule_of("GET", "/api/maps"), 200, False), is_noted(rule_of("POST", "/api/maps"), 201, False)
    (False, True)
    >>> is_noted(rule_of("POST", "/api/maps"), 400, False), is_noted(rule_of("GET", "/api/sources"), 403, False)
    (False, True)
    """
    recorded = rule is not None and rule.recorded
    return status == REFUSED or (status < 400 and (recorded or seen))
