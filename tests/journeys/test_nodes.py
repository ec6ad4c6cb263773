"""What nodes are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from cesta.journeys import nodes, transitions
from cesta.journeys.answer import answer
from cesta.model.errors import CestaError

LOG = [
    {"customer": "u", "event": name, "ts": f"2024-05-06T10:0{place}:00Z", "props": props}
    for place, (name, props) in enumerate(
        [("page", {"url": "/a/"}), ("page", {"url": "/b/7"}), ("page", {}), ("app", {"url": "/x"}), ("buy", {})]
    )
]


@pytest.mark.parametrize(
    ("params", "wanted"),
    [
        ({}, ["page", "page", "page", "app", "buy"]),
        ({"node": {"page": "url"}}, ["/a/", "/b/7"]),
        ({"node": {"page": "url", "app": None, "*": "event"}}, ["/a/", "/b/7", "buy"]),
        ({"node": {"page": "url"}, "groupings": ["/*", "/b/*"]}, ["/*", "/b/*"]),
        ({"exclude_nodes": ["page"]}, ["app", "buy"]),
        ({"collapse": "first"}, ["page", "app", "buy"]),
    ],
)
def test_names(ask: Callable[..., Any], params: dict[str, Any], wanted: list[str]) -> None:
    matrix = ask("transitions", params, LOG)["result"]["matrix"]
    pairs = Counter({(a, b): n for a, row in matrix.items() for b, n in row.items()})
    assert pairs == Counter(pairwise(["path_start", *wanted, "path_end"]))


@pytest.mark.parametrize("node", ["url", {"page": 5}])
def test_mistakes(ask: Callable[..., Any], node: object) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        ask("transitions", {"node": node}, LOG)


def many_names(names: int) -> list[dict[str, str]]:
    """One customer who does each of so many things once, and a second who does two of them."""
    moments = (f"2024-05-{1 + n // 1440:02d}T{n // 60 % 24:02d}:{n % 60:02d}:00Z" for n in range(names))
    first = [{"customer": "ann", "event": f"e{n:05d}", "ts": moment} for n, moment in enumerate(moments)]
    return first + [{"customer": "bob", "event": f"e{n:05d}", "ts": f"2024-06-0{n + 1}T00:00:00Z"} for n in range(2)]


@pytest.mark.parametrize("analysis", ["transitions", "dfg", "efg", "temporal_profile"])
def test_a_table_of_too_many_names_is_refused_and_told_how_to_choose(
    analysis: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "MOST_NAMES", 30)
    monkeypatch.setattr(transitions, "MOST_NAMES", 30)
    question: dict[str, object] = {"analysis": analysis, "events": many_names(31)}
    with pytest.raises(CestaError) as refused:
        answer(question, None)
    assert refused.value.code == "too_many_names"
    of_bob = {"segment": {"customers": ["bob"]}}
    told = answer({**question, "params": of_bob}, None)["result"]
    monkeypatch.setattr(nodes, "MOST_NAMES", 31)
    monkeypatch.setattr(transitions, "MOST_NAMES", 31)
    assert answer({**question, "params": of_bob}, None)["result"] == told


@pytest.mark.parametrize(
    ("analysis", "params", "value"),
    [
        ("paths", {"node": {"pgae": "url"}}, "pgae"),
        ("transitions", {"node": {"pgae": "event", "*": None}}, "pgae"),
        ("path_dropoff", {"end_node": "pgae"}, "pgae"),
        ("paths", {"start_node": "page", "via_node": "pgae"}, "pgae"),
    ],
)
def test_names_that_were_never_seen_are_told(analysis: str, params: dict[str, Any], value: str) -> None:
    found = answer({"analysis": analysis, "params": params, "events": LOG}, None)
    assert found["warnings"] == [{"code": "unknown_event", "value": value, "did_you_mean": "page"}]


def test_nodes_of_properties_are_no_events() -> None:
    params = {"node": {"page": "url"}, "start_node": "/nowhere"}
    assert answer({"analysis": "paths", "params": params, "events": LOG}, None)["warnings"] == []


def test_the_slash_of_the_first_page_stays(ask: Callable[..., Any]) -> None:
    urls = ["/", "/a/", "/b//"]
    log = [
        {"customer": "u", "event": "page", "ts": f"2024-05-06T10:0{place}:00Z", "props": {"url": url}}
        for place, url in enumerate(urls)
    ]
    links = ask("paths", {"node": {"page": "url"}}, log)["result"]["links"]
    assert [(row["from"], row["to"]) for row in links] == [("/", "/a"), ("/a", "/b/")]
    kept = ask("paths", {"node": {"page": "url"}, "strip_trailing_slash": False}, log)["result"]["links"]
    assert [(row["from"], row["to"]) for row in kept] == [("/", "/a/"), ("/a/", "/b//")]


def test_an_empty_name_is_a_name(ask: Callable[..., Any]) -> None:
    log = [{"customer": "u", "event": name, "ts": f"2024-05-06T10:0{at}:00Z"} for at, name in enumerate(["a", ""])]
    matrix = ask("transitions", {}, log)["result"]["matrix"]
    assert matrix == {"path_start": {"a": 1}, "a": {"": 1}, "": {"path_end": 1}}
    assert [link["to"] for link in ask("paths", {}, log)["result"]["links"]] == [""]
