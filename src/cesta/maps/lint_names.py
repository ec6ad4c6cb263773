"""The names in a map that mean something elsewhere: segments, personas, maps, measures, touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cesta.maps.desired_parts import names_in
from cesta.maps.document import MapDocument
from cesta.maps.library import Kind
from cesta.maps.rated import USUAL, WORDS, source_of
from cesta.measures.computed import COMPUTED, Part
from cesta.model.shape import Complaint, guess, step, warn

Names = Mapping[Kind, tuple[str, ...]]


def check_names(document: MapDocument, known: Names) -> Iterator[Complaint]:
    """`known`: the ids that the workspace has of each kind."""
    file = document.whole.source.path
    if document.id != file.stem:
        message = f'The id is "{document.id}", the file is {file.name}.'
        yield warn("wrong_file_name", message, "/id", "Give both the same name.")
    used: tuple[tuple[Kind, str | None], ...] = (("segment", document.segment), ("persona", document.persona))
    for thing, name in used:
        if name is not None and name not in known.get(thing, ()):
            hint = guess(name, known.get(thing, ()))
            yield Complaint(f"unknown_{thing}", f'There is no {thing} "{name}".', hint, f"/{thing}")
    yield from _maps(document, known.get("map", ()))
    yield from _measures(document, known.get("measure", ()))
    yield from _desired(document)
    yield from _blueprint(document)


def _maps(document: MapDocument, known: tuple[str, ...]) -> Iterator[Complaint]:
    named = [("/parent", document.data.get("parent"))]
    named += [(f"{pointer}/zooms_to", data.get("zooms_to")) for pointer, data in _stops(document)]
    for pointer, name in named:
        if name is not None and name not in known:
            yield warn("unknown_map", f'There is no map "{name}" yet.', pointer, guess(name, known))


def _measures(document: MapDocument, declared: tuple[str, ...]) -> Iterator[Complaint]:
    for pointer, name, part in _named_measures(document):
        computed = COMPUTED.get(name)
        if computed is None and name not in declared:
            hint = guess(name, (*COMPUTED, *declared))
            yield Complaint("unknown_measure", f'There is no measure "{name}".', hint, pointer)
        elif computed is None and "/measures/" not in pointer:
            yield warn("not_measured", f'"{name}" is a KPI: it has its number on the overview, not here.', pointer)
        elif computed is None:
            continue
        elif part is not None and part not in computed.of:
            message = f'"{name}" is measured of a {" or ".join(computed.of)}, not of a {part}: it has no number here.'
            yield warn("not_measured", message, pointer)
    for pointer, data in _stops(document):
        emotion, hint = data.get("emotion") or {}, f"{', '.join(USUAL)}, or a property with its scale: score 0..10."
        for field in ("from", "weights"):
            told = emotion.get(field)
            names = told if isinstance(told, list | dict) else ()
            strange = [str(name) for name in names if name != WORDS and source_of(name) is None]
            if strange:
                message = f"No source of a mood, and not counted: {', '.join(strange)}."
                yield warn("not_measured", message, f"{pointer}/emotion/{field}", hint)


def _named_measures(document: MapDocument) -> Iterator[tuple[str, str, Part | None]]:
    """Pointer, name, and the part of the map that it should be a number of; None where any will do."""
    goal = (document.data.get("goal") or {}).get("measure")
    if goal:
        yield "/goal/measure", goal, "map"
    for place, name in enumerate(document.measures):
        yield f"/measures/{place}", name, "map"
    for stage in document.stages:
        for place, name in enumerate(stage.measures):
            yield f"{stage.pointer}/measures/{place}", name, "stage"
    for pointer, data in _stops(document):
        success = (data.get("success") or {}).get("measure")
        if success:
            yield f"{pointer}/success/measure", success, "touchpoint"
        for at, fix in _fixes(data, pointer):
            expected = (fix.get("expect") or {}).get("measure")
            if expected:
                yield f"{at}/expect/measure", expected, None


def _stops(document: MapDocument) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each touchpoint's pointer, with all its fields."""
    for stage in document.stages:
        place = int(stage.pointer.rpartition("/")[2])
        for number, data in enumerate(document.data["stages"][place].get("touchpoints") or ()):
            if data is not None:
                yield f"{stage.pointer}/touchpoints/{number}", data


def _fixes(data: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for row, barrier in enumerate(data.get("barriers") or ()):
        for column, fix in enumerate((barrier or {}).get("fixes") or ()):
            if fix is not None:
                yield f"{pointer}/barriers/{row}/fixes/{column}", fix


def _desired(document: MapDocument) -> Iterator[Complaint]:
    desired = document.data.get("desired") or {}
    stops = tuple(touchpoint.id for touchpoint in document.touchpoints)
    both = (*stops, *(stage.id for stage in document.stages))
    for part in ("path", "optional", "again"):
        for place, item in enumerate(desired.get(part) or ()):
            for name in names_in(item):
                if name not in stops:
                    message = f'The desired journey names "{name}", which is no touchpoint of this map.'
                    yield Complaint("unknown_step", message, guess(name, stops), f"/desired/{part}/{place}")
    for name in desired.get("emotion") or {}:
        if name not in stops:
            message = f'The desired mood is of "{name}", which is no touchpoint of this map.'
            yield Complaint("unknown_step", message, guess(name, stops), step("/desired/emotion", name))
    yield from _max_times(desired.get("max_time") or {}, both)


def _max_times(given: Mapping[str, Any], both: tuple[str, ...]) -> Iterator[Complaint]:
    for way in given:
        ends = [end.strip() for end in way.split("->")]
        pointer = step("/desired/max_time", way)
        if len(ends) != 2:
            message = f'"{way}" does not say from where to where.'
            yield Complaint("bad_value", message, "Write max_time: {search -> pay: 2d}.", pointer)
            continue
        for end in ends:
            if end not in both:
                message = f'"{end}" is neither a touchpoint nor a stage of this map.'
                yield Complaint("unknown_step", message, guess(end, both), pointer)


def _blueprint(document: MapDocument) -> Iterator[Complaint]:
    known = (*(stop.id for stop in document.touchpoints), *(stage.id for stage in document.stages))
    lanes = [(f"/blueprint/{lane}", cells) for lane, cells in (document.data.get("blueprint") or {}).items()]
    for place, lane in enumerate(document.data.get("own_lanes") or ()):
        lanes.append((f"/own_lanes/{place}/cells", (lane or {}).get("cells")))
    for pointer, cells in lanes:
        for name in cells or {}:
            if name not in known:
                message = f'"{name}" is neither a touchpoint nor a stage of this map.'
                yield Complaint("unknown_step", message, guess(name, known), step(pointer, name))
