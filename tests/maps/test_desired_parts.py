"""Parts of a desired path: what may be written, and which touchpoints they name."""

from __future__ import annotations

import pytest

from cesta.maps.desired_parts import names_in, read_part
from cesta.model.errors import CestaError


@pytest.mark.parametrize("part", ["cart", {"choice": ["site", ["app", "login"]]}, {"optional": {"loop": ["a", "b"]}}])
def test_parts_that_people_write(part: object) -> None:
    assert read_part(part) == part


@pytest.mark.parametrize("part", [3, {}, {"choose": ["a"]}, {"choice": []}, {"step": "a", "within": "2d"}])
def test_anything_else_is_refused(part: object) -> None:
    with pytest.raises(CestaError) as refused:
        read_part(part)
    assert refused.value.code == "bad_value"


def test_names_inside() -> None:
    assert list(names_in({"choice": [["a", {"optional": "b"}], {"loop": ["c"]}]})) == ["a", "b", "c"]
