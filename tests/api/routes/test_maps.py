"""Maps over HTTP: the list, the view, everybody behind a number, the document."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.gate import now
from cesta.api.served import Served
from cesta.ingest.door import accept

TEXT = "Great! ann@shop.example"


def test_the_list(client: TestClient[Any]) -> None:
    (entry,) = client.get("/api/maps").json()
    assert (entry["id"], entry["title"]) == ("buy-clothes", "I buy something to wear")


def test_a_segment_and_the_rest_make_everyone(client: TestClient[Any]) -> None:
    everyone = client.get("/api/maps/buy-clothes").json()
    app = client.get("/api/maps/buy-clothes", params={"segment": "app-shoppers"}).json()
    assert 0 < app["people"]["n"] < everyone["people"]["n"]
    assert [stage["id"] for stage in everyone["stages"]] == ["look", "choose", "pay"]


def test_a_period_is_kept(client: TestClient[Any]) -> None:
    part = client.get("/api/maps/buy-clothes", params={"from": "2026-01-05", "to": "2026-01-11"}).json()
    assert (part["date_from"], part["date_to"]) == ("2026-01-05", "2026-01-11")
    assert part["journeys"]["n"] < client.get("/api/maps/buy-clothes").json()["journeys"]["n"]


def test_pages_of_a_list_are_exactly_those_counted(client: TestClient[Any]) -> None:
    view = client.get("/api/maps/buy-clothes").json()
    number = view["stages"][1]["reached"]
    seen: list[dict[str, Any]] = []
    after = None
    while True:
        asked = {"pointer": number["behind"], "limit": 7} | ({"after": after} if after else {})
        page = client.get("/api/maps/buy-clothes/behind", params=asked).json()
        seen += page["items"]
        assert page["total"] == number["value"]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == number["value"]
    assert len({item["customer"] for item in seen}) == page["people"]


def test_the_document_is_the_file(client: TestClient[Any], served: Served) -> None:
    path = served.workspace.root / "maps" / "buy-clothes.yaml"
    answer = client.get("/api/maps/buy-clothes/document").json()
    assert answer["text"] == path.read_text(encoding="utf-8")
    path.write_text(answer["text"].replace("event: visit", "event: vist"), encoding="utf-8")
    problems = client.get("/api/maps/buy-clothes/document").json()["problems"]
    assert any("vist" in problem["message"] and problem["line"] for problem in problems)


def test_a_broken_map_is_an_error_with_its_line_and_the_others_stay(client: TestClient[Any], served: Served) -> None:
    (served.workspace.root / "maps" / "bad.yaml").write_text("cesta: map/1\nid: [\n")
    answer = client.get("/api/maps/bad")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_yaml"
    assert answer.json()["error"]["message"].startswith("maps/bad.yaml:3:1: ")
    assert {entry["id"]: entry["status"] for entry in client.get("/api/maps").json()} == {
        "bad": "broken", "buy-clothes": "live"
    }  # fmt: skip
    (problem,) = client.get("/api/maps/bad/document").json()["problems"]
    assert (problem["code"], problem["line"]) == ("bad_yaml", 3)
    assert client.get("/api/maps/buy-clothes").status_code == 200


def test_what_averages_hide(client: TestClient[Any]) -> None:
    found = client.get("/api/maps/buy-clothes/hidden").json()
    assert (found["false_share"], found["strong"], found["min_n"]) == (0.05, 0.1, 5)
    assert found["compared"] > 0
    assert client.get("/api/maps/nothing/hidden").json()["error"]["code"] == "unknown_map"


def test_words_of_customers_name_them_for_those_who_may_see_them(client: TestClient[Any], served: Served) -> None:
    said = {"event": "purchase", "customer": "ann", "ts": "2026-01-20", "props": {"text": TEXT}}
    accept(served.workspace, [said], "web")
    asked = {"touchpoint": "bought", "from": "2026-01-20", "to": "2026-01-20"}
    found = client.get("/api/maps/buy-clothes/voices", params=asked).json()
    (voice,) = found["items"]
    assert (voice["customer"], voice["text"], found["masked"]) == ("ann", TEXT, False)
    accounts = served.gate.accounts
    for login, role in (("olga", "owner"), ("vera", "viewer")):
        accounts.people.set_password(accounts.people.add(login, login, role, 1).id, "a hash that no password has")
    secret = accounts.sessions.begin(accounts.people.called("vera").id, "", now())
    headers = {"cookie": f"cesta-{accounts.name}={secret}"}
    found = client.get("/api/maps/buy-clothes/voices", params=asked, headers=headers).json()
    (voice,) = found["items"]
    assert (voice["customer"], voice["text"], found["masked"]) == (None, "Great! •••", True)
