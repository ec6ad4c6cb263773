"""A segment while it is edited, and put on the shelf: what else its document says stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant
from cesta.segments.editing import Draft, preview, save
from cesta.segments.shelf import load_all
from cesta.store.workspace import Workspace

LATE = parse_instant("2024-12-31")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as workspace:
        sent = [{"customer": f"c{n}", "event": "see", "ts": "2024-03-01T10:00:00Z"} for n in range(20)]
        accept(workspace, sent, "web")
        yield workspace


def test_what_a_rule_would_come_to(workspace: Workspace) -> None:
    found = preview(workspace, "did see  and not did buyy", LATE)
    assert (found.rule, found.joined, found.size, found.customers) == ("did see and not did buyy", "all", 20, 20)
    assert [part.text for part in found.parts] == ["did see", "not did buyy"]
    assert found.parts[1].document == {"not": {"did": "buyy"}}
    assert (len(found.sample), found.sample[0], found.sample[-1]) == (5, "c0", "c9")
    assert [remark.code for remark in found.remarks] == ["unknown_event"]
    nobody = preview(workspace, "did a or did b", LATE)
    assert (nobody.joined, nobody.size, nobody.sample) == ("any", 0, ())


def test_a_new_one_and_a_changed_one(workspace: Workspace) -> None:
    save(workspace, Draft("seers", "Seers", "did  see", description="They saw"))
    path = workspace.root / "segments" / "seers.yaml"
    path.write_text("# mine\n" + path.read_text().replace("name: Seers", "name: {en: Seers, pl: Widzący}"))
    save(workspace, Draft("seers", "Kto widział", "did see at least 2 times"), "pl")
    found = load_all(workspace)["seers"]
    assert (found.name, found.rule, found.complaints) == (
        {"en": "Seers", "pl": "Kto widział"},
        "did see at least 2 times",
        (),
    )
    assert path.read_text().startswith("# mine\n")
    assert found.description == "They saw"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft("new", "X", "did see"), "bad_value"),
        (Draft("../up", "X", "did see"), "bad_value"),
        (Draft("x", " ", "did see"), "bad_value"),
        (Draft("x", "X", "did see", "frob"), "bad_value"),
        (Draft("x", "X", "did"), "bad_rule"),
        (Draft("x", "X", "in segment x"), "segment_cycle"),
        (Draft("x", "X", "in segment y"), "unknown_segment"),
    ],
)
def test_what_cannot_be_is_refused(workspace: Workspace, draft: Draft, code: str) -> None:
    with pytest.raises(CestaError) as caught:
        save(workspace, draft)
    assert caught.value.code == code
    assert load_all(workspace) == {}
