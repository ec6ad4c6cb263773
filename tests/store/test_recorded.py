"""Clicks, heat and recordings are counted by page and by session, whatever else clients send."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import take
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.posthog import posthog
from cesta.store.recorded import RecordedPage, recorded
from cesta.store.workspace import Workspace

HAT = "https://shop.example/hat"


def tell(workspace: Workspace, *events: dict[str, object]) -> None:
    arrivals, aside = posthog(Posted([{"distinct_id": "d1", **event} for event in events], "web", 7))
    assert not aside
    take(workspace, "web", arrivals)


def shots(session: str, *shots: object) -> dict[str, object]:
    return {"event": "$snapshot", "properties": {"$session_id": session, "$snapshot_data": list(shots)}}


def at(page: object) -> dict[str, object]:
    return {"type": 4, "data": {"href": page}}


def test_they_are_counted_by_page_and_by_session(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", name="Shop") as workspace:
        click: dict[str, object] = {"event": "$autocapture", "properties": {"$current_url": f"{HAT}?a=1"}}
        heat: dict[str, object] = {HAT: [{"x": 1}, {"x": 2}], f"{HAT}#top": [{"x": 3}], "https://shop.example/": "none"}
        tell(workspace, click, click, {**click, "event": "$rageclick"}, {"event": "hello", "properties": {"a": 1}})
        tell(workspace, {"event": "$$heatmap", "properties": {"$heatmap_data": heat}})
        tell(
            workspace,
            shots("s1", at(HAT), {"type": 2, "data": "\u001f\u008b"}),
            shots("s1", at("https://shop.example/")),
        )
        tell(workspace, shots("s2", at(f"{HAT}?a=2"), "odd", 4), shots("s3", at(None)))
        found = recorded(workspace.log)
        assert found.pages[0] == RecordedPage("web", HAT, 2, 1, 3, 2)
        assert {page.page: page.recordings for page in found.pages[1:]} == {"": 1, "https://shop.example/": 1}
        first = next(recording for recording in found.recordings if recording.session == "s1")
        assert (first.customer, first.parts, first.pages) == ("d1", 2, ("https://shop.example/", HAT))
        assert first.bytes > 100


odd = st.recursive(
    st.none() | st.integers() | st.text() | st.just(4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("type", "data", "href")), inner),
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace.create(tmp_path_factory.mktemp("odd") / "shop", name="Shop") as made:
        yield made


@settings(max_examples=40)
@given(sent=st.lists(st.tuples(st.sampled_from(("$snapshot", "$$heatmap", "$autocapture")), odd), max_size=4))
def test_whatever_was_sent_as_one_can_be_counted(shop: Workspace, sent: list[tuple[str, object]]) -> None:
    names = ("$snapshot_data", "$heatmap_data", "$current_url", "$session_id")
    events = [{"distinct_id": "d1", "event": name, "properties": dict.fromkeys(names, said)} for name, said in sent]
    arrivals, _ = posthog(Posted(events, "web", 7))
    take(shop, "web", arrivals)
    recorded(shop.log)
