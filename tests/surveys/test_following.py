"""A bad answer becomes one task, for its owner and its day; what was closed stays closed."""

from __future__ import annotations

from pathlib import Path

from asking import AFTER, asking, filled, tell

from cesta.surveys.following import bad_answers, follow_up, known_answers
from cesta.tasks.book import TaskChange, change_task, list_tasks


def test_one_task_for_each_bad_answer(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("ann", 2, {"recommend": 3}), filled("bob", 2, {"recommend": 9}))
        known = known_answers(workspace)
        assert follow_up(workspace, known) == 1
        assert follow_up(workspace, known) == 0
        (task,) = list_tasks(workspace)
        assert (task.title, task.owner, task.due, task.source) == (
            "After buying: 3 / 10",
            "jana",
            "2026-03-04",
            "survey",
        )
        assert (task.customer, task.link, task.ref) == ("ann", "/surveys?survey=after", "after:r-ann")
        change_task(workspace, task.id, TaskChange(status="done"))
        tell(workspace, filled("cid", 3, {"recommend": 0}))
        assert known_answers(workspace) == known == {"after:r-ann"}
        assert follow_up(workspace, known) == 1
        assert {one.status for one in list_tasks(workspace) if one.ref == "after:r-ann"} == {"done"}


def test_nobody_is_named_by_an_anonymous_survey_and_none_follows_without_a_rule(tmp_path: Path) -> None:
    with asking(tmp_path / "w", AFTER.replace("owner: jana", "who: anonymous")) as workspace:
        tell(workspace, filled("ann", 2, {"recommend": 3}), filled("bob", 2, {"easy": 3}))
        (bad,) = bad_answers(workspace)
        assert (bad.customer, bad.owner, bad.score) == ("", "", 3)
        path = workspace.root / "surveys" / "after.yaml"
        path.write_text(
            AFTER.replace("follow_up: {question: recommend, at_most: 6, within: 2d}\n", ""), encoding="utf-8"
        )
        assert list(bad_answers(workspace)) == []


def test_what_was_changed_to_a_good_one_is_no_task(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("ann", 2, {"recommend": 3}), filled("ann", 3, {"recommend": 9}))
        tell(workspace, filled("bob", 2, {"easy": 1}), filled("cid", 2, {"recommend": 77}))
        assert list(bad_answers(workspace)) == []
