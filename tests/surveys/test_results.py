"""Results counted by hand, and what they warn of."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import AFTER, asking, event, filled, survey, tell

from cesta.model.errors import CestaError
from cesta.surveys.results import Asked, Results, results
from cesta.surveys.versions import version_shown

SCORES = {"ann": 10, "bob": 9, "cid": 7, "dan": 3}


def of(found: Results) -> dict[str, int]:
    return {one.code: one.n for one in found.careful}


def test_numbers_by_hand(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        tell(
            workspace,
            *(filled(who, 2, {"recommend": nps, "how": ["shop"]}, language="pl") for who, nps in SCORES.items()),
        )
        tell(workspace, filled("eva", 9, {}), filled("fil", 9, {"recommend": 10}, language="cs"))
        found = results(workspace, "after", Asked(lang="pl"))
        first, _, how, easy = found.questions
        assert (found.name, found.shown, found.answered.n, found.answered.value) == ("Po zakupie", 6, 5, 5 / 6)
        assert first.score is not None
        assert first.score.value == pytest.approx(100 * (3 - 1) / 5)
        assert (first.n, first.score.definition) == (5, "nps/1")
        assert [count.n for count in first.counts] == [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 2]
        assert [(count.key, count.n, count.share) for count in how.counts] == [("shop", 4, 1.0), ("friend", 0, 0.0)]
        assert easy.score is not None
        assert easy.score.too_few
        parts = {each.by: {part.key: part.score.n for part in each.parts} for each in first.parts}
        assert parts["language"] == {"pl": 4, "cs": 1}
        assert parts["touchpoint"] == {"bought": 5}
        assert parts["week"] == {"2026-03-02": 4, "2026-03-09": 1}
        in_march = results(workspace, "after", Asked("2026-03-03", "2026-03-31"))
        assert in_march.questions[0].n == 1
        with pytest.raises(CestaError, match="ends before"):
            results(workspace, "after", Asked("2026-03-03", "2026-03-01"))


def test_it_says_what_to_be_careful_about(tmp_path: Path) -> None:
    with asking(tmp_path / "w", AFTER.replace("owner: jana", "to: 2026-03-10")) as workspace:
        version_shown(workspace, survey(AFTER.replace("recommend us", "send friends")), 0)
        version_shown(workspace, survey(), 1)
        tell(
            workspace,
            *(filled(f"silent-{n}", 2, {}) for n in range(12)),
            filled("ann", 2, {"recommend": 5}),
            filled("ann", 3, {"recommend": 6}, response="again", version=2),
            filled("bob", 2, {"recommend": 77, "gone": 5}),
            filled("cid", 11, {"recommend": 5}, version=2),
            filled("dan", 12, {"recommend": 5}, version=2),
        )
        found = results(workspace, "after", Asked())
    assert of(found) == {"few_answer": 12, "twice": 1, "unusable": 1, "former": 1, "late": 1}
    assert found.questions[0].n == 2
    assert found.state == "closed"


def test_answers_to_another_wording_are_named(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        version_shown(workspace, survey(AFTER.replace("recommend us", "send friends")), 0)
        version_shown(workspace, survey(), 1)
        tell(workspace, filled("ann", 2, {"recommend": 5}), filled("bob", 2, {"recommend": 5}, version=2))
        found = results(workspace, "after", Asked())
    assert of(found) == {"reworded": 1, "nobody_counted": 2}


def test_of_one_segment(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        (workspace.root / "segments").mkdir(exist_ok=True)
        rule = "cesta: segment/1\nid: buyers\nname: Buyers\nrule: did purchase\n"
        (workspace.root / "segments" / "buyers.yaml").write_text(rule, encoding="utf-8")
        tell(workspace, filled("ann", 2, {"recommend": 5}), filled("bob", 2, {"recommend": 10}),
             iter([event("bob", 1, 0, "purchase", {})]))  # fmt: skip
        found = results(workspace, "after", Asked(segment="buyers"))
        assert [count.key for count in found.questions[0].counts if count.n] == ["10"]
        everybody = results(workspace, "after", Asked())
        parts = {each.by: each.parts for each in everybody.questions[0].parts}
        assert [(part.key, part.score.n) for part in parts["segment"]] == [("buyers", 1)]
        with pytest.raises(CestaError):
            results(workspace, "after", Asked(segment="nobody"))


def test_a_small_workspace_shows_no_score(tmp_path: Path) -> None:
    with asking(tmp_path / "w", min_n=30) as workspace:
        tell(workspace, filled("ann", 2, {"recommend": 5}))
        found = results(workspace, "after", Asked())
    assert found.questions[0].score is not None
    assert (found.questions[0].score.value, found.answered.value, found.min_n) == (None, None, 30)
