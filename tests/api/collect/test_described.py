"""Every address of the front door is described, and nothing is described that is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cesta.api.collect import COLLECT_ROUTES
from cesta.api.collect.described import TAG, TAKES, described, refusals, shapes, takes

DOCUMENT = json.loads((Path(__file__).parents[3] / "web" / "openapi.json").read_text(encoding="utf-8"))


def test_every_address_is_described_and_no_other() -> None:
    told = {
        (method, path)
        for path, methods in DOCUMENT["paths"].items()
        for method, operation in methods.items()
        if TAG in operation.get("tags", ())
    }
    assert told == {(method.lower(), route.path) for route in COLLECT_ROUTES for method in route.methods}


def test_no_line_of_the_table_is_left_over() -> None:
    paths = [route.path for route in COLLECT_ROUTES]
    assert [pattern for pattern in TAKES if not any(re.fullmatch(pattern, path) for path in paths)] == []
    for path in paths:
        assert len([pattern for pattern in TAKES if re.fullmatch(pattern, path)]) == 1, path
    with pytest.raises(KeyError):
        takes("/nowhere")


def test_what_is_referred_to_is_there() -> None:
    text = json.dumps([described(COLLECT_ROUTES), shapes(), refusals()])
    named = {(kind, name) for kind, name in re.findall(r"#/components/(\w+)/(\w+)", text)}
    assert named == {("schemas", name) for name in shapes()} | {("responses", name) for name in refusals()}


def test_operations_have_names_of_their_own() -> None:
    names = [operation["operationId"] for methods in DOCUMENT["paths"].values() for operation in methods.values()]
    assert len(names) == len(set(names))
