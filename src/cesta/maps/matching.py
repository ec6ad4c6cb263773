"""What a rule for a touchpoint would match, before it is one: how many events, of how many people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cesta.journeys.where import mask, read_condition
from cesta.kernels.distinct import distinct
from cesta.maps.document import named
from cesta.maps.fields import match as shape
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError, nearest
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Matched:
    """events and people: of all there are. unseen: names of events that never came, and what may have been meant."""

    events: int
    events_total: int
    people: int
    people_total: int
    unseen: tuple[str, ...]
    meant: tuple[str, ...]


def matched(workspace: Workspace, rule: Mapping[str, Any]) -> Matched:
    """Raises what is wrong with the rule."""
    for wrong in shape(rule, ""):
        raise CestaError(wrong.code, wrong.message, wrong.hint)
    columns, condition = workspace.columns(), read_condition(rule)
    met = mask(columns, condition, zone=zone_named(workspace.settings.timezone))
    unseen = tuple(dict.fromkeys(name for name in named(condition) if name not in columns.names))
    meant = (nearest(name, columns.names) for name in unseen)
    return Matched(
        events=int(np.count_nonzero(met)),
        events_total=len(columns.codes),
        people=len(distinct(columns.owners()[met])),
        people_total=len(columns.customers),
        unseen=unseen,
        meant=tuple(name for name in meant if name),
    )
