"""Patterns by trying every choice of events, decaying and removed credit path by path, lateness event by event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Event = tuple[str, int, str]
Plain = Callable[[Log], dict[str, list[Event]]]
PLAIN = settings(deadline=None, max_examples=40)
NEAR = {"<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__, "==": int.__eq__}


@pytest.mark.parametrize("sign", list(NEAR))
def test_two_events_and_a_time(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, sign: str) -> None:
    """With a time between, other events may lie there, too."""

    @PLAIN
    @given(log=crowded, minutes=st.integers(1, 5))
    def check(log: Log, minutes: int) -> None:
        pattern = f"(?1)(?t{sign}{minutes}m)(?2)"
        found = ask("sequence", {"conditions": ["a", "b", "c"], "pattern": pattern}, log)["result"]
        for who, events in plain_log(log).items():
            wanted = any(
                one[0] == "a" and other[0] == "b" and NEAR[sign](other[1] - one[1], minutes * 60)
                for one, other in combinations(events, 2)
            )
            assert found["per_customer"][who]["matched"] == wanted
        told = found["per_customer"].values()
        assert found["matched"] == sum(one["matched"] for one in told)
        assert found["count"] == sum(one["count"] for one in told)

    check()


@pytest.mark.parametrize("between", ["", ".*"])
def test_next_or_later(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, between: str) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        params = {"conditions": ["a", "b", "c"], "pattern": f"(?1){between}(?2)"}
        found = ask("sequence", params, log)["result"]["per_customer"]
        for who, events in plain_log(log).items():
            line = "".join(name for name, _, _ in events if name in "abc")
            assert found[who]["matched"] == bool(re.search(f"a{between}b", line))

    check()


def test_counted_without_overlap(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("sequence", {"conditions": ["a", "b"], "pattern": "(?1)(?1)(?2)"}, log)["result"]["per_customer"]
        for who, events in plain_log(log).items():
            line = "".join(name for name, _, _ in events if name in "ab")
            assert found[who]["count"] == line.count("aab")

    check()


def credited(log: Log, plain_log: Plain) -> list[tuple[list[tuple[str, int]], int | None]]:
    """Each path's (channel, seconds) and when it was sold; an "x" is the sale and its own last touch."""
    found: list[tuple[list[tuple[str, int]], int | None]] = []
    for events in plain_log(log).values():
        touches: list[tuple[str, int]] = []
        for name, at, colour in events:
            touches += [(colour, at)] if colour else []
            if name == "x":
                found.append((touches, at))
                touches = []
        found.append((touches, None))
    return [path for path in found if path[0]]


