"""Texts behind a theme, page after page; and texts found by what they mean, in other languages than the question."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.maps.themes import Where, themes
from cesta.maps.themes_texts import TextsView, Wanted, texts
from cesta.maps.voices import Page
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

QUEUE = ["Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса.", "Stál jsem ve frontě na pokladně půl hodiny."]
LOGIN = [
    "Nie mogę zalogować się do aplikacji.",
    "Nemůžu se přihlásit do aplikace.",
    "Call 601 234 567, I can't log in!",
]
SAID = [*QUEUE, *LOGIN] * 2


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, shop_root: Path) -> Workspace:
    workspace = Workspace.create(tmp_path_factory.mktemp("texts") / "shop")
    shutil.copyfile(shop_root / "maps" / "buy-clothes.yaml", workspace.root / "maps" / "buy-clothes.yaml")
    events = [
        {"event": "purchase", "customer": f"w{n}", "ts": f"2026-01-{n + 1:02}T10:00:00Z", "props": {"text": text}}
        for n, text in enumerate(SAID)
    ]
    accept(workspace, events, "web")
    return workspace


def asked(shop: Workspace, wanted: Wanted, where: Where | None = None, **page: object) -> TextsView:
    return texts(shop, wanted, where, Page(**page))  # type: ignore[arg-type]


def test_every_text_of_a_theme_newest_first(shop: Workspace) -> None:
    views = themes(shop).themes
    assert len(views) == 2
    for view in views:
        seen, after = list[str](), None
        while True:
            page = asked(shop, Wanted(view.key), limit=4, after=after)
            assert page.total == view.texts == 6
            assert {item.theme for item in page.items} == {view.key}
            seen += [item.voice.time for item in page.items]
            if (after := page.next) is None:
                break
        assert seen == sorted(seen, reverse=True)
        assert len(seen) == 6


@pytest.mark.parametrize("query", ["queue at the till", "fronta u pokladny", "долгая очередь на кассе"])
def test_what_means_the_same_is_found_in_other_languages(shop: Workspace, query: str) -> None:
    items = asked(shop, Wanted(query=query)).items
    assert len({item.voice.text for item in items[:4]} & set(QUEUE)) == 2
    near = [item.alike or 0 for item in items]
    assert near == sorted(near, reverse=True)


def test_for_whom_customers_are_not_to_be_seen_nobody_is_named(shop: Workspace) -> None:
    items = asked(shop, Wanted(query="log in"), masked=True).items
    assert {item.voice.customer for item in items} == {None}
    assert "Call •••, I can't log in!" in {item.voice.text for item in items}


def test_at_another_touchpoint_there_is_nothing(shop: Workspace) -> None:
    assert asked(shop, Wanted(query="log in"), Where("buy-clothes", "cart")).total == 0


@pytest.mark.parametrize("wanted", [Wanted("weather"), Wanted(query="?!")])
def test_what_cannot_be_asked_is_told(shop: Workspace, wanted: Wanted) -> None:
    with pytest.raises(CestaError, match=r"weather|\?!"):
        asked(shop, wanted)
