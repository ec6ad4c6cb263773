"""Finding a customer by anything that names her: an index beside the events, kept up to date, deleted with no loss."""

from __future__ import annotations

import hashlib
import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from cesta.model.event import Value
from cesta.model.instant import show_instant
from cesta.profiles.hers import place_of
from cesta.profiles.messages import every_message
from cesta.profiles.term_file import LAYOUT, TermFile, keep, kept, make
from cesta.profiles.terms import KINDS, Kind, Term, asked, kind_of, terms
from cesta.profiles.whose import Whose, whose
from cesta.store.columns import Snapshot
from cesta.store.customers import customers_of
from cesta.store.workspace import Workspace

NEW = (
    "select seq, customer, properties, type from events where seq > ? and seq <= ? and hidden = 0"
    " and (step = 1 or type = 'identify') order by seq limit ?"
)
AT_ONCE = 50_000
MANY = 200_000
"""Terms that stand beside the file in memory before the file is made anew."""
MOST = 50
LOOKED_AT = 20
"""For each match that is wanted, so many terms may be looked at: many may be of one customer."""


@dataclass(frozen=True, slots=True)
class Match:
    """A customer who was found. by: what it was that met the text. exact: all of it did, not only its beginning.

    first, last: None for somebody of whom there is no event yet.
    """

    customer: str
    by: Kind
    text: str
    exact: bool
    events: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Matches:
    """complete: whether all that names customers was searched; while the index is being made only their ids are."""

    matches: tuple[Match, ...]
    complete: bool


class Index:
    """All terms of one workspace. Safe for several threads; one of them makes the file, the others do without it."""

    def __init__(self) -> None:
        self._lock, self._making = threading.Lock(), threading.Lock()
        self._key = ""
        self._file: TermFile | None = None
        self._more: list[tuple[str, int, str]] = []
        self._known: set[tuple[str, int, str]] = set()
        self._seen = 0

    def ready(self, workspace: Workspace, wait: bool) -> bool:
        """Brings it up to date; False where it is still to be made, which takes long and is not waited for."""
        current = self._is_current(_key(workspace))
        if not current and not wait:
            return False
        if not self._making.acquire(blocking=wait):
            # It is being made smaller; what stands beside it until then answers as well.
            return current
        try:
            if not self._is_current(_key(workspace)):
                self._make(workspace)
            self._catch_up(workspace)
        finally:
            self._making.release()
        return True

    def is_due(self, workspace: Workspace) -> bool:
        """Whether it has to be made, or made anew since too much stands beside it."""
        return not self._is_current(_key(workspace)) or len(self._more) > MANY

    def renew(self, workspace: Workspace) -> None:
        """Makes it, once nobody else does, if that is due."""
        with self._making:
            if self.is_due(workspace):
                self._make(workspace)
            self._catch_up(workspace)

    def _is_current(self, key: str) -> bool:
        return self._file is not None and self._key == key

    def beginning(self, text: str, most: int) -> Iterator[tuple[Term, str]]:
        """Terms that begin with a text, each with the id it was recorded for: those of the file, then newer ones."""
        with self._lock:
            file = self._file
            low = bisect_left(self._more, (text,))
            more = self._more[low : low + most]
        if file is not None:
            yield from file.beginning(text, most)
        for found, kind, customer in more:
            if not found.startswith(text):
                return
            yield Term(found, kind), customer

    def _make(self, workspace: Workspace) -> None:
        key = _key(workspace)
        file = None if self._is_current(key) else kept(workspace.data, key)
        if file is None:
            event = workspace.log.marks().event
            snapshot = workspace.snapshot()
            said = ((whose(workspace).customer(one), term) for one, term in _of_messages(every_message(workspace.log)))
            file = make(snapshot, said, event)
            keep(file, workspace.data, key)
        with self._lock:
            self._key, self._file, self._seen = key, file, file.event
            self._more.clear()
            self._known.clear()

    def _catch_up(self, workspace: Workspace) -> None:
        newest = workspace.log.marks().event
        while self._seen < newest:
            rows = workspace.log.read(NEW, (self._seen, newest, AT_ONCE))
            new = {
                (term.text, term.kind, customer)
                for _, customer, properties, type_ in rows
                for term in _terms(msgspec.json.decode(properties, type=dict[str, Value]), type_ == "identify")
            } - self._known
            self._known |= new
            with self._lock:
                # Two runs in order are merged quickly.
                self._more = sorted([*self._more, *sorted(new)])
            self._seen = rows[-1][0] if len(rows) == AT_ONCE else newest


