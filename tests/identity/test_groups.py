"""The ids that are one person, counted by kind and time."""

from __future__ import annotations

from cesta.identity.claims import Id
from cesta.identity.groups import Group
from cesta.identity.rules import DEFAULT


def group(*ids: tuple[str, str, int]) -> Group:
    found = Group()
    for order, (kind, key, since) in enumerate(ids):
        found.add(Id(kind, key), since, order, DEFAULT)
    return found


def test_called_by_a_users_id_else_by_one_under_which_events_come() -> None:
    names = [
        group(("card", "card:c", 0), ("email", "email:e", 0)).name,
        group(("email", "email:e", 0), ("previous_id", "p", 0), ("anonymous_id", "x", 0)).name,
        group(("anonymous_id", "x", 0), ("user_id", "ann", 1), ("user_id", "bob", 0)).name,
    ]
    assert names == ["email:e", "x", "ann"]


def test_counted_by_kind_and_since_when() -> None:
    one, other = group(("card", "card:a", 5), ("card", "card:b", 1)), group(("user_id", "ann", 3))
    one.joins = 1
    other.take(one, DEFAULT)
    assert [other.count("card", after) for after in (None, 0, 1, 5)] == [2, 2, 1, 0]
    assert (other.name, other.joins, other.of_kind("card")) == ("ann", 1, ["card:a", "card:b"])


def test_a_former_name_is_a_name_no_more() -> None:
    one = group(("user_id", "ann", 0), ("user_id", "eva", 1))
    one.retype("ann", "previous_id", DEFAULT)
    assert (one.name, one.count("user_id", None), one.count("previous_id", None)) == ("eva", 1, 1)
