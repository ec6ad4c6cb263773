"""Which events are contacts is a document, with what most shops call them to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.contacts import FILE, contacts_of
from cesta.model.errors import CestaError


def test_what_a_workspace_says_takes_the_place_of_what_is_built_in(tmp_path: Path) -> None:
    usual = contacts_of(tmp_path)
    assert (usual.contacts.fit("support_call"), usual.answers.fit("refund"), "phone" in usual.spoken) == (True,) * 3
    (tmp_path / FILE).write_text('cesta: contacts/1\ncontacts: ["Infolinia*"]\ntraits: []\n', encoding="utf-8")
    own = contacts_of(tmp_path)
    assert [own.contacts.fit(name) for name in ("Infolinia: telefon", "support_call")] == [True, False]
    assert (own.answers.fit("refund"), own.traits, own.spoken) == (True, (), usual.spoken)


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("cesta: contacts/1\nansers: [a]\n", encoding="utf-8")
    with pytest.raises(CestaError, match=r"contacts\.yaml:2"):
        contacts_of(tmp_path)
