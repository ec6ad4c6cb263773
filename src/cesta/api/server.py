"""Listening on a port and answering until told to leave."""

from __future__ import annotations

import gc
import signal
import socket
from collections.abc import Callable, Collection, Mapping
from types import FrameType

import uvicorn

from cesta.api.guard import check_binding
from cesta.api.house import House
from cesta.api.public import Public
from cesta.api.served import Served
from cesta.api.wire import Wire
from cesta.model.errors import CestaError

BETWEEN_COLLECTIONS = 20_000, 20, 50
"""Objects made before Python looks for those that only know each other: a batch of events makes thousands."""
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""What listens at all addresses is reached at this one."""
GRACE = 3
"""Seconds that running requests get when the server leaves."""


def listen(host: str, port: int, *, open_to_all: Collection[str] = ("it",)) -> socket.socket:
    """A socket bound to the port (0: any free one), before anything slow has begun.

    open_to_all: what no password guards there; then other machines must not reach it.
    """
    check_binding(host, open_to_all)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, since asyncio sends small answers at once (TCP_NODELAY) only where it sees that a socket speaks TCP.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise CestaError(
            "port_taken",
            f"Port {port} on {host} cannot be used: {error.strerror}.",
            f"Choose another: make demo PORT={port + 1}, or the option --port {port + 1}.",
        ) from error
    return bound


def address_of(bound: socket.socket) -> str:
    """Where this machine reaches a bound socket, as http://127.0.0.1:8000."""
    host, port = bound.getsockname()[:2]
    host = EVERYWHERE.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Server(uvicorn.Server):
    """Uvicorn that tells when it answers, and tells the open streams when it leaves."""

    def __init__(self, config: uvicorn.Config, rooms: Mapping[str, Served], when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.rooms = rooms
        self.when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        # What was imported stays: looking for garbage in it again and again would slow every event down.
        gc.freeze()
        gc.set_threshold(*BETWEEN_COLLECTIONS)
        if not self.should_exit:
            self.when_ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        for served in self.rooms.values():
            served.leaving.set()
        super().handle_exit(sig, frame)


def run(
    rooms: Mapping[str, Served],
    bound: socket.socket,
    when_ready: Callable[[], None],
    public: socket.socket | None = None,
) -> None:
    """Answer until Ctrl-C or SIGTERM, then leave in good order. public: where only events are taken."""
    house = House(rooms)
    sockets = [bound] if public is None else [bound, public]
    config = uvicorn.Config(
        house if public is None else Public(house, public.getsockname()[1]),
        http=Wire,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    # Uvicorn raises the signal once more after it has closed; these keep that from looking like a crash.
    before = {sig: signal.signal(sig, signal.SIG_IGN) for sig in (signal.SIGINT, signal.SIGTERM)}
    try:
        Server(config, rooms, when_ready).run(sockets=sockets)
    finally:
        for sig, handler in before.items():
            signal.signal(sig, handler)
        for each in sockets:
            each.close()
