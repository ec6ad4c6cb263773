"""What everybody's contacts add up to is the sum of each one's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cesta.ingest.door import accept
from cesta.profiles.everybody import switches_of_all
from cesta.profiles.profile import profile
from cesta.store.workspace import Workspace


def test_the_sum_of_each_ones_and_new_ones_count_at_once(tmp_path: Path, shop_maker: Any) -> None:
    workspace: Workspace
    with shop_maker(tmp_path / "shop") as workspace:
        for more in range(3):
            each = [profile(workspace, customer).switches for customer in workspace.snapshot().customers]
            found = switches_of_all(workspace)
            assert (found.contacts, found.switches, found.repeated) == (
                sum(one.contacts for one in each), sum(one.switches for one in each), sum(one.repeated for one in each)
            )  # fmt: skip
            said = {"channel": ["chat", "phone", "email"][more], "topic": "size"}
            told = {"customer": "new", "event": "support_call", "ts": f"2026-05-0{more + 1}", "props": said}
            accept(workspace, [told], "t")
        assert profile(workspace, "new").switches.repeated == 2
