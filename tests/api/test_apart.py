"""One process at a time, which goes with the server."""

from __future__ import annotations

from pathlib import Path

from cesta.api.apart import Apart


def test_it_works_until_it_is_done_or_ended(tmp_path: Path) -> None:
    apart = Apart("http.server", tmp_path)
    apart.close()
    assert not apart.working
    apart.begin()
    apart.close()
    assert not apart.working
