"""Whose an id is and which ids somebody has: the same from both sides, while ids are joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.profiles.whose import Whose, whose
from cesta.store.people import People
from cesta.store.workspace import Workspace

IDS = ("u1", "u2", "x1", "x2", "x3")
changes = st.lists(st.tuples(st.sampled_from(["x1", "x2", "x3"]), st.sampled_from(["u1", "u2", None])), max_size=8)


class Told(People):
    """People of whom it is told directly whose each id is."""

    def __init__(self) -> None:
        super().__init__()
        self.now: dict[str, str | None] = {}
        self.told: list[str] = []

    @property
    def version(self) -> int:
        return len(self.told)

    def since(self, version: int) -> dict[str, str | None]:
        return {one: self.now[one] for one in self.told[version:]}

    def tell(self, told: list[tuple[str, str | None]]) -> None:
        for one, customer in told:
            self.now[one] = customer
            self.told.append(one)


@given(changes, changes, st.sampled_from([0, 64]))
def test_both_sides_agree(first: list[tuple[str, str | None]], later: list[tuple[str, str | None]], few: int) -> None:
    people, found = Told(), Whose(few)
    for told in (first, later):
        people.tell(told)
        found.hear(people)
        for one in IDS:
            assert found.customer(one) == (people.now.get(one) or one)
            assert one in found.ids(found.customer(one))
            assert {found.customer(each) for each in found.ids(found.customer(one))} == {found.customer(one)}
        joined = sorted(one for one, customer in people.now.items() if customer is not None)
        assert list(found.beginning("", 99)) == joined
        assert list(found.beginning("x1", 99)) == [one for one in joined if one == "x1"]


def test_what_is_taken_apart_wants_another_index() -> None:
    people, found = Told(), Whose()
    people.tell([("x1", "u1")])
    found.hear(people)
    before = found.epoch
    people.tell([("x1", "u2")])
    found.hear(people)
    assert found.epoch > before


def test_of_other_people_anew() -> None:
    found, first, second = Whose(), Told(), Told()
    first.tell([("x1", "ann")])
    second.tell([("x1", "bob")])
    found.hear(first)
    found.hear(second)
    assert (found.customer("x1"), found.ids("ann"), found.ids("bob")) == ("bob", ("ann",), ("bob", "x1"))


def test_in_a_workspace(shop: Workspace) -> None:
    assert whose(shop).customer("nobody") == "nobody"
