"""Who is a person rather than one of her ids, where a file tells."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.links import links_of
from cesta.ingest.guess.people import unsure, who_of
from cesta.ingest.guess.seen import Look

Looking = Callable[..., AbstractContextManager[Look]]


def test_found_by_way_of_another_file(looking: Looking) -> None:
    with looking(lines="order_id | n\no1 | 1\no2 | 2", orders="order_id | client\no1 | ann\no2 | bob") as look:
        who = who_of(look, look.tables["lines"], links_of(look), Answers())
    assert who is not None
    assert (who.column, [link.to for link in who.way]) == ("client", ["orders"])
    assert not unsure(who)


def test_ids_without_a_name_are_doubted(looking: Looking) -> None:
    with looking(log="x9 | n\nk17 | 1\nk17 | 2\nk18 | 3") as look:
        who = who_of(look, look.tables["log"], (), Answers())
    assert who is not None
    assert unsure(who)
