"""Links to surveys, and tasks out of bad answers while a workspace is served."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from cesta.api.surveys import FollowingUp, make_link
from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace
from cesta.tasks.book import list_tasks

SURVEY = """cesta: survey/1
id: visit
name: Your visit
status: open
follow_up: {question: stars, at_most: 2, owner: jana}
questions: [{id: stars, ask: stars, text: How was it?}]
"""


def test_a_link_has_a_key_of_its_own_and_a_bad_answer_a_task(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        following = FollowingUp(workspace)
        following.look()
        (workspace.root / "surveys").mkdir()
        (workspace.root / "surveys" / "visit.yaml").write_text(SURVEY, encoding="utf-8")
        made = make_link(workspace, "visit", "https://e.example/", " Kraków Rynek ")
        told = parse_qs(urlsplit(made.address).fragment)
        assert Keys(workspace.data).source_of(told["key"][0]) == made.source == "Kraków Rynek (visit)"
        assert told["at"] == ["Kraków Rynek"]
        assert "at=" not in make_link(workspace, "visit", "https://e.example/", None).address
        for wrong in (
            ("visit", "e.example", ""),
            ("vist", "https://e.example", ""),
            ("visit", "https://e.example", "x" * 200),
        ):
            with pytest.raises(CestaError):
                make_link(workspace, *wrong)
        said = {"survey": "visit", "response": "r", "question": "stars", "ask": "stars", "stars": 1}
        event = {"customer": "ann", "event": "survey_answered", "ts": "2026-03-02T10:00:00Z", "props": said}
        accept(workspace, [event], "web")
        following.look()
        following.look()
        assert [(task.owner, task.customer) for task in list_tasks(workspace)] == [("jana", "ann")]
        following.close()
