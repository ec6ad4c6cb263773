"""Names that say the same become one kind; what many do under a name of its own stays alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cesta.maps.propose.kinds import kinds_of, places
from cesta.store.columns import Columns


def test_spelling_and_lifecycle_do_not_part(world: Callable[..., Columns]) -> None:
    found = kinds_of(world("1 x: AddToCart 0m, add_to_cart 1m, job start 2m, job_complete 3m, other 4m"))
    assert [kind.events for kind in found] == [("AddToCart", "add_to_cart"), ("job start", "job_complete"), ("other",)]


def test_one_meaning_under_two_common_names_is_two_kinds(world: Callable[..., Columns]) -> None:
    columns = world("5 x: video about prices 0m, video about quality 1m", "1 x: video 0m")
    assert [kind.label for kind in kinds_of(columns)] == ["Video", "Video about prices", "Video about quality"]
    assert [kind.meaning is not None for kind in kinds_of(columns)] == [True, False, False]
    assert {kind.stage for kind in kinds_of(columns)} == {"learn"}


def test_every_event_has_exactly_one_kind(world: Callable[..., Columns]) -> None:
    columns = world("2 x: home 0m, Home 1m, ping 2m, buy 3m", "1 x: zzz 0m")
    found = places(kinds_of(columns), columns)
    assert found.min() >= 0
    assert int(np.unique(found).size) == len(kinds_of(columns))
