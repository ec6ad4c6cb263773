"""A map goes into the bin with its draft and history; one made anew under its name has neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cesta.maps.binned import delete, restore
from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.edit import Edit
from cesta.maps.remarks import Said, remarks, say
from cesta.maps.shelf import save_new
from cesta.maps.versions import deeds, publish, versions
from cesta.model.errors import CestaError
from cesta.store.bin import STAMP
from cesta.store.bin import delete as put_away
from cesta.store.loads import BIN_DAYS
from cesta.store.workspace import Workspace

OTHER = """cesta: map/1
id: other
title: Other
start: {first_of: [visit]}
stages:
  - id: one
    name: One
    touchpoints: []
"""
MAP, ANN = "buy-clothes", Editor("a", "1", "Ann")


@pytest.fixture
def desk(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Iterator[Desk]:
    desk = Desk(shop_maker(tmp_path / "shop"))
    desk.edit(MAP, [Wish("1", Edit("set", ("owner",), "petr", "jana"))], ANN, 1)
    publish(desk, MAP, "Petr has it", ANN, 2)
    desk.edit(MAP, [Wish("2", Edit("set", ("purpose",), "improve marketing"))], ANN, 3)
    say(desk, MAP, Said("Why?"), ANN, 4)
    yield desk
    desk.close()


def state(desk: Desk) -> tuple[object, ...]:
    draft = desk.draft(MAP)
    return draft, versions(desk, MAP), deeds(desk, MAP, None, "en"), remarks(desk, MAP)


def test_a_map_made_anew_knows_nothing_of_the_old_one_which_comes_back_whole(desk: Desk) -> None:
    before, text = state(desk), desk.draft(MAP).published
    binned = delete(desk.workspace, "map", MAP)
    save_new(desk.workspace, MAP, text)
    draft, *history = state(desk)
    assert (desk.draft(MAP).pending, desk.draft(MAP).text, desk.version(MAP)) == (0, text, 0)
    assert [len(part) for part in history[1:]] == [0, 0]  # type: ignore[arg-type]
    assert desk.edit(MAP, [Wish("1", Edit("set", ("owner",), "eva", "petr"))], ANN, 5)[0].outcome == "done"
    with pytest.raises(CestaError, match="again"):
        restore(desk.workspace, binned.entry)
    assert desk.draft(MAP).pending == 1
    delete(desk.workspace, "map", MAP)
    restore(desk.workspace, binned.entry)
    assert state(desk) == before
    assert draft != before[0]


def test_a_map_that_went_into_the_bin_without_its_rows_finds_them_when_it_comes_back(desk: Desk) -> None:
    before = state(desk)
    binned = put_away(desk.workspace, "map", MAP)
    restore(desk.workspace, binned.entry)
    assert state(desk) == before


def test_of_a_file_that_was_taken_away_otherwise_nothing_is_left_either(desk: Desk) -> None:
    text = desk.draft(MAP).published
    (desk.workspace.root / "maps" / f"{MAP}.yaml").unlink()
    save_new(desk.workspace, MAP, text)
    assert (desk.draft(MAP).pending, remarks(desk, MAP)) == (0, ())


def test_what_leaves_the_bin_for_good_leaves_no_rows(desk: Desk) -> None:
    binned = delete(desk.workspace, "map", MAP)
    (entry,) = (desk.workspace.data / "bin").iterdir()
    old = datetime.now(UTC) - timedelta(days=BIN_DAYS + 1)
    entry.rename(entry.with_name(entry.name.replace(entry.name.split("~")[0], old.strftime(STAMP))))
    assert remarks(desk, binned.entry) != ()
    save_new(desk.workspace, "other", OTHER)
    delete(desk.workspace, "map", "other")
    assert remarks(desk, binned.entry) == ()
    assert desk.versions() == {}
