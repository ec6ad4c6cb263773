"""Foreign names and foreign pages are turned away, and so is listening to the world."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.guard import LOOPBACK, check_binding, check_request, host_name
from cesta.model.errors import CestaError

OURS = {"host": "127.0.0.1:8000"}


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:9", "localhost", "[::1]:8000"])
def test_our_names_are_served(host: str) -> None:
    check_request("GET", {"host": host})


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "", "localhost.evil.example", "[::2]", "["]
)
def test_other_names_are_not(host: str) -> None:
    with pytest.raises(CestaError, match="foreign_host"):
        check_request("GET", {"host": host})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8000"},
        {"sec-fetch-site": "none"},
        {"origin": "http://127.0.0.1:8000"},
    ],
)
def test_our_own_page_and_programs_may_write(headers: dict[str, str]) -> None:
    check_request("POST", OURS | headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_other_pages_may_not_write(method: str, headers: dict[str, str]) -> None:
    with pytest.raises(CestaError, match="foreign_origin"):
        check_request(method, OURS | headers)


def test_other_pages_may_link_to_us() -> None:
    check_request("GET", OURS | {"sec-fetch-site": "cross-site"})


@given(st.text(max_size=30))
def test_any_host_header_is_ours_or_refused(host: str) -> None:
    if host_name(host) in LOOPBACK:
        check_request("GET", {"host": host})
    else:
        with pytest.raises(CestaError, match="foreign_host"):
            check_request("GET", {"host": host})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.com"])
def test_only_this_machine_is_listened_to(host: str) -> None:
    with pytest.raises(CestaError, match="no password exists yet"):
        check_binding(host)
    for own in LOOPBACK:
        check_binding(own)


def test_others_may_come_once_every_workspace_has_a_password() -> None:
    with pytest.raises(CestaError, match=r"Without a password: shop\."):
        check_binding("0.0.0.0", ["shop"])
    check_binding("0.0.0.0", [])


def test_further_names_are_ours_when_they_are_said() -> None:
    check_request("GET", {"host": "cesta.shop.example"}, ["cesta.shop.example"])
    with pytest.raises(CestaError, match="foreign_host"):
        check_request("GET", {"host": "evil.shop.example"}, ["cesta.shop.example"])
