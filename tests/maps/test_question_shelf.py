"""Questions on the shelf: saved once, listed with what is wrong with them, deleted into the bin, missed by nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.maps.dependents import dependents
from cesta.maps.question_shelf import list_questions, question_text, save_question
from cesta.maps.questions import ask
from cesta.model.errors import CestaError
from cesta.store.bin import delete, list_bin, restore
from cesta.store.workspace import Workspace

FUNNEL: dict[str, object] = {
    "analysis": "funnel",
    "params": {"steps": ["visit", "purchase"], "segment": "app-shoppers"},
}


@pytest.fixture
def shop(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Iterator[Workspace]:
    with shop_maker(tmp_path / "shop") as workspace:
        yield workspace


def test_a_saved_question_is_listed_and_answered(shop: Workspace) -> None:
    before = shop.generation()
    save_question(shop, "app-funnel", FUNNEL, "Who buys in the app?")
    assert shop.generation() != before
    entry = list_questions(shop)[0]
    assert (entry.id, entry.title, entry.analysis, entry.problems) == (
        "app-funnel", "Who buys in the app?", "funnel", (),
    )  # fmt: skip
    assert "- visit" in question_text(shop, "app-funnel").text
    assert ask(shop, {"question": "app-funnel"})["result"] == ask(shop, FUNNEL)["result"]


def test_what_is_there_is_never_overwritten_nor_a_mistake_saved(shop: Workspace) -> None:
    save_question(shop, "one", FUNNEL)
    wrong: list[tuple[str, dict[str, object], str]] = [
        ("one", FUNNEL, "question_exists"),
        ("../two", FUNNEL, "bad_value"),
        ("two", {"analysis": "funel"}, "unknown_analysis"),
        ("two", {"analysis": "funnel", "params": {"steps": ["a"], "window": "-1d"}}, "bad_window"),
        ("two", {"analysis": "funnel", "params": {"steps": ["a"], "segment": "app"}}, "unknown_segment"),
        ("two", {}, "bad_value"),
        ("two", FUNNEL | {"events": []}, "bad_question"),
    ]
    for name, question, code in wrong:
        with pytest.raises(CestaError) as error:
            save_question(shop, name, question)
        assert error.value.code == code
    assert [entry.id for entry in list_questions(shop)] == ["one"]


def test_a_file_that_cannot_be_read_is_listed_with_its_mistake(shop: Workspace) -> None:
    (shop.root / "questions").mkdir()
    (shop.root / "questions" / "odd.yaml").write_text("a: [\n", encoding="utf-8")
    entry = list_questions(shop)[0]
    assert (entry.id, entry.title, [problem.code for problem in entry.problems]) == ("odd", "odd", ["bad_yaml"])
    with pytest.raises(CestaError) as error:
        question_text(shop, "od")
    assert (error.value.code, error.value.hint) == ("unknown_question", 'Did you mean "odd"? Known: odd.')


def test_it_lies_in_the_bin_and_would_be_told_of_its_segment(shop: Workspace) -> None:
    save_question(shop, "app-funnel", FUNNEL, "Who buys?")
    stages = {"analysis": "stage_touchpoints", "params": {"map": "buy-clothes"}}
    save_question(shop, "stages", stages)
    assert ("question", "app-funnel", "Who buys?") in [
        (found.kind, found.id, found.title) for found in dependents(shop, "segment", "app-shoppers")
    ]
    assert [found.id for found in dependents(shop, "map", "buy-clothes")] == ["stages"]
    binned = delete(shop, "question", "app-funnel")
    assert [entry.id for entry in list_questions(shop)] == ["stages"]
    assert list_bin(shop)[0].title == "Who buys?"
    restore(shop, binned.entry)
    assert ask(shop, {"question": "app-funnel"})["result"] == ask(shop, FUNNEL)["result"]
