"""Doubts are told; only what nobody can know is asked."""

from __future__ import annotations

from collections.abc import Callable

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.guess import Guess

Guessed = Callable[..., Guess]
CODED = "a1 | paid\n" + "\n".join(f"k{n % 3}7 | 0{n + 1}/02/2024" for n in range(6))


def test_nobody_is_asked_again(guessed: Guessed) -> None:
    assert [question.option for question in guessed(log=CODED).questions] == ["--who", "--dates"]
    assert guessed(Answers(who=("a1",), dates="mdy"), log=CODED).questions == ()


def test_one_customer_with_most_rows_is_told(guessed: Guessed) -> None:
    rows = "\n".join(f"{'guest' if n % 2 else f'u{n}'} | 2024-01-01 10:0{n % 10}" for n in range(120))
    found = guessed(log=f"customer | time\n{rows}")
    assert [(one.code, '"guest"' in one.text) for one in found.warnings] == [("one_customer", True)]


def test_sessions_that_stand_for_customers_are_told(guessed: Guessed) -> None:
    rows = "\n".join(f"s{n % 4}9 | 2024-01-0{n + 1} 10:00" for n in range(8))
    assert [one.code for one in guessed(log=f"session_id | time\n{rows}").warnings] == ["who_is"]
