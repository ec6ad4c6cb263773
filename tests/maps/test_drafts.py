"""A draft lies beside the published map: two editors at once, doing things twice, undo without end, other changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.maps.address import look
from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.edit import Edit
from cesta.store.documents import parse_document
from cesta.store.workspace import Workspace

MAP = "buy-clothes"
ANN, BOB = Editor("a", "1", "Ann"), Editor("b", "2", "Bob")
CART = ("stages", "choose", "touchpoints", "cart")


@pytest.fixture
def desk(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> Desk:
    return Desk(shop_maker(tmp_path / "shop"))


def say(field: str, value: object, was: object = None) -> Edit:
    return Edit("set", (*CART, field), value, was)


def said(desk: Desk, field: str) -> object:
    return look(parse_document(desk.draft(MAP).text, Path("m.yaml")).data, (*CART, field))


def test_two_editors_of_one_touchpoint_both_survive_and_of_one_field_see_both(desk: Desk) -> None:
    assert not desk.database.there
    (one,) = desk.edit(MAP, [Wish("1", say("thinks", "Ann's"))], ANN, 10)
    (two,) = desk.edit(MAP, [Wish("2", say("owner", "bob"))], BOB, 20)
    assert (one.outcome, two.outcome) == ("done", "done")
    assert (said(desk, "thinks"), said(desk, "owner")) == ("Ann's", "bob")
    (three,) = desk.edit(MAP, [Wish("3", say("thinks", "Bob's"))], BOB, 30)
    assert (three.outcome, three.theirs, three.name, three.time) == ("conflict", "Ann's", "Ann", 10)
    assert said(desk, "thinks") == "Ann's"
    desk.edit(MAP, [Wish("4", Edit("remove", CART))], ANN, 40)
    (five,) = desk.edit(MAP, [Wish("5", say("thinks", "Late", "Ann's"))], BOB, 50)
    assert (five.outcome, five.name, five.time) == ("gone", "Ann", 40)
    (six,) = desk.edit(MAP, [Wish("6", Edit("set", ("level",), "L9", "L1"))], BOB, 60)
    assert (six.outcome, six.code) == ("refused", "bad_value")


def test_what_is_sent_twice_is_done_once_and_the_file_stays_as_it_is(desk: Desk) -> None:
    file = desk.workspace.root / "maps" / f"{MAP}.yaml"
    before = file.read_text()
    for _ in range(2):
        (outcome,) = desk.edit(MAP, [Wish("same", say("thinks", "Once"))], ANN, 1)
        assert outcome.outcome == "done"
    draft = desk.draft(MAP)
    assert (draft.pending, draft.version, draft.differs) == (1, 1, True)
    assert file.read_text() == before == draft.published
    assert desk.versions() == {MAP: 1}


def test_undo_and_redo_are_each_editors_own_and_have_no_end(desk: Desk) -> None:
    values = [None, *(f"thought {n}" for n in range(8))]
    for n, (was, value) in enumerate(itertools.pairwise(values)):
        desk.edit(MAP, [Wish(f"k{n}", say("thinks", value, was))], ANN, n)
    desk.edit(MAP, [Wish("bob", say("owner", "bob"))], BOB, 100)
    for value in reversed(values[:-1]):
        assert desk.can(MAP, "a")[0]
        desk.undo(MAP, ANN, 200)
        assert said(desk, "thinks") == value
    assert desk.can(MAP, "a") == (False, True)
    assert desk.undo(MAP, ANN, 200) == []
    for value in values[1:]:
        desk.undo(MAP, ANN, 300, redo=True)
        assert said(desk, "thinks") == value
    assert desk.can(MAP, "a") == (True, False)
    assert said(desk, "owner") == "bob"


class Meanwhile(Desk):
    """Somebody edits just as the published map is read."""

    ready = True

    def _published(self, map_id: str) -> str:
        if self.ready:
            self.ready = False
            self.edit(map_id, [Wish("m", say("thinks", "Meanwhile", "First"))], BOB, 1)
        return super()._published(map_id)


def test_a_draft_never_says_that_it_holds_more_than_it_does(desk: Desk) -> None:
    desk.edit(MAP, [Wish("1", say("thinks", "First"))], ANN, 1)
    meanwhile = Meanwhile(desk.workspace)
    assert meanwhile.draft(MAP).version < desk.version(MAP)
    assert meanwhile.draft(MAP).version == desk.version(MAP)


def test_a_bunch_is_taken_back_in_one_go_and_a_clash_is_told(desk: Desk) -> None:
    wishes = [Wish("1", Edit("remove", CART), "both"), Wish("2", Edit("remove", ("stages", "choose")), "both")]
    desk.edit(MAP, wishes, ANN, 1)
    assert "choose" not in desk.draft(MAP).text
    desk.undo(MAP, ANN, 2)
    assert desk.draft(MAP).text == desk.draft(MAP).published
    desk.edit(MAP, [Wish("3", say("thinks", "Ann's"))], ANN, 3)
    desk.edit(MAP, [Wish("4", say("thinks", "Bob's", "Ann's"))], BOB, 4)
    (told,) = desk.undo(MAP, ANN, 5)
    assert (told.outcome, told.theirs, told.name) == ("conflict", "Bob's", "Bob")


def test_edits_are_made_again_on_a_file_that_was_changed_otherwise(desk: Desk) -> None:
    desk.edit(MAP, [Wish("1", say("thinks", "Mine")), Wish("2", Edit("set", ("owner",), "petr", "jana"))], ANN, 1)
    file = desk.workspace.root / "maps" / f"{MAP}.yaml"
    file.write_text(file.read_text().replace("owner: jana\nreviewed", "owner: eva\nreviewed"))
    draft = desk.draft(MAP)
    assert (draft.pending, draft.unfit) == (2, 1)
    assert "\nowner: eva\n" in draft.text
    assert said(desk, "thinks") == "Mine"
    desk.discard(MAP, ANN, 2)
    assert not desk.draft(MAP).differs
    desk.undo(MAP, ANN, 3)
    assert said(desk, "thinks") == "Mine"
    desk.close()
