"""A document with a mistake is named, and only that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.own_documents import mistakes

GOOD = {
    "collection.yaml": "cesta: collection/1\n",
    "shop.yaml": "cesta: shop/1\n",
    "tracking.yaml": "cesta: tracking/1\nevents: []\n",
    "jobs/a.yaml": "id: a\nfrom: incoming\nevery: 1h\n",
    "mappings/a.yaml": "",
}


@pytest.mark.parametrize("broken", GOOD)
def test_the_one_with_a_mistake_is_named(tmp_path: Path, broken: str) -> None:
    for name, text in GOOD.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        if not name.startswith("mappings"):
            path.write_text(text)
    assert list(mistakes(tmp_path)) == []
    (tmp_path / broken).write_text("nonsense: 5\n")
    assert [name for name, _ in mistakes(tmp_path)] == [broken]
