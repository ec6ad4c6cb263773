"""Files sent in slices over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served
from cesta.api.uploads import SLICE


def test_slices_make_a_file(client: TestClient[Any], served: Served) -> None:
    name = "zamówienia%20№1.csv"
    first = client.put(f"/api/uploads/{name}?part=1&of=2", content=b"who,what").json()
    second = client.put(f"/api/uploads/{name}?part=2&of=2&upload={first['upload']}", content=b",when").json()
    assert (first["whole"], second) == (
        False,
        {"upload": first["upload"], "name": "zamówienia №1.csv", "bytes": 13, "whole": True},
    )
    assert [path.read_bytes() for path in served.uploads.paths([first["upload"]])] == [b"who,what,when"]
    assert client.delete(f"/api/uploads/{first['upload']}").status_code == 204
    assert not list(served.uploads.folder.iterdir())


def test_a_slice_that_is_too_large_is_refused(client: TestClient[Any], served: Served) -> None:
    said = client.put("/api/uploads/a.csv?part=1&of=1", content=b"x" * (SLICE + 1))
    assert (said.status_code, said.json()["error"]["code"]) == (413, "too_large")
    assert not served.uploads.folder.exists()


def test_a_file_beyond_the_limit_is_refused(client: TestClient[Any], served: Served) -> None:
    with Path(served.workspace.root / "cesta.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nmax_upload_mb: 1\n")
    said = client.put("/api/uploads/a.csv?part=1&of=1", content=b"x" * (1024 * 1024 + 1))
    assert (said.status_code, said.json()["error"]["code"]) == (413, "file_too_large")


def test_slices_without_a_beginning_are_refused(client: TestClient[Any]) -> None:
    said = client.put("/api/uploads/a.csv?part=2&of=2&upload=0123456789abcdef", content=b"x")
    assert (said.status_code, said.json()["error"]["code"]) == (404, "unknown_upload")
