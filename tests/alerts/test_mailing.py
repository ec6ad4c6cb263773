"""Digests and reminders reach a real mail server once each, in the reader's language; a restart sends none again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.post_office import open_office

from cesta.alerts.mailed import AGAIN
from cesta.alerts.mailing import post, shown
from cesta.model.calendar import midnight
from cesta.notify.outgoing import Outgoing, keep_outgoing
from cesta.store.workspace import Workspace

NOW = midnight(dt.date(2026, 4, 8), dt.UTC)
WEEK = 7 * 86_400_000_000


@pytest.fixture
def shop(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> Iterator[Workspace]:
    with shop_maker(tmp_path / "shop") as workspace:
        (workspace.root / "digests").mkdir()
        wanted = "cesta: digest/1\nid: jana\nowner: jana\nto: jana@shop.example\nlanguage: cs\n"
        (workspace.root / "digests" / "jana.yaml").write_text(wanted)
        yield workspace


def test_each_goes_once(shop: Workspace) -> None:
    assert post(shop, NOW) == []  # no mail server is named
    document = shop.root / "maps" / "buy-clothes.yaml"
    document.write_text(document.read_text().replace("3650d", "30d").replace("2026-01-20", "2026-02-26"))
    with open_office() as office:
        keep_outgoing(shop.data, Outgoing("127.0.0.1", office.port, "none", "cesta@shop.example"))
        assert [(one.kind, one.problem) for one in post(shop, NOW)] == [("digest", ""), ("review", "")]
        subjects = [str(letter["subject"]) for _, letter in office.letters]
        assert subjects[0] == "The small shop: váš týden, 30. 3. 2026 – 5. 4. 2026"
        assert subjects[1].endswith("platí to ještě?")
        body = office.letters[1][1].get_body()
        assert body is not None
        assert "41, slíbeno po 30" in str(body.get_content())
        with Workspace.open(shop.root) as again:
            assert post(again, NOW + 2 * AGAIN) == []
        assert [one.kind for one in post(shop, NOW + WEEK)] == ["digest"]
        assert {to for to, _ in office.letters} == {"jana@shop.example"}
        assert len(office.letters) == 3


def test_one_that_is_refused_is_tried_again_and_a_broken_wish_is_said(shop: Workspace) -> None:
    (shop.root / "digests" / "odd.yaml").write_text("cesta: digest/1\nid: odd\n")
    with open_office() as office:
        office.refused["jana@shop.example"] = "452 full"
        keep_outgoing(shop.data, Outgoing("127.0.0.1", office.port, "none", "cesta@shop.example"))
        refused, broken = post(shop, NOW)
        assert "452" in refused.problem
        assert "odd.yaml" in broken.problem
        office.refused.clear()
        assert [one.about for one in post(shop, NOW + 1)] == [""]
        assert post(shop, NOW + AGAIN)[0].problem == ""
        assert len(office.letters) == 1


def test_shown_without_sending(shop: Workspace) -> None:
    with open_office() as office:
        keep_outgoing(shop.data, Outgoing("127.0.0.1", office.port, "none", "cesta@shop.example"))
        found = shown(shop, "jana", NOW)
        assert (found.to, found.every) == ("jana@shop.example", "week")
        assert "Vaše mapy" in found.text
        assert office.letters == []
