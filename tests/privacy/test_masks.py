"""Which role sees what masked is a part of privacy.yaml; nobody masks anything for the owner."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.consent.purposes import FILE
from cesta.model.errors import CestaError
from cesta.privacy.masks import masks_of
from cesta.privacy.policy import policy_of


def test_usual_fields_and_own_ones(tmp_path: Path) -> None:
    assert masks_of(tmp_path) == {}
    (tmp_path / FILE).write_text(
        "cesta: privacy/1\nmasks:\n  - {roles: [analyst, viewer], pseudonyms: true}\n"
        "  - {roles: [agent], fields: [PESEL]}\n  - {roles: [agent], fields: [iban]}\n"
    )
    masks = masks_of(tmp_path)
    assert sorted(masks) == ["agent", "analyst", "viewer"]
    analyst, agent = masks["analyst"], masks["agent"]
    assert [analyst.hides_trait(name) for name in ("$email", "name", "context.traits.Phone", "plan")] == [True] * 3 + [
        False
    ]
    # A product has a name, too.
    assert [analyst.hides_property(name) for name in ("email", "name", "text", "channel")] == [True, False, True, False]
    assert [agent.hides_trait(name) for name in ("pesel", "iban", "email")] == [True, True, False]
    assert (analyst.pseudonyms, agent.pseudonyms) == (True, False)
    assert policy_of(tmp_path).retention == ()


@pytest.mark.parametrize("rule", ["{roles: [owner]}", "{fields: [email]}", "{roles: [viewer], pseudonyms: perhaps}"])
def test_a_mistake_is_told(tmp_path: Path, rule: str) -> None:
    (tmp_path / FILE).write_text(f"cesta: privacy/1\nmasks:\n  - {rule}\n")
    for read in (masks_of, policy_of):
        with pytest.raises(CestaError, match=r"privacy\.yaml:3"):
            read(tmp_path)
