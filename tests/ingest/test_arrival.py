"""Readers of protocols and the model speak of one form of message."""

from cesta.ingest import arrival
from cesta.model.arrival import Arrival


def test_it_is_the_models_own() -> None:
    assert arrival.Arrival is Arrival
