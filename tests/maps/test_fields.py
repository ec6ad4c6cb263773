"""The fields of map documents, beyond what the linter's tests show."""

from __future__ import annotations

from typing import Any

import pytest

from cesta.maps.fields import MAP

BASE: dict[str, Any] = {"cesta": "map/1", "id": "m", "title": "M", "start": {"first_of": ["a"]}, "stages": []}


def codes(**more: Any) -> list[tuple[str, str]]:
    return [(c.code, c.pointer) for c in MAP({**BASE, **more}, "")]


@pytest.mark.parametrize(
    ("field", "pointer", "code"),
    [
        ({"period": {"from": "2026-02-01", "to": "2026-01-01"}}, "/period/to", "bad_range"),
        ({"end": {"any_of": ["silence soon"]}}, "/end/any_of/0", "bad_duration"),
        ({"end": {"any_of": [" "]}}, "/end/any_of/0", "bad_value"),
        ({"start": {"first_of": [{"evnt": "a"}]}}, "/start/first_of/0", "unknown_param"),
        ({"lanes": ["moods"]}, "/lanes/0", "bad_value"),
        (
            {"stages": [{"id": "s", "name": "S", "touchpoints": [{"id": "t", "name": "T", "match": {}}]}]},
            "/stages/0/touchpoints/0/match",
            "missing_field",
        ),
    ],
)
def test_refused(field: dict[str, Any], pointer: str, code: str) -> None:
    assert codes(**field) == [(code, pointer)]


def test_accepted() -> None:
    assert codes() == []
    assert codes(end={"any_of": ["silence 3d", "after 2w", "bye", {"event": "x", "where": "a = 1"}]}) == []
