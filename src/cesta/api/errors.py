"""Every error leaves in one JSON shape with the right status; what went wrong inside stays in the log."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from cesta.model.errors import CestaError

log = logging.getLogger("cesta.api")

STATUS = {
    "unknown_map": 404,
    "unknown_customer": 404,
    "unknown_address": 404,
    "not_allowed_here": 405,
    "foreign_host": 421,
    "foreign_origin": 403,
    "too_large": 413,
    "workspace_owned": 409,
    "not_ready": 503,
    "internal": 500,
}
"""Code to HTTP status; every other code is the asker's mistake: 400."""

CODES = {
    400: ("bad_request", "See the reference of the HTTP interface for what this address takes."),
    404: ("unknown_address", "Addresses of the interface begin with /api/."),
    405: ("not_allowed_here", "Questions and events are sent with POST, everything else is read with GET."),
    413: ("too_large", "Send it in smaller parts."),
}


def status_of(error: CestaError) -> int:
    """The HTTP status that goes with an error.

    >>> status_of(CestaError("unknown_map", "There is no map here.")), status_of(CestaError("bad_step", "No step 4."))
    (404, 400)
    """
    return STATUS.get(error.code, 400)


def ours(_: Request[Any, Any, Any], error: CestaError) -> Response[dict[str, dict[str, str | None]]]:
    """An error that Cesta raised: its own words."""
    return Response(error.as_document(), status_code=status_of(error), media_type="application/json")


def of_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, dict[str, str | None]]]:
    """An error of the HTTP layer: no such address, wrong method, unreadable parameter."""
    if error.status_code >= 500:
        return unforeseen(request, error)
    code, hint = CODES.get(error.status_code, CODES[400])
    problems = error.extra if isinstance(error.extra, list) else []
    said = "; ".join(f"{p.get('key', 'body')}: {p.get('message', '')}" for p in problems if isinstance(p, dict))
    message = said or f"{request.method} is not possible here: {error.detail}."
    document = CestaError("bad_value" if problems else code, message, hint).as_document()
    return Response(document, status_code=error.status_code, media_type="application/json", headers=error.headers)


def unforeseen(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, dict[str, str | None]]]:
    """A fault of our own: an id for the reader, the whole story under that id in the log."""
    fault = secrets.token_hex(4)
    route = request.scope.get("path_template", "")
    log.error("fault", extra={"fault": fault, "route": route}, exc_info=error)
    told = CestaError("internal", f"Something went wrong inside Cesta (fault {fault}).", "The server's log has it.")
    return Response(told.as_document(), status_code=500, media_type="application/json")


HANDLERS: ExceptionHandlersMap = {CestaError: ours, HTTPException: of_http, Exception: unforeseen}
