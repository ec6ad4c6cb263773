"""What was recorded of visits, counted: clicks and heat by page, recordings by session."""

from __future__ import annotations

import heapq
import json
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cesta.model.instant import show_instant
from cesta.store.log import Log

MOST = 1000
"""Pages and recordings that are listed; of more, the most clicked pages and the newest recordings."""
NAMES = ("$autocapture", "$rageclick", "$$heatmap", "$snapshot")
IS_RECORDED = f"name < '%' and name in ({', '.join(repr(name) for name in NAMES)})"
"""As the index of them in the log says it: what the first half rules out costs no look at the second."""
AT_A_TIME = 20
"""A part of a recording may have megabytes."""
NEW = (
    "select seq, source, name, customer, time, properties, length(cast(raw as blob)) from events"
    f" indexed by recorded_events where {IS_RECORDED} and hidden = 0 and seq > ? order by seq limit {AT_A_TIME}"
)
PAGE_OPENED = 4
"""The kind of a part of a recording that says where the visitor is."""


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """One page of a source: clicks, those of anger, points of heat, and recordings that show it."""

    source: str
    page: str
    clicks: int
    rage_clicks: int
    heat: int
    recordings: int


@dataclass(frozen=True, slots=True)
class Recording:
    """One visit that was recorded: whose it is, from when to when, the messages it came in, and the pages it shows."""

    source: str
    session: str
    customer: str
    began: str
    ended: str
    parts: int
    bytes: int
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Pages, the most clicked first, and recordings, the newest first."""

    pages: tuple[RecordedPage, ...]
    recordings: tuple[Recording, ...]


@dataclass(slots=True)
class _Visit:
    customer: str
    began: int
    ended: int
    parts: int = 0
    bytes: int = 0
    pages: set[str] = field(default_factory=set)


class RecordedTally:
    """The sums over a log, brought up to date at each look, which costs what came since. Safe for several threads."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._loads, self._seen = (0, 0), 0
        self._pages: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._visits: dict[tuple[str, str], _Visit] = {}

    def now(self) -> Recorded:
        """Everything that clients recorded and that counts."""
        with self._lock:
            marks = self._log.marks()
            if marks.loads != self._loads:
                # What counts may be something else since: a load came or went, a customer was erased.
                self._loads, self._seen = marks.loads, 0
                self._pages.clear()
                self._visits.clear()
            while rows := self._log.read(NEW, (self._seen,)):
                for row in rows:
                    self._hear(*row[1:])
                self._seen = rows[-1][0]
            return Recorded(self._most_clicked(), self._newest())

    def _hear(self, source: str, name: str, customer: str, time: int, properties: str, size: int | None) -> None:
        said = json.loads(properties)
        if name == "$snapshot":
            self._hear_part(source, customer, time, said, size or 0)
        elif name == "$$heatmap":
            for address, points in heat_of(said):
                self._pages[source, page_of(address)]["heat"] += points
        else:
            what = "rage_clicks" if name == "$rageclick" else "clicks"
            self._pages[source, page_of(said.get("$current_url"))][what] += 1

    def _hear_part(self, source: str, customer: str, time: int, said: Mapping[str, Any], size: int) -> None:
        visit = self._visits.setdefault((source, str(said.get("$session_id") or "")), _Visit(customer, time, time))
        visit.customer = min(visit.customer, customer)
        visit.began, visit.ended = min(visit.began, time), max(visit.ended, time)
        visit.parts += 1
        visit.bytes += size
        for page in {page_of(address) for address in opened(said)} - visit.pages:
            visit.pages.add(page)
            self._pages[source, page]["recordings"] += 1

    def _most_clicked(self) -> tuple[RecordedPage, ...]:
        kinds = ("clicks", "rage_clicks", "heat", "recordings")
        pages = (RecordedPage(*key, *(counts[kind] for kind in kinds)) for key, counts in self._pages.items())
        order = lambda page: (-page.clicks, -page.heat, -page.recordings, page.source, page.page)  # noqa: E731
        return tuple(heapq.nsmallest(MOST, pages, order))

    def _newest(self) -> tuple[Recording, ...]:
        newest = heapq.nlargest(MOST, self._visits.items(), lambda item: (item[1].began, item[0]))
        return tuple(
            Recording(
                source,
                session,
                visit.customer,
                show_instant(visit.began),
                show_instant(visit.ended),
                visit.parts,
                visit.bytes,
                tuple(sorted(visit.pages)),
            )
            for (source, session), visit in newest
        )


@lru_cache(maxsize=16)
def tally_of(log: Log) -> RecordedTally:
    """The one tally of a log."""
    return RecordedTally(log)


def recorded(log: Log) -> Recorded:
    """Everything that clients recorded and that counts."""
    return tally_of(log).now()


def heat_of(said: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The addresses of a heat map, each with its points.

    >>> list(heat_of({"$heatmap_data": {"/hat": [{"x": 1}, {"x": 2}], "/": "none"}}))
    [('/hat', 2), ('/', 0)]
    """
    told = unfolded(said.get("$heatmap_data"))
    for address, points in told.items() if isinstance(told, dict) else ():
        yield address, len(points) if isinstance(points, list) else 0


def opened(said: Mapping[str, Any]) -> Iterator[object]:
    """The addresses that a part of a recording opens: at its start, and at each page after it."""
    told = unfolded(said.get("$snapshot_data"))
    for part in told if isinstance(told, list) else [told]:
        if isinstance(part, dict) and part.get("type") == PAGE_OPENED:
            data = part.get("data")
            yield data.get("href") if isinstance(data, dict) else None


def unfolded(value: object) -> object:
    """What is nested stands among properties as its JSON text."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None


def page_of(address: object) -> str:
    """A page, without what follows its path: the same page with another question is the same page.

    >>> page_of("https://shop.example/hat?size=m#top")
    'https://shop.example/hat'
    """
    return str(address or "").partition("#")[0].partition("?")[0]
