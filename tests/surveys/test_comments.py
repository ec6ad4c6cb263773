"""Comments as they were written, with their score; nobody's name where the survey is anonymous."""

from __future__ import annotations

from pathlib import Path

from asking import AFTER, asking, filled, tell

from cesta.surveys.comments import comments
from cesta.surveys.results import Asked


def test_who_stayed_unknown_has_no_name(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("survey:r-1", 2, {"recommend": 3, "why": "Slow"}))
        assert [one.customer for one in comments(workspace, "after", Asked()).comments] == [None]


def test_newest_first_with_their_score(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(workspace, filled("ann", 2, {"recommend": 3, "why": "Za długo"}, language="pl"),
             filled("bob", 3, {"recommend": 2, "why": "Slow"}), filled("cid", 4, {"recommend": 9}))  # fmt: skip
        found = comments(workspace, "after", Asked())
        assert (found.count, [one.text for one in found.comments]) == (2, ["Slow", "Za długo"])
        last = found.comments[1]
        assert (last.score, last.ask, last.customer, last.language, last.touchpoint) == (
            3,
            "nps",
            "ann",
            "pl",
            "bought",
        )
        assert [one.text for one in comments(workspace, "after", Asked(), most=1).comments] == ["Slow"]
        path = workspace.root / "surveys" / "after.yaml"
        path.write_text(AFTER.replace("owner: jana", "who: anonymous"), encoding="utf-8")
        assert comments(workspace, "after", Asked()).comments[1].customer is None
