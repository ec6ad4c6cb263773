"""Who may speak to us: requests to our own name, and writes only from our own page or from no page at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from cesta.model.errors import CestaError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
READS = ("GET", "HEAD", "OPTIONS")


def check_binding(host: str, open_to_all: Collection[str] = ("it",)) -> None:
    """Refuse to listen where other machines could reach a workspace that no password guards.

    open_to_all: the names of those workspaces.
    """
    if host not in LOOPBACK and open_to_all:
        raise CestaError(
            "not_loopback",
            f"Cesta cannot listen on {host}: other machines could read everything, as no password exists yet.",
            "Set the owner's password with `cesta user add DIR LOGIN --password`, or listen on 127.0.0.1."
            f" Without a password: {', '.join(open_to_all)}.",
        )


def host_name(netloc: str) -> str | None:
    """The name in a Host header, without its port.

    >>> host_name("127.0.0.1:8000"), host_name("[::1]:8000"), host_name("evil.example")
    ('127.0.0.1', '::1', 'evil.example')
    >>> host_name("evil@127.0.0.1")
    """
    if "@" in netloc:
        return None
    try:
        return urlsplit(f"//{netloc}").hostname
    except ValueError:
        return None


def check_request(method: str, headers: Mapping[str, str], names: Collection[str] = ()) -> None:
    """Refuse a foreign Host (a rebound DNS name), and a write sent by another site's page (Origin, Sec-Fetch-Site).

    names: ours besides those of this machine.
    """
    host = headers.get("host", "")
    if host_name(host) not in (*LOOPBACK, *names):
        hint = f"Use one of: {', '.join((*LOOPBACK, *names))}; or add it to `hosts` in cesta.yaml."
        raise CestaError("foreign_host", f'This is not "{host}".', hint)
    if method in READS:
        return
    site = headers.get("sec-fetch-site", "none")
    origin = headers.get("origin")
    if site not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != host):
        sender = origin or f"a {site} page"
        raise CestaError("foreign_origin", f"A write from {sender} is refused.", "Only Cesta's own pages may write.")
