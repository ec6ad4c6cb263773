"""Who a request is from: a session's cookie, a token, a command on this machine, or whoever sits at it."""

from __future__ import annotations

import hmac
import ipaddress
import time
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

from cesta.accounts.accounts import Accounts
from cesta.accounts.roles import A_COMMAND, AT_THE_MACHINE, Who
from cesta.accounts.sessions import LONGEST, SECOND
from cesta.accounts.tokens import BEGINS
from cesta.model.errors import CestaError
from cesta.store.lock import read_secret

FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")
"""A request with one of these came from another machine, whatever its connection says."""


class Gate:
    """The gate of one workspace. root: its folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.accounts = Accounts(root / "data")

    def who(self, headers: Mapping[str, str], client: str | None) -> Who | None:
        """None for somebody who has not signed in. client: the address of the connection. Raises unknown_token."""
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._bearer(shown.strip(), client)
        if not self.accounts.people.guarded:
            return AT_THE_MACHINE if is_here(headers, client) else None
        secret = cookies_of(headers).get(self.cookie(headers))
        return None if secret is None else self.accounts.sessions.who(secret, now())

    def cookie(self, headers: Mapping[str, str]) -> str:
        """The name of this workspace's cookie; behind HTTPS one that no other host can have set."""
        return f"{'__Host-' if is_safe(headers) else ''}cesta-{self.accounts.name}"

    def cookie_for(self, secret: str, headers: Mapping[str, str]) -> str:
        """What the browser is told to keep; an empty secret takes it away."""
        age = LONGEST // SECOND if secret else 0
        safe = "; Secure" if is_safe(headers) else ""
        return f"{self.cookie(headers)}={secret}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{safe}"

    def _bearer(self, shown: str, client: str | None) -> Who:
        if shown.startswith(BEGINS):
            found = self.accounts.tokens.who(shown, now())
            if found is not None:
                return found
        elif is_loopback(client):
            secret = read_secret(self.root)
            if secret and hmac.compare_digest(secret.encode(), shown.encode("utf-8", "surrogatepass")):
                return A_COMMAND
        raise CestaError("unknown_token", "This token is not known, is over, or was revoked.", "Make another one.")


def now() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000


def is_here(headers: Mapping[str, str], client: str | None) -> bool:
    """Whether a request comes from this machine itself."""
    return is_loopback(client) and not any(name in headers for name in FORWARDED)


def is_loopback(client: str | None) -> bool:
    """Whether a connection's address is this machine's; one without an address never left it.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback(None), is_loopback("203.0.113.9")
    (True, True, True, False)
    """
    try:
        return client is None or ipaddress.ip_address(client).is_loopback
    except ValueError:
        return True


def is_safe(headers: Mapping[str, str]) -> bool:
    """Whether the browser reached us through HTTPS, as the server in front says."""
    return headers.get("x-forwarded-proto", "").partition(",")[0].strip() == "https"


def address_of(headers: Mapping[str, str], client: str | None) -> str:
    """The address that tries are counted for: what the server in front on this machine says, else the connection's."""
    told = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told if told and is_loopback(client) else client or ""


def cookies_of(headers: Mapping[str, str]) -> dict[str, str]:
    """The cookies that a browser sends.

    >>> cookies_of({"cookie": "a=1; b=2"}), cookies_of({})
    ({'a': '1', 'b': '2'}, {})
    """
    found: dict[str, str] = {}
    for part in headers.get("cookie", "").split(";"):
        try:
            found |= {name: morsel.value for name, morsel in SimpleCookie(part.strip()).items()}
        except CookieError:
            continue
    return found
