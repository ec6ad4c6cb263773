"""A fresh workspace for the tests of the store, and all that a snapshot says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cesta.store.columns import Snapshot
from cesta.store.workspace import Workspace

Told = list[tuple[object, ...]]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop", name="Shop") as workspace:
        yield workspace


@pytest.fixture(scope="session")
def told() -> Callable[[Snapshot], Told]:
    """Every event with all that is said of it, customer by customer, whatever its codes."""

    def tell(snapshot: Snapshot) -> Told:
        found: Told = []
        assert snapshot.assumed is not None
        for customer, begin, end in zip(snapshot.customers, snapshot.begins, snapshot.ends, strict=True):
            for i in range(begin, end):
                said = {
                    name: (type(column.values[column.codes[i]]), column.values[column.codes[i]])
                    for name, column in snapshot.props.items()
                    if column.codes[i] >= 0
                }
                name = snapshot.names[snapshot.codes[i]]
                found.append((customer, name, int(snapshot.times[i]), bool(snapshot.assumed[i]), said))
        return found

    return tell
