"""How often somebody may try to sign in: by account and by address; neither is kept, only a hash that dies with us."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable

from cesta.model.errors import CestaError

WITHIN = 15 * 60
"""Seconds after which a failure is forgotten."""
MOST = {"account": 10, "address": 40}
REMEMBERED = 20_000
"""Accounts and addresses at once: beyond, those that failed longest ago are forgotten."""


class Throttle:
    """Counts failures in memory. clock: seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._failed: dict[bytes, deque[float]] = {}
        self._lock = threading.Lock()

    def check(self, account: str, address: str) -> None:
        """Raises too_many_tries, whether or not there is such an account."""
        with self._lock:
            for kind, name in (("account", account), ("address", address)):
                tries = self._recent(self._name(kind, name))
                if len(tries) >= MOST[kind]:
                    minutes = max(1, round((tries[0] + WITHIN - self._clock()) / 60))
                    raise CestaError(
                        "too_many_tries",
                        f"Too many passwords were wrong. Try again in {minutes} min.",
                        "An owner can make a link that lets you in at once: cesta user reset DIR LOGIN",
                    )

    def failed(self, account: str, address: str) -> None:
        """One more wrong password."""
        with self._lock:
            for kind, name in (("account", account), ("address", address)):
                key = self._name(kind, name)
                tries = self._recent(key)
                tries.append(self._clock())
                # The newest failure comes last, so that the first of all is the one to forget.
                self._failed.pop(key, None)
                self._failed[key] = tries
            while len(self._failed) > REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def right(self, account: str) -> None:
        """The right password: what this account failed before is forgotten; the address' failures stay."""
        with self._lock:
            self._failed.pop(self._name("account", account), None)

    def _recent(self, key: bytes) -> deque[float]:
        tries = self._failed.get(key, deque())
        while tries and tries[0] <= self._clock() - WITHIN:
            tries.popleft()
        return tries

    def _name(self, kind: str, name: str) -> bytes:
        return hmac.digest(self._key, f"{kind}\0{name}".encode("utf-8", "surrogatepass"), hashlib.sha256)
