"""Maps as YAML: read again they say the same, and the formatter has nothing to change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cesta.exchange.sheet import Sheet, plain_data
from cesta.exchange.yaml_text import yaml_of
from cesta.maps.fmt import fmt
from cesta.store.documents import parse_document


def test_settled_and_the_same(taken: Callable[..., Sheet]) -> None:
    text = yaml_of(taken().data)
    assert plain_data(parse_document(text, Path("m.yaml")).data) == taken().data
    assert fmt(text) == text
