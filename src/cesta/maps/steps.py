"""The six steps to a map: what the data proposes at each, as edits of the map's draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from cesta.maps.bind import view
from cesta.maps.complete import Completeness, Part, Step, complete, inside, stages_of
from cesta.maps.document import MapDocument, load_text, named
from cesta.maps.edit import Edit
from cesta.maps.personas import list_personas
from cesta.maps.phrases import phrases
from cesta.maps.propose.draft import Draft
from cesta.maps.propose.proposal import drafted
from cesta.maps.propose.writing import data_of
from cesta.maps.view import MapView, TouchpointView
from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES, say
from cesta.store.workspace import Workspace

WORDS = Path(__file__).with_name("steps.txt")
MOST = 6
"""Proposals of one kind."""
WORST = 3
"""Touchpoints to focus on first."""
Why = Literal["persona", "segment", "whole", "unmapped", "goal", "target", "expectations", "lost", "fix"]


@dataclass(frozen=True, slots=True)
class StepProposal:
    """why: what kind of thing it is, and what n (of `of`) counts or `value` is. about: the barrier that a fix is for.

    edits: what taking it does.
    """

    id: str
    step: Step
    why: Why
    name: str
    n: int | None
    of: int | None
    value: float | None
    about: str | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SixSteps:
    """How far the map is, and what the data proposes next; barriers come from their own search."""

    map: str
    complete: Completeness
    proposals: tuple[StepProposal, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """All that is looked at. drafted: what the events propose as a whole map; None where there are too few."""

    workspace: Workspace
    document: MapDocument
    view: MapView
    drafted: Draft | None
    language: str

    @property
    def stops(self) -> tuple[Part, ...]:
        return inside(stages_of(self.document.data), "touchpoints")


def six_steps(workspace: Workspace, map_id: str, text: str, language: str = "en") -> SixSteps:
    """The steps of a map with this text. Raises what its view does."""
    document = load_text(workspace, map_id, text)
    shown = view(workspace, map_id, lang=language, text=text)
    try:
        found = drafted(workspace)
    except CestaError:
        found = None
    look = Look(workspace, document, shown, found, language)
    parts = (_persona, _whole, _unmapped, _goal, _expectations, _focus, _fixes)
    return SixSteps(map_id, complete(document, language), tuple(one for part in parts for one in part(look)))


def _persona(look: Look) -> Iterator[StepProposal]:
    """Personas of the workspace, the largest first; its segments where there are none."""
    if look.document.persona or look.document.segment:
        return
    personas = [one for one in list_personas(look.workspace, look.language) if one.problem is None]
    for one in sorted(personas, key=lambda one: -(one.customers or 0))[:MOST]:
        edits = [Edit("set", ("persona",), one.id)]
        edits += [Edit("set", ("segment",), one.segment)] if one.segment else []
        of = one.of if one.segment else None
        yield _proposal("persona", "persona", one.id, one.name, tuple(edits), one.customers if of else None, of)
    if personas:
        return
    for each in sorted(look.view.segments, key=lambda each: -(each.people.value or 0))[:MOST]:
        edit = Edit("set", ("segment",), each.id)
        yield _proposal("persona", "segment", each.id, each.name, (edit,), int(each.people.value or 0), None)


def _whole(look: Look) -> Iterator[StepProposal]:
    """A whole map in place of one without touchpoints; its goal is the next step's."""
    if look.drafted is None or look.stops or look.document.data.get("extends"):
        return
    own = {part.at[-1] for part in stages_of(look.document.data)}
    data: dict[str, Any] = data_of(look.drafted)
    stages = [{**stage, "id": _free(stage["id"], own)} for stage in data["stages"]]
    edits = [Edit("add", ("stages",), stage) for stage in stages]
    edits += [Edit("remove", part.at) for part in stages_of(look.document.data)]
    edits += [Edit("set", (key,), data[key], look.document.data.get(key)) for key in ("start", "end")]
    name = " → ".join(say(stage["name"], look.language) or stage["id"] for stage in stages)
    many = sum(len(stage["touchpoints"]) for stage in stages)
    yield _proposal("touchpoints", "whole", "whole", name, tuple(edits), many, None)


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free(f"{wanted}-stage", taken)


