"""Segments: which there are and how large, who is in one at a moment, and why."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import ServerSentEvent

from cesta.api.noting import asked_by
from cesta.api.rules import ASKING
from cesta.api.segments_live import told
from cesta.api.served import TheServed
from cesta.segments.feed import Moves
from cesta.segments.listing import MemberList, Shelf, list_segments, member_list
from cesta.segments.shelf import moment_of
from cesta.segments.why import Why, why

At = Annotated[str | None, QueryParameter(description="The moment: a day (its end) or an ISO time; now without it.")]


@get("/api/segments", sync_to_thread=True)
def segments(served: TheServed, at: At = None, lang: FromQuery[str] = "en") -> Shelf:
    """Every segment with its rule, its size and its share of all customers at a moment."""
    following = served.following
    if at is None and following.ready.is_set() and (seen := following.watch.at) is not None:
        return list_segments(served.workspace, seen, lang, following.sizes())
    return list_segments(served.workspace, moment_of(served.workspace, at), lang)


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


ROUTES = (segments, segments_live, segment_changes, segment_members, segment_why)
