"""Requests that wait are handled together, by few threads: many become one commit."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from cesta.api.collect.route import Answer, Later

AT_ONCE = 2
"""Threads: while one waits for the disk, the other reads."""
MOST = 512 * 1024
"""Bytes of bodies that one thread reads before it writes them, unless one alone has more."""
Begin = Callable[[], Answer | Later]


class Waiting:
    """One request: how it is begun, the bytes of its body, and who waits for its answer."""

    __slots__ = ("answer", "begin", "future", "later", "size")

    def __init__(self, begin: Begin, size: int, future: asyncio.Future[Answer]) -> None:
        self.begin, self.size, self.future = begin, size, future
        self.later: Later | None = None
        self.answer: Answer | BaseException | None = None

    def start(self) -> None:
        """Reads the request, up to where it waits for the disk."""
        try:
            found = self.begin()
        except Exception as error:  # noqa: BLE001  (raised where it is waited for)
            self.answer = error
        else:
            self.later, self.answer = (None, found) if isinstance(found, Answer) else (found, None)

    def finish(self) -> None:
        if self.later is not None:
            try:
                self.answer = self.later()
            except Exception as error:  # noqa: BLE001  (raised where it is waited for)
                self.answer = error

    def tell(self) -> None:
        """In the loop of whoever waits, unless they have left."""
        if self.future.done():
            return
        if isinstance(self.answer, Answer):
            self.future.set_result(self.answer)
        else:
            self.future.set_exception(self.answer or RuntimeError("A request was handled, and has no answer."))


class Together:
    """A queue of requests. Threads begin when something waits and end when nothing does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Waiting] = deque()
        self._threads = 0
        self._pool = ThreadPoolExecutor(AT_ONCE, "cesta door")

    async def handled(self, begin: Begin, size: int) -> Answer:
        """The answer to a request that `begin` begins. Raises what it raises."""
        mine = Waiting(begin, size, asyncio.get_running_loop().create_future())
        with self._lock:
            self._waiting.append(mine)
            more = self._threads < AT_ONCE
            self._threads += more
        if more:
            self._pool.submit(self._work)
        return await mine.future

    def _work(self) -> None:
        while taken := self._next():
            for each in taken:
                each.start()
            for each in taken:
                each.finish()
            for loop in {each.future.get_loop() for each in taken}:
                # A loop that has ended has nobody left who waits.
                with suppress(RuntimeError):
                    loop.call_soon_threadsafe(_tell, [each for each in taken if each.future.get_loop() is loop])

    def _next(self) -> list[Waiting]:
        """What waits, as far as one thread reads it at once; nothing: the thread is not needed any more."""
        with self._lock:
            taken: list[Waiting] = []
            size = 0
            while self._waiting and (not taken or size + self._waiting[0].size <= MOST):
                taken.append(self._waiting.popleft())
                size += taken[-1].size
            if not taken:
                self._threads -= 1
            return taken


def _tell(requests: Sequence[Waiting]) -> None:
    for each in requests:
        each.tell()
