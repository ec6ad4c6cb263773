"""A map taken down: with numbers the view's own, without them no number at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from cesta.exchange.sheet import Sheet
from cesta.maps.bind import view
from cesta.maps.document import parse
from cesta.maps.view import Number
from cesta.store.workspace import Workspace


def numbers(value: object) -> Iterator[Number]:
    if isinstance(value, Number):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from numbers(getattr(value, each.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from numbers(item)


def test_with_and_without(workspace: Workspace, taken: Callable[..., Sheet]) -> None:
    assert taken("pl").view == view(workspace, "buy-clothes", lang="pl")
    bare = taken("pl", numbers=False).view
    assert not any(number.value for number in numbers(bare))
    assert bare.stages[0].name == taken("pl").view.stages[0].name


def test_the_text_says_what_the_data_says(taken: Callable[..., Sheet]) -> None:
    sheet = taken()
    assert dict(parse(sheet.text).data) == sheet.data
    assert sheet.text.startswith("# The map of the generated clothing shop.")
