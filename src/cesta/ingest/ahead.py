"""Work done a little ahead in another thread, so that reading goes on while what was read is written."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Item = TypeVar("Item")
AHEAD = 2
"""Items made before they are asked for: more would only fill the memory."""
PATIENCE = 0.1
"""Seconds after which a waiting thread looks whether it is still wanted."""


@contextmanager
def ahead(items: Iterator[Item]) -> Iterator[Iterator[Item]]:
    """The items in their order, made in another thread; what goes wrong there is raised here.

    >>> with ahead(iter("abc")) as items:
    ...     list(items)
    ['a', 'b', 'c']
    """
    making = _Making(items)
    thread = threading.Thread(target=making.make, daemon=True)
    thread.start()
    try:
        yield making.taken()
    finally:
        making.unwanted.set()
        thread.join()


class _Making(Generic[Item]):
    """A queue of what is made: items, then how it ended."""

    def __init__(self, items: Iterator[Item]) -> None:
        self.unwanted = threading.Event()
        self._items = items
        self._made: queue.Queue[Item | _End] = queue.Queue(AHEAD)

    def make(self) -> None:
        try:
            for item in self._items:
                if not self._put(item):
                    return
            self._put(_End(None))
        except BaseException as error:  # noqa: BLE001 - raised again where the items are wanted
            self._put(_End(error))

    def taken(self) -> Iterator[Item]:
        while not isinstance(item := self._made.get(), _End):
            yield item
        if item.error is not None:
            raise item.error

    def _put(self, item: Item | _End) -> bool:
        """Whether it is wanted."""
        while not self.unwanted.is_set():
            try:
                self._made.put(item, timeout=PATIENCE)
            except queue.Full:
                continue
            return True
        return False


class _End:
    def __init__(self, error: BaseException | None) -> None:
        self.error = error
