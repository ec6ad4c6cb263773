"""Questions that need a map or stored segments."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from cesta.maps.bind import view
from cesta.maps.questions import ask
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

MAP = {
    "start": {"first_of": ["visit"]},
    "end": {"any_of": ["after 2d"]},
    "stages": [
        {"id": "look", "name": "Look", "touchpoints": [{"id": "see", "name": "See", "match": {"event": "visit"}}]},
        {
            "id": "pay",
            "name": "Pay",
            "touchpoints": [
                {"id": "card", "name": "Card", "match": {"event": "pay", "where": {"by": "card"}}},
                {"id": "cash", "name": "Cash", "match": {"event": "pay"}},
            ],
        },
    ],
}


def told(*rows: tuple[str, str, str], **props: str) -> list[dict[str, Any]]:
    return [{"customer": who, "event": event, "ts": ts, "props": props} for who, event, ts in rows]


EVENTS = [
    *told(("ann", "visit", "2024-01-01"), ("ann", "pay", "2024-01-02"), ("bob", "visit", "2024-01-01")),
    *told(("bob", "pay", "2024-01-02"), by="card"),
    *told(("cid", "visit", "2024-01-05"), ("ann", "visit", "2024-01-06"), ("ann", "pay", "2024-01-07")),
]


def question(**more: Any) -> dict[str, Any]:
    params = {"map": MAP, **more.pop("params", {})}
    return {"analysis": "stage_touchpoints", "params": params, "events": EVENTS, **more}


def test_a_map_of_ones_own() -> None:
    answer = ask(None, question())
    assert answer["result"] == {
        "stages": [
            {"stage": "look", "reached": 4, "touchpoints": [{"touchpoint": "see", "journeys": 4, "share": 1}]},
            {
                "stage": "pay",
                "reached": 3,
                "touchpoints": [
                    {"touchpoint": "cash", "journeys": 2, "share": 2 / 3},
                    {"touchpoint": "card", "journeys": 1, "share": 1 / 3},
                ],
            },
        ]
    }
    assert (answer["customers"], answer["warnings"]) == (3, [])


def test_about_and_behind() -> None:
    about: Any = ask(None, question(about=True))["about"]
    assert {key: about["/stages/1/reached"][key] for key in ("n", "of")} == {"n": 3, "of": 4}
    behind: Any = ask(None, question(behind="/stages/1/touchpoints/0/journeys"))["result"]
    # two journeys, both of one customer
    assert behind == {"customers": ["ann"], "total": 1}


def test_days_choose_journeys_by_their_start() -> None:
    answer: Any = ask(None, question(params={"date_from": "2024-01-05"}))["result"]
    assert [stage["reached"] for stage in answer["stages"]] == [2, 1]


def test_the_workspace_answers_as_its_screen(shop: Workspace) -> None:
    answer: Any = ask(shop, {"analysis": "stage_touchpoints", "params": {"map": "buy", "segment": "often"}})["result"]
    found = view(shop, "buy", segment="often")
    assert [stage["reached"] for stage in answer["stages"]] == [stage.reached.value for stage in found.stages]


def test_other_questions_know_stored_segments(shop: Workspace, visits: Counter[str]) -> None:
    funnel = {"analysis": "funnel", "params": {"steps": [{"event": "visit"}], "segment": "often"}}
    path = shop.root / "segments" / "often.yaml"
    few = ask(shop, funnel)["customers"]
    path.write_text(path.read_text().replace("at_least: 2", "at_least: 1"))
    assert few == sum(count >= 2 for count in visits.values())
    assert ask(shop, funnel)["customers"] == len(visits) != few


@pytest.mark.parametrize(
    ("params", "code"),
    [({}, "missing_param"), ({"map": 3}, "bad_value"), ({"map": "buy"}, "unknown_map"), ({"map": {}}, "bad_map")],
)
def test_what_is_refused(params: dict[str, Any], code: str) -> None:
    with pytest.raises(CestaError) as caught:
        ask(None, {"analysis": "stage_touchpoints", "params": params, "events": EVENTS})
    assert caught.value.code == code
