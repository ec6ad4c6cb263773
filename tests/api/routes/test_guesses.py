"""Files are guessed and loaded over HTTP, corrected by answers, and nothing stays of what holds no events."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from litestar.testing import TestClient

LOG = "customer,paid,amount\nann,01/02/2026,3\nbob,02/02/2026,4\n"


def done(client: TestClient[Any], asked: dict[str, object]) -> dict[str, Any]:
    job = client.post("/api/loads", json=asked).json()["job"]
    while (now := client.get(f"/api/loads/jobs/{job}").json())["state"] in ("waiting", "working"):
        time.sleep(0.01)
    found: dict[str, Any] = now
    return found


def test_guessed_corrected_and_loaded(client: TestClient[Any], tmp_path: Path) -> None:
    (tmp_path / "paid.csv").write_text(LOG)
    files = [str(tmp_path / "paid.csv")]
    asked = client.post("/api/loads/guess", json={"files": files}).json()
    assert [question["code"] for question in asked["questions"]] == ["date_order"]
    assert asked["tables"][0]["first_rows"][0] == ["ann", "01/02/2026", "3"]
    assert done(client, {"files": files})["error"]["code"] == "unclear_columns"
    settled = client.post("/api/loads/guess", json={"files": files, "answers": {"dates": "mdy"}}).json()
    assert (settled["questions"], settled["events"][0]["who"]["columns"]) == ([], ["customer"])
    job = done(client, {"files": files, "answers": {"dates": "mdy"}})
    assert (job["state"], job["result"]["events"]) == ("done", 2)
    assert done(client, {"files": files, "mapping": settled["mapping"]})["result"]["already"] is True


def test_refused_kindly(client: TestClient[Any], tmp_path: Path) -> None:
    (tmp_path / "geo.csv").write_text("city,lat\nBrno,49.2\n")
    found = client.post("/api/loads/guess", json={"files": [str(tmp_path / "geo.csv")]}).json()
    assert (found["refused"]["code"], found["events"], found["mapping"]) == ("no_events", [], "")


def test_an_answer_that_cannot_be(client: TestClient[Any], tmp_path: Path) -> None:
    (tmp_path / "paid.csv").write_text(LOG)
    said = client.post("/api/loads/guess", json={"files": [str(tmp_path / "paid.csv")], "answers": {"who": ["x"]}})
    assert (said.status_code, said.json()["error"]["code"]) == (400, "unknown_column")
