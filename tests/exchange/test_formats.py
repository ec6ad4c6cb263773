"""Formats by name and by the ending of a file; each is written, and read where it can be, by a function there is."""

from __future__ import annotations

import pytest

from cesta.exchange.formats import FORMATS, Format, function, named, of_file
from cesta.model.errors import CestaError


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.id)
def test_every_row_names_what_there_is(each: Format) -> None:
    assert callable(function(each.write))
    assert each.read is None or callable(function(each.read))
    assert of_file(f"a.b{each.endings[0]}").id == each.id
    assert named(each.id) is each


def test_the_longest_ending_counts() -> None:
    assert of_file("Map.CJM.yaml").id == "ems"
    with pytest.raises(CestaError) as told:
        of_file("map.doc")
    assert told.value.code == "unknown_format"
