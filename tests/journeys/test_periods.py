"""Intervals of a question."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.journeys.given import Given
from cesta.journeys.periods import edges_of_range, names_of, place_in
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError

WARSAW = zone_named("Europe/Warsaw")


def test_the_last_interval_is_whole() -> None:
    given = Given({"date_from": "2024-05-08", "date_to": "2024-05-14", "interval": "week"}, WARSAW)
    edges = edges_of_range(given)
    assert names_of(edges, "week", WARSAW) == ["2024-05-06", "2024-05-13"]
    assert place_in(edges, np.array([edges[0] - 1, edges[0], edges[1], edges[2]])).tolist() == [-1, 0, 1, 2]


def test_hours_are_moments() -> None:
    given = Given({"date_from": "2024-05-06", "date_to": "2024-05-06", "interval": "hour"}, WARSAW)
    names = names_of(edges_of_range(given), "hour", WARSAW)
    assert (len(names), names[0]) == (24, "2024-05-05T22:00:00Z")


def test_both_dates_are_needed() -> None:
    with pytest.raises(CestaError, match="missing_param"):
        edges_of_range(Given({"date_from": "2024-05-06"}))
