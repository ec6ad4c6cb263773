"""Shapes of texts against regular expressions."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cesta.journeys.likeness import contains, like


@given(st.text("ab.\n", max_size=8), st.text("ab.%_", max_size=6))
def test_like(text: str, pattern: str) -> None:
    signs = {"%": ".*", "_": "."}
    expression = "".join(signs.get(sign) or re.escape(sign) for sign in pattern)
    assert like(text, pattern) == bool(re.fullmatch(expression, text, re.DOTALL))


@given(st.text("ab.", max_size=8), st.text("ab.*", max_size=6))
def test_contains(text: str, pattern: str) -> None:
    expression = ".*".join(re.escape(part) for part in pattern.split("*"))
    assert contains(text, pattern) == bool(re.search(expression, text))
