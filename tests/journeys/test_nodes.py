"""What nodes are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

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
