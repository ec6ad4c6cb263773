"""Weak passwords are refused; a hash tells nothing and fits one password alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.accounts.passwords import LONGEST, check, hashed, hasher, is_old, is_right
from cesta.model.errors import CestaError

GOOD = "corn lamp seven rivers"


@pytest.mark.parametrize(
    "weak",
    ["", "short", "password1234", "qwertyuiop12", "aaaaaaaaaaaa", "123456789012", "jananovakova", "cestacesta12",
     "x" * (LONGEST + 1)],
)  # fmt: skip
def test_weak_passwords_are_refused(weak: str) -> None:
    with pytest.raises(CestaError, match="weak_password"):
        check(weak, ("jana.novakova@shop.example", "Jana Nováková"))


@pytest.mark.parametrize("good", [GOOD, "řeka mlýn tygr podzim", "река мельница тигр", "k9#vLq2!mZx8w"])
def test_good_ones_are_taken(good: str) -> None:
    check(good, ("jana",))


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=3)
def test_a_hash_fits_its_password_alone(password: str, other: str) -> None:
    try:
        kept = hashed(password)
    except UnicodeEncodeError:
        return
    assert kept.startswith("$argon2id$")
    assert is_right(kept, password)
    assert is_right(kept, other) == (password == other)


def test_letters_written_in_two_ways_are_one_password() -> None:
    assert is_right(hashed("Praha\u0301 podzimni\u0301"), "Prah\u00e1 podzimn\u00ed")


def test_nobody_has_no_password() -> None:
    assert not is_right(None, GOOD)
    assert not is_right("no hash", GOOD)
    assert not is_right(hashed(GOOD), "x" * (LONGEST + 1))


def test_a_weaker_hash_of_before_is_known() -> None:
    assert not is_old(hasher().hash("x"))
    assert is_old("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$sWWkDSfpV7w")
