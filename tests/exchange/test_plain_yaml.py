"""YAML of ours, and of Enablement Map Studio, told apart by what they say."""

from __future__ import annotations

import pytest

from cesta.exchange.plain_yaml import read_yaml
from cesta.model.errors import CestaError


def test_two_kinds() -> None:
    assert read_yaml(b"cesta: map/1\nid: a\n", "a") == {"cesta": "map/1", "id": "a"}
    assert read_yaml(b"kind: cjm\nname: A\nphases: [{id: p, name: P}]\n", "a")["stages"][0]["id"] == "p"
    with pytest.raises(CestaError):
        read_yaml(b"\xff\xfe", "a")
