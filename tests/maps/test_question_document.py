"""A saved question is written and read as it was, and its mistakes are told at their lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.question_document import asked, check_question, read_question, written
from cesta.maps.questions import ask, registry_of
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document
from cesta.store.workspace import Workspace

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
HEAD = "cesta: question/1\nid: funnel\ntitle: Who buys?\n"
FUNNEL = HEAD + "analysis: funnel\nparams:\n  steps:\n    - visit\n    - purchase\n  window: 7d\n"


def problems(text: str) -> list[tuple[str, int, str | None]]:
    source = parse_document(text, Path("questions/funnel.yaml"))
    found = check_question(source, registry_of(None), ["app-shoppers"])
    return [(problem.code, source.line_of(problem.pointer), problem.hint) for problem in found]


@settings(max_examples=40)
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4), TEXTS.filter(str.strip))
def test_whatever_is_written_is_read_back(params: dict[str, object], title: str) -> None:
    text = written("one", title, {"analysis": "funnel", "params": params})
    assert parse_document(text, Path("one.yaml")).data == {
        "cesta": "question/1", "id": "one", "title": title, "analysis": "funnel", "params": params,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (FUNNEL, []),
        (HEAD + "analysis: funel\n", [("unknown_analysis", 4, 'Did you mean "funnel"?')]),
        (HEAD + "analysys: funnel\n", [("unknown_field", 4, 'Did you mean "analysis"?'), ("missing_field", 1, None)]),
        (FUNNEL + "  windw: 7d\n", [("unknown_param", 10, 'Did you mean "window"?')]),
        (HEAD + "analysis: funnel\nparams:\n  window: 7d\n", [("missing_param", 5, None)]),
        (FUNNEL.replace("7d", "0d"), [("bad_window", 9, None)]),
        (FUNNEL.replace("purchase", "{event: purchase, where: 'price >'}"), [("bad_condition", 8, None)]),
        (FUNNEL + "  exclusions: [{event: refund, from_step: 2, to_step: 1}]\n", [("bad_exclusion", 10, None)]),
        (FUNNEL + "  timezone: Europe/Praha\n", [("bad_timezone", 10, None)]),
        (FUNNEL + "  segment: app-shopper\n", [("unknown_segment", 10, 'Did you mean "app-shoppers"?')]),
        (FUNNEL.replace("id: funnel", "id: other"), [("bad_value", 2, "A question goes by the name of its file.")]),
        ("- a list\n", [("bad_value", 1, None)]),
    ],
)  # fmt: skip
def test_mistakes_are_told_at_their_lines(text: str, wanted: list[tuple[str, int, str | None]]) -> None:
    found = problems(text)
    assert [(code, line) for code, line, _ in found] == [(code, line) for code, line, _ in wanted]
    assert all(hint in (None, told) for (_, _, told), (_, _, hint) in zip(found, wanted, strict=True))


def test_the_item_of_a_list_is_named() -> None:
    text = FUNNEL.replace("- purchase", "- {event: purchase, where: 'price >'}")
    assert problems(text)[0][:2] == ("bad_condition", 8)


@pytest.fixture
def shop(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Workspace:
    workspace = shop_maker(tmp_path / "shop")
    folder = workspace.root / "questions"
    folder.mkdir()
    (folder / "funnel.yaml").write_text(FUNNEL, encoding="utf-8")
    (folder / "broken.yaml").write_text(HEAD + "analysis: [funnel]\n", encoding="utf-8")
    return workspace


def test_a_saved_question_gets_the_answer_of_the_whole_one(shop: Workspace) -> None:
    params = {"steps": ["visit", "purchase"], "window": "7d"}
    whole = ask(shop, {"analysis": "funnel", "params": params})
    assert ask(shop, {"question": "funnel"})["result"] == whole["result"]
    behind = {"behind": "/counts/0", "limit": 3}
    assert ask(shop, {"question": "funnel", **behind})["result"] == ask(
        shop, {"analysis": "funnel", "params": params, **behind}
    )["result"]  # fmt: skip
    short = ask(shop, {"question": "funnel", "params": {"window": "1m"}})["result"]
    assert short == ask(shop, {"analysis": "funnel", "params": params | {"window": "1m"}})["result"]
    assert read_question(shop, "funnel").text == FUNNEL
    shop.close()


@pytest.mark.parametrize(
    ("question", "code", "said"),
    [
        ({"question": "funel"}, "unknown_question", 'Did you mean "funnel"?'),
        ({"question": "../cesta"}, "unknown_question", "../cesta"),
        ({"question": "broken"}, "bad_question", "questions/broken.yaml:4: "),
        ({"question": "funnel", "analysis": "funnel"}, "bad_value", "question"),
        ({"question": 1}, "bad_value", "question"),
        ({"question": "funnel", "params": []}, "bad_value", "params"),
    ],
)
def test_what_cannot_be_asked_is_told(shop: Workspace, question: dict[str, object], code: str, said: str) -> None:
    with shop, pytest.raises(CestaError) as error:
        ask(shop, question)
    assert error.value.code == code
    assert said in str(error.value)


def test_without_a_workspace_nothing_is_saved() -> None:
    with pytest.raises(CestaError) as error:
        asked(None, {"question": "funnel"})
    assert error.value.code == "unknown_question"
    with pytest.raises(CestaError, match="events"):
        written("a", "a", {"analysis": "funnel", "events": []})
