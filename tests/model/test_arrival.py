"""A message says whether it is a step of a journey."""

from cesta.model.arrival import Arrival
from cesta.model.event import Event


def test_who_someone_is_is_no_step() -> None:
    event = Event("site", "1", "ann", "identify", 0)
    assert not Arrival(event, "identify", "{}", 0).is_step
    assert Arrival(event, "screen", "{}", 0).is_step
