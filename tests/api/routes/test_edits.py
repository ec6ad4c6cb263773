"""Editing a map over HTTP: its draft has numbers of its own, conflicts are told, and publishing replaces the file."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

MAP = "/api/maps/buy-clothes"
CART = ["stages", "choose", "touchpoints", "cart"]


def edit(client: TestClient[Any], hand: str, key: str, **edit: Any) -> Any:
    answer = client.post(f"{MAP}/edits", json={"hand": hand, "wishes": [{"key": key, "edit": edit}]})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_two_hands_one_map(client: TestClient[Any]) -> None:
    before = client.get(f"{MAP}/draft", params={"hand": "a"}).json()
    assert (before["version"], before["differs"], before["can_undo"]) == (0, False, False)
    done = edit(client, "a", "1", kind="set", at=[*CART, "thinks"], value="Mine?")
    assert (done["outcomes"][0]["outcome"], done["draft"]["pending"], done["draft"]["can_undo"]) == ("done", 1, True)
    told = edit(client, "b", "2", kind="set", at=[*CART, "thinks"], value="Yours?")
    assert (told["outcomes"][0]["outcome"], told["outcomes"][0]["theirs"]) == ("conflict", "Mine?")
    assert not told["draft"]["can_undo"]
    back = client.post(f"{MAP}/undo", json={"hand": "a"}).json()
    assert (back["draft"]["can_redo"], back["draft"]["differs"]) == (True, False)
    client.post(f"{MAP}/undo", json={"hand": "a", "redo": True})
    (deed,) = [
        d for d in client.get(f"{MAP}/versions", params={"lang": "pl"}).json()["pending"] if d["kind"] == "redone"
    ]
    assert len(deed["words"]) == 1


def test_a_draft_has_numbers_of_its_own_until_it_is_published(client: TestClient[Any]) -> None:
    rule = {"event": "coupon_view"}
    stop = {"id": "coupon", "name": "A coupon", "match": {"event": "add_to_cart"}}
    preview = client.post("/api/match", json={"match": stop["match"]}).json()
    edit(client, "a", "1", kind="remove", at=CART)
    edit(client, "a", "2", kind="add", at=CART[:-1], value=stop)
    draft = client.get(MAP, params={"draft": True}).json()
    (coupon,) = [p for stage in draft["stages"] for p in stage["touchpoints"] if p["id"] == "coupon"]
    behind = client.get(f"{MAP}/behind", params={"pointer": coupon["people"]["behind"], "draft": True}).json()
    assert coupon["people"]["value"] == behind["total"] <= preview["people"]
    assert "coupon" not in client.get(MAP).text
    assert client.post(f"{MAP}/publish", json={"hand": "a", "note": "Coupons"}).json() == {"version": 2}
    assert client.get(MAP).json()["stages"] == client.get(MAP, params={"draft": True}).json()["stages"]
    history = client.get(f"{MAP}/versions").json()
    assert [(v["number"], v["note"], v["current"]) for v in history["versions"]] == [
        (2, "Coupons", True),
        (1, "", False),
    ]
    assert history["pending"] == []
    told = client.get(f"{MAP}/changes", params={"before": "1", "after": "2"}).json()
    assert len(told["changes"]) == 2
    assert len(told["deeds"]) == 2
    restored = client.post(f"{MAP}/restore", json={"hand": "a", "version": "1"}).json()
    assert restored["differs"]
    assert client.post("/api/match", json={"match": rule}).json()["unseen"] == ["coupon_view"]


def test_a_hand_is_asked_for(client: TestClient[Any]) -> None:
    answer = client.post(f"{MAP}/edits", json={"hand": "", "wishes": []})
    assert answer.json()["error"]["code"] == "bad_value"
    assert client.get("/api/maps/none/draft").json()["error"]["code"] == "unknown_map"
