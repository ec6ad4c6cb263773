"""Every measure that is worked out has a name in each language and at least one part of a map to be of."""

from __future__ import annotations

import pytest

from cesta.measures.computed import COMPUTED
from cesta.model.shape import LANGUAGES, slug, text


@pytest.mark.parametrize("name", COMPUTED)
def test_each_can_be_named_and_read(name: str) -> None:
    measure = COMPUTED[name]
    assert list(slug(name, "")) == []
    assert list(text(measure.name, "")) == []
    assert not isinstance(measure.name, str)
    assert set(measure.name) == set(LANGUAGES)
    assert measure.of
