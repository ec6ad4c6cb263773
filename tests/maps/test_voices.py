"""Original words of a touchpoint: all of them, newest first; nobody is named where she may not be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.maps.compose import Picked
from cesta.maps.voices import LONGEST, Page, Voice, voices
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.voice.feelings import feel

SURVEY = """cesta: survey/1
id: {id}
name: S
status: open
who: {who}
where: [link]
questions: [{{id: why, ask: text, text: Why}}]
"""
SAID = [
    ("ann", "purchase", "Polecam! Piszcie na ann@shop.pl albo 601 234 567", {"language": "pl_PL"}),
    ("bob", "purchase", "Hrozné, nikdy víc.", {}),
    ("cid", "survey_answered", "Great shop!", {"touchpoint": "bought", "survey": "secret", "question": "why"}),
    ("dan", "survey_answered", "Great, thanks!", {"touchpoint": "bought", "survey": "open", "question": "why"}),
    ("eve", "survey_answered", "Not here", {"touchpoint": "details", "survey": "open", "question": "why"}),
    ("fay", "purchase", "This shop is bad. " * LONGEST, {}),
]  # fmt: skip


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Workspace:
    workspace = shop_maker(tmp_path_factory.mktemp("voices") / "shop")
    (workspace.root / "surveys").mkdir(exist_ok=True)
    for name, who in (("secret", "anonymous"), ("open", "known")):
        (workspace.root / "surveys" / f"{name}.yaml").write_text(SURVEY.format(id=name, who=who), encoding="utf-8")
    events = [
        {"event": event, "customer": who, "ts": f"2026-01-20T10:0{n}:00Z", "props": {"text": text, **props}}
        for n, (who, event, text, props) in enumerate(SAID)
    ]
    assert accept(workspace, events, "web").accepted == len(SAID)
    return workspace


def said(shop: Workspace, **page: object) -> list[Voice]:
    return list(voices(shop, "buy-clothes", "bought", Picked(), Page(**page)).items)  # type: ignore[arg-type]


def test_every_text_of_the_touchpoint_newest_first(shop: Workspace) -> None:
    found = said(shop)
    expected = [one for one in reversed(SAID) if one[3].get("touchpoint") != "details"]
    assert [one.text for one in found] == [text[:LONGEST] for _, _, text, _ in expected]
    assert [one.customer for one in found] == ["fay", "dan", None, "bob", "ann"]
    assert [one.whole for one in found] == [False, True, True, True, True]
    assert [one.language for one in found] == ["en", "en", "en", "cs", "pl-PL"]
    for one, feeling in zip(found, feel([text for _, _, text, _ in expected]), strict=True):
        assert (one.label, one.polarity) == (feeling.label, feeling.polarity)
        assert set(one.emotions) == set(feeling.emotions)


def test_page_after_page_is_the_whole(shop: Workspace) -> None:
    seen: list[Voice] = []
    after = None
    while True:
        page = voices(shop, "buy-clothes", "bought", Picked(), Page(2, after))
        seen += page.items
        assert (page.total, sum(side.texts for side in page.sides)) == (5, 5)
        if page.next is None:
            break
        after = page.next
    assert seen == said(shop)


def test_for_whom_customers_are_not_to_be_seen_nobody_is_named(shop: Workspace) -> None:
    found = said(shop, masked=True)
    assert {one.customer for one in found} == {None}
    assert found[-1].text == "Polecam! Piszcie na ••• albo •••"


def test_the_period_and_the_segment_are_those_of_the_map(shop: Workspace) -> None:
    assert voices(shop, "buy-clothes", "bought", Picked(date_to="2026-01-19"), Page()).total == 0
    assert voices(shop, "buy-clothes", "bought", Picked(segment="app-shoppers"), Page()).total == 0
    assert voices(shop, "buy-clothes", "details", Picked(), Page()).total == 1


def test_a_touchpoint_that_is_not_there_is_named(shop: Workspace) -> None:
    with pytest.raises(CestaError, match="nowhere"):
        voices(shop, "buy-clothes", "nowhere", Picked(), Page())
