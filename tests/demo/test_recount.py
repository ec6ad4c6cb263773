"""The demo's answers against a recount of the raw files, to the unit."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cesta.maps.questions import ask
from cesta.store.workspace import Workspace

pytestmark = pytest.mark.demo


def load_witness() -> ModuleType:
    """The plain recount beside this file (test folders are no packages)."""
    spec = importlib.util.spec_from_file_location("demo_raw", Path(__file__).with_name("raw.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["demo_raw"] = module
    spec.loader.exec_module(module)
    return module


raw = load_witness()


@pytest.fixture(scope="session")
def told(raw_rows: Any) -> Any:
    return raw.happenings(raw_rows)


def answer(demo: Workspace, analysis: str, **params: object) -> Mapping[str, Any]:
    return ask(demo, {"analysis": analysis, "params": params})


def test_every_kind_of_event_is_there(demo: Workspace, told: Any) -> None:
    columns = demo.columns()
    ours = Counter(columns.names[code] for code in columns.codes)
    theirs = Counter(event.name for events in told.values() for event in events)
    assert ours == theirs
    assert theirs["shop_visit"] == 155_848
    assert theirs["campaign_received"] == 6_589
    assert theirs["coupon_redeemed"] == 2_102
    assert list(columns.customers) == sorted(told)
    assert len(columns.customers) == 2_469


@pytest.mark.parametrize("days", [7, 42, 120])
def test_the_funnel(demo: Workspace, told: Any, days: int) -> None:
    names = ["campaign_received", "offer_product_bought", "coupon_redeemed"]
    got = answer(demo, "funnel", steps=names, window=f"{days}d")
    assert got["result"]["counts"] == raw.funnel(told, names, timedelta(days=days))


def test_transitions(demo: Workspace, told: Any) -> None:
    got = answer(demo, "transitions")
    assert got["customers"] == 2_469
    assert got["result"]["matrix"] == raw.transitions(told)


def test_retention(demo: Workspace, told: Any) -> None:
    got = answer(
        demo,
        "retention",
        start={"event": "shop_visit", "first_time": "event"},
        **{"return": {"event": "shop_visit"}},
        interval="month",
        date_from="2017-01-01",
        intervals=12,
    )
    assert got["result"]["matrix"] == raw.monthly_return(told, "shop_visit")
