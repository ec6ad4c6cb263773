"""Window funnels with their modes, conversion from and to the ends of the path, what comes next: plain loops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Event = tuple[str, int, str]
Plain = Callable[[Log], dict[str, list[Event]]]
PLAIN = settings(deadline=None, max_examples=40)
Limits = tuple[int | None, int | None]
MODES = ["strict_order", "strict_increase", "strict_deduplication", "strict_once", "allow_reentry"]
TURNING = ["abac", "abab", "abbc", "acb", "aabc", "abxc", "xabc"]
"""Where the modes part; random journeys seldom turn back so."""
CHOSEN = [list(some) for many in (0, 1, 2) for some in combinations(MODES, many)]


def level(events: list[Event], steps: str, window: int, modes: list[str]) -> int:
    """One chain: `chain[k]` is (begin, time of step k + 1) of the latest attempt that came so far."""
    chain: dict[int, tuple[int, int]] = {}
    before = 0
    for name, at, _ in events:
        step = steps.find(name)
        broken = step < 0 or (step > 0 and step - 1 not in chain)
        again = step == 0 and 1 in chain and "allow_reentry" not in modes
        if "strict_order" in modes and 0 in chain and (again or (broken and (step < 0 or step not in chain))):
            break
        if step < 0:
            continue
        if "strict_deduplication" in modes and step > 0 and step in chain:
            return before
        if step == 0:
            chain[0] = (at, at)
        elif step - 1 in chain:
            begin, when = chain[step - 1]
            if at - begin <= window and (at > when or "strict_increase" not in modes):
                chain[step] = (begin, at)
        elif "strict_order" in modes and 0 in chain:
            break
        if len(steps) - 1 in chain:
            return len(steps)
        before = step + 1
    return max(chain, default=-1) + 1


@pytest.mark.parametrize("modes", CHOSEN, ids=["+".join(some) or "plain" for some in CHOSEN])
def test_modes(ask: Ask, modes: list[str]) -> None:
    @settings(deadline=None, max_examples=30)
    @given(lines=st.lists(st.text("aabbcx", max_size=8), min_size=1, max_size=8), minutes=st.integers(2, 9))
    def check(lines: list[str], minutes: int) -> None:
        people = {
            f"c{n}": [(name, at * 60, "") for at, name in enumerate(line)]
            for n, line in enumerate([*lines, *TURNING])
            if line
        }
        log = [
            {"customer": who, "event": name, "ts": f"2024-05-06T00:{at // 60:02d}:00Z"}
            for who, events in people.items()
            for name, at, _ in events
        ]
        params = {"steps": ["a", "b", "c"], "window": f"{minutes}m", "modes": modes}
        found = ask("window_funnel", params, log)["result"]
        levels = {who: level(events, "abc", minutes * 60, modes) for who, events in people.items()}
        assert found["levels"] == levels
        assert found["counts"] == [sum(one >= step for one in levels.values()) for step in (1, 2, 3)]

    check()


def test_equal_moments_are_read_in_step_order(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=crowded, minutes=st.integers(1, 9), later=st.booleans())
    def check(log: Log, minutes: int, later: bool) -> None:
        modes = ["strict_increase"] if later else []
        params = {"steps": ["c", "a", "b"], "window": f"{minutes}m", "modes": modes}
        levels = {
            who: level(sorted(events, key=lambda event: (event[1], "cab".find(event[0]))), "cab", minutes * 60, modes)
            for who, events in plain_log(log).items()
        }
        assert ask("window_funnel", params, log)["result"]["levels"] == levels

    check()


@pytest.mark.parametrize("once", [True, False])
def test_one_event_for_several_steps(
    ask: Ask, steady_coloured: st.SearchStrategy[Log], plain_log: Plain, once: bool
) -> None:
    @PLAIN
    @given(log=steady_coloured)
    def check(log: Log) -> None:
        params = {"steps": ["a", {"any": ["a", "b"]}], "window": "3m", "modes": ["strict_once"] if once else []}
        levels = {}
        for who, events in plain_log(log).items():
            starts = [(place, at) for place, (name, at, _) in enumerate(events) if name == "a"]
            done = any(
                name in "ab" and (place > start or (place == start and not once)) and at - began <= 180
                for start, began in starts
                for place, (name, at, _) in enumerate(events[start:], start)
            )
            levels[who] = bool(starts) + done
        assert ask("window_funnel", params, log)["result"]["levels"] == levels

    check()


@pytest.mark.parametrize("start", ["path_start", "a"])
@pytest.mark.parametrize("end", ["path_end", "b", "path_start"])
@pytest.mark.parametrize("limits", [(None, None), (2, None), (None, 4), (1, 2)])
def test_conversion_from_the_start(
    ask: Ask,
    crowded: st.SearchStrategy[Log],
    plain_log: Plain,
    start: str,
    end: str,
    limits: tuple[int | None, int | None],
) -> None:
    @settings(deadline=None, max_examples=12)
    @given(log=crowded)
    def check(log: Log) -> None:
        within, minutes = limits
        params = {"start": start, "end": end, "within_events": within, "window": minutes and f"{minutes}m"}
        found = ask("conversion", params, log)["result"]
        started = converted = having = 0
        people = plain_log(log)
        for events in people.values():
            names = ["path_start", *(name for name, _, _ in events), "path_end"]
            times = [events[0][1], *(at for _, at, _ in events), events[-1][1]]
            having += end in names
            if start in names:
                started += 1
                at = names.index(start)
                far = len(names) if within is None else at + within + 1
                long = times[-1] if minutes is None else times[at] + minutes * 60
                ahead = [place for place in range(at + 1, min(far, len(names))) if names[place] == end]
                converted += bool(ahead) and times[ahead[0]] <= long
        assert (found["with_start"], found["converted"]) == (started, converted)
        assert found["base_rate"] == pytest.approx(having / len(people))

    check()


@pytest.mark.parametrize("direction", ["forward", "backward"])
def test_how_many_go_where(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, direction: str) -> None:
    @PLAIN
    @given(log=crowded, chain=st.lists(st.sampled_from("abc"), min_size=1, max_size=2))
    def check(log: Log, chain: list[str]) -> None:
        found = ask("next_node", {"chain": chain, "direction": direction}, log)["result"]["next_counts"]
        after: Counter[str] = Counter()
        for events in plain_log(log).values():
            names = [name for name, _, _ in events]
            line = "".join(names)
            wanted = "".join(chain if direction == "forward" else chain[::-1])
            at = line.find(wanted)
            beyond = at + len(wanted) if direction == "forward" else at - 1
            if at >= 0 and 0 <= beyond < len(names):
                after[names[beyond]] += 1
        assert found == after

    check()


def test_one_event_of_several_at_a_moment_serves_once(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"steps": ["a", "a", "c"], "window": "1h"}
    log = log_of("u: a 0, c 0; v: a 0, a 0, c 0; w: a 0, c 1; x: a 0, a 1, c 1")
    for modes, levels in (([], [3, 3, 3, 3]), (["strict_once"], [1, 3, 1, 3])):
        found = ask("window_funnel", params | {"modes": modes}, log)["result"]["levels"]
        assert list(found.values()) == levels
