"""A table sent to the server comes back as a file with its name."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from litestar.testing import TestClient

TABLE = {
    "name": "Cesty „vše“",
    "columns": [{"name": "kam", "kind": "text"}, {"name": "podíl", "kind": "share"}],
    "rows": [["=1", 0.5]],
}


def test_a_workbook_comes_back(client: TestClient[Any]) -> None:
    answer = client.post("/api/tables", json=TABLE)
    assert answer.status_code == 200
    assert (
        answer.headers["content-disposition"] == "attachment; filename*=UTF-8''Cesty%20%E2%80%9Ev%C5%A1e%E2%80%9C.xlsx"
    )
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["=1", 0.5]
    assert sheet["A2"].data_type == "s"


def test_csv_comes_back(client: TestClient[Any]) -> None:
    answer = client.post("/api/tables", json=TABLE | {"format": "csv", "language": "cs"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.decode("utf-8-sig") == "kam;podíl\r\n'=1;0,5\r\n"


def test_what_is_no_table_is_told(client: TestClient[Any]) -> None:
    answer = client.post("/api/tables", json=TABLE | {"rows": [[1]]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_table")
    assert client.post("/api/tables", json=TABLE | {"format": "pdf"}).status_code == 400
