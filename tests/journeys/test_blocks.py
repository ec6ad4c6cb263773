"""Blocks hold every unit once; answers do not depend on how large they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.journeys import blocks
from cesta.journeys.own_events import own_columns
from cesta.journeys.units import Asked, by_stretch

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
SMALL = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
STEPS: list[Any] = ["a", {"event": "b", "optional": True}, {"event": "c", "first_time": "event"}]
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("funnel", {"steps": STEPS, "exclusions": ["d"]}),
    ("funnel", {"steps": ["a", {}], "order": "strict", "breakdown": "event"}),
    ("funnel", {"steps": ["a", "b"], "order": "unordered", "count_by": "session", "session_gap": "5m"}),
    (
        "funnel",
        {"steps": ["a", {"any": ["b", "c"]}], "breakdown": "event", "attribution": "step", "attribution_step": 2},
    ),
    ("funnel_trend", {"steps": ["a", {"any": ["b", "c"]}], "date_from": "2024-05-06", "date_to": "2024-05-07"}),
    ("window_funnel", {"steps": ["a", "b"], "window": "10m", "modes": ["strict_order"]}),
]


def test_every_unit_lies_in_one_block(logs: st.SearchStrategy[Log], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 3)

    @SMALL
    @given(log=logs)
    def check(log: Log) -> None:
        journeys = by_stretch(Asked(own_columns(log, {})), (None, None), None)
        found = list(blocks.blocks(journeys))
        assert [unit for first, last, _ in found for unit in range(first, last)] == list(range(journeys.size))
        assert [who for _, _, part in found for who in part.ids_in_order()] == journeys.ids_in_order()
        assert [code for _, _, part in found for code in part.codes.tolist()] == journeys.codes.tolist()

    check()


@pytest.mark.parametrize(("analysis", "params"), QUESTIONS)
def test_answers_do_not_depend_on_blocks(
    ask: Ask, logs: st.SearchStrategy[Log], monkeypatch: pytest.MonkeyPatch, analysis: str, params: dict[str, Any]
) -> None:
    @SMALL
    @given(log=logs)
    def check(log: Log) -> None:
        monkeypatch.setattr(blocks, "BLOCK", 1 << 40)
        whole = ask(analysis, params, log)
        monkeypatch.setattr(blocks, "BLOCK", 2)
        in_parts = ask(analysis, params, log)
        assert whole | {"took_ms": 0} == in_parts | {"took_ms": 0}

    check()
