"""A formula in a line says which events, and how long."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cesta.measures.document import as_measure
from cesta.measures.kinds import KINDS
from cesta.measures.sentence import formula_of
from cesta.store.documents import Document

WHOLE: dict[str, Any] = {"numerator": "buy", "denominator": "see", "of": "amount", "trouble": ["oops", "fail"]}


def formula(**fields: Any) -> str:
    data = {"cesta": "measure/1", "id": "x", "name": "X", **fields}
    return formula_of(as_measure(Document(Path("x.yaml"), "", data, data)))


@pytest.mark.parametrize("type_", sorted(KINDS))
def test_every_type_names_its_events(type_: str) -> None:
    said = formula(type=type_, **WHOLE)
    assert "buy" in said or "see" in said


def test_some() -> None:
    assert formula(type="conversion", numerator={"event": "buy", "where": "amount > 5"}, window="14d") == (
        "* → buy where amount > 5 ≤ 14d"
    )
    assert formula(type="churn") == "∅ * ≥ 60d"
    assert formula(type="smoothness", trouble=["oops"], repeats=3) == "* ∌ oops | 3×"
    assert formula(type="conversion", map="buy", stage="pay") == "buy / pay"
    assert formula(type="average", numerator={"any": ["buy", "pay"]}, of="amount", per="order") == (
        "⌀ buy | pay amount / order"
    )
