"""The browser UI: its files, and its start page for every other address."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath

from cesta.api.screen import File, page
from cesta.model.errors import CestaError

NOT_PAGES = ("api",)


def answer(file: File, accepts: str) -> Response[bytes]:
    """A file, compressed for those who can read it."""
    zipped = file.zipped is not None and "gzip" in accepts
    body = file.zipped if zipped and file.zipped is not None else file.body
    headers = {"cache-control": file.cache, "content-type": file.media, "vary": "accept-encoding"}
    return Response(body, headers=headers | ({"content-encoding": "gzip"} if zipped else {}))


@get(["/", "/{path:path}"], include_in_schema=False, opt={"as_it_is": True})
async def screen(request: Request[Any, Any, Any], path: FromPath[PurePosixPath | None] = None) -> Response[bytes]:
    """A file of the UI, or its start page."""
    wanted = str(path or "").lstrip("/")
    file = None if wanted.split("/")[0] in NOT_PAGES else await sync_to_thread(page, wanted)
    if file is None:
        raise CestaError("unknown_address", f'There is nothing at "/{wanted}".', "The interface is under /api/.")
    return answer(file, request.headers.get("accept-encoding", ""))


ROUTES = (screen,)
