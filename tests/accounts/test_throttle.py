"""After so many wrong passwords an account and an address wait; others do not, and nothing is kept of either."""

from __future__ import annotations

import pytest

from cesta.accounts.throttle import MOST, REMEMBERED, WITHIN, Throttle
from cesta.model.errors import CestaError


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_account_waits_and_then_goes_on() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    for n in range(MOST["account"]):
        throttle.check("ann", f"10.0.0.{n}")
        throttle.failed("ann", f"10.0.0.{n}")
    with pytest.raises(CestaError, match="too_many_tries"):
        throttle.check("ann", "10.1.1.1")
    throttle.check("bob", "10.1.1.1")
    clock.now = WITHIN
    throttle.check("ann", "10.1.1.1")


def test_an_address_waits_whatever_accounts_it_tries() -> None:
    throttle = Throttle(Clock())
    for n in range(MOST["address"]):
        throttle.failed(f"account-{n}", "10.0.0.1")
    with pytest.raises(CestaError, match="too_many_tries"):
        throttle.check("ann", "10.0.0.1")
    throttle.check("ann", "10.0.0.2")


def test_the_right_password_begins_anew() -> None:
    throttle = Throttle(Clock())
    for _ in range(3):
        for _ in range(MOST["account"] - 1):
            throttle.failed("ann", "10.0.0.1")
        throttle.check("ann", "10.0.0.2")
        throttle.right("ann")


def test_neither_name_nor_address_is_kept_and_memory_ends() -> None:
    throttle = Throttle(Clock())
    throttle.failed("ann@shop.example", "203.0.113.9")
    assert "ann@shop" not in repr(vars(throttle))
    assert "203.0.113" not in repr(vars(throttle))
    for n in range(REMEMBERED):
        throttle.failed(str(n), str(n))
    assert len(throttle._failed) <= REMEMBERED
