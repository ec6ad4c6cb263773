"""Segments: which there are and how large, who is in one at a moment, and why."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter

from cesta.api.served import TheServed
from cesta.segments.listing import MemberList, Shelf, list_segments, member_list
from cesta.segments.shelf import moment_of
from cesta.segments.why import Why, why

At = Annotated[str | None, QueryParameter(description="The moment: a day (its end) or an ISO time; now without it.")]


@get("/api/segments", sync_to_thread=True)
def segments(served: TheServed, at: At = None, lang: FromQuery[str] = "en") -> Shelf:
    """Every segment with its rule, its size and its share of all customers at a moment."""
    return list_segments(served.workspace, moment_of(served.workspace, at), lang)


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


ROUTES = (segments, segment_members, segment_why)
