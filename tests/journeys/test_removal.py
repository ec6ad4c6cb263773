"""Who stands behind a chain of touches, and how sure its numbers are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]
PARAMS = {"conversion": "sale", "channel": "by", "model": "markov"}


def visits(*people: tuple[str, str]) -> list[dict[str, Any]]:
    """Each customer's touches in order: letters are channels, "!" is a sale."""
    return [
        {
            "customer": who,
            "event": "sale" if letter == "!" else "see",
            "ts": f"2024-05-06T10:{minute:02d}:00Z",
            "props": {} if letter == "!" else {"by": letter},
        }
        for who, letters in people
        for minute, letter in enumerate(letters)
    ]


def test_the_customers_of_a_move_and_of_a_channel(ask: Ask) -> None:
    log = visits(("ann", "xy!"), ("bob", "x"), ("eva", "y!"), ("jan", "xy"))
    wanted = {
        "/transitions/x/y": ["ann", "jan"],
        "/transitions/path_start/x": ["ann", "bob", "jan"],
        "/transitions/y/conversion": ["ann", "eva"],
        "/conversion_probability": ["ann", "eva"],
        "/credit/x": ["ann", "bob", "jan"],
        "/removal_effect/y": ["ann", "eva", "jan"],
    }
    for pointer, people in wanted.items():
        assert ask("attribution", PARAMS, log, behind=pointer)["result"]["customers"] == people
    about = ask("attribution", PARAMS, log, about=True)["about"]
    assert (about["/transitions/x/y"]["n"], about["/transitions/x/y"]["of"]) == (2, 4)


def test_the_more_customers_the_surer(ask: Ask) -> None:
    few = [("xy!", 5), ("x", 5), ("y", 4), ("x!", 2)]
    widths = []
    for times in (1, 20):
        people = [letters for letters, many in few for _ in range(many * times)]
        log = visits(*((f"c{place * 7919 % 10007:05d}", letters) for place, letters in enumerate(people)))
        found = ask("attribution", PARAMS, log, about=True)
        told = found["about"]["/shares/x"]
        assert told["low"] < found["result"]["shares"]["x"] < told["high"]
        widths.append(told["high"] - told["low"])
    assert widths[1] < widths[0] / 2


def test_one_customer_alone_says_nothing_of_the_rest(ask: Ask) -> None:
    about = ask("attribution", PARAMS, visits(("ann", "xy!")), about=True)["about"]["/credit/x"]
    assert (about["low"], about["high"], about["n"]) == (pytest.approx(0.5), pytest.approx(0.5), 1)
