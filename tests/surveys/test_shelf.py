"""When a survey is open, by its days and its status."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import AFTER, asking, survey

from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant
from cesta.surveys.shelf import load, load_all, state_of


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-03-01T22:59:59Z", "early"),
        ("2026-03-01T23:00:00Z", "open"),
        ("2026-03-05T22:59:59Z", "open"),
        ("2026-03-05T23:00:00Z", "closed"),
    ],
)
def test_its_days_are_those_of_the_workspace(at: str, state: str) -> None:
    dated = survey(AFTER.replace("owner: jana", "from: 2026-03-02\nto: 2026-03-05"))
    assert state_of(dated, parse_instant(at), "Europe/Prague") == state


def test_a_draft_and_a_closed_one_take_nothing() -> None:
    for status in ("draft", "closed"):
        assert state_of(survey(AFTER.replace("status: open", f"status: {status}")), 0, "UTC") == status


def test_one_that_cannot_be_read_stands_in_nobodys_way(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        (workspace.root / "surveys" / "bad.yaml").write_text("cesta: survey/1\n", encoding="utf-8")
        broken: list[CestaError] = []
        assert list(load_all(workspace, broken)) == ["after"]
        assert [error.code for error in broken] == ["bad_survey"]
        with pytest.raises(CestaError):
            load_all(workspace)
        assert load(workspace, "after").id == "after"
        (workspace.root / "surveys" / "other.yaml").write_text(AFTER, encoding="utf-8")
        with pytest.raises(CestaError, match=r"other.yaml:1: The id is .after."):
            load(workspace, "other")
        with pytest.raises(CestaError, match="afte"):
            load(workspace, "afte")
