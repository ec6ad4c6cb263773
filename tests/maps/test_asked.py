"""Answers beside a touchpoint's numbers, against a plain recount in Python, for any answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.asked import answered, with_answers
from cesta.maps.view import AskedView, StageView, TouchpointView
from cesta.model.event import Event
from cesta.store.columns import from_events
from cesta.surveys.scores import nps

STOPS = ("search", "card")
ANSWER = st.tuples(
    st.sampled_from(["ann", "bob", "cid"]), st.integers(0, 20), st.sampled_from([*STOPS, "elsewhere"]),
    st.sampled_from(["nps", "csat"]), st.sampled_from([0, 3, 5, 9, 10, 11, -1, 2.5, True, "9"]),
)  # fmt: skip


def stages() -> tuple[StageView, ...]:
    """Two stages of one touchpoint each; of their other numbers nothing is looked at."""
    names = TouchpointView.__dataclass_fields__
    stops = [TouchpointView(**{**dict.fromkeys(names), "id": one, "details": (), "asked": ()}) for one in STOPS]  # type: ignore[arg-type]
    fields = StageView.__dataclass_fields__
    return tuple(StageView(**{**dict.fromkeys(fields), "touchpoints": (stop,)}) for stop in stops)  # type: ignore[arg-type]


def said(
    answers: Sequence[tuple[str, int, str, str, Any]], only: set[str], span: tuple[int, int]
) -> list[list[AskedView]]:
    events = [
        Event("web", str(n), who, "survey_answered", when, {"touchpoint": stop, "ask": ask, ask: value})
        for n, (who, when, stop, ask, value) in enumerate(answers)
    ]
    columns = from_events([*events, Event("web", "x", "zoe", "visit", 5)])
    customers = np.array([one in only for one in columns.customers])
    found = with_answers(stages(), answered(columns, STOPS), customers, span, 1)
    return [list(stage.touchpoints[0].asked) for stage in found]


@given(st.lists(ANSWER, max_size=25), st.sets(st.sampled_from(["ann", "bob", "cid"])), st.integers(0, 20))
@settings(max_examples=60)
def test_the_last_answer_of_each_is_counted(answers: list[Any], only: set[str], start: int) -> None:
    found = said(answers, only, (start, 15))
    for stop, views in zip(STOPS, found, strict=True):
        for ask, top, bottom in (("nps", 10, 0), ("csat", 5, 1)):
            last: dict[str, int] = {}
            for who, when, where, how, value in sorted(answers, key=lambda one: one[1]):
                fits = not isinstance(value, bool | str) and value == int(value) and bottom <= value <= top
                if fits and where == stop and how == ask and who in only and start <= when < 15:
                    last[who] = int(value)
            view = next((one for one in views if one.ask == ask), None)
            assert (view is not None) == bool(last)
            if view is not None:
                assert view.number.n == len(last)
                good = np.array(list(last.values()))
                expected = nps(good)[0] if ask == "nps" else float(np.mean(good >= 4))
                assert view.number.value is not None
                assert abs(view.number.value - expected) < 1e-9


def test_few_are_no_score_and_none_say_nothing() -> None:
    columns = from_events([Event("web", "1", "ann", "visit", 5)])
    found = with_answers(stages(), answered(columns, STOPS), np.array([True]), (0, 10), 30)
    assert [stage.touchpoints[0].asked for stage in found] == [(), ()]
    answer = Event("web", "1", "ann", "survey_answered", 5, {"touchpoint": "card", "ask": "csat", "csat": 5})
    found = with_answers(stages(), answered(from_events([answer]), STOPS), np.array([True]), (0, 10), 30)
    (view,) = found[1].touchpoints[0].asked
    assert (view.number.value, view.number.n, view.number.too_few, view.number.evidence) == (None, 1, True, "reported")
    assert replace(view.number, unit="share") == view.number
