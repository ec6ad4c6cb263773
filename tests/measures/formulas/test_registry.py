"""Every kind of KPI answers on nothing at all, and refuses a document without what it needs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measures.formulas.plainly import asked

from cesta.measures.document import TYPES
from cesta.measures.formulas.registry import FORMULAS
from cesta.measures.kinds import KINDS
from cesta.model.errors import CestaError

WHOLE: dict[str, Any] = {"numerator": "buy", "denominator": "see", "of": "amount", "trouble": ["oops"]}


@pytest.mark.parametrize("type_", sorted(FORMULAS))
def test_nothing_happened(type_: str) -> None:
    nobody = {"ann": [(10, "wave", 1)]}
    measure = WHOLE | {"type": type_}
    for period in ((0, 5), (5, 9), (200, 220)):
        found = asked(nobody, period, **measure)
        assert found["value"] in (None, 0)
        assert asked(nobody, period, "/n", **measure)["total"] == found["n"] == 0
    for need in KINDS[type_].needs:
        with pytest.raises(CestaError) as error:
            asked(nobody, (0, 5), **(measure | {need: None}))
        assert error.value.code == "bad_measure"


def test_every_type_has_a_formula_but_sql() -> None:
    assert set(KINDS) == set(FORMULAS)
    assert set(TYPES) - set(FORMULAS) == {"sql"}
