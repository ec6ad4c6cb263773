"""Keeps the members of a workspace's segments up to date: what has come since the last look, and what time has done."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.segments.feed import Feed
from cesta.segments.live import Change, Live
from cesta.segments.shelf import FOLDER, load_all, rules_of
from cesta.segments.tree import Rule
from cesta.store.log import Marks
from cesta.store.people import People
from cesta.store.workspace import Workspace

CAME = "select customer, name from events where seq > ? and seq <= ? and hidden = 0 and step = 1"


def clock() -> int:
    """UTC microseconds now."""
    return time.time_ns() // 1000


class Watch:
    """The segments of one workspace, live. One thread looks; any may ask what it saw last.

    sizes: how many are in each segment that can be counted. at: the moment of the last look; None before the first.
    Without an event that came by itself time stands still at the newest event, as `now_of` says.
    """

    def __init__(self, workspace: Workspace, clock: Callable[[], int] = clock) -> None:
        self.workspace, self.feed = workspace, Feed()
        self._clock = clock
        self.sizes: Mapping[str, int] = {}
        self.at: int | None = None
        self._live: Live | None = None
        self._rules: Mapping[str, Rule] = {}
        self._marks: Marks | None = None
        self._files: object = None
        self._people = 0
        self._whose: dict[str, str] = {}

    def segments_of(self, customer: str) -> list[str]:
        """The segments a customer is in, by her own id."""
        return [] if self._live is None else self._live.segments_of(customer)

    def look(self) -> list[Change]:
        """Brings everything up to date, and says what has changed. Without any segment nothing is done."""
        files = self._stamp()
        if files != self._files:
            self._rules = self._read()
        try:
            changes = self._looked(changed=files != self._files)
        except BaseException:
            # Half a look would never be made up for: the next one begins anew.
            self._marks = None
            raise
        self._files = files
        if self._live is not None:
            self.sizes, self.at = self._live.sizes, self._live.at
        self.feed.put(changes)
        return changes

    def _looked(self, *, changed: bool) -> list[Change]:
        if not self._rules and self._live is None:
            return []
        marks = self.workspace.log.marks()
        people = self.workspace.people(marks.event)
        snapshot, now = self.workspace.snapshot(), self._now(marks)
        zone = zone_named(self.workspace.settings.timezone)
        if self._live is None or self._marks is None or self._marks.loads != marks.loads:
            live = self._live or Live()
            changes = live.begin(snapshot, self._rules, now, zone)
            self._live, self._whose, self._people = live, dict(people.joined), people.version
        else:
            changes = self._live.change_rules(snapshot, self._rules, now, zone) if changed else []
            changes += self._live.touch(snapshot, self._touched(self._marks.event, marks.event, people), now)
            changes += self._live.tick(snapshot, now)
        self._marks = marks
        return changes

    def _now(self, marks: Marks) -> int:
        return self._clock() if marks.event > 0 else self.workspace.snapshot().as_of or 0

    def _touched(self, heard: int, newest: int, people: People) -> dict[str, set[str] | None]:
        """Whose events came, by their names; and everybody whose ids are others now."""
        found: dict[str, set[str] | None] = {}
        for one, name in self.workspace.log.read(CAME, (heard, newest)) if newest > heard else ():
            names = found.setdefault(people.joined.get(one, one), set())
            if names is not None:
                names.add(name)
        for one, customer in people.since(self._people).items():
            before = self._whose.get(one, one)
            self._whose[one] = customer or one
            found.update(dict.fromkeys((one, before, customer or one)))
        self._people = people.version
        return found

    def _stamp(self) -> object:
        """Changes whenever a segment's document does, or the time zone."""
        folder = self.workspace.root / FOLDER
        files = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.glob("*.yaml"))]
        return files, self.workspace.settings.timezone

    def _read(self) -> dict[str, Rule]:
        """The rules that can be used, each with all that it is made of."""
        documents = load_all(self.workspace, [])
        found: dict[str, Rule] = {}
        for name in documents:
            try:
                found.update(rules_of(documents, name))
            except CestaError:
                # What is wrong with it stands in the list of segments.
                continue
        return found
