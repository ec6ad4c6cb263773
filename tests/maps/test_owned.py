"""Documents of who leaves get another owner, and stay as they were otherwise."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.owned import hand_over, owned_by
from cesta.store.workspace import Workspace


def test_every_place_is_found_and_handed_over(shop_maker: object, tmp_path: Path) -> None:
    workspace: Workspace = shop_maker(tmp_path / "shop")  # type: ignore[operator]
    workspace.close()
    path = workspace.root / "maps" / "buy-clothes.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a word of ours\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    (found,) = owned_by(workspace.root, ["Jana"])
    assert (found.kind, found.id, found.places) == ("map", "buy-clothes", before.count("owner: jana"))
    assert owned_by(workspace.root, ["jan"]) == ()
    assert hand_over(workspace.root, ["jana", "Jana Nováková"], "petr") == (found,)
    after = path.read_text(encoding="utf-8")
    assert after.count("owner: petr") == found.places
    assert "# a word of ours" in after
    assert owned_by(workspace.root, ["jana"]) == ()


def test_opportunities_go_along(tmp_path: Path) -> None:
    (tmp_path / "opportunities").mkdir()
    path = tmp_path / "opportunities" / "sizes.yaml"
    path.write_text("cesta: opportunity/1\nid: sizes\ntitle: Sizes in cm\nowner: jana\n", encoding="utf-8")
    (found,) = hand_over(tmp_path, ["jana"], "petr")
    assert (found.kind, found.title) == ("opportunity", "Sizes in cm")
    assert "owner: petr" in path.read_text(encoding="utf-8")


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "broken.yaml").write_text("owner: jana\n  [", encoding="utf-8")
    assert hand_over(tmp_path, ["jana"], "petr") == ()
    assert "jana" in (tmp_path / "maps" / "broken.yaml").read_text(encoding="utf-8")
