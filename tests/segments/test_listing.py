"""Segments with their sizes at a moment, their members, and what is wrong with their documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant
from cesta.segments.listing import check, list_segments, member_list
from cesta.store.workspace import Workspace

LATE = parse_instant("2024-12-31")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as workspace:
        accept(
            workspace,
            [
                {"message_id": f"m{n}", "customer": who, "event": name, "ts": f"2024-03-{n + 10}T10:00:00Z",
                 "props": {"price": price}}
                for n, (who, name, price) in enumerate(
                    [("ann", "visit", 5), ("bob", "visit", "5"), ("ann", "buy", 7), ("cid", "visit", 1)]
                )
            ],
            "web",
        )  # fmt: skip
        yield workspace


def put(workspace: Workspace, name: str, rule: str) -> None:
    text = f"cesta: segment/1\nid: {name}\nname: {name.title()}\nrule: {rule}\n"
    (workspace.root / "segments" / f"{name}.yaml").write_text(text)


def test_sizes_are_of_those_seen_by_then(workspace: Workspace) -> None:
    put(workspace, "visitors", "did visit")
    put(workspace, "others", "not in segment visitors")
    for at, customers, sizes in [(LATE, 3, [0, 3]), (parse_instant("2024-03-12"), 2, [0, 2])]:
        shelf = list_segments(workspace, at)
        assert (shelf.customers, [row.size for row in shelf.segments]) == (customers, sizes)
    row = shelf.segments[1]
    assert (row.id, row.name, row.rule, row.share) == ("visitors", "Visitors", "did visit", 1.0)
    assert list_segments(workspace, LATE, sizes={"visitors": 9}).segments[1].size == 9


def test_members_page_by_page(workspace: Workspace) -> None:
    put(workspace, "visitors", "did visit")
    assert member_list(workspace, "visitors", LATE).customers == ("ann", "bob", "cid")
    page = member_list(workspace, "visitors", LATE, 1, "ann")
    assert (page.count, page.customers) == (3, ("bob",))
    assert member_list(workspace, "visitors", parse_instant("2024-03-11")).customers == ("ann",)
    with pytest.raises(CestaError, match="no segment"):
        member_list(workspace, "visitor", LATE)


def test_documents_with_mistakes(workspace: Workspace) -> None:
    put(workspace, "itself", "in segment itself")
    put(workspace, "nowhere", "in segment visitor")
    put(workspace, "typo", "did visiit")
    put(workspace, "types", "did visit where (price = 5) or trait (prize = true)")
    put(workspace, "never", "did visit where (price = true)")
    put(workspace, "window", "did visit in last 0d")
    (workspace.root / "segments" / "torn.yaml").write_text("rule: [")
    (workspace.root / "segments" / "bare.yaml").write_text("- a")
    said = {(problem.file, problem.code) for problem in check(workspace)}
    assert said == {
        ("itself.yaml", "segment_cycle"), ("nowhere.yaml", "unknown_segment"), ("typo.yaml", "unknown_event"),
        ("typo.yaml", "empty_segment"), ("types.yaml", "mixed_types"), ("types.yaml", "unknown_property"),
        ("never.yaml", "mixed_types"), ("never.yaml", "empty_segment"), ("window.yaml", "bad_rule"),
        ("torn.yaml", "bad_yaml"), ("bare.yaml", "bad_segment"),
    }  # fmt: skip
    rows = {row.id: row for row in list_segments(workspace, LATE).segments}
    assert rows["types"].size == 1
    assert rows["itself"].size is rows["torn"].size is None
    assert rows["torn"].problems[0].code == "bad_yaml"
