"""Links to surveys, and what the server does with answers by itself: a bad one becomes somebody's task."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from cesta.api.shop import LONGEST_PLACE, reached
from cesta.model.errors import CestaError
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace
from cesta.surveys.following import follow_up, known_answers
from cesta.surveys.shelf import load

log = logging.getLogger("cesta.api")


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """A link that was made. address: readable only now, as it holds the key. place: the shop whose code it is."""

    survey: str
    place: str | None
    source: str
    address: str


def make_link(workspace: Workspace, survey_id: str, address: str, place: str | None) -> SurveyLink:
    """A link with a key of its own; with a place for the code that hangs there.

    Raises unknown_survey, bad_survey, bad_address, bad_place.
    """
    survey, base, place = load(workspace, survey_id), reached(address), (place or "").strip()
    if len(place) > LONGEST_PLACE or not place.isprintable():
        hint = f"A place is a line of at most {LONGEST_PLACE} letters, such as Kraków Rynek."
        raise CestaError("bad_place", f'"{place[:LONGEST_PLACE]}" cannot name a place.', hint)
    source = f"{place} ({survey.id})" if place else f"{survey.id} (link)"
    key = Keys(workspace.data).create(source, time.time_ns() // 1000)
    # Behind the #, where no server on the way reads or logs it.
    told = {"key": key, **({"at": place} if place else {})}
    return SurveyLink(survey.id, place or None, source, f"{base}/s/{survey.id}#{urlencode(told)}")


class FollowingUp:
    """Looks for bad answers whenever anything came; the tasks that they become are opened once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen = ""
        self._known: set[str] | None = None

    def look(self) -> None:
        """Opens tasks for what was answered since the last look."""
        generation = self._workspace.generation()
        if generation == self._seen:
            return
        self._seen = generation
        try:
            if self._known is None:
                self._known = known_answers(self._workspace)
            opened = follow_up(self._workspace, self._known)
        except CestaError as error:
            log.error("surveys", extra={"problem": str(error)})
            return
        if opened:
            log.info("surveys", extra={"tasks": opened})

    def close(self) -> None:
        """Nothing goes on by itself."""
