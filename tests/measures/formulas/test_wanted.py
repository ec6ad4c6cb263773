"""What a document says of its formula."""

from __future__ import annotations

from cesta.journeys.where import Condition
from cesta.measures.formulas.wanted import DAY, Wanted, wanted_of


def test_every_field_and_none() -> None:
    assert wanted_of({}) == Wanted()
    found = wanted_of(
        {
            "numerator": "buy", "denominator": "see", "of": "amount", "per": "order", "currency": "money",
            "window": "2d", "silence": "60d", "quantile": 0.9, "margin": 0.3, "trouble": ["oops"], "repeats": 3,
            "unit": "events",
        }
    )  # fmt: skip
    buy, see, oops = (Condition(event=name) for name in ("buy", "see", "oops"))
    assert found == Wanted(buy, see, "amount", "order", "money", 2 * DAY, 60 * DAY, 0.9, 0.3, (oops,), 3, True)
