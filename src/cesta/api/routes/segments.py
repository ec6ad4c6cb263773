"""Segments: which there are and how large, who is in one at a moment, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import ServerSentEvent

from cesta.api.noting import asked_by
from cesta.api.rules import ASKING
from cesta.api.segments_live import told
from cesta.api.served import TheServed
from cesta.segments.editing import Draft, Preview, preview, save
from cesta.segments.families import FamilyProposal, proposals
from cesta.segments.feed import Moves
from cesta.segments.listing import MemberList, Shelf, list_segments, member_list
from cesta.segments.shelf import moment_of
from cesta.segments.trend import Trend, trend
from cesta.segments.why import Why, why

At = Annotated[str | None, QueryParameter(description="The moment: a day (its end) or an ISO time; now without it.")]


@get("/api/segments", sync_to_thread=True)
def segments(served: TheServed, at: At = None, lang: FromQuery[str] = "en") -> Shelf:
    """Every segment with its rule, its size and its share of all customers at a moment."""
    following = served.following
    if at is None and following.ready.is_set() and (seen := following.watch.at) is not None:
        return list_segments(served.workspace, seen, lang, following.sizes())
    return list_segments(served.workspace, moment_of(served.workspace, at), lang)


@dataclass(frozen=True, slots=True)
class RuleToTry:
    """A rule as a text."""

    rule: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The segment that was put on the shelf."""

    id: str


@post("/api/segments/preview", sync_to_thread=True, status_code=200)
def preview_segment(served: TheServed, data: JSONBody[RuleToTry]) -> Preview:
    """What a rule would come to now: its size, its parts, some members, and what it names that was never seen."""
    return preview(served.workspace, data.rule, moment_of(served.workspace, None))


@post("/api/segments", sync_to_thread=True, status_code=200)
def save_segment(served: TheServed, data: JSONBody[Draft], lang: FromQuery[str] = "en") -> Saved:
    """Put a segment on the shelf, or change the one of this id. `lang`: the language of its name and description."""
    save(served.workspace, data, lang)
    return Saved(data.id)


@get("/api/segments/families", sync_to_thread=True)
def segment_families(served: TheServed) -> list[FamilyProposal]:
    """Segments that the practice asks for, from the events there are: choice criteria, needs, motives, stages."""
    return list(proposals(served.workspace.snapshot()))


@get("/api/segments/{segment:str}/trend", sync_to_thread=True)
def segment_trend(
    served: TheServed,
    segment: FromPath[str],
    weeks: Annotated[int, QueryParameter(description="So many weeks back.", ge=1, le=104)] = 12,
) -> Trend:
    """A segment's size week by week until now, of what is known now."""
    return trend(served.workspace, segment, moment_of(served.workspace, None), weeks)


@get("/api/segments/live", include_in_schema=False, opt={"as_it_is": True})
async def segments_live(request: Request[Any, Any, Any], served: TheServed) -> ServerSentEvent:
    """A stream of `sizes`, and for who may see customers of `segment.entered` and `segment.left`."""
    who = asked_by(request)
    return ServerSentEvent(told(served.following, who is not None and who.role in ASKING))


@get("/api/segments/changes", sync_to_thread=True)
def segment_changes(
    served: TheServed,
    after: Annotated[
        str | None, QueryParameter(description="The cursor of the last answer; all kept without it.")
    ] = None,
    segment: Annotated[str | None, QueryParameter(description="Of one segment alone.")] = None,
    most: Annotated[int, QueryParameter(description="At most so many are looked at.", ge=1, le=10_000)] = 1000,
) -> Moves:
    """Who entered and who left which segment, in order, behind a cursor; kept in memory while the server runs."""
    return served.following.feed.after(after, most, segment)


@get("/api/segments/{segment:str}/members", sync_to_thread=True)
def segment_members(
    served: TheServed,
    segment: FromPath[str],
    at: At = None,
    most: Annotated[int | None, QueryParameter(description="At most so many; all without it.")] = None,
    after: Annotated[str, QueryParameter(description="Only customers whose id comes after this one.")] = "",
) -> MemberList:
    """Who was in a segment at a moment, by id, of what is known now."""
    return member_list(served.workspace, segment, moment_of(served.workspace, at), most, after)


@get("/api/segments/{segment:str}/why", sync_to_thread=True)
def segment_why(served: TheServed, segment: FromPath[str], customer: FromQuery[str], at: At = None) -> Why:
    """Why a customer was in a segment at a moment, or was not: each part of its rule and the events it rests on."""
    return why(served.workspace, segment, customer, moment_of(served.workspace, at))


ROUTES = (
    segments,
    save_segment,
    preview_segment,
    segment_families,
    segment_trend,
    segments_live,
    segment_changes,
    segment_members,
    segment_why,
)
