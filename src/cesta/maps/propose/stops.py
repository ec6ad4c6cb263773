"""Makes stops of kinds: an id, a name, a channel and how many journeys have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.distinct import distinct
from cesta.maps.propose.channels import channel_of
from cesta.maps.propose.draft import Reason, Stop, Why
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.words import slug
from cesta.store.columns import Columns


@dataclass
class Maker:
    """Gives each stop an id of its own."""

    columns: Columns
    channels: tuple[str, ...]
    taken: set[str] = field(default_factory=set)

    def stop(self, kind: Kind, met: NDArray[np.bool_], why: Why, place: float, reason: Reason | None = None) -> Stop:
        """`met`: its events. place: where it usually comes, 0 first to 1 last."""
        rows = np.flatnonzero(met)
        id_ = slug(kind.meaning.id if kind.meaning else kind.label, self.taken)
        self.taken.add(id_)
        return Stop(
            id=id_,
            kinds=(kind,),
            name=kind.name(),
            short=kind.short(),
            channel=channel_of(kind, rows, self.columns, self.channels),
            place=place,
            events=len(rows),
            people=len(distinct(np.searchsorted(self.columns.offsets, rows, side="right"))),
            why=why,
            reason=reason,
        )

    def unlike(self, stops: Sequence[Stop]) -> list[Stop]:
        """The same stops; those that were called alike numbered."""
        seen: dict[str, int] = {}
        found = []
        for stop in stops:
            key = str(stop.name)
            seen[key] = seen.get(key, 0) + 1
            again = isinstance(stop.name, str) and seen[key] > 1
            found.append(replace(stop, name=f"{stop.name} ({seen[key]})") if again else stop)
        return found
