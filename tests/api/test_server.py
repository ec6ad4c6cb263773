"""A port is bound before anything slow, and a taken one is told with a way out."""

from __future__ import annotations

import socket

import pytest

from cesta.api.server import address_of, listen
from cesta.model.errors import CestaError


def test_a_free_port_is_found() -> None:
    with listen("127.0.0.1", 0) as bound:
        assert address_of(bound) == f"http://127.0.0.1:{bound.getsockname()[1]}"


def test_small_answers_are_sent_at_once() -> None:
    with listen("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP, "else asyncio leaves Nagle's waiting on, 40 ms an answer"


def test_a_taken_port_is_told_with_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CestaError, match="port_taken") as caught:
            listen("127.0.0.1", port)
    assert f"PORT={port + 1}" in str(caught.value)


def test_the_world_is_refused() -> None:
    with pytest.raises(CestaError, match="not_loopback"):
        listen("0.0.0.0", 0)
