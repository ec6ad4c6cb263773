"""Each kind of document has a folder of its own."""

from __future__ import annotations

from cesta.store.kinds import FOLDERS, KINDS
from cesta.store.workspace import FOLDERS as MADE


def test_each_kind_has_its_folder() -> None:
    assert len(set(FOLDERS.values())) == len(KINDS)
    assert set(MADE) <= set(FOLDERS.values())
