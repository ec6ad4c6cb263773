"""Themes of a workspace: counted by month, person and touchpoint; new ones are told; nobody is named who may not be."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.maps.themes import ThemesView, Where, themes, where_of
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

QUEUE = [
    *("Jedna kasa otwarta i kolejka na pół sklepu.", "Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса."),
    *("Otevřená jedna pokladna a fronta přes celý obchod.", "One till open and a queue across the whole shop."),
]
LOGIN = [
    *("Nie mogę zalogować się do aplikacji, hasło niby błędne.", "После обновления не могу войти в приложение."),
    *("Po aktualizaci se nemůžu přihlásit do aplikace.", "Can't log in to the app, it says wrong password."),
    "can't log in since the update",
]
BROKEN = [
    *("Lampa przyszła pęknięta, karton zgnieciony.", "Krabice promáčknutá a uvnitř rozbitá sklenice."),
    *("Коробка мятая, внутри разбитая ваза.", "The box was crushed and the vase inside smashed."),
    "Lamp came cracked in a crushed box.",
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, shop_root: Path) -> Workspace:
    workspace, number = Workspace.create(tmp_path_factory.mktemp("themes") / "shop"), count()
    shutil.copyfile(shop_root / "maps" / "buy-clothes.yaml", workspace.root / "maps" / "buy-clothes.yaml")

    def said(texts: list[str], event: str, month: int) -> list[dict[str, object]]:
        return [
            {
                "event": event,
                "customer": f"w{n % 7}" if n % 5 else f"survey:x:{n}",
                "ts": f"2026-0{month}-{1 + n % 27:02}T10:00:00Z",
                "props": {"text": text},
            }
            for text in texts
            for n in (next(number),)
        ]

    events = said(QUEUE * 3, "purchase", 1) + said(LOGIN * 5, "add_to_cart", 2) + said(QUEUE, "purchase", 3)
    events += said(BROKEN * 2, "review", 5)
    assert accept(workspace, events, "web").accepted == len(events) == 55
    return workspace


@pytest.fixture(scope="module")
def found(shop: Workspace) -> ThemesView:
    return themes(shop)


def test_the_same_pain_in_three_languages_is_counted_by_month_and_touchpoint(found: ThemesView) -> None:
    assert (found.texts, found.read, found.waiting, found.looking) == (55, 55, 0, False)
    assert found.months == ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")
    assert found.month_texts == (15, 25, 5, 0, 10)
    assert [view.months for view in found.themes] == [(0, 25, 0, 0, 0), (15, 0, 5, 0, 0), (0, 0, 0, 0, 10)]
    assert all(len(view.languages) == 4 for view in found.themes)
    assert all(0 < view.customers <= 7 for view in found.themes)
    assert [[(one.map, one.touchpoint, one.texts) for one in view.places] for view in found.themes] == [
        [("buy-clothes", "cart", 25)],
        [("buy-clothes", "bought", 20)],
        [],
    ]
    assert sum(view.texts for view in found.themes) + found.other == found.read


def test_what_came_up_lately_is_new(found: ThemesView) -> None:
    assert [view.rise and view.rise.new for view in found.themes] == [None, None, True]


def test_a_name_is_in_the_language_of_who_reads_where_it_can_be(shop: Workspace) -> None:
    said = themes(shop, lang="ru").themes
    assert [view.language for view in said if "ru" in view.words] == ["ru"] * 3
    assert [view.key for view in said] == [view.key for view in themes(shop, lang="en").themes]


def test_at_a_touchpoint_only_what_is_about_it_counts(shop: Workspace) -> None:
    here = themes(shop, Where("buy-clothes", "cart"))
    assert (here.touchpoint, here.texts, here.read) == ("I put it into the cart", 25, 25)
    assert [(view.texts, view.share) for view in here.themes] == [(25, 1.0)]
    with pytest.raises(CestaError, match="nowhere"):
        themes(shop, Where("buy-clothes", "nowhere"))
    with pytest.raises(CestaError, match="bought"):
        where_of("bought")


def test_where_nobody_wrote_anything_there_is_nothing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as empty:
        assert themes(empty) == ThemesView(0, 0, 0, 0, False, None, (), (), (), False)
