"""Names and texts come through SQL as they were."""

from __future__ import annotations

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.sql_text import quoted, text_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8)
CONNECTION = duckdb.connect(":memory:")


@given(TEXTS, TEXTS)
def test_a_name_and_a_text_come_back(name: str, text: str) -> None:
    found = CONNECTION.sql(f"select {text_of(text)} as {quoted(name)}")
    assert (found.columns, found.fetchall()) == ([name], [(text,)])
