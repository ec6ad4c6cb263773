"""Uploads: files that a page sends, slice by slice."""

from __future__ import annotations

from typing import Any

from litestar import Request, delete, put
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery

from cesta.api.served import TheServed
from cesta.api.uploads import SLICE, Slice, Uploaded


@put("/api/uploads/{name:str}", request_max_body_size=SLICE)
async def upload_slice(
    request: Request[Any, Any, Any],
    served: TheServed,
    name: FromPath[str],
    part: FromQuery[int] = 1,
    of: FromQuery[int] = 1,
    upload: FromQuery[str] = "",
) -> Uploaded:
    """Keep one slice of a file, as raw bytes. Files sent under the same `upload` are loaded together."""
    given = Slice(upload, name, part, of, await request.body())
    return await sync_to_thread(served.uploads.take, given, served.workspace.settings.max_upload_mb)


@delete("/api/uploads/{upload:str}", sync_to_thread=True)
def forget_upload(served: TheServed, upload: FromPath[str]) -> None:
    """Remove an upload's files before they were loaded."""
    served.uploads.forget([upload])


ROUTES = (upload_slice, forget_upload)
