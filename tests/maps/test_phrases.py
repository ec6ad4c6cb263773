"""Words by key and language."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.phrases import phrases


def test_a_language_we_do_not_have_is_english(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# a remark\nyes | yes | tak | ano | да\nok | ok\n", encoding="utf-8")
    assert phrases(path, "de") == {"yes": "yes", "ok": "ok"}
    assert phrases(path, "pl") == {"yes": "tak", "ok": "ok"}
