"""What pages and links are told of surveys, and that their answers are events at once."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from litestar.testing import TestClient

from cesta.api.collect.surveys import SCRIPT
from cesta.api.house import House
from cesta.api.public import Public
from cesta.api.served import Served

SURVEY = """cesta: survey/1
id: visit
name: Your visit
status: open
where: [page, link]
quiet: 30d
questions: [{id: stars, ask: stars, text: How was it?}]
"""
FOREIGN = {"host": "events.example", "sec-fetch-site": "cross-site"}
LARGEST = 12 * 1024


@pytest.fixture
def key(client: TestClient[House], served: Served) -> str:
    folder = served.workspace.root / "surveys"
    folder.mkdir(exist_ok=True)
    (folder / "visit.yaml").write_text(SURVEY, encoding="utf-8")
    made: str = client.post("/api/sources/keys", json={"source": "web"}).json()["key"]
    return made


def answer(who: str, event: str, **more: object) -> dict[str, object]:
    properties = {"survey": "visit", "response": f"r-{who}", **more}
    return {
        "type": "track",
        "event": event,
        "messageId": f"{who}-{event}",
        "anonymousId": who,
        "properties": properties,
    }


def test_a_page_is_told_and_a_person_is_left_in_peace(client: TestClient[House], key: str) -> None:
    assert client.get("/v1/surveys", headers=FOREIGN).status_code == 401
    asked = {"writeKey": key, "anonymousId": "ann"}
    told = client.get("/v1/surveys", params=asked, headers=FOREIGN).json()["surveys"]
    assert [(one["id"], one["version"]) for one in told] == [("visit", 1)]
    body = {"batch": [answer("ann", "survey_shown")], "writeKey": key}
    assert client.post("/v1/batch", json=body).status_code == 200
    assert client.get("/v1/surveys", params=asked).json()["surveys"] == []
    assert len(client.get("/v1/surveys", params={**asked, "anonymousId": "bob"}).json()["surveys"]) == 1


def test_a_link_answers_also_for_who_asks_not_to_be_followed(client: TestClient[House], key: str) -> None:
    assert key
    made = client.post("/api/surveys/visit/links", json={"address": "https://e.example/w/x/", "place": "Brno"}).json()
    assert made["address"].startswith("https://e.example/w/x/s/visit#key=")
    own = parse_qs(urlsplit(made["address"]).fragment)["key"][0]
    told = client.get("/v1/surveys/visit", headers={"x-write-key": own}).json()
    assert (told["state"], told["questions"][0]["scale"]) == ("open", [1, 5])
    batch = [answer("ann", "survey_shown"), answer("ann", "survey_answered", question="stars", ask="stars", stars=2)]
    sent = client.post("/v1/surveys/answers", json={"batch": batch, "writeKey": own}, headers={"dnt": "1"})
    assert sent.status_code == 200
    found = client.get("/api/surveys/visit/results").json()
    assert (found["shown"], [count["n"] for count in found["questions"][0]["counts"]]) == (1, [0, 1, 0, 0, 0])


def test_what_cannot_be_filled_in_says_why(client: TestClient[House], served: Served, key: str) -> None:
    shown = {"x-write-key": key}
    assert client.get("/v1/surveys/visit").status_code == 401
    missing = client.get("/v1/surveys/vist", headers=shown)
    assert (missing.status_code, missing.json()["code"]) == (404, "unknown_survey")
    path = served.workspace.root / "surveys" / "visit.yaml"
    path.write_text(SURVEY.replace("status: open", "status: closed"), encoding="utf-8")
    assert client.get("/v1/surveys/visit", headers=shown).json()["state"] == "closed"
    assert client.get("/v1/surveys", params={"writeKey": key}).json() == {"surveys": []}


def test_the_page_and_its_script_are_small_and_of_the_public_port(client: TestClient[House], served: Served) -> None:
    page = client.get("/s/visit", headers=FOREIGN)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert f'src="../{SCRIPT}"' in page.text
    script = client.get(f"/{SCRIPT}", headers=FOREIGN)
    assert (script.status_code, script.headers["cross-origin-resource-policy"]) == (200, "cross-origin")
    assert int(script.headers["content-length"]) <= LARGEST
    public = Public(House({"shop": served}), 9000)
    for path in ("/s/visit", f"/{SCRIPT}", "/v1/surveys", "/v1/surveys/visit"):
        assert public.desk(path, "GET") is not None
    assert public.desk("/v1/surveys/answers", "POST") is not None
    assert public.desk("/api/surveys", "GET") is None
