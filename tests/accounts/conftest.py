"""Accounts in a folder of the test's own, and a moment to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.accounts.accounts import Accounts
from cesta.accounts.passwords import hashed

NOW = 1_800_000_000_000_000
GOOD = "corn lamp seven rivers"


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    """No account yet."""
    made = Accounts(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture(scope="session")
def good_hash() -> str:
    """What is kept of GOOD, worked out once."""
    return hashed(GOOD)


@pytest.fixture
def guarded(accounts: Accounts, good_hash: str) -> Accounts:
    """With an owner, jana, whose password is GOOD."""
    accounts.people.set_password(accounts.people.add("jana", "Jana", "owner", NOW).id, good_hash)
    return accounts
