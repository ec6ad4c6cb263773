"""Kinds of KPI: a share that is bad when it grows says so, and what each needs is a field of documents."""

from __future__ import annotations

from cesta.measures.document import MEASURE
from cesta.measures.kinds import KINDS


def test_what_is_needed_can_be_written() -> None:
    written = {"numerator": "buy", "denominator": "see", "of": "amount", "trouble": ["oops"]}
    for name, kind in KINDS.items():
        document = {"cesta": "measure/1", "id": "x", "name": "X", "type": name}
        assert list(MEASURE(document | {need: written[need] for need in kind.needs}, "")) == []
    down = {name for name, kind in KINDS.items() if kind.direction == "down"}
    assert down == {"abandoned", "churn", "duration", "interval"}
