"""Values of hidden fields are found wherever they stand, and nothing else goes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.consent.purposes import Names
from cesta.ingest.door import accept, take
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.privacy import masked_values
from cesta.privacy.masked_values import MaskedValues, folded, folded_all, without
from cesta.privacy.masks import Mask
from cesta.store.workspace import Workspace
from cesta.voice.masking import MASK

words = st.lists(st.text("abcčž", min_size=3, max_size=6), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60)
@given(words, st.lists(words, max_size=3), words)
def test_a_value_never_stays(before: str, values: list[str], after: str) -> None:
    known = frozenset(map(folded, values))
    for value in values:
        shown = folded(without(f"{before}, {value.upper()}; {after}", known))
        assert not any(f" {one} " in f" {shown} " for one in known)
    if not any(f" {one} " in f" {folded(before)} " for one in known):
        assert without(before, known) == before


def test_only_people_go() -> None:
    kept = ["550e8400-e29b-41d4-a716-446655440000", "2026-02-03T10:00:00Z", "add_to_cart", "1,299.00", "/maps/buy"]
    assert [without(text, frozenset({"ann lee"})) for text in kept] == kept
    assert without("+48 601 234 567", frozenset()) == MASK
    assert without("of ANN LEE's", frozenset({"ann lee"})) == f"of {MASK}'s"


def test_what_arrives_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []

    def looking(values: Iterable[object]) -> list[str]:
        looked.extend(given := list(values))
        return folded_all(given)

    monkeypatch.setattr(masked_values, "folded_all", looking)
    mask = Mask(Names(["phone"]), Names(["email"]), pseudonyms=False)
    with Workspace.create(tmp_path / "shop") as workspace:
        known = MaskedValues(workspace, mask)
        for number, name in enumerate(("ann", "bob", "eva")):
            sent = {
                "customer": name,
                "event": "visit",
                "ts": "2026-02-03",
                "props": {"email": f"{name}@mail", "n": number},
            }
            accept(workspace, [sent], "api")
            told = Event("web", name, name, "identify", 1, {"phone": f"phone of {name}"})
            take(workspace, "web", [Arrival(told, "identify", "{}", 1, {"user_id": name})])
            assert {f"{name} mail", f"phone of {name}"} <= known.now()
        assert len(known.now()) == len(looked) == 6
