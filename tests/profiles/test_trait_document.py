"""Documents of computed traits: what they may say, and what is told to whoever wrote something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.profiles.trait_document import TraitDocument, as_trait
from cesta.store.documents import parse_document


def read(text: str) -> TraitDocument:
    return as_trait(parse_document(f"cesta: trait/1\nid: x\nname: X\n{text}", Path("x.yaml")))


def test_a_whole_one() -> None:
    found = read(
        "compute: most_frequent\nof: [brand, maker]\nin: {any: [buy]}\nbands: [1, 2]\nkind: value\nunit: money"
    )
    assert (found.of, found.bands, found.kind, found.unit) == (("brand", "maker"), (1.0, 2.0), "value", "money")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("compute: median", 4),
        ("compute: sum", 4),
        ("compute: count\nof: price", 5),
        ("compute: count\nbands: [1]", 5),
        ("compute: most_frequent\nof: price\nbands: [2, 1]", 6),
        ("compute: most_frequent\nof: price\nbands: []", 6),
        ("compute: sum\nof: []", 5),
        ("compute: count\nin: 7", 5),
        ("compute: count\ncolour: red", 5),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(CestaError) as caught:
        read(text)
    assert caught.value.code == "bad_trait"
    assert f"x.yaml:{line}:" in caught.value.message


def test_it_appears_where_the_data_have_what_it_needs() -> None:
    trait = read("compute: sum\nof: [total, price]\nin: {any: [buy, order]}")
    assert trait.is_there(("order",), ("price",))
    assert not trait.is_there(("see",), ("price",))
    assert not trait.is_there(("order",), ("colour",))
    assert read("compute: most_frequent\nof: hour of the day").is_there((), ())
