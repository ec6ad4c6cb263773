"""Snowplow's list and its pixel; the application's id opens the door."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def test_a_list_and_a_pixel_are_taken(client: TestClient[House], workspace: Workspace) -> None:
    key = Keys(workspace.data).create("site", 0)
    event = {"e": "pv", "uid": "sam", "eid": "1", "dtm": "1795342619152", "aid": key}
    assert client.post("/com.snowplowanalytics.snowplow/tp2", json={"data": [event]}).status_code == 200
    told = client.get("/i", params={**event, "uid": "sue", "eid": "2"})
    assert (told.status_code, told.headers["content-type"], told.content[:3]) == (200, "image/gif", b"GIF")
    assert {"sam", "sue"} <= set(workspace.columns().customers)
    assert client.get("/i", params={"e": "pv", "aid": "nobody"}).status_code == 401
    assert client.post("/com.snowplowanalytics.snowplow/tp2", json=[]).status_code == 401
