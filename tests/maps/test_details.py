"""What people wrote is read back field by field, and lanes of words are laid under their stages."""

from __future__ import annotations

from typing import Any

from cesta.maps.details import details, lane_rows

STOP: dict[str, Any] = {
    "id": "card", "needs": ["speed", {"en": "trust", "pl": "zaufanie"}], "focus": True, "moment_of_truth": False,
    "raci": {"responsible": ["jana"], "accountable": "petr"}, "emotion": {"feelings": ["anxiety"]},
    "targets": {"action-rate": 0.4}, "benchmark": [{"id": "b", "who": "Rival", "text": "two clicks"}],
    "links": [{"id": "l", "url": "https://example.com"}],
}  # fmt: skip
DATA: dict[str, Any] = {
    "stages": [{"id": "pay", "trigger": "The cart is full", "touchpoints": [STOP, None]}],
    "own_lanes": [{"id": "law", "name": {"en": "Law", "cs": "Právo"}, "cells": {"card": "PSD2"}}],
    "blueprint": {"backstage": {"pay": "fraud check"}},
}


def test_every_field_that_says_something_and_no_other() -> None:
    found = {detail.field: detail.texts for detail in details(STOP, "pl")}
    assert found == {
        "needs": ("speed", "zaufanie"), "focus": ("true",), "raci.responsible": ("jana",),
        "raci.accountable": ("petr",), "feelings": ("anxiety",), "targets.action-rate": ("0.4",),
        "benchmark": ("Rival: two clicks",), "links": ("https://example.com",),
    }  # fmt: skip
    assert details({}, "en") == ()


def test_lanes_of_words_in_the_maps_order() -> None:
    rows = lane_rows(DATA, ("law", "emotion", "trigger", "backstage", "benchmark"), "cs")
    told = [(row.id, row.name, [(c.stage, c.touchpoint, c.text) for c in row.cells]) for row in rows]
    assert told == [
        ("law", "Právo", [("pay", "card", "PSD2")]),
        ("trigger", None, [("pay", None, "The cart is full")]),
        ("backstage", None, [("pay", None, "fraud check")]),
        ("benchmark", None, [("pay", "card", "Rival: two clicks")]),
    ]
