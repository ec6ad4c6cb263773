"""The messages that say something of a person: where in the log those of each id stand, found without reading it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.profiles.said import Message
from cesta.store.content import hash_texts
from cesta.store.log import Log

TELLING = "type = 'identify' and hidden = 0"
NEW = f"select seq, customer from events where seq > ? and seq <= ? and {TELLING} order by seq limit ?"
ONES = (
    "select customer, source, message_id, time, properties from events where seq in (select value from json_each(?))"
    f" and {TELLING} order by time, seq"
)
EVERY = f"select seq, customer, properties from events where {TELLING} and seq > ? order by seq limit ?"
AT_ONCE = 100_000


class Messages:
    """Which messages are whose, brought up to date at each look, which costs what came since. For several threads."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._loads, self._seen = (0, 0), 0
        self._hashes: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._seqs: NDArray[np.int64] = np.zeros(0, np.int64)
        self._new: defaultdict[str, list[int]] = defaultdict(list)
        self._waiting = 0

    def of(self, ids: Iterable[str]) -> list[Message]:
        """What was said of somebody under any of these ids, in order of the time when it was meant."""
        wanted = frozenset(ids)
        with self._lock:
            self._catch_up()
            seqs = [seq for one in wanted for seq in self._new.get(one, ())]
            hashes = hash_texts(pa.array(sorted(wanted), pa.string()))
            for low, high in zip(
                np.searchsorted(self._hashes, hashes), np.searchsorted(self._hashes, hashes, "right"), strict=True
            ):
                seqs += self._seqs[low:high].tolist()
        if not seqs:
            return []
        rows = self._log.read(ONES, (msgspec.json.encode(seqs).decode(),))
        return [Message(s, m, t, _said(p)) for customer, s, m, t, p in rows if customer in wanted]

    def _catch_up(self) -> None:
        marks = self._log.marks()
        if marks.loads != self._loads:
            # What counts may be something else since: a customer was erased, a source was taken back.
            self._loads, self._seen, self._waiting = marks.loads, 0, 0
            self._hashes, self._seqs = np.zeros(0, np.uint64), np.zeros(0, np.int64)
            self._new.clear()
        while self._seen < marks.event:
            rows = self._log.read(NEW, (self._seen, marks.event, AT_ONCE))
            for seq, customer in rows:
                self._new[customer].append(seq)
            self._waiting += len(rows)
            self._seen = rows[-1][0] if len(rows) == AT_ONCE else marks.event
            if self._waiting >= AT_ONCE:
                self._fold()

    def _fold(self) -> None:
        """Those that came since become part of the arrays, sixteen bytes each."""
        ids = list(self._new)
        hashes = np.repeat(hash_texts(pa.array(ids, pa.string())), [len(self._new[one]) for one in ids])
        seqs = np.array([seq for one in ids for seq in self._new[one]], np.int64)
        hashes, seqs = np.concatenate((self._hashes, hashes)), np.concatenate((self._seqs, seqs))
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._seqs = hashes[order], seqs[order]
        self._new.clear()
        self._waiting = 0


@lru_cache(maxsize=16)
def messages_of(log: Log) -> Messages:
    """The one index of a log."""
    return Messages(log)


def every_message(log: Log) -> Iterator[tuple[str, dict[str, Value]]]:
    """What was said of anybody, with the id it was said under."""
    for page in log.pages(EVERY, (), AT_ONCE):
        for _, customer, properties in page:
            yield customer, _said(properties)


def _said(properties: str) -> dict[str, Value]:
    return msgspec.json.decode(properties, type=dict[str, Value])
