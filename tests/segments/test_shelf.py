"""Stored segments: who is in them now, and circles."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.segments.document import parse
from cesta.segments.shelf import Members, load_all, members_of
from cesta.store.columns import from_events
from cesta.store.workspace import Workspace

DATA = from_events([Event("t", "1", "ann", "visit", 1), Event("t", "2", "bob", "buy", 2)])


def shelf(**rules: str) -> Members:
    documents = {
        name: parse(f"cesta: segment/1\nid: {name}\nname: {name}\nrule: {rule}\n") for name, rule in rules.items()
    }
    return Members(documents, DATA)


def test_a_segment_made_of_another() -> None:
    found = shelf(a="{not: {segment: b}}", b="{did: visit}")
    assert found("a").tolist() == [1]
    assert found("b").tolist() == [0]


def test_a_circle_is_named() -> None:
    with pytest.raises(CestaError, match="a → b → a") as caught:
        shelf(a="{segment: b}", b="{not: {segment: a}}")("a")
    assert caught.value.code == "segment_cycle"


def test_an_unknown_segment_is_guessed() -> None:
    with pytest.raises(CestaError) as caught:
        shelf(loyal="{did: visit}")("loyl")
    assert caught.value.code == "unknown_segment"
    assert "loyal" in str(caught.value)


def test_the_folder(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        folder = workspace.root / "segments"
        (folder / "b.yaml").write_text("cesta: segment/1\nid: b\nname: B\nrule: {did: visit}\n")
        (folder / "a.yaml").write_text("{")
        broken: list[CestaError] = []
        assert list(load_all(workspace, broken)) == ["b"]
        assert [error.code for error in broken] == ["bad_yaml"]
        with pytest.raises(CestaError, match=r"a\.yaml"):
            load_all(workspace)
        (folder / "a.yaml").unlink()
        assert members_of(workspace)("b").tolist() == []
