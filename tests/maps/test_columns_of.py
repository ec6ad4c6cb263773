"""A map laid over the events of a question sees just those."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cesta.journeys.units import Asked, by_stretch
from cesta.maps.columns_of import columns_of
from cesta.store.workspace import Workspace


def test_some_customers_alone(shop_root: Path) -> None:
    with Workspace.open(shop_root) as workspace:
        whole = workspace.columns()
    chosen = np.zeros(len(whole.customers), np.bool_)
    chosen[[3, 5]] = True
    found = columns_of(by_stretch(Asked(whole), (None, None), chosen))
    assert found.customers == (whole.customers[3], whole.customers[5])
    begin, end = int(whole.offsets[5]), int(whole.offsets[6])
    assert found.times[found.offsets[1] :].tolist() == whole.times[begin:end].tolist()
    assert found.props["channel"].values == whole.props["channel"].values
