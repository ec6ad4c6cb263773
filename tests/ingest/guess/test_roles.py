"""Who and what are found by name and by values; an id is one that stays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from cesta.ingest.guess.roles import id_option, what_options, who_options
from cesta.ingest.guess.seen import Look

Looking = Callable[..., AbstractContextManager[Look]]


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("user_id | session_id", "user_id"),
        ("customer_type | klient", "klient"),
        ("seller | zákazník", "zákazník"),
        ("case:concept:name | org:resource", "case:concept:name"),
        ("клиент | менеджер", "клиент"),
        ("e-mail | order", "e-mail"),
    ],
)
def test_who(looking: Looking, head: str, who: str) -> None:
    rows = "\n".join(f"a{n} | b{n}" for n in (1, 1, 2, 3))
    with looking(log=f"{head}\n{rows}") as look:
        assert who_options(look.tables["log"])[0].column == who


@pytest.mark.parametrize("head", ["event | status", "typ | status", "concept:name | org:role", "událost | kanál"])
def test_what(looking: Looking, head: str) -> None:
    with looking(log=f"{head}\nsee | a\nbuy | b\nsee | b\n") as look:
        assert what_options(look, look.tables["log"], None)[0].column == head.split(" ")[0]


def test_without_a_name_what_changes_from_event_to_event(looking: Looking) -> None:
    rows = "\n".join(f"u{n} | {what} | r{n % 3}" for n in range(9) for what in ("check", "scan", "leave"))
    with looking(log=f"pacient | úkon | employee\n{rows}") as look:
        assert what_options(look, look.tables["log"], "pacient")[0].column == "úkon"


def test_an_id_that_counts_the_rows_of_a_file_is_none(looking: Looking) -> None:
    rows = "\n".join(f"{n} | x{n * 7 % 5} | {n}" for n in range(1, 6))
    later = "\n".join(f"{n} | x{n % 3} | {n * 7}" for n in range(1001, 1006))
    tables = {"orders": f"row_id | customer | order_id\n{rows}", "tills": f"order | card | n\n{later}"}
    with looking(**tables, log=f"row_id | who | n\n{rows}") as look:
        assert id_option(look, look.tables["orders"]) == "order_id"
        assert id_option(look, look.tables["tills"]) == "order"
        assert id_option(look, look.tables["log"]) is None
