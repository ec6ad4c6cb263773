"""The files of the browser UI: found, compressed once, cached for ever where their name carries a hash."""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DIST = Path(__file__).resolve().parent.parent / "web" / "dist"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
TEXTUAL = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/manifest+json")
UNBUILT = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cesta</title></head><body>
<h1>Cesta runs, its screen is not built</h1><p>In a checkout of the source, run <code>make web</code> and reload.
The interface under <code>/api/</code> works meanwhile.</p></body></html>"""


@dataclass(frozen=True, slots=True)
class File:
    """A file ready to send. `zipped` is None where compressing gains nothing."""

    body: bytes
    zipped: bytes | None
    media: str
    cache: str


def page(path: str, dist: Path = DIST) -> File | None:
    """The file at `path`, else the start page, which finds its own way; None for a missing asset."""
    wanted = found(path.lstrip("/"), dist)
    if wanted is not None:
        return read(wanted, wanted.stat().st_mtime_ns, path.startswith("assets/"))
    if path.startswith("assets/"):
        return None
    start = dist / "index.html"
    if not start.is_file():
        return File(UNBUILT, None, "text/html; charset=utf-8", ASK_AGAIN)
    return read(start, start.stat().st_mtime_ns, False)


def found(path: str, dist: Path) -> Path | None:
    """The file of the UI at this path, if there is one; a name that no disk can hold is not there."""
    try:
        wanted = (dist / path).resolve()
        there = wanted.is_relative_to(dist) and wanted.is_file() and not wanted.name.startswith(".")
    except (OSError, ValueError):
        return None
    return wanted if there else None


@lru_cache(maxsize=256)
def read(path: Path, _: int, hashed: bool) -> File:
    """Read and compress a file once; again when its time changes."""
    media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    body = path.read_bytes()
    textual = media.startswith(TEXTUAL)
    zipped = gzip.compress(body, 9, mtime=0) if textual else None
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return File(body, zipped, media + charset, FOR_EVER if hashed else ASK_AGAIN)
