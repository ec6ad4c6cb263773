"""Passwords: which are strong enough, kept as argon2id, compared so that nobody learns from the time it takes."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 256
STRONG = 3
"""Of zxcvbn's 0 to 4: guessed in more than a hundred million tries."""
READ = 72
"""Letters that are weighed: beyond, a password is strong by its length."""
AT_ONCE = threading.Semaphore(2)
"""Hashing takes 64 MB each: many at once must not exhaust the machine."""


def check(password: str, about: Sequence[str] = ()) -> None:
    """Refuses a password that is short or soon guessed, also from what is known of its owner. Raises weak_password."""
    from zxcvbn import zxcvbn

    password = plain(password)
    if not SHORTEST <= len(password) <= LONGEST:
        raise CestaError(
            "weak_password", f"A password has {SHORTEST} to {LONGEST} signs.", "Four or five words make a good one."
        )
    known = ["cesta", *(part for text in about for part in (text, *text.replace("@", " ").replace(".", " ").split()))]
    if zxcvbn(password[:READ], known)["score"] < STRONG:
        raise CestaError("weak_password", "This password is soon guessed.", "Four or five words make a good one.")


def hashed(password: str) -> str:
    """What is kept of a password."""
    with AT_ONCE:
        return hasher().hash(plain(password))


def is_right(kept: str | None, password: str) -> bool:
    """Whether this is the password; takes as long where there is none to compare with."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > LONGEST:
        return False
    with AT_ONCE:
        try:
            hasher().verify(nobodys() if kept is None else kept, plain(password))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def is_old(kept: str) -> bool:
    """Whether it was hashed more weakly than today."""
    return hasher().check_needs_rehash(kept)


@cache
def hasher() -> PasswordHasher:
    """argon2id as RFC 9106 advises for machines without memory to spare."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


@cache
def nobodys() -> str:
    """A hash that no password has: compared with where there is no account."""
    import secrets

    return hasher().hash(secrets.token_hex(32))


def plain(password: str) -> str:
    """One form for letters that keyboards write in several ways."""
    return unicodedata.normalize("NFC", password)
