"""Pointers into answers."""

from __future__ import annotations

import pytest

from cesta.journeys.pointer import find, nothing_behind, numbers, write
from cesta.model.errors import CestaError

RESULT = {"a/b": {"~x": [1, None, {"": 2.5}]}, "flag": True, "text": "t"}


def test_all_numbers_are_found_by_their_own_pointer() -> None:
    ways = list(numbers(RESULT))
    assert [write(way) for way in ways] == ["/a~1b/~0x/0", "/a~1b/~0x/2/"]
    assert [find(write(way), RESULT) for way in ways] == ways


@pytest.mark.parametrize("pointer", ["", "flag", "/none", "/a~1b/~0x/3", "/a~1b/~0x/-1", "/a~1b/~0x/²", "/text/0", 5])
def test_ways_to_nothing(pointer: object) -> None:
    with pytest.raises(CestaError, match="bad_pointer"):
        find(pointer, RESULT)
    assert nothing_behind("/text").code == "bad_pointer"
