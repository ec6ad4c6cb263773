"""Versions: other questions are another version, whatever else is changed; each is kept as it was asked."""

from __future__ import annotations

from pathlib import Path

from asking import AFTER, asking, survey

from cesta.surveys.versions import mark_of, version_shown, versions_of


def test_another_wording_is_another_version_and_an_old_one_comes_back_as_itself(tmp_path: Path) -> None:
    other = survey(AFTER.replace("recommend us", "send friends to us"))
    with asking(tmp_path / "w") as workspace:
        assert versions_of(workspace, "after") == ()
        assert version_shown(workspace, survey(), 5) == 1
        assert version_shown(workspace, other, 6) == 2
        assert version_shown(workspace, survey(), 7) == 1
        assert [(one.number, one.since) for one in versions_of(workspace, "after")] == [(1, 5), (2, 6)]
        assert versions_of(workspace, "after")[1].questions == other.questions


def test_what_is_not_asked_makes_no_version() -> None:
    assert mark_of(survey()) == mark_of(survey(AFTER.replace("status: open", "status: closed")))
