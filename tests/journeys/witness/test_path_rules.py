"""Paths, drop-offs and transitions with everything they take, against a walk over lists of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Node = tuple[str, int]
PLAIN = settings(deadline=None, max_examples=80)
PAGES = ["/", "/a", "/a/x", "/b/x/"]


@pytest.fixture(scope="module")
def page_logs() -> st.SearchStrategy[Log]:
    """Pages seen and things bought, some without their property."""
    one = st.tuples(
        st.sampled_from(["ann", "bob"]),
        st.sampled_from(["view", "view", "/a", "/a/", "/b/x", "buy"]),
        st.sampled_from(["", *PAGES]),
        st.integers(0, 3),
    )

    def build(items: list[tuple[str, str, str, int]]) -> Log:
        minutes, log = 0, []
        for customer, name, url, gap in items:
            minutes += gap
            at = f"2024-05-06T{minutes // 60:02d}:{minutes % 60:02d}:00Z"
            log.append({"customer": customer, "event": name, "ts": at, "props": {"url": url} if url else {}})
        return log

    return st.integers(1, 24).flatmap(lambda many: st.lists(one, min_size=many, max_size=many)).map(build)


ROUTES = st.fixed_dictionaries(
    {
        "node": st.sampled_from(
            [None, None, {"view": "url", "*": "event"}, {"buy": None, "*": "event"}, {"view": "url"}]
        ),
        "groupings": st.sampled_from([[], ["/a*"], ["/*x*", "/b*"]]),
        "exclude_nodes": st.sampled_from([[], [], ["/a"], ["/a*", "view"]]),
        "collapse": st.sampled_from(["none", "first", "last"]),
    }
)


def named(log: Log, params: dict[str, Any], strip: bool) -> dict[str, list[Node]]:
    """Each customer's nodes with their minute."""
    sources = params["node"] or {"*": "event"}
    found: dict[str, list[Node]] = {}
    for one in log:
        source = sources.get(one["event"], sources.get("*"))
        text = one["event"] if source == "event" else one["props"].get(source, "")
        if not text or text in params["exclude_nodes"]:
            continue
        fitting = [one for one in params["groupings"] if re.search(re.escape(one).replace(r"\*", ".*"), text)]
        text = [text, *fitting][-1]
        if strip and len(text) > 1 and text[-1] == "/":
            text = text[:-1]
        if text not in params["exclude_nodes"]:
            minute = int(one["ts"][11:13]) * 60 + int(one["ts"][14:16])
            found.setdefault(one["customer"], []).append((text, minute))
    return found


def collapsed(nodes: list[Node], which: str) -> list[Node]:
    kept: list[Node] = []
    for node in nodes:
        if which != "none" and kept and kept[-1][0] == node[0]:
            if which == "last":
                kept[-1] = node
        else:
            kept.append(node)
    return kept


def sessions(nodes: list[Node], gap: int, at_gap: bool) -> list[list[Node]]:
    found: list[list[Node]] = []
    before = -(10**6)
    for node in nodes:
        silence = node[1] - before
        if silence > gap or (at_gap and silence == gap):
            found.append([])
        found[-1].append(node)
        before = node[1]
    return found


def cut(path: list[Node], start: str | None, end: str | None, via: str | None, most: int) -> list[Node]:
    """What is left of a path; nothing where it lacks what was asked for."""
    names = [name for name, _ in path]
    if start is not None:
        path = path[names.index(start) :] if start in names else []
        names = [name for name, _ in path]
    if end is not None:
        path = path[: names.index(end) + 1] if end in names else []
        names = [name for name, _ in path]
    if via is not None and via not in names:
        return []
    if start is not None and end is not None and len(path) > most:
        half = most // 2
        return [*path[:half], ("...", path[half][1]), *path[-half:]]
    return path[:most]


ENDS = st.sampled_from([None, None, None, None, None, "/a", "buy", "/a*"])
CUTS = st.tuples(ENDS, ENDS, ENDS, st.integers(2, 5))
GAPS = st.tuples(st.integers(1, 6), st.booleans())


@pytest.mark.parametrize("strip", [True, False])
def test_paths(ask: Ask, page_logs: st.SearchStrategy[Log], strip: bool) -> None:
    @PLAIN
    @given(log=page_logs, route=ROUTES, ends=CUTS, gap=GAPS, most=st.sampled_from([50, 3, 1]))
    def check(log: Log, route: dict[str, Any], ends: Any, gap: tuple[int, bool], most: int) -> None:
        start, end, via, steps = ends
        params = route | {"start_node": start, "end_node": end, "via_node": via, "max_steps": steps, "max_links": most}
        params |= {"session_gap": f"{gap[0]}m", "boundary": ">=" if gap[1] else ">", "strip_trailing_slash": strip}
        links: Counter[tuple[int, str, str]] = Counter()
        took: Counter[tuple[int, str, str]] = Counter()
        reach: dict[tuple[int, str], set[str]] = {}
        onward: dict[tuple[int, str], set[str]] = {}
        for who, nodes in named(log, route, strip).items():
            for session in sessions(nodes, *gap):
                path = cut(collapsed(session, route["collapse"]), start, end, via, steps)
                for step, (one, other) in enumerate(pairwise(path), 1):
                    links[step, one[0], other[0]] += 1
                    took[step, one[0], other[0]] += (other[1] - one[1]) * 60
                    onward.setdefault((step, one[0]), set()).add(who)
                for step, (name, _) in enumerate(path, 1):
                    reach.setdefault((step, name), set()).add(who)
        ranked = sorted(links, key=lambda link: (-links[link], link))[:most]
        entered = {(1, a) for _, a, _ in ranked}
        kept = set()
        for step, a, b in sorted(ranked):
            if (step, a) in entered:
                entered.add((step + 1, b))
                kept.add((step, a, b))
        found = ask("paths", params, log)["result"]["links"]
        assert [(row["step"], row["from"], row["to"], row["count"]) for row in found] == [
            (*link, links[link]) for link in ranked if link in kept
        ]
        for row in found:
            link = (row["step"], row["from"], row["to"])
            assert row["avg_seconds"] == pytest.approx(took[link] / links[link])
        rows = ask("path_dropoff", params, log)["result"]["nodes"]
        order = sorted(reach, key=lambda node: (node[0], -len(reach[node]), node[1]))
        assert [(row["step"], row["node"], row["reach"], row["continue"]) for row in rows] == [
            (*node, len(reach[node]), len(onward.get(node, set()))) for node in order
        ]
        assert all(row["drop"] == row["reach"] - row["continue"] for row in rows)

    check()


def test_transitions(ask: Ask, page_logs: st.SearchStrategy[Log]) -> None:
    @PLAIN
    @given(log=page_logs, route=ROUTES)
    def check(log: Log, route: dict[str, Any]) -> None:
        count: Counter[tuple[str, str]] = Counter()
        for nodes in named(log, route, strip=False).values():
            names = [name for name, _ in collapsed(nodes, route["collapse"])]
            count.update(pairwise(["path_start", *names, "path_end"]))
        matrix = ask("transitions", route, log)["result"]["matrix"]
        assert {(a, b): n for a, row in matrix.items() for b, n in row.items()} == count

    check()
