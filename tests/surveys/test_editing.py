"""A survey that is edited: what was not changed stays as it was written, and a wrong one is not kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import AFTER, asking
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.surveys.editing import check, fields_of, save
from cesta.surveys.shelf import load

NEW = {
    "cesta": "survey/1",
    "id": "visit",
    "name": {"en": "Your visit", "cs": "Vaše návštěva"},
    "questions": [{"id": "stars", "ask": "stars", "text": "How was it?"}],
}


def test_a_new_one_and_one_that_is_changed(tmp_path: Path) -> None:
    with asking(tmp_path / "w", f"# Ask Jana first.\n{AFTER}") as workspace:
        assert save(workspace, NEW) == "visit"
        assert load(workspace, "visit").name == NEW["name"]
        fields = fields_of(workspace, "after")
        changed = {name: value for name, value in fields.items() if name != "page"} | {"status": "closed"}
        save(workspace, changed)
        text = (workspace.root / "surveys" / "after.yaml").read_text(encoding="utf-8")
        assert text.startswith("# Ask Jana first.\n")
        assert "name: {en: After buying, pl: Po zakupie}" in text
        assert fields_of(workspace, "after") == changed
        assert load(workspace, "after").status == "closed"


@pytest.mark.parametrize("id_", ["../x", "new", "", None, "Big"])
def test_an_id_is_no_path(tmp_path: Path, id_: object) -> None:
    with asking(tmp_path / "w") as workspace, pytest.raises(CestaError, match="id of a survey"):
        save(workspace, {**NEW, "id": id_})


def test_a_wrong_one_is_not_kept(tmp_path: Path) -> None:
    wrong = {**NEW, "id": "after", "questions": []}
    with asking(tmp_path / "w") as workspace:
        with pytest.raises(CestaError, match="1 to 50"):
            save(workspace, wrong)
        assert len(load(workspace, "after").questions) == 4
        (workspace.root / "surveys" / "list.yaml").write_text("- a\n", encoding="utf-8")
        with pytest.raises(CestaError, match="mapping"):
            fields_of(workspace, "list")
    found = check(wrong)
    assert (found.shown, found.code, found.message) == (None, "bad_survey", "A survey has 1 to 50 questions.")
    shown = check(NEW).shown
    assert shown is not None
    assert shown["questions"][0]["scale"] == (1, 5)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from([*NEW, "page", "quiet", "follow_up", "from", "zzz"]), ANYTHING),
    st.dictionaries(st.sampled_from(["id", "ask", "text", "choices", "show_if", "low"]), ANYTHING),
)
@settings(max_examples=40)
def test_whatever_is_sent_is_shown_or_refused(fields: dict[str, object], question: dict[str, object]) -> None:
    found = check({**NEW, "questions": [question, *NEW["questions"]], **fields})
    assert (found.shown is None) == (found.code is not None)
