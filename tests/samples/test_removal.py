"""The sample goes by one step, into the bin; what was edited and what is the user's own stays."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.door import accept
from cesta.ingest.loads import list_loads, restore
from cesta.samples.removal import is_shipped, remove_samples
from cesta.samples.retail.make import make
from cesta.store.bin import list_bin
from cesta.store.bin import restore as bring_back


def test_made_up_data_and_unedited_documents_go_and_come_back(tmp_path: Path) -> None:
    with make(tmp_path / "shop", events=1000) as workspace:
        before = len(workspace.columns().codes)
        edited = workspace.root / "segments" / "deal-hunters.yaml"
        edited.write_text(edited.read_text(encoding="utf-8") + "notes: ours\n", encoding="utf-8")
        (workspace.root / "maps" / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")
        accept(workspace, [{"customer": "a", "event": "visit", "ts": "2024-01-01T00:00:00Z"}], "shop")
        assert is_shipped(workspace.root / "maps" / "buy-clothes.yaml")
        assert not is_shipped(edited)
        removed = remove_samples(workspace)
        assert len(workspace.columns().codes) == 1
        assert removed.kept == ("segment/deal-hunters",)
        assert [path.name for path in (workspace.root / "maps").iterdir()] == ["mine.yaml"]
        assert {binned.entry for binned in list_bin(workspace)} == {binned.entry for binned in removed.documents}
        assert [load.load_id for load in list_loads(workspace) if load.binned_at] == list(removed.loads)
        assert remove_samples(workspace).loads == ()
        for binned in removed.documents:
            bring_back(workspace, binned.entry)
        restore(workspace, removed.loads[0])
        assert len(workspace.columns().codes) == before + 1
