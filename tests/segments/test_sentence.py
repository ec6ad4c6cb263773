"""A rule's text is read as the rule again."""

from __future__ import annotations

import pytest
from chances import above
from hypothesis import given, settings

from cesta.segments.sentence import show_rule
from cesta.segments.text import parse_rule
from cesta.segments.tree import Rule


@settings(max_examples=50)
@given(above)
def test_texts_say_what_trees_say(rule: Rule) -> None:
    text = show_rule(rule)
    assert repr(parse_rule(text)) == repr(rule)
    assert show_rule(parse_rule(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "did visit any of (buy, see) on 2024-03-20 at least 1 times at most 2 times from 2024-01-01 to 2024-02-01",
        'share of "Order Completed" that are anything where (price > 10) at least 0.5 in last 30d more than 2d ago',
        "sum price over buy >= 10.5 from 2024-01-01T10:00:00Z",
        "(did a or did b) and not in segment x-1",
    ],
)
def test_a_settled_text_stays(text: str) -> None:
    assert show_rule(parse_rule(text)) == text
