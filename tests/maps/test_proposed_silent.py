"""Touchpoints that fell silent: by how often something came before, and what may have been meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cesta.maps.proposed_silent import Silent, silent

HEAD = """-- silent
start: visit
end: silence 2d
stages: look = visit; pay = cart(add_to_cart), buy
"""


def found(case_from: Callable[[str], Any], story: str) -> list[Silent]:
    given = case_from(HEAD + story).ground()
    return list(silent(given.document, given.trace))


def daily(name: str, days: range) -> str:
    return ", ".join(f"{name} {day}d" for day in days)


def test_a_renamed_event_is_meant(case_from: Callable[[str], Any]) -> None:
    story = f"ann: {daily('visit', range(80))}\nbob: {daily('add_to_cart', range(50))}\n"
    story += f"cid: {daily('add_to_basket', range(50, 80))}\ndan: {daily('buy', range(80))}\n"
    (one,) = found(case_from, story)
    assert (one.place, one.meant, one.names) == (1, "add_to_basket", ("add_to_cart",))
    assert one.last == 49 * 86_400_000_000


def test_what_was_there_all_along_is_not_its_successor(case_from: Callable[[str], Any]) -> None:
    story = f"ann: {daily('visit', range(80))}\nbob: {daily('add_to_cart', range(50))}\n"
    story += f"cid: {daily('add_to_basket', range(80))}\ndan: {daily('buy', range(80))}\n"
    (one,) = found(case_from, story)
    assert one.meant is None


def test_a_rare_event_may_be_away(case_from: Callable[[str], Any]) -> None:
    story = f"ann: {daily('visit', range(80))}\nbob: add_to_cart 0d, add_to_cart 30d, add_to_cart 60d\n"
    assert found(case_from, story + f"dan: {daily('buy', range(80))}\n") == []


def test_an_event_that_never_came(case_from: Callable[[str], Any]) -> None:
    (one,) = found(case_from, "ann: visit 0d, add_to_crt 1d, buy 2d\n")
    assert (one.last, one.meant) == (None, "add_to_crt")


def test_without_events_nothing_is_silent(case_from: Callable[[str], Any]) -> None:
    assert found(case_from, "") == []
