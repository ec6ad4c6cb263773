"""A segment's report: its size, what it does more and less often than everybody else, its numbers on each map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.behaviour import kinds
from cesta.journeys.habits import questions_of, replies_to
from cesta.journeys.units import Journeys
from cesta.kernels.intervals import student_mean, wilson
from cesta.maps.bind import bound
from cesta.maps.compose import Picked
from cesta.maps.hidden import Side, sides_of
from cesta.maps.shelf import list_maps
from cesta.maps.view import Number
from cesta.measures.discovered import DECIDE, SAMPLE, everybody
from cesta.measures.tells import MOST, Tell, described, tells
from cesta.model.errors import CestaError
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.segments.shelf import load_all, members_of
from cesta.store.workspace import Workspace

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Against:
    """A mean for each customer of the segment, and of all others; low, high: 95 % intervals."""

    what: str
    inside: float | None
    low: float | None
    high: float | None
    outside: float | None
    outside_low: float | None
    outside_high: float | None


@dataclass(frozen=True, slots=True)
class OnMap:
    """A share of a map, by its `behind`, inside the segment and outside, whether it differs or not.

    Its `chance` counts all of this map's comparisons with this segment.
    """

    map: str
    title: str
    pointer: str
    side: Side


@dataclass(frozen=True, slots=True)
class Report:
    """at: the newest event. customers of `of`. amounts: how often each customer did something; "": anything at all.

    more, less, traits: as for a group; traits only describe.
    """

    segment: str
    name: str
    description: str | None
    at: str | None
    customers: Number
    amounts: tuple[Against, ...]
    more: tuple[Tell, ...]
    less: tuple[Tell, ...]
    traits: tuple[Tell, ...]
    maps: tuple[OnMap, ...]


def report(workspace: Workspace, segment_id: str, lang: str = "en") -> Report:
    """The segment as it is now against everybody else. Raises unknown_segment, bad_segment, nothing_to_compare."""
    documents = load_all(workspace)
    members = members_of(workspace)(segment_id)
    columns = workspace.snapshot()
    journeys = everybody(columns, workspace.settings.timezone)
    chosen = np.zeros(len(columns.customers), np.bool_)
    chosen[members] = True
    mine: Mask = chosen[journeys.members]
    n, of = int(mine.sum()), journeys.size
    if not 0 < n < of:
        what = "nobody" if n == 0 else "everybody"
        raise CestaError("nothing_to_compare", f"{segment_id} has {what} in it.", "There is nobody to compare with.")
    units = np.sort(np.random.default_rng(0).permutation(of)[:SAMPLE])
    few, here = journeys.take(units), mine[units]
    look = few.take(np.arange(min(few.size, DECIDE)))
    questions = questions_of(look)
    apart = tells(questions, replies_to(questions, few), here) if questions and here.any() and not here.all() else []
    low, high = wilson(n, of)
    document = documents[segment_id]
    return Report(
        segment_id,
        say(document.name, lang) or segment_id,
        say(document.description, lang),
        None if columns.as_of is None else show_instant(columns.as_of),
        Number(n, "people", n, of, low * of, high * of),
        tuple(_amounts(journeys, mine)),
        tuple([tell for tell in apart if tell.sure > 0][: 2 * MOST]),
        tuple([tell for tell in apart if tell.sure < 0][: 2 * MOST]),
        tuple(described(few, kinds(look).traits, here)),
        tuple(_on_maps(workspace, segment_id, lang)),
    )


def _amounts(journeys: Journeys, mine: Mask) -> list[Against]:
    """Events of each customer, and how often she did each of the usual things."""
    owner, names = journeys.unit_of_event(), journeys.names
    counts = np.bincount(journeys.codes, minlength=len(names))
    usual = np.argsort(-counts, kind="stable")[: 2 * MOST]
    rows = [_against("", journeys.lengths().astype(np.float64), mine)]
    for code in usual[counts[usual] > 0].tolist():
        each = np.bincount(owner[journeys.codes == code], minlength=journeys.size).astype(np.float64)
        rows.append(_against(names[code], each, mine))
    return rows


def _against(what: str, values: Floats, mine: Mask) -> Against:
    inside, outside = values[mine], values[~mine]
    here, there = student_mean(inside), student_mean(outside)
    return Against(what, float(inside.mean()), *here, float(outside.mean()), *there)


def _on_maps(workspace: Workspace, segment_id: str, lang: str) -> list[OnMap]:
    rows = []
    for entry in list_maps(workspace, lang):
        if entry.status == "broken":
            continue
        found = bound(workspace, entry.id, Picked(language=lang))
        given = found.ground
        if segment_id not in given.members or found.view.segment is not None:
            continue
        names = {segment_id: say(given.near.segments[segment_id].name, lang) or segment_id}
        sides = sides_of(found.book, {segment_id: given.members[segment_id]}, names)
        rows += [OnMap(entry.id, entry.title, pointer, side) for pointer, side in sides]
    return rows