def _unmapped(look: Look) -> Iterator[StepProposal]:
    """Touchpoints that the events propose and the map does not have, each behind its neighbour in the proposal."""
    if look.drafted is None or not look.stops or look.document.data.get("extends"):
        return
    here = {name: stop.id for stop in look.document.touchpoints if stop.match for name in named(stop.match)}
    home = {part.at[-1]: part.at[:-1] for part in look.stops}
    data = {stop["id"]: stop for stage in data_of(look.drafted)["stages"] for stop in stage["touchpoints"]}
    taken = {*home, *(part.at[-1] for part in stages_of(look.document.data))}
    list_at, after, found = home[look.stops[0].at[-1]], "", []
    for stop in look.drafted.stops:
        known = next((here[name] for kind in stop.kinds for name in kind.events if name in here), None)
        if known is not None:
            list_at, after = home[known], known
        elif stop.id not in taken:
            edit = Edit("add", list_at, data[stop.id], after=after)
            found.append((stop.people, stop.id, say(stop.name, look.language) or stop.id, edit))
    for people, id_, name, edit in sorted(found, key=lambda one: -one[0])[:MOST]:
        yield _proposal("touchpoints", "unmapped", id_, name, (edit,), people, None)


def _goal(look: Look) -> Iterator[StepProposal]:
    """What journeys are for; then the best week as the aim of every week."""
    data = look.document.data
    if not data.get("goal"):
        goal = None if look.drafted is None else data_of(look.drafted).get("goal")
        if goal is not None:
            name = say(goal["name"], look.language) or ""
            yield _proposal("goals", "goal", "goal", name, (Edit("set", ("goal",), goal),), None, None)
        return
    weeks = [point.rate for point in look.view.trend if point.complete and not point.rate.too_few]
    rates = [rate.value for rate in weeks if rate.value is not None]
    if look.document.goal is not None and look.document.goal.target is None and rates and "measure" not in data["goal"]:
        best = round(max(rates), 3)
        edit = Edit("set", ("goal", "target"), best)
        yield _proposal("goals", "target", "target", "", (edit,), None, None, best)


def _expectations(look: Look) -> Iterator[StepProposal]:
    """The goals of the persona are what she expects of the journey."""
    if look.document.persona is None or look.document.expectations:
        return
    for one in list_personas(look.workspace, look.language):
        if one.id == look.document.persona and one.goals:
            edit = Edit("set", ("expectations",), list(one.goals))
            yield _proposal("goals", "expectations", one.id, " · ".join(one.goals), (edit,), None, None)


def _focus(look: Look) -> Iterator[StepProposal]:
    """Where most leave for good."""
    if any(part.data.get("focus") for part in (*stages_of(look.document.data), *look.stops)):
        return
    at = {part.at[-1]: part.at for part in look.stops}
    stops = [stop for stage in look.view.stages for stop in stage.touchpoints if _lost(stop) and stop.id in at]
    for stop in sorted(stops, key=_lost, reverse=True)[:WORST]:
        edits = [Edit("set", (*at[stop.id], "focus"), True)]
        if stop.criticality is None:
            edits.append(Edit("set", (*at[stop.id], "criticality"), "high"))
        yield _proposal("focus", "lost", stop.id, stop.name, tuple(edits), _lost(stop), stop.lost.of)


def _lost(stop: TouchpointView) -> int:
    return 0 if stop.lost.too_few or stop.lost.value is None else int(stop.lost.value)


def _fixes(look: Look) -> Iterator[StepProposal]:
    """What usually removes a barrier of the kind that its id says."""
    known = {language: phrases(WORDS, language) for language in LANGUAGES}
    for part in inside(look.stops, "barriers"):
        if part.data.get("fixes"):
            continue
        for key in known["en"]:
            kind, _, number = key.partition(".")
            if part.at[-1] == kind or part.at[-1].startswith(f"{kind}-"):
                text = {language: said[key] for language, said in known.items()}
                fix = {"id": f"try-{number}", "text": text, "status": "idea"}
                edit = Edit("add", (*part.at, "fixes"), fix)
                about = say(part.data.get("text"), look.language) or part.at[-1]
                name = known[look.language][key]
                yield replace(_proposal("removal", "fix", f"{part.at[-1]}-{key}", name, (edit,)), about=about)


def _proposal(  # noqa: PLR0913 - each is a part of what is shown
    step: Step,
    why: Why,
    id_: str,
    name: str,
    edits: tuple[Edit, ...],
    n: int | None = None,
    of: int | None = None,
    value: float | None = None,
) -> StepProposal:
    return StepProposal(f"{why}-{id_}", step, why, name, n, of, value, None, edits)
