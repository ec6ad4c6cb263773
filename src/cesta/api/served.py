"""One workspace while it is being served: its meters, whether it is loaded, whether we are leaving."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from litestar.di import NamedDependency
from litestar.types import Scope

from cesta.api.chosen import Chosen
from cesta.api.gate import Gate
from cesta.api.jobs import Jobs
from cesta.api.metrics import Metrics
from cesta.api.overview import Overview, overview
from cesta.api.pulse import Pulse
from cesta.api.rota import Rota
from cesta.api.segments_live import Following
from cesta.api.together import Together
from cesta.api.uploads import Uploads
from cesta.ingest.door import Accepted, accept
from cesta.maps.bind import view
from cesta.maps.drafts import Desk
from cesta.maps.view import MapView
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


class Served:
    """What the routes share."""

    def __init__(self, workspace: Workspace, options: Mapping[str, object] | None = None) -> None:
        self.workspace = workspace
        self.options = options or {}
        self.gate = Gate(workspace.root)
        self.metrics = Metrics()
        self.leaving = threading.Event()
        self.jobs = Jobs(self.leaving)
        self.rota = Rota()
        self.following = Following(workspace, self.leaving)
        self.desk = Desk(workspace)
        self.pulse = Pulse(workspace, self.desk)
        self.together = Together()
        self.uploads = Uploads(workspace.data / "uploads")
        self.loaded: int | None = None
        self.neighbours: tuple[Neighbour, ...] = ()
        self._overviews = lru_cache(maxsize=8)(self._overview)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names that are ours, besides those of this machine."""
        settings = self.workspace.settings
        return (*settings.hosts, settings.host)

    def load(self) -> None:
        """Read the events, so that the first visitor does not wait for it."""
        self.loaded = len(self.workspace.columns().codes)

    def measure(self) -> None:
        """Bring the gauges up to date."""
        columns = self.workspace.columns()
        self.metrics.events.set(len(columns.codes))
        self.metrics.customers.set(len(columns.customers))

    def view(self, map_id: str, chosen: Chosen, lang: str, text: str | None = None) -> MapView:
        """The map with its numbers; text: what it would say instead of its file."""
        return view(self.workspace, map_id, lang=lang, text=text, **chosen.as_arguments())

    def accept(
        self,
        events: Sequence[Mapping[str, object] | str],
        source: str,
        file: str | None = None,
        rows: Sequence[int] | None = None,
    ) -> Accepted:
        """Take a batch through the door. Raises batch_too_large, bad_value."""
        most = self.workspace.settings.max_batch
        if len(events) > most:
            raise CestaError(
                "batch_too_large",
                f"The batch has {len(events)} events; at most {most} are taken at once.",
                "Send it in smaller parts, or raise max_batch in cesta.yaml.",
            )
        if rows is not None and len(rows) != len(events):
            raise CestaError("bad_value", f"There are {len(events)} events and {len(rows)} rows.", "One row an event.")
        accepted = accept(self.workspace, events, source, file=file, rows=rows)
        self.metrics.accepted.inc(accepted.accepted)
        return accepted

    def overview(self, lang: str) -> Overview:
        """The workspace at a glance; worked out once for each state of it."""
        return self._overviews(self.workspace.generation(), lang)

    def _overview(self, _: str, lang: str) -> Overview:
        return overview(self.workspace, lang)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One of the workspaces under this roof. place: where it is below the server's address, "" for the first."""

    id: str
    place: str
    served: Served


TheServed = NamedDependency[Served]
"""What a route receives when it asks for the served workspace."""


_SERVED = "cesta.served"


def say_whose(scope: Scope, served: Served) -> None:
    """Notes in a request's scope which workspace it is about."""
    cast(dict[str, object], scope)[_SERVED] = served


def served_in(scope: Scope) -> Served:
    """The workspace that a request is about."""
    return cast(Served, cast(dict[str, object], scope)[_SERVED])
