"""What is chosen on the page stands in the document; what people wrote there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.collection import FILE, Account, collection_of
from cesta.ingest.collection_kept import keep_accounts, keep_counting, keep_domains
from cesta.model.errors import CestaError


def test_a_document_is_made_when_there_is_none(tmp_path: Path) -> None:
    keep_domains(tmp_path, [" Shop.Example ", ""])
    keep_accounts(tmp_path, [Account("vk", "shop"), Account("x", "our shop", "Sklep „Ż”")])
    keep_counting(tmp_path, bots=True, tests=False)
    rules = collection_of(tmp_path)
    assert rules.domains.texts == ("shop.example",)
    assert rules.accounts == (Account("vk", "shop"), Account("x", "our shop", "Sklep „Ż”"))
    assert (rules.count_bots, rules.count_tests) == (True, False)


def test_comments_and_other_rules_stay(tmp_path: Path) -> None:
    text = "# our own\nchannels:\n  - {channel: radio, source: [radio]}  # local\nbots: {agents: [X*]}\n"
    (tmp_path / FILE).write_text(f"cesta: collection/1\n{text}")
    keep_counting(tmp_path, bots=True, tests=True)
    written = (tmp_path / FILE).read_text()
    assert "# our own" in written
    assert "# local" in written
    rules = collection_of(tmp_path)
    assert rules.channels[0].channel == "radio"
    assert (rules.count_bots, rules.agents.texts) == (True, ("X*",))


def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match="network"):
        keep_accounts(tmp_path, [Account("myspace", "shop")])
    assert not (tmp_path / FILE).exists()
