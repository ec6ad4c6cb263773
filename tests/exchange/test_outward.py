"""A map as a file: named, typed, and with what it cannot hold told in words."""

from __future__ import annotations

import pytest

from cesta.exchange.outward import Wanted, export, lost, lost_in_words
from cesta.maps.compose import Picked
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

MAP = "buy-clothes"


def test_what_mermaid_has_no_words_for_is_said(workspace: Workspace) -> None:
    told = export(workspace, MAP, Wanted("mermaid", Picked(language="pl")))
    said = lost_in_words(lost(told), "pl")
    assert told.name == "buy-clothes.mmd"
    assert any(line.startswith("punkt styku: zdarzenia") for line in said)
    assert lost(export(workspace, MAP, Wanted("xlsx", Picked()))) == ()


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted("doc", Picked()), "unknown_format"),
        (Wanted("pdf", Picked(), layout="a9"), "bad_value"),
        (Wanted("xes", Picked(), numbers=False), "bad_value"),
    ],
)
def test_refused(workspace: Workspace, wanted: Wanted, code: str) -> None:
    with pytest.raises(CestaError) as told:
        export(workspace, MAP, wanted)
    assert told.value.code == code
