"""What pages are told: open surveys and nothing that is not theirs to know."""

from __future__ import annotations

from pathlib import Path

from asking import AFTER, asking, survey

from cesta.surveys.told import by_link, on_pages, told


def test_a_page_is_told_the_questions_and_not_who_sees_to_bad_answers() -> None:
    found = told(survey(), 3)
    assert (found["version"], found["quiet"], found["anonymous"]) == (3, 30 * 86_400, False)
    assert found["page"] == {"paths": (), "after": "purchase", "exit": False, "stuck": None, "wait": 2, "share": 1.0}
    assert "jana" not in repr(found)
    questions = found["questions"]
    assert isinstance(questions, list)
    assert questions[1]["show_if"] == {"question": "recommend", "at_least": None, "at_most": 6, "is": ()}
    assert questions[2]["choices"][0] == {"id": "shop", "text": "Past the shop"}


def test_only_an_open_one_is_shown(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        assert [one["id"] for one in on_pages(workspace, 0)] == ["after"]
        assert by_link(workspace, "after", 0)["state"] == "open"
        path = workspace.root / "surveys" / "after.yaml"
        path.write_text(AFTER.replace("status: open", "status: closed"), encoding="utf-8")
        assert on_pages(workspace, 0) == []
        closed = by_link(workspace, "after", 0)
        assert (closed["state"], "questions" in closed) == ("closed", False)