@lru_cache(maxsize=16)
def index_of(_: Path) -> Index:
    """The one index of a workspace."""
    return Index()


def search(workspace: Workspace, text: str, *, limit: int = 10, wait: bool = True) -> Matches:
    """Customers whom the text names, wholly or by its beginning: those it names wholly first, then the newest.

    wait: until the index is made, if it must be. Without that only ids are searched meanwhile.
    """
    limit = max(1, min(limit, MOST))
    index = index_of(workspace.data)
    complete = index.ready(workspace, wait)
    snapshot, whose_is = workspace.snapshot(), whose(workspace)
    found: dict[str, tuple[bool, Kind, str]] = {}
    for one, kind, met, exact in _hits(snapshot, whose_is, index if complete else None, text, limit):
        customer = whose_is.customer(one)
        if exact or customer not in found:
            found.setdefault(customer, (exact, kind, met))
            if exact and not found[customer][0]:
                found[customer] = (exact, kind, met)
    matches = [_match(snapshot, customer, *how) for customer, how in found.items()]
    matches.sort(key=lambda match: match.customer)
    matches.sort(key=lambda match: match.last or "", reverse=True)
    matches.sort(key=lambda match: not match.exact)
    return Matches(tuple(matches[:limit]), complete)


def _hits(
    snapshot: Snapshot, whose_is: Whose, index: Index | None, text: str, limit: int
) -> Iterator[tuple[str, Kind, str, bool]]:
    typed = text.strip()
    for way in dict.fromkeys((typed, typed.lower(), typed.upper())) if typed else ():
        for one in (*_ids(snapshot, way, limit), *whose_is.beginning(way, limit)):
            yield one, "id", one, one == way
    if index is not None:
        for wanted in asked(typed):
            for term, customer in index.beginning(wanted, limit * LOOKED_AT):
                yield customer, KINDS[term.kind], term.text, term.text == wanted


def _ids(snapshot: Snapshot, text: str, most: int) -> Iterator[str]:
    """Ids of customers that begin with a text."""
    customers = customers_of(snapshot.customers)
    low = bisect_left(customers, text)
    for place in range(low, min(low + most, len(customers))):
        one = customers[place]
        if not one.startswith(text):
            return
        yield one


def _match(snapshot: Snapshot, customer: str, exact: bool, by: Kind, text: str) -> Match:
    place = place_of(snapshot, customer)
    if place is None:
        return Match(customer, by, text, exact, 0, None, None)
    begin, end = int(snapshot.begins[place]), int(snapshot.ends[place])
    first, last = show_instant(int(snapshot.times[begin])), show_instant(int(snapshot.times[end - 1]))
    return Match(customer, by, text, exact, end - begin, first, last)


def _of_messages(messages: Iterable[tuple[str, Mapping[str, Value]]]) -> Iterator[tuple[str, Term]]:
    for one, properties in messages:
        for term in _terms(properties, of_person=True):
            yield one, term


def _terms(said: Mapping[str, Value], of_person: bool) -> Iterator[Term]:
    for name, value in said.items():
        kind = kind_of(name, of_person)
        if kind is not None:
            yield from terms(kind, value)
    if of_person:
        whole = " ".join(str(said[name]) for name in ("first_name", "last_name") if name in said)
        if " " in whole:
            yield from terms("name", whole)


def _key(workspace: Workspace) -> str:
    """What the file is made of: another state of the loads, or of who is who, wants another file."""
    state = (LAYOUT, str(workspace.data), workspace.log.marks().loads, whose(workspace).epoch)
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]
