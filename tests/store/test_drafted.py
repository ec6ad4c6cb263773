"""A draft changes what it names, and nothing else."""

from __future__ import annotations

from pathlib import Path

from cesta.store.drafted import drafted


def test_a_draft_changes_what_it_names_alone(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    assert drafted(path, "id: one\n", {"name": "Sizes", "owner": None}, "en").data == {"id": "one", "name": "Sizes"}
    path.write_text("id: one\nname: {en: Sizes, pl: Rozmiary}  # ask Petr\nowner: jana\n", encoding="utf-8")
    found = drafted(path, "", {"name": "Miary", "owner": None, "tags": ["a"]}, "pl")
    assert found.data == {"id": "one", "name": {"en": "Sizes", "pl": "Miary"}, "tags": ["a"]}
    assert "# ask Petr" in found.text
