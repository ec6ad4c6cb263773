"""The newcomer's checklist, and taking the sample data away."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import FromQuery, JSONBody

from cesta.api.first_hour import FirstHour, Happened, first_hour, remember
from cesta.api.served import TheServed
from cesta.samples.removal import Removed, remove_samples


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened that no file of the workspace tells: a link was shared, or the list was put away."""

    what: Happened


@get("/api/first-hour", sync_to_thread=True)
def hour(served: TheServed) -> FirstHour:
    """The steps of the first hour, each as the workspace shows it."""
    return first_hour(served.workspace)


@post("/api/first-hour", sync_to_thread=True, status_code=200)
def hour_happened(served: TheServed, data: JSONBody[Happening]) -> FirstHour:
    """Note that something was shared, or that the list was put away."""
    remember(served.workspace, data.what)
    return first_hour(served.workspace)


@post("/api/samples/remove", sync_to_thread=True, status_code=200)
def remove_sample(served: TheServed, lang: FromQuery[str] = "en") -> Removed:
    """Put all made-up data and the sample's unedited documents into the bin for thirty days."""
    return remove_samples(served.workspace, lang)


ROUTES = (hour, hour_happened, remove_sample)
