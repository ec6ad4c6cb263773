"""Live members are the members: after every event and every tick of a moved clock, against batch and brute force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC

import numpy as np
from chances import CUSTOMERS, SECOND, above, rules, values
from hypothesis import given, settings
from hypothesis import strategies as st
from plainly import member

from cesta.model.event import Event
from cesta.segments.live import Change, Live
from cesta.segments.rule import read_rule
from cesta.segments.shelf import members
from cesta.segments.tree import Rule
from cesta.store.columns import Columns, from_events


@dataclass(frozen=True)
class Changed:
    """The segment below has another rule."""

    rule: Rule


came = st.tuples(
    st.sampled_from(CUSTOMERS), st.sampled_from("abc"), st.integers(-6, 3),
    st.dictionaries(st.sampled_from("pq"), values, max_size=2),
)  # fmt: skip
happenings = st.lists(
    st.one_of(
        st.lists(came, min_size=1, max_size=3),
        st.integers(1, 6),
        st.tuples(st.sampled_from(CUSTOMERS), st.sampled_from(CUSTOMERS)),
        rules.map(Changed),
        st.sampled_from(CUSTOMERS),
    ),
    max_size=12,
)


@dataclass
class World:
    """What came in so far, under which ids; whose they are; and the clock."""

    rules: dict[str, Rule]
    at: int = 10 * SECOND
    events: list[Event] = field(default_factory=list)
    whose: dict[str, str] = field(default_factory=dict)

    def snapshot(self) -> Columns:
        return from_events(
            Event("t", e.message_id, self.whose.get(e.customer, e.customer), e.name, e.time, e.properties)
            for e in self.events
        )

    def batch(self, name: str) -> set[str]:
        columns = self.snapshot()
        return {columns.customers[place] for place in members(self.rules[name], columns, self.at, self.rules, UTC)}

    def plainly(self, name: str) -> set[str]:
        columns, found = self.snapshot(), set()
        for who in columns.customers:
            hers = [
                Event("t", e.message_id, who, e.name, e.time, e.properties)
                for e in self.events
                if self.whose.get(e.customer, e.customer) == who
            ]
            if member(self.rules[name], sorted(hers, key=lambda e: e.time), self.at, self.rules):
                found.add(who)
        return found

    def happen(self, live: Live, what: object) -> list[Change]:
        """Events come, time passes, ids are joined or parted, a rule changes, a customer is erased."""
        match what:
            case list():
                return self._come(live, what)
            case int():
                self.at += what * SECOND
                return live.tick(self.snapshot(), self.at)
            case Changed(rule):
                self.rules = {**self.rules, "below": rule}
                return live.change_rules(self.snapshot(), self.rules, self.at)
            case (str(one), str(customer)):
                if one == customer or customer in self.whose or one in self.whose.values():
                    self.whose.pop(one, None)
                else:
                    self.whose[one] = customer
                return live.touch(self.snapshot(), dict.fromkeys(CUSTOMERS), self.at)
            case _:
                self.events = [event for event in self.events if event.customer != what]
                return live.begin(self.snapshot(), self.rules, self.at)

    def _come(self, live: Live, rows: list[tuple[str, str, int, dict[str, str | int]]]) -> list[Change]:
        touched: dict[str, set[str]] = {}
        for who, name, ago, told in rows:
            self.events.append(Event("t", str(len(self.events)), who, name, self.at + ago * SECOND, told))
            touched.setdefault(self.whose.get(who, who), set()).add(name)
        return live.touch(self.snapshot(), touched, self.at)


@settings(max_examples=60)
@given(above, rules, happenings)
def test_live_members_are_the_members(rule: Rule, below: Rule, happened: list[object]) -> None:
    world = World({"above": rule, "below": below})
    live, told = Live(ahead=5 * SECOND), {name: set[str]() for name in world.rules}
    live.begin(world.snapshot(), world.rules, world.at)
    for what in happened:
        for change in world.happen(live, what):
            assert (change.customer in told[change.segment]) is not change.entered
            (set.add if change.entered else set.discard)(told[change.segment], change.customer)
        for name in world.rules:
            assert set(live.members(name)) == world.batch(name) == world.plainly(name) == told[name]
            assert live.sizes[name] == len(told[name])


def test_time_alone_lets_her_in_and_out() -> None:
    columns = from_events([Event("t", "1", "ann", "a", 0), Event("t", "2", "bob", "b", 0)])
    texts = {"lately": "did a in last 1h", "waits": "sequence a, then not c within 2h"}
    rules = {name: read_rule(text) for name, text in texts.items()}
    live, hour = Live(), 3_600 * SECOND
    live.begin(columns, rules, 0)
    assert (live.sizes, live.segments_of("ann"), live.segments_of("zoe")) == ({"lately": 1, "waits": 0}, ["lately"], [])
    assert live.tick(columns, hour - 1) == []
    assert live.tick(columns, hour) == [Change("lately", "ann", False, hour)]
    assert live.tick(columns, 2 * hour) == [Change("waits", "ann", True, 2 * hour)]


def test_somebody_whose_first_event_is_of_the_future_is_seen_by_an_earlier_one() -> None:
    late, early = Event("t", "1", "ann", "a", 50), Event("t", "2", "ann", "b", 5)
    rules, live = {"without": read_rule("not did c")}, Live()
    live.begin(from_events([late]), rules, 10)
    assert live.sizes == {"without": 0}
    live.touch(from_events([late, early]), {"ann": {"b"}}, 11)
    assert live.sizes == {"without": 1}


def test_room_is_made_for_many_who_are_new() -> None:
    rules: dict[str, Rule] = {"a": read_rule("did a in last 1h"), "not": read_rule("not did a")}
    live = Live()
    live.begin(from_events([]), rules, 0)
    events = [Event("t", str(n), f"c{n}", "ab"[n % 2], n) for n in range(300)]
    for low in range(0, 300, 50):
        seen = from_events(events[: low + 50])
        live.touch(seen, {event.customer: {event.name} for event in events[low : low + 50]}, low + 50)
    assert live.sizes == {"a": 150, "not": 150}
    assert np.array_equal(sorted(live.members("a")), sorted(f"c{n}" for n in range(0, 300, 2)))
