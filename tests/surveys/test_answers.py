"""Answers out of events: the last word counts, what says nothing does not, whoever answers twice counts once."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import asking, filled, survey, tell

from cesta.model.event import Event, Value
from cesta.store.columns import from_events
from cesta.surveys.answers import Given, Told, given, heard, owners_of, told


def test_who_answers_again_counts_once_by_the_last_answer(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("ann", 1, {"recommend": 2}), filled("ann", 3, {"recommend": 9}, response="again"),
             filled("bob", 2, {"recommend": 7, "how": ["shop"]}), filled("cid", 2, {}))  # fmt: skip
        found = heard(told(workspace.snapshot(), "after"))
    assert (found.shown, found.twice, len(found.responses)) == (4, 1, 2)
    said = {one.response: one.answers["recommend"].said["nps"] for one in found.responses}
    assert said == {"again": 9, "r-bob": 7}


def test_an_answer_that_was_changed_counts_as_it_stands(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("ann", 1, {"recommend": 2}), filled("ann", 2, {"recommend": 8}))
        (one,) = heard(told(workspace.snapshot(), "after")).responses
    assert (one.answers["recommend"].said["nps"], one.finished) == (8, True)


def test_other_surveys_and_events_are_left_out() -> None:
    events = [
        Event("web", "1", "ann", "survey_answered", 1, {"survey": "after", "response": "a", "nps": 3}),
        Event("web", "2", "ann", "survey_answered", 2, {"survey": "other", "response": "b", "nps": 3}),
        Event("web", "3", "bob", "purchase", 3, {"survey": "after"}),
        Event("web", "4", "bob", "survey_shown", 4, {"survey": "after"}),
    ]
    columns = from_events(events)
    assert [(one.customer, one.event) for one in told(columns, "after")] == [
        (0, "survey_answered"),
        (1, "survey_shown"),
    ]
    assert len(list(told(columns))) == 3
    assert list(told(from_events(events[2:3]), "after")) == []
    assert list(told(from_events([]))) == []
    assert owners_of(columns, columns.offsets[:-1]).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("question", "said", "expected"),
    [
        ("recommend", {"nps": 10}, 10.0),
        ("recommend", {"nps": 10.0}, 10.0),
        ("recommend", {"nps": 11}, None),
        ("recommend", {"nps": 6.5}, None),
        ("recommend", {"nps": True}, None),
        ("recommend", {"nps": "9"}, None),
        ("recommend", {}, None),
        ("recommend", {"ask": "csat", "nps": 5}, None),
        ("how", {"choice": "shop"}, ("shop",)),
        ("how", {"choice": '["shop", "friend", "shop", "zzz"]'}, ("shop", "friend")),
        ("how", {"choice": "[broken"}, None),
        ("how", {"choice": '["zzz"]'}, None),
        ("how", {"choice": 4}, None),
        ("why", {"text": "  too slow "}, "too slow"),
        ("why", {"text": "   "}, None),
        ("why", {"text": 5}, None),
    ],
)
def test_what_an_answer_says(question: str, said: dict[str, Value], expected: Given | None) -> None:
    asked = survey().question(question)
    assert asked is not None
    assert given(Told(0, 0, 0, "survey_answered", said), asked) == expected
