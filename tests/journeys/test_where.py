"""Conditions against events."""

from __future__ import annotations

from typing import Any

import pytest

from cesta.journeys.own_events import own_columns
from cesta.journeys.where import Notes, mask
from cesta.model.errors import CestaError

PROPS: list[dict[str, Any]] = [
    {"price": 5, "path": "/buy/a", "mixed": "5"},
    {"price": 20.0, "path": "/see", "mixed": 5},
    {"colour": "red", "vip": True},
]
COLUMNS = own_columns(
    [
        {"customer": "u", "event": name, "ts": f"2024-05-0{day}T23:00:00Z", "props": props}
        for day, (name, props) in enumerate(zip(["see", "buy", "see"], PROPS, strict=True), start=6)
    ],
    {},
)

CASES: list[tuple[object, str]] = [
    ({}, "yyy"),
    ("see", "yny"),
    ({"event": None}, "yyy"),
    ({"where": "price > 5"}, "nyn"),
    ({"where": "price >= 5 and path like '/buy/%'"}, "ynn"),
    ({"where": "price != 5"}, "nyy"),
    ({"where": "not price = 5"}, "nyy"),
    ({"where": "price in (20, 7)"}, "nyn"),
    ({"where": "colour is set"}, "nny"),
    ({"where": "nothing is not set"}, "yyy"),
    ({"where": "nothing = 5 or vip = true"}, "nny"),
    ({"where": {"price": 20, "path": "/see"}}, "nyn"),
    ({"where": {"vip": 1}}, "nnn"),
    ({"where": "mixed = 5"}, "nyn"),
    ({"where": "mixed != 5"}, "nny"),
    ({"where": "price < 'x'"}, "nnn"),
    ({"date": "2024-05-07"}, "nyn"),
    ({"any": ["buy", {"where": "vip = true"}]}, "nyy"),
    ({"event": "see", "any": [{"where": "price = 5"}]}, "ynn"),
]


@pytest.mark.parametrize(("condition", "wanted"), CASES)
def test_who_meets_it(condition: object, wanted: str) -> None:
    assert "".join("ny"[met] for met in mask(COLUMNS, condition).tolist()) == wanted


def test_what_the_asker_should_hear() -> None:
    notes = Notes()
    for _ in range(2):
        mask(COLUMNS, {"event": "bye", "where": "mixed = 5"}, notes=notes)
    assert notes.warnings == [
        {"code": "unknown_event", "value": "bye", "did_you_mean": "buy"},
        {"code": "mixed_types", "value": "mixed"},
    ]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (5, "bad_value"),
        ({"event": 5}, "bad_value"),
        ({"evnt": "a"}, "unknown_param"),
        ({"where": "colour = 5"}, "bad_condition"),
        ({"where": {"a": [1]}}, "bad_value"),
        ({"date": "May"}, "bad_time"),
        ({"any": "a"}, "bad_value"),
    ],
)
def test_mistakes(condition: object, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        mask(COLUMNS, condition)
    assert caught.value.code == code
