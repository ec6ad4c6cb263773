"""The list of surveys: open or not, and what the first score of each is."""

from __future__ import annotations

from pathlib import Path

from asking import asking, filled, tell

from cesta.surveys.listing import list_surveys


def test_each_with_its_first_score(tmp_path: Path) -> None:
    with asking(tmp_path / "w") as workspace:
        folder = workspace.root / "surveys"
        (folder / "bad.yaml").write_text("cesta: survey/1\n", encoding="utf-8")
        words = "cesta: survey/1\nid: words\nname: Words\nquestions: [{id: a, ask: text, text: Say it}]\n"
        (folder / "words.yaml").write_text(words, encoding="utf-8")
        tell(workspace, filled("ann", 2, {"recommend": 10}), filled("bob", 2, {}))
        found = list_surveys(workspace, "pl")
    after, plain = found.surveys
    assert (after.name, after.state, after.shown, after.answered.n, after.ask) == ("Po zakupie", "open", 2, 1, "nps")
    assert after.score is not None
    assert after.score.value == 100
    assert (plain.state, plain.ask, plain.score, plain.shown) == ("draft", None, None, 0)
    assert [each.code for each in found.broken] == ["bad_survey"]