def test_decay(ask: Ask, long_logs: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @PLAIN
    @given(log=long_logs, days=st.integers(1, 9))
    def check(log: Log, days: int) -> None:
        params = {"conversion": "x", "channel": "colour", "model": "time_decay", "half_life": f"{days}d"}
        wanted: dict[str, float] = defaultdict(float)
        for touches, sold in credited(log, plain_log):
            if sold is not None:
                weights = [0.5 ** ((sold - at) / (days * 86_400)) for _, at in touches]
                for (channel, _), weight in zip(touches, weights, strict=True):
                    wanted[channel] += weight / sum(weights)
        assert ask("attribution", params, log)["result"]["credit"] == pytest.approx(wanted)

    check()


@pytest.mark.parametrize("order", [1, 2])
def test_removal(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, order: int) -> None:
    @settings(deadline=None, max_examples=20)
    @given(log=crowded)
    def check(log: Log) -> None:
        params = {"conversion": "x", "channel": "colour", "model": "markov", "markov_order": order}
        found = ask("attribution", params, log)["result"]
        moves: dict[Any, list[Any]] = defaultdict(list)
        for touches, sold in credited(log, plain_log):
            names = [channel for channel, _ in touches]
            states = [(), *(tuple(names[max(0, k + 1 - order) : k + 1]) for k in range(len(names)))]
            for one, other in pairwise([*states, "lost" if sold is None else "won"]):
                moves[one].append(other)

        def chance(without: str) -> float:
            """Walked backwards until nothing changes any more."""
            good = dict.fromkeys(moves, 0.0) | {"won": 1.0, "lost": 0.0}
            for _ in range(3000):
                good |= {
                    state: sum(0.0 if without in other else good[other] for other in after) / len(after)
                    for state, after in moves.items()
                }
            return good.get((), 0.0)

        whole = chance("nothing")
        if not whole:
            assert found["credit"] == {}
            return
        effects = {name: 1 - chance(name) / whole for name in ("blue", "red")}
        assert found["conversion_probability"] == pytest.approx(whole, abs=1e-6)
        told = found["removal_effect"]
        assert [told.get(name, 0) for name in effects] == pytest.approx(list(effects.values()), abs=1e-6)
        sales = sum(sold is not None for _, sold in credited(log, plain_log))
        shares = {name: effect / sum(effects.values()) for name, effect in effects.items()}
        assert [found["credit"].get(name, 0) for name in effects] == pytest.approx(
            [share * sales for share in shares.values()], abs=1e-5
        )

    check()


@pytest.mark.parametrize("method", ["alignment", "replay"])
def test_how_well_a_line_is_kept(ask: Ask, crowded: st.SearchStrategy[Log], plain_log: Plain, method: str) -> None:
    """a, b and c one after another."""

    @PLAIN
    @given(log=crowded)
    def check(log: Log) -> None:
        found = ask("conformance", {"model": {"sequence": ["a", "b", "c"]}, "method": method}, log)["result"]
        people = plain_log(log)
        parts, wholes = [], []
        for who, events in people.items():
            line = "".join(name for name, _, _ in events)
            if method == "alignment":
                kept = max(len(some) for some in ("abc", "ab", "ac", "bc", "a", "b", "c", "") if inside(some, line))
                parts.append(len(line) + 3 - 2 * kept)
                wholes.append(len(line) + 3)
            else:
                parts.append(lost_tokens(line))
                wholes.append(2 * (1 + sum(name in "abc" for name in line)))
            assert found["per_customer"][who]["fitness"] == pytest.approx(1 - parts[-1] / wholes[-1])
        assert found["log_fitness"] == pytest.approx(1 - sum(parts) / sum(wholes))
        shares = [1 - part / whole for part, whole in zip(parts, wholes, strict=True)]
        assert found["average_fitness"] == pytest.approx(sum(shares) / len(shares))
        assert found["fitting_share"] == pytest.approx(sum(not part for part in parts) / len(parts))

    check()


def inside(some: str, line: str) -> bool:
    """Whether the letters come in this order, anything between."""
    rest = iter(line)
    return all(letter in rest for letter in some)


def lost_tokens(line: str) -> int:
    """Missing and remaining tokens: one place before each step and one at the end."""
    places, missing = [1, 0, 0, 0], 0
    for name in line:
        if name in "abc":
            step = "abc".index(name)
            missing += not places[step]
            places[step] = max(places[step] - 1, 0)
            places[step + 1] += 1
    missing += not places[3]
    places[3] = max(places[3] - 1, 0)
    return missing + sum(places)


def test_who_is_late(ask: Ask) -> None:
    @PLAIN
    @given(gaps=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6))
    def check(gaps: list[tuple[int, int]]) -> None:
        log = [
            {"customer": f"c{who}", "event": name, "ts": f"2024-05-06T10:{at:02d}:00Z"}
            for who, (one, other) in enumerate(gaps)
            for name, at in zip("abc", (0, one, one + other), strict=True)
        ]
        steps = ["a", {"step": "b", "within": "2m"}, {"step": "c", "within": "3m"}]
        found = ask("conformance", {"model": {"sequence": steps}}, log)["result"]["deviations"]
        wanted = {"b": sum(one > 2 for one, _ in gaps), "c": sum(other > 3 for _, other in gaps)}
        assert {row["step"]: row["customers"] for row in found} == {step: n for step, n in wanted.items() if n}
        assert all(row["kind"] == "late" for row in found)

    check()
