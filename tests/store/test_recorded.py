"""Clicks, heat and recordings are counted by page and by session, whatever else clients send."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import take
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.posthog import posthog
from cesta.store.log import Log
from cesta.store.recorded import NEW, Recorded, RecordedPage, RecordedTally, page_of, recorded
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


def scanned(log: Log) -> tuple[dict[tuple[str, str], list[int]], dict[tuple[str, str], list[object]]]:
    """The same from the whole log, one question after the other: the second witness."""
    rows = log.read("select source, name, customer, time, properties, raw from events where hidden = 0 order by seq")
    told: list[tuple[str, str, str, int, Any, int]] = [
        (source, name, customer, time, json.loads(properties), len((raw or "").encode()))
        for source, name, customer, time, properties, raw in rows
    ]
    pages: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for source, name, _, _, said, _ in told:
        if name in ("$autocapture", "$rageclick"):
            pages[source, page_of(said.get("$current_url"))][name] += 1
        if name == "$$heatmap":
            for address, points in json.loads(said["$heatmap_data"]).items():
                pages[source, page_of(address)][name] += len(points)
    visits: dict[tuple[str, str], list[object]] = {}
    for key in {(source, said["$session_id"]) for source, name, _, _, said, _ in told if name == "$snapshot"}:
        parts = [row for row in told if row[1] == "$snapshot" and (row[0], row[4]["$session_id"]) == key]
        shown = {page_of(shot["data"]["href"]) for row in parts for shot in json.loads(row[4]["$snapshot_data"])}
        for page in shown:
            pages[key[0], page]["$snapshot"] += 1
        visits[key] = [min(row[2] for row in parts), len(parts), sum(row[5] for row in parts), tuple(sorted(shown))]
    kinds = ("$autocapture", "$rageclick", "$$heatmap", "$snapshot")
    return {key: [counts[kind] for kind in kinds] for key, counts in pages.items()}, visits


def as_scanned(found: Recorded) -> tuple[dict[tuple[str, str], list[int]], dict[tuple[str, str], list[object]]]:
    pages = {(p.source, p.page): [p.clicks, p.rage_clicks, p.heat, p.recordings] for p in found.pages}
    return pages, {(r.source, r.session): [r.customer, r.parts, r.bytes, r.pages] for r in found.recordings}


places = st.sampled_from((HAT, f"{HAT}?size=m", "https://shop.example/"))
clicks = st.tuples(st.sampled_from(("$autocapture", "$rageclick")), places).map(
    lambda told: {"event": told[0], "properties": {"$current_url": told[1]}}
)
heats = st.dictionaries(places, st.lists(st.just({"x": 1}), max_size=3), min_size=1).map(
    lambda told: {"event": "$$heatmap", "properties": {"$heatmap_data": told}}
)
parts = st.tuples(st.sampled_from(("s1", "s2")), st.lists(places, max_size=2)).map(
    lambda told: shots(told[0], *map(at, told[1]))
)
moves = st.one_of(st.lists(st.one_of(clicks, heats, parts), max_size=4), st.sampled_from(("hide", "show", "look")))


@settings(max_examples=60)
@given(moves=st.lists(moves, max_size=8))
def test_however_often_one_looks_it_is_what_a_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, moves: list[list[dict[str, object]] | str]
) -> None:
    with Workspace.create(tmp_path_factory.mktemp("scan") / "shop", name="Shop") as workspace:
        for move in moves:
            if isinstance(move, list):
                tell(workspace, *move)
            elif move != "look":
                with workspace.log.transaction() as sql:
                    sql.execute("update events set hidden = ? where seq % 2 = 0", (move == "hide",))
                    sql.execute("update meta set changes = changes + 1")
            assert as_scanned(recorded(workspace.log)) == scanned(workspace.log)
        assert recorded(workspace.log) == RecordedTally(workspace.log).now()


def test_only_what_was_recorded_is_looked_at(shop: Workspace) -> None:
    plan = " ".join(str(row[3]) for row in shop.log.read(f"explain query plan {NEW}", (0,)))
    assert plan.startswith("SEARCH events USING INDEX recorded_events (hidden=? AND rowid>?)")
    assert "TEMP B-TREE" not in plan
