"""Every error leaves in one JSON shape with the right status; what went wrong inside stays in the log."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, SerializationException
from litestar.types import ExceptionHandlersMap

from cesta.model.errors import CestaError

log = logging.getLogger("cesta.api")

STATUS = {
    "unknown_map": 404,
    "map_exists": 409,
    "unknown_group": 404,
    "segment_exists": 409,
    "persona_exists": 409,
    "question_exists": 409,
    "unknown_customer": 404,
    "unknown_workspace": 404,
    "unknown_upload": 404,
    "unknown_job": 404,
    "unknown_load": 404,
    "unknown_binned": 404,
    "unknown_outcome": 404,
    "unknown_question": 404,
    "unknown_survey": 404,
    "unknown_address": 404,
    "not_allowed_here": 405,
    "foreign_host": 421,
    "foreign_origin": 403,
    "not_signed_in": 401,
    "unknown_token": 401,
    "wrong_password": 401,
    "not_allowed": 403,
    "masked": 403,
    "too_many_tries": 429,
    "dead_link": 404,
    "unknown_format": 404,
    "unknown_template": 404,
    "template_exists": 409,
    "unknown_person": 404,
    "unknown_session": 404,
    "unknown_merge": 404,
    "unknown_decision": 404,
    "kept_apart": 409,
    "gone_token": 404,
    "person_exists": 409,
    "last_owner": 409,
    "still_owns": 409,
    "guarded_already": 409,
    "too_large": 413,
    "batch_too_large": 413,
    "file_too_large": 413,
    "workspace_owned": 409,
    "not_ready": 503,
    "broken_workspace": 500,
    "internal": 500,
    "no_mail_server": 502,
    "mail_login": 502,
    "mail_refused": 502,
    "disk_full": 507,
    "erasing_unfinished": 507,
    "busy": 429,
}
"""Code to HTTP status; every other code is the asker's mistake: 400."""

REFERENCE = "The reference of the HTTP interface says what this address takes."
SAID = {
    404: ("unknown_address", "There is nothing at this address.", "Addresses of the interface begin with /api/."),
    405: ("not_allowed_here", "This method is not possible at this address.", "Questions go by POST, reading by GET."),
    413: ("too_large", "The body is larger than this server reads.", "Send it in smaller parts."),
}


def status_of(error: CestaError) -> int:
    """The HTTP status that goes with an error.

    >>> status_of(CestaError("unknown_map", "There is no map here.")), status_of(CestaError("bad_step", "No step 4."))
    (404, 400)
    """
    return STATUS.get(error.code, 400)


def ours(_: Request[Any, Any, Any], error: CestaError) -> Response[dict[str, dict[str, str | None]]]:
    """An error that Cesta raised: its own words."""
    status = status_of(error)
    headers = {"Retry-After": "1"} if status == 429 else None
    return Response(error.as_document(), status_code=status, media_type="application/json", headers=headers)


def of_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, dict[str, str | None]]]:
    """An error of the HTTP layer: no such address, wrong method, unreadable parameter."""
    if error.status_code >= 500:
        return unforeseen(request, error)
    code, message, hint = SAID.get(error.status_code) or explained(error)
    document = CestaError(code, message, hint).as_document()
    return Response(document, status_code=error.status_code, media_type="application/json", headers=error.headers)


def explained(error: HTTPException) -> tuple[str, str, str]:
    """Code, message and hint for a request whose parameters or body cannot be read."""
    if isinstance(error.__cause__, SerializationException):
        return "bad_json", f"The body is not JSON: {error.detail}.", REFERENCE
    problems = [p for p in error.extra if isinstance(p, dict)] if isinstance(error.extra, list) else []
    if problems:
        said = "; ".join(f"{p.get('key', 'body')}: {p.get('message', '')}" for p in problems)
        return "bad_value", said + ".", REFERENCE
    missing = error.detail.startswith("Missing required")
    return ("missing_param" if missing else "bad_request"), error.detail.split(" for path ")[0] + ".", REFERENCE


def unforeseen(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, dict[str, str | None]]]:
    """A fault of our own: an id for the reader, the whole story under that id in the log."""
    fault = secrets.token_hex(4)
    route = request.scope.get("path_template", "")
    log.error("fault", extra={"fault": fault, "route": route}, exc_info=error)
    told = CestaError("internal", f"Something went wrong inside Cesta (fault {fault}).", "The server's log has it.")
    return Response(told.as_document(), status_code=500, media_type="application/json")


def too_deep(request: Request[Any, Any, Any], _: RecursionError) -> Response[dict[str, dict[str, str | None]]]:
    """Brackets within brackets, more than can be read."""
    return ours(request, CestaError("bad_json", "This is nested too deeply.", "Is a bracket never closed?"))


HANDLERS: ExceptionHandlersMap = {
    CestaError: ours,
    HTTPException: of_http,
    RecursionError: too_deep,
    Exception: unforeseen,
}
