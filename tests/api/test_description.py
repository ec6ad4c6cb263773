"""The served description has the app's routes and the front door's."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House


def test_the_served_document_has_both(client: TestClient[House]) -> None:
    document = client.get("/api/openapi/openapi.json").json()
    assert {"/api/ask", "/v1/batch", "/i/v0/e", "/com.snowplowanalytics.snowplow/tp2"} <= document["paths"].keys()
    assert {"Overview", "SegmentBatch", "Refused"} <= document["components"]["schemas"].keys()
    assert document["components"]["securitySchemes"].keys() == {"keyAsUser", "keyInHeader", "keyInAddress"}
    assert document["components"]["responses"].keys() == {"Unreadable", "NoKey", "TooLarge", "Busy", "Full"}
