"""What customers were seen to do, counted as small questions, against counting by hand."""

from __future__ import annotations

import numpy as np
from tests.journeys.shop import Event, shop

from cesta.journeys.habits import MARKS, Question, questions_of, replies_to
from cesta.journeys.units import Asked, Journeys, by_stretch

MINUTE, DAY = 60_000_000, 86_400_000_000
ANN: list[Event] = [
    ("see", 0, {"kind": "coat"}),
    ("see", MINUTE, {"kind": "coat"}),
    ("buy", 2 * MINUTE, {}),
    ("see", 5 * DAY, {"kind": "shirt"}),
]
BOB: list[Event] = [("see", 0, {"kind": "shirt"}), ("see", 400 * DAY, {"kind": "coat"})]


def alike(many: int) -> Journeys:
    return by_stretch(Asked(shop([ANN, BOB] * many)), (None, None), None)


def counted(
    questions: tuple[Question, ...], journeys: Journeys, unit: int
) -> dict[tuple[str, str, int], dict[str, int]]:
    replies = replies_to(questions, journeys)
    flat = [(question, answer) for question in questions for answer in question.answers]
    found: dict[tuple[str, str, int], dict[str, int]] = {}
    for place in range(replies.offsets[unit], replies.offsets[unit + 1]):
        question, answer = flat[replies.answers[place]]
        key = question.kind, question.name, question.hours
        found.setdefault(key, {})[answer] = int(replies.counts[place])
    return found


def test_questions_are_answered_as_by_hand() -> None:
    journeys = alike(30)
    questions = questions_of(journeys)
    ann, bob = (counted(questions, journeys, unit) for unit in (0, 1))
    assert ann["next", "see", 0] == {"see": 1, "buy": 1, "": 1}
    assert bob["next", "see", 0] == {"": 2}
    # one look after the other is of the same kind, so a kind counts once for a stay
    assert ann["which", "kind", 0] == {"coat": 1, "shirt": 1}
    # she came back after three days and before the week was over; whether sooner or later, all gave one answer
    assert [ann.get(("gap", "see", hours), {}) for hours in MARKS[:4]] == [
        {},
        {},
        {"away": 1, "back": 1},
        {},
    ]


def test_questions_learned_from_some_are_put_to_others() -> None:
    journeys = alike(30)
    questions = questions_of(journeys.take(np.arange(50)))
    part, whole = replies_to(questions, journeys.take(np.array([58, 59]))), replies_to(questions, journeys)
    assert part.counts.tolist() == whole.take(np.array([58, 59])).counts.tolist()
    assert part.answers.tolist() == whole.take(np.array([58, 59])).answers.tolist()


def test_nobody_is_asked_nothing() -> None:
    nobody = alike(1).take(np.zeros(0, np.int64))
    assert questions_of(nobody) == ()
    assert replies_to((), nobody).size == 0
