"""Which touchpoint an event speaks of, and what is read of a text: against a plain walk over the events."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.felt import about_of, places_of, spoken
from cesta.model.event import Event
from cesta.store.columns import from_events
from cesta.voice.kept import felt_rows

STOPS = ("help", "late")
ONE = st.tuples(
    st.sampled_from(["ann", "bob"]), st.sampled_from(["Super!", "", "  ", 7, None]),
    st.sampled_from([None, "help", "late", "elsewhere", 3]), st.integers(-1, 1),
)  # fmt: skip


def rows_of(texts: Any) -> Any:
    return felt_rows(np.zeros(len(texts), np.uint64), texts)


@given(st.lists(ONE, min_size=1, max_size=12))
def test_a_text_is_about_what_its_event_names_or_else_is(said: list[Any]) -> None:
    said.sort(key=lambda one: str(one[0]))
    events = []
    for n, (who, text, about, _) in enumerate(said):
        props = {key: value for key, value in (("text", text), ("touchpoint", about)) if value is not None}
        events.append(Event("web", f"{n:02}", who, "chat", n, props))
    columns, touch = from_events(events), np.array([one[3] for one in said], np.int32)
    expected = [STOPS.index(about) if about in STOPS else touched for _, _, about, touched in said]
    assert about_of(columns, np.arange(len(said)), touch, STOPS).tolist() == expected
    heard = [n for n, (_, text, _, _) in enumerate(said) if isinstance(text, str) and not text.isspace()]
    found = spoken(columns, rows_of)
    if found is None:
        assert not any(text is not None for _, text, _, _ in said)
        return
    assert found.event.tolist() == heard
    assert places_of(found, touch, STOPS).tolist() == [expected[n] for n in heard]
    assert [columns.customers[one] for one in found.customer.tolist()] == [said[n][0] for n in heard]


def test_without_a_reader_nothing_is_read() -> None:
    assert spoken(from_events([Event("web", "1", "ann", "chat", 1, {"text": "Super!"})]), None) is None
