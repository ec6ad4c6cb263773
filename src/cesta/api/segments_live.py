"""Looks again and again who is in which segment, in a thread of its own, while a workspace is served."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncGenerator

import msgspec
from litestar.response import ServerSentEventMessage

from cesta.segments.feed import Feed
from cesta.segments.watch import Watch
from cesta.store.workspace import Workspace

log = logging.getLogger("cesta.api")

LOOK_EVERY = 0.25
"""Seconds between two looks, at least as long as one computes: others want to compute, too."""
LONGEST_REST = 2.0
TELL_EVERY = 0.2
KEEP_ALIVE = 30
"""Looks without news until a comment is sent, so that a dead connection is noticed."""
AT_ONCE = 500


class Following:
    """The live segments of a served workspace; `ready` is set after the first look."""

    def __init__(self, workspace: Workspace, leaving: threading.Event) -> None:
        self.watch, self.leaving, self.ready = Watch(workspace), leaving, threading.Event()
        self._thread = threading.Thread(target=self._turn, name="segments", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, seconds: float) -> None:
        """Waits for a look that is going on, but not longer than this."""
        if self._thread.is_alive():
            self._thread.join(seconds)

    @property
    def feed(self) -> Feed:
        return self.watch.feed

    def sizes(self) -> dict[str, int]:
        """The size of each segment as of the last look."""
        return dict(self.watch.sizes)

    def _turn(self) -> None:
        rest = 0.0
        while not self.leaving.wait(rest):
            begun = time.thread_time()
            try:
                self.watch.look()
                self.ready.set()
            except Exception as error:
                log.error("fault", extra={"route": "segments"}, exc_info=error)
            rest = min(LONGEST_REST, max(LOOK_EVERY, time.thread_time() - begun))


async def told(following: Following, people: bool) -> AsyncGenerator[ServerSentEventMessage, None]:
    """The sizes now and whenever they are others; with `people` also who entered and who left, from now on."""
    cursor, last, quiet = following.feed.cursor, dict[str, int](), 0
    while not following.leaving.is_set():
        quiet += 1
        sizes = following.sizes()
        if sizes != last:
            last, quiet = sizes, 0
            yield ServerSentEventMessage(event="sizes", data=msgspec.json.encode(sizes).decode())
        found = following.feed.after(cursor, AT_ONCE)
        cursor = found.cursor
        for move in found.changes if people else ():
            quiet = 0
            yield ServerSentEventMessage(event=move.event, data=msgspec.json.encode(move).decode())
        if quiet >= KEEP_ALIVE:
            quiet = 0
            yield ServerSentEventMessage(comment="still here")
        # Whoever is behind goes on at once.
        await asyncio.sleep(0 if len(found.changes) == AT_ONCE else TELL_EVERY)
