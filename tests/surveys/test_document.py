"""Survey documents with the mistakes that people make."""

from __future__ import annotations

import pytest
from asking import AFTER, survey

from cesta.model.errors import CestaError


def test_a_good_one() -> None:
    found = survey()
    assert (found.id, found.status, found.where, found.quiet) == ("after", "open", ("page", "link"), "30d")
    assert [question.scale for question in found.questions] == [(0, 10), None, None, (1, 7)]
    assert found.follow_up is not None
    assert (found.follow_up.owner, found.follow_up.within) == ("jana", "2d")
    assert found.page.after == "purchase"


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (AFTER.replace("ask: ces", "ask: cse"), 17, "one of nps, csat"),
        (AFTER.replace("question: recommend, at_most: 6}}", "question: easy, at_most: 6}}"), 12, "No earlier question"),
        (AFTER.replace("at_most: 6}}", "is: [shop]}}"), 12, 'has no choice "shop"'),
        (AFTER.replace("id: easy", "id: why"), 17, "Two questions"),
        (AFTER.replace(", {id: friend, text: A friend}", ""), 13, "two choices or more"),
        (AFTER.replace("{id: friend", "{id: shop"), 16, "same id"),
        (AFTER.replace("text: It was easy.", "text: Easy, choices: [{id: a, text: A}]"), 17, "has no choices"),
        (AFTER.replace("follow_up: {question: recommend", "follow_up: {question: why"), 9, "no question with a score"),
        (AFTER.replace("owner: jana", "from: 2026-03-02\nto: 2026-03-01"), 6, "closes before it opens"),
        (AFTER[: AFTER.index("questions")] + "questions: []\n", 10, "1 to 50 questions"),
    ],
)
def test_a_mistake_is_found_on_its_line(wrong: str, line: int, said: str) -> None:
    with pytest.raises(CestaError, match=f"after.yaml:{line}: .*{said}") as caught:
        survey(wrong)
    assert caught.value.code == "bad_survey"
