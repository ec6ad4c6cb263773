"""Who may speak to us: requests to our own name, and writes only from our own page or from no page at all."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from cesta.model.errors import CestaError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
READS = ("GET", "HEAD", "OPTIONS")


def check_binding(host: str) -> None:
    """Refuse to listen where other machines could reach us: there is no password yet that would stop them."""
    if host not in LOOPBACK:
        raise CestaError(
            "not_loopback",
            f"Cesta cannot listen on {host}: other machines could read everything, as no password exists yet.",
            "Listen on 127.0.0.1 and reach it from elsewhere through an SSH tunnel.",
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


def check_request(method: str, headers: Mapping[str, str]) -> None:
    """Refuse a foreign Host (a rebound DNS name), and a write sent by another site's page (Origin, Sec-Fetch-Site)."""
    host = headers.get("host", "")
    if host_name(host) not in LOOPBACK:
        raise CestaError("foreign_host", f'This is not "{host}".', f"Use one of: {', '.join(LOOPBACK)}.")
    if method in READS:
        return
    site = headers.get("sec-fetch-site", "none")
    origin = headers.get("origin")
    if site not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != host):
        sender = origin or f"a {site} page"
        raise CestaError("foreign_origin", f"A write from {sender} is refused.", "Only Cesta's own pages may write.")
