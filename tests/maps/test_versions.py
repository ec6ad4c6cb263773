"""Publishing keeps what was, says what changed in words, and any version can be had back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from cesta.maps.compare_versions import compared
from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.edit import Edit
from cesta.maps.versions import deeds, publish, restore, text_of, versions
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

MAP = "buy-clothes"
ANN = Editor("a", "1", "Ann")


@pytest.fixture
def desk(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Desk:
    return Desk(shop_maker(tmp_path / "shop"))


def name(desk: Desk, value: str, was: str, key: str) -> None:
    desk.edit(MAP, [Wish(key, Edit("set", ("stages", "pay", "name"), value, was))], ANN, 1)


def test_publishing_comparing_and_going_back(desk: Desk) -> None:
    file = desk.workspace.root / "maps" / f"{MAP}.yaml"
    found = file.read_text()
    name(desk, "I pay for it", "I pay", "1")
    assert [deed.words for deed in deeds(desk, MAP, None, "en")] == [
        ("stage “I pay for it”: name: I pay → I pay for it",)
    ]
    assert publish(desk, MAP, " As customers say ", ANN, 20) == 2
    assert file.read_text() == text_of(desk, MAP, "2") != found
    assert text_of(desk, MAP, "1") == found
    now, first = versions(desk, MAP)
    assert (now.number, now.name, now.note, now.current, now.hands) == (2, "Ann", "As customers say", True, ("Ann",))
    assert (first.number, first.name, first.current) == (1, "", False)
    assert len(compared(desk, MAP, "1", "2", "pl").changes) == len(compared(desk, MAP, "2", "1", "ru").changes) == 1
    assert compared(desk, MAP, "published", "draft", "en").changes == ()
    restore(desk, MAP, "1", ANN, 30)
    assert desk.draft(MAP).text == found
    assert publish(desk, MAP, "", ANN, 40) == 3
    assert file.read_text() == found
    assert len(deeds(desk, MAP, 3, "cs")) == 1


def test_a_change_made_by_other_means_is_a_version_of_its_own(desk: Desk) -> None:
    file = desk.workspace.root / "maps" / f"{MAP}.yaml"
    name(desk, "A", "I pay", "1")
    publish(desk, MAP, "", ANN, 1)
    file.write_text(file.read_text() + "# by hand\n")
    assert not versions(desk, MAP)[0].current
    name(desk, "B", "A", "2")
    assert publish(desk, MAP, "", ANN, 2) == 4
    assert [version.name for version in versions(desk, MAP)] == ["Ann", "", "Ann", ""]
    assert file.read_text().endswith("# by hand\n")


def test_what_cannot_be_published(desk: Desk) -> None:
    with pytest.raises(CestaError) as caught:
        publish(desk, MAP, "", ANN, 1)
    assert caught.value.code == "nothing_to_publish"
    file = desk.workspace.root / "maps" / f"{MAP}.yaml"
    file.write_text(file.read_text() + "level: L9\n".replace("level", "colour"))
    name(desk, "A", "I pay", "1")
    with pytest.raises(CestaError) as caught:
        publish(desk, MAP, "", ANN, 1)
    assert caught.value.code == "bad_map"
    with pytest.raises(CestaError) as caught:
        text_of(desk, MAP, "9")
    assert caught.value.code == "unknown_version"


def test_what_somebody_does_just_before_it_is_published_is_in_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    name(desk, "I pay for it", "I pay", "1")
    file, other, change = desk.workspace.root / "maps" / f"{MAP}.yaml", Desk(desk.workspace), desk.database.change

    def meanwhile() -> AbstractContextManager[sqlite3.Connection]:
        name(other, "Paid", "I pay for it", "2")
        file.write_text(file.read_text() + "# by hand\n")
        return change()

    monkeypatch.setattr(desk.database, "change", meanwhile)
    publish(desk, MAP, "", ANN, 2)
    assert "name: Paid" in file.read_text()
    assert file.read_text().endswith("# by hand\n")
    assert other.draft(MAP).pending == 0
