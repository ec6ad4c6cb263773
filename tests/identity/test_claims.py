"""What messages name of a person, and which of it can join."""

from __future__ import annotations

import json

from cesta.identity.claims import MOST, Claim, Id, ids_in, usable
from cesta.identity.rules import DEFAULT, Rules


def test_ids_of_a_message_and_what_it_says_of_a_person() -> None:
    ids = json.dumps({"user_id": "ann", "external.ga_client_id": "7", "session_id": "s", "group_id": "acme"})
    told = json.dumps({"email": "a@mail.example", "phone": "601", "age": 7, "$set": '{"$email":"b@mail.example"}'})
    both = (
        ("email", "a@mail.example"),
        ("email", "b@mail.example"),
        ("ga_client_id", "7"),
        ("phone", "601"),
        ("user_id", "ann"),
    )
    assert ids_in("identify", ids, told) == both
    assert ids_in("track", ids, told) == (("ga_client_id", "7"), ("user_id", "ann"))
    assert ids_in("track", None, None) == ()
    broken = json.dumps({"$set": "{email", "$set_once": "{" * 5000, "email": 7})
    assert ids_in("identify", None, broken) == ()


def test_the_most_important_come_first_and_what_tells_nothing_is_left_out() -> None:
    ids = (("anonymous_id", "x1"), ("device_id", "d"), ("email", "A@mail.example"), ("user_id", "null"), ("card", "c1"))
    claim = Claim("m1", 0, "shop", "1", ids)
    assert usable(claim, DEFAULT, frozenset()) == [
        Id("email", "email:a@mail.example"), Id("anonymous_id", "x1"), Id("card", "card:c1")
    ]  # fmt: skip
    blocked = usable(claim, Rules(blocked=("a@.*",)), frozenset({"card:c1"}))
    assert blocked == [Id("anonymous_id", "x1")]


def test_one_text_is_one_id_and_too_many_are_no_ones() -> None:
    same = Claim("m1", 0, "shop", "1", (("anonymous_id", "ann"), ("previous_id", "ann"), ("user_id", "ann")))
    assert usable(same, DEFAULT, frozenset()) == [Id("user_id", "ann")]
    many = Claim("m1", 0, "shop", "1", tuple(("card", str(number + 1000)) for number in range(MOST * 2)))
    assert len(usable(many, DEFAULT, frozenset())) == MOST
