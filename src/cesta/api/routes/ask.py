"""A question in, an answer out: the same document as `cesta ask` and Python take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Request, post
from litestar.concurrency import sync_to_thread

from cesta.api.documents import json_object
from cesta.api.noting import SEEN, asked_by
from cesta.api.rules import check_people, is_about_people
from cesta.api.served import Served, TheServed
from cesta.maps.question_document import asked
from cesta.maps.questions import ask


@post("/api/ask", status_code=200)
async def ask_question(request: Request[Any, Any, Any], served: TheServed) -> dict[str, object]:
    """Answer a question about the workspace, or about the events it carries itself."""
    return await sync_to_thread(_answered, served, request, json_object(await request.body()))


def _answered(served: Served, request: Request[Any, Any, Any], question: Mapping[str, object]) -> dict[str, object]:
    # Also a question that was saved may ask about somebody.
    question = asked(served.workspace, question)
    if is_about_people(question):
        check_people(asked_by(request))
        request.scope["state"][SEEN] = True
    return ask(served.workspace, question)


ROUTES = (ask_question,)
