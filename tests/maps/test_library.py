"""The documents of a workspace by kind and id."""

from __future__ import annotations

import pytest

from cesta.maps.library import KINDS, finder, names, nothing, path_of
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_every_kind_has_its_folder(full: Workspace) -> None:
    assert {kind: len(names(full, kind)) for kind in KINDS} == {
        "map": 2, "touchpoint": 2, "segment": 2, "persona": 2, "measure": 3
    }  # fmt: skip


def test_documents_are_read_as_they_are_now(full: Workspace) -> None:
    find = finder(full)
    first = find("touchpoint", "newsletter")
    assert find("touchpoint", "newsletter") is first
    path = path_of(full, "touchpoint", "newsletter")
    path.write_text(path.read_text().replace("I open", "I read"))
    assert find("touchpoint", "newsletter").data["name"] == "I read the newsletter"


@pytest.mark.parametrize("id_", ["newslettre", "../maps/order-clothes"])
def test_an_id_is_never_a_path(full: Workspace, id_: str) -> None:
    with pytest.raises(CestaError) as caught:
        finder(full)("touchpoint", id_)
    assert caught.value.code == "unknown_touchpoint"


def test_a_map_that_stands_alone_finds_nothing() -> None:
    with pytest.raises(CestaError, match="unknown_map"):
        nothing("map", "base")
