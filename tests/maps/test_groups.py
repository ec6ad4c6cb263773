"""Groups of a workspace: found, told, and kept as a segment with the members that were promised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.two_habits import two_habits

from cesta.maps.groups import adopt, groups
from cesta.maps.personas import persona
from cesta.model.errors import CestaError
from cesta.segments.shelf import load_all, members_of
from cesta.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with two_habits(tmp_path / "shop") as found:
        yield found


def test_found_told_and_kept(workspace: Workspace) -> None:
    known = groups(workspace)
    assert [group.customers for group in known.found.groups] == [80, 40]
    assert groups(workspace).at == known.at
    assert all(one.startswith("comparer-") for one in known.found.groups[0].examples)
    assert known.rules[0]
    made = adopt(workspace, 1, "comparers", "Those who compare")
    assert (made.segment, made.persona) == ("comparers", "comparers")
    document = load_all(workspace)["comparers"]
    assert (document.kind, document.complaints) == ("discovered", ())
    inside = {workspace.snapshot().customers[place] for place in members_of(workspace)("comparers").tolist()}
    hits = sum(one.startswith("comparer-") for one in inside)
    rule = known.found.groups[0].rule
    assert rule is not None
    assert (hits / len(inside), hits / 80) == (rule.precision, rule.recall)
    assert persona(workspace, "comparers", "en").name == "Those who compare"


def test_nothing_is_overwritten(workspace: Workspace) -> None:
    adopt(workspace, 1, "comparers", "Those who compare", with_persona=False)
    with pytest.raises(CestaError) as error:
        adopt(workspace, 2, "comparers", "Others")
    assert error.value.code == "segment_exists"
    with pytest.raises(CestaError) as error:
        adopt(workspace, 3, "others", "Others")
    assert error.value.code == "unknown_group"
    for id_, name in (("../x", "Others"), ("others", " ")):
        with pytest.raises(CestaError) as error:
            adopt(workspace, 2, id_, name)
        assert error.value.code == "bad_value"
    assert not (workspace.root / "personas" / "comparers.yaml").exists()


def test_a_name_with_odd_signs_is_only_a_name(workspace: Workspace) -> None:
    adopt(workspace, 2, "others", 'He said: "no" # {x}\nid: other')
    assert load_all(workspace)["others"].name == 'He said: "no" # {x}\nid: other'
