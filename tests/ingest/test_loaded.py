"""What a load brought keeps all it says on the way through a server."""

from __future__ import annotations

import msgspec

from cesta.ingest.files.staged import Note
from cesta.ingest.loaded import Loaded


def test_it_is_the_same_after_a_journey_as_json() -> None:
    brought = Loaded(
        5, 3, 2, "till-1", already=False, replaced=("till-0",), notes=(Note("encoding", "Read as UTF-8."),)
    )
    assert msgspec.json.decode(msgspec.json.encode(brought), type=Loaded) == brought
