"""Segment's addresses take what its clients send."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient

from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def test_a_batch_is_taken_and_what_is_wrong_in_it_waits(
    client: TestClient[House], key: str, workspace: Workspace
) -> None:
    good = b'{"type":"track","event":"hello","userId":"zoe","messageId":"1","properties":{"weight":NaN,"size":2}}'
    told = client.post("/v1/batch", content=b'{"batch":[' + good + b',{"type":"track"}]}', auth=(key, ""))
    assert (told.status_code, told.json()) == (200, {"success": True})
    assert client.get("/api/customers/zoe").status_code == 200
    waiting = workspace.log.read("select source, code, protocol from set_aside where state = 'waiting'")
    assert waiting == [("web", "no_ids", "segment")]
