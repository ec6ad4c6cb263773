"""Each kind of document has its folder in a workspace."""

from __future__ import annotations

from cesta.store.kinds import KINDS
from cesta.store.workspace import DEFINITIONS


def test_each_kind_has_its_folder() -> None:
    assert {f"{kind}s" for kind in KINDS} == set(DEFINITIONS)
