"""Files loaded over HTTP, for verbs on a folder that is being served."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from litestar.testing import TestClient

MAPPING = """\
id: orders
files: {orders: orders.csv}
events:
  - event: order
    id: who
    from: orders
    customer: who
    time: paid_at
    time_is: recorded
"""


def test_files_are_loaded_once(client: TestClient[Any], tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("who,paid_at\nzoe,2026-01-05 10:00:00\nyan,2026-01-06 11:00:00\n")
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    asked = {"mapping": str(tmp_path / "mapping.yaml"), "folder": str(tmp_path)}
    first = client.post("/api/loads", json=asked).json()
    again = client.post("/api/loads", json=asked).json()
    assert (first["events"], first["already"]) == (2, False)
    assert again["already"] is True


def test_a_missing_mapping_is_told(client: TestClient[Any], tmp_path: Path) -> None:
    said = client.post("/api/loads", json={"mapping": str(tmp_path / "no.yaml"), "folder": str(tmp_path)})
    assert (said.status_code, said.json()["error"]["code"]) == (400, "no_document")
