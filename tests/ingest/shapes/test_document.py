"""Every shape is whole: its parts speak of its fields, its names are told apart, its channel is one that maps know."""

from __future__ import annotations

import pytest

from cesta.ingest.shapes.document import EXAMPLES, Shape, shapes, the_shape, words
from cesta.model.errors import CestaError
from cesta.store.settings import CHANNELS

every_shape = pytest.mark.parametrize("shape", list(shapes().values()), ids=lambda shape: shape.shape)
SHARED = {"mail"}
"""What our own reader of mail writes is always in English."""


@every_shape
def test_its_parts_speak_of_its_fields(shape: Shape) -> None:
    assert shape.channel in CHANNELS
    assert {*shape.marks, *(event.time for event in shape.events)} <= shape.fields.keys()
    known = {*shape.fields, *shape.adds}
    for event in shape.events:
        assert {event.customer, *event.adds} <= known
        assert (event.event is None) != (event.event_is is None)
        assert event.event_is is None or event.event_is in known
    assert any(shape.fields[event.time].needed for event in shape.events)
    if shape.lines is not None:
        assert {shape.lines.of, *shape.lines.sums, *shape.lines.sums.values()} <= shape.fields.keys()


@every_shape
def test_names_are_known_in_other_languages(shape: Shape) -> None:
    """A name that stands for two fields of a shape is told apart by their order."""
    if shape.shape not in SHARED:
        for name in shape.needed():
            said = " ".join(shape.fields[name].names())
            assert any("а" <= letter <= "я" for letter in said.lower()), f"{name} has no Russian name"
            assert len(shape.fields[name].names()) >= 6


@every_shape
def test_a_choice_means_one_thing(shape: Shape) -> None:
    for field in shape.fields.values():
        told = [word for value in field.values.values() for word in set(words(value))]
        assert len(told) == len(set(told)), sorted({word for word in told if told.count(word) > 1})
        assert (field.kind == "choice") == bool(field.values)


def test_every_shape_has_one_example() -> None:
    assert sorted(path.name.split(".")[0] for path in EXAMPLES.iterdir()) == sorted(shapes())
    assert {shape.example().is_file() for shape in shapes().values()} == {True}


def test_a_name_nobody_knows_is_told() -> None:
    with pytest.raises(CestaError, match=r'"call".*Did you mean .*calls'):
        the_shape("call")
