"""Ids that are one customer take their places among the others. What is laid for them: test_live.py."""

import numpy as np

from cesta.store.customers import customers_of
from cesta.store.joined import Joined


def test_parts_give_way_to_the_whole() -> None:
    ids, edges = customers_of(["ann", "bob", "cid"]), np.array([0, 2, 3, 4])
    joined = Joined(3)
    joined.join({"cid": "bea", "ann": "bea"}, ids)
    customers, members = joined.to_lay(ids)
    assert (customers, [places.tolist() for places in members]) == (["bea"], [[0, 2]])
    joined.laid(customers, np.array([4]), np.array([3]))
    every, begins, ends = joined.over(ids, edges[:-1], edges[1:])
    assert (list(every), begins.tolist(), ends.tolist()) == (["bea", "bob"], [4, 2], [7, 3])
    assert joined.to_lay(ids) == ([], [])
    joined.touch(["cid", "bob"])
    assert joined.to_lay(ids)[0] == ["bea"]
    joined.join({"cid": None, "ann": None}, ids)
    assert list(joined.over(ids, edges[:-1], edges[1:])[0]) == ["ann", "bob", "cid"]
