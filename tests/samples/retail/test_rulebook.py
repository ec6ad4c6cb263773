"""Packed rules say the same as the rules."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.samples.retail.plants import NAMES
from cesta.samples.retail.rulebook import packed
from cesta.samples.retail.rules import rules


@pytest.mark.parametrize("noise", [0, 1, 2])
def test_packing_loses_nothing(noise: int) -> None:
    written = rules(noise, NAMES)
    record = packed(written)
    for name, value in written._asdict().items():
        assert np.array_equal(getattr(record, name), value), name
