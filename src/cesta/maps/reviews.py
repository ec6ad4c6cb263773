"""When a map was looked over by people, when it is to be again, and which maps have waited too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cesta.maps.document import MapDocument, load
from cesta.maps.shelf import map_ids
from cesta.model.errors import CestaError
from cesta.model.instant import parse_day
from cesta.model.shape import Text
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LateReview:
    """A map whose day to be looked over has passed. waited, promised: days since the last time, and days between."""

    map: str
    title: Text
    owner: str | None
    reviewed: date
    due: date
    waited: int
    promised: int


def review_days(document: MapDocument) -> tuple[date | None, date | None]:
    """When the map was reviewed, and when the next review is due."""
    if document.reviewed is None:
        return None, None
    reviewed = parse_day(document.reviewed)
    every = document.review_every
    return reviewed, None if every is None else reviewed + timedelta(microseconds=every)


def late_reviews(workspace: Workspace, today: date) -> Iterator[LateReview]:
    """The maps that are late, archived ones left out; one that cannot be read promises nothing."""
    for map_id in map_ids(workspace):
        try:
            document = load(workspace, map_id)
        except CestaError:
            continue
        reviewed, due = review_days(document)
        if reviewed is None or due is None or today <= due or document.status == "archived":
            continue
        waited, promised = (today - reviewed).days, (due - reviewed).days
        yield LateReview(map_id, document.title or map_id, document.owner, reviewed, due, waited, promised)
