"""Terms in files: in order, each pair once, the same after they were kept; damaged ones are made anew."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.profiles.term_file import TERMS, keep, kept, make
from cesta.profiles.terms import KINDS, Term, kind_of, terms
from cesta.store.base import InMemory
from cesta.store.columns import from_events
from cesta.store.live import Live

events = st.lists(
    st.builds(
        Event,
        source=st.just("s"),
        message_id=st.just("m"),
        customer=st.sampled_from("abc"),
        name=st.just("buy"),
        time=st.integers(0, 5),
        properties=st.dictionaries(
            st.sampled_from(["email", "phone", "full_name", "colour"]),
            st.sampled_from(["ann@x.example", "+48604123456", "Ann Nova", "", "bob"]),
        ),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40)
@given(events, events)
def test_every_term_of_every_event_once(first: list[Event], later: list[Event]) -> None:
    live = Live(InMemory(from_events(first)))
    live.add(later)
    said = [("zoe", Term("zoe nova", KINDS.index("name")))]
    made = make(live.snapshot(), said, 7)
    wanted = {
        (term, event.customer)
        for event in (*first, *later)
        for name, value in event.properties.items()
        if (kind := kind_of(name)) is not None
        for term in terms(kind, value)
    } | {(term, customer) for customer, term in said}
    found = list(made.beginning("", 999))
    assert sorted(found) == sorted(wanted)
    assert [term.text for term, _ in found] == sorted(term.text for term, _ in wanted)
    assert set(made.beginning("ann", 999)) == {one for one in wanted if one[0].text.startswith("ann")}
    assert len(list(made.beginning("", 2))) <= 2


def test_kept_and_found_again(tmp_path: Path) -> None:
    made = make(from_events([Event("s", "1", "ann", "buy", 0, {"email": "ann@x.example"})]), [], 3)
    keep(made, tmp_path, "old")
    keep(made, tmp_path, "key")
    found = kept(tmp_path, "key")
    assert found is not None
    assert found.event == 3
    assert list(found.beginning("ann", 9)) == [(Term("ann@x.example", KINDS.index("email")), "ann")]
    assert kept(tmp_path, "old") is None
    (tmp_path / "search" / "key" / TERMS).write_bytes(b"broken")
    assert kept(tmp_path, "key") is None
