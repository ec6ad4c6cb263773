"""Every field a map document knows, and what it may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cesta.journeys.where import read_condition
from cesta.maps.desired_parts import read_part
from cesta.measures.computed import COMPUTED
from cesta.model.duration import duration
from cesta.model.errors import CestaError
from cesta.model.shape import (
    Complaint,
    Shape,
    choice,
    day,
    length,
    list_of,
    number,
    read_by,
    record,
    slug,
    step,
    table_of,
    text,
    truth,
    version,
    word,
)

LANE_NAMES = ("touchpoints", "emotion", "thinks", "barriers", "fixes", "kpis", "owner")
"""The lanes of a map that names none."""
TEXT_LANES = ("customer_goal", "needs", "expectations", "motivation", "trigger", "tool", "resources", "benchmark")
BLUEPRINT = ("evidence", "frontstage", "backstage", "support")
"""Lanes of a service blueprint."""
KNOWN_LANES = (*LANE_NAMES, *TEXT_LANES, *BLUEPRINT)
FEELINGS = (
    "joy", "trust", "relief", "pride", "surprise", "boredom", "confusion", "frustration", "anxiety", "anger", "sadness"
)  # fmt: skip
"""Names of what customers feel, beside how good or bad it is."""
ANY_NUMBER = number(-1e12, 1e12)
EVIDENCE = choice("measured", "reported", "inferred", "assumed")
CONDITION = read_by(read_condition)


def where(value: object, pointer: str) -> Iterable[Complaint]:
    """The "where" of a condition."""
    return read_by(lambda given: read_condition({"where": given}))(value, pointer)


def _end(value: object) -> object:
    """An event, a condition, "silence 60d" or "after 42d"."""
    if isinstance(value, str):
        head, _, rest = value.partition(" ")
        if head in ("silence", "after") and rest:
            return duration(rest.strip())
        if not value.strip():
            raise CestaError("bad_value", "An end is an event, silence 60d or after 42d.")
    return read_condition(value)


_MATCH = record({}, {"event": word, "where": where, "any": list_of(CONDITION)})


def match(value: object, pointer: str) -> Iterator[Complaint]:
    """The events of a touchpoint: a rule that says nothing would take them all."""
    yield from _MATCH(value, pointer)
    if isinstance(value, Mapping) and not (value.get("event") or value.get("any") or value.get("where")):
        yield Complaint("missing_field", 'A match needs "event", "where" or "any".', None, pointer)


def target(field: str, usual: str, others: Mapping[str, Shape]) -> Shape:
    """A mapping that may name a measure and its target, which is a share if the measure is one."""

    def check(value: object, pointer: str) -> Iterator[Complaint]:
        named = value.get("measure") if isinstance(value, Mapping) else None
        measure = COMPUTED.get(named or usual)
        limits = number(0, 1) if measure and measure.unit == "share" else ANY_NUMBER
        yield from record({}, {**others, "measure": slug, field: limits})(value, pointer)

    return check


def uplift(value: object) -> tuple[float, float]:
    """How much a measure is expected to rise: a number, or two as 0.02..0.05."""
    low, _, high = str(value).partition("..")
    try:
        found = float(low), float(high or low)
    except ValueError:
        found = 1, 0
    if isinstance(value, bool) or not found[0] <= found[1]:
        raise CestaError("bad_value", f'"uplift" cannot be {value!r}.', "Write a number, or two as 0.02..0.05.")
    return found


FIX = record(
    {"id": slug, "text": text},
    {
        "status": choice("idea", "planned", "testing", "shipped", "dropped"),
        "effort": number(0, 5),
        "cost": word,
        "owner": word,
        "expect": record({"measure": slug}, {"uplift": read_by(uplift)}),
        "experiment": slug,
        "notes": text,
    },
)
BARRIER = record(
    {"id": slug, "text": text},
    {"evidence": EVIDENCE, "sources": list_of(word), "fixes": list_of(FIX), "owner": word, "notes": text},
)
CRITICALITY = choice("low", "medium", "high", "blocker")
RACI = record(
    {}, {"responsible": list_of(word), "accountable": word, "consulted": list_of(word), "informed": list_of(word)}
)
LINK = record({"id": slug, "url": word}, {"text": text})
BENCHMARK = record({"id": slug, "who": word}, {"text": text, "emotion": number(-2, 2)})
COMMON: Mapping[str, Shape] = {
    "short": text,
    "customer_goal": text,
    "needs": list_of(text),
    "expectations": list_of(text),
    "motivation": text,
    "thinks": text,
    "trigger": text,
    "criticality": CRITICALITY,
    "moment_of_truth": truth,
    "focus": truth,
    "owner": word,
    "raci": RACI,
    "targets": table_of(ANY_NUMBER),
    "benchmark": list_of(BENCHMARK),
    "resources": list_of(word),
    "links": list_of(LINK),
    "tags": list_of(word),
    "notes": text,
}
"""What may be said of a stage and of a touchpoint alike."""
TOUCHPOINT = record(
    {"id": slug, "name": text},
    {
        **COMMON,
        "match": match,
        "channel": slug,
        "tool": word,
        "target_action": record(
            {"event": word, "within": length}, {"where": where, "any": list_of(CONDITION), "text": text}
        ),
        "success": target("at_least", "action-rate", {}),
        "emotion": record(
            {},
            {
                "assumed": number(-2, 2),
                "from": list_of(word),
                "weights": table_of(number(0, 1000)),
                "feelings": list_of(choice(*FEELINGS)),
            },
        ),
        "barriers": list_of(BARRIER),
        "zooms_to": slug,
    },
)
STAGE = record(
    {"id": slug, "name": text, "touchpoints": list_of(TOUCHPOINT)},
    {**COMMON, "measures": list_of(slug)},
)
OWN_LANE = record({"id": slug, "name": text}, {"cells": table_of(text)})


def _period(value: object, pointer: str) -> Iterator[Complaint]:
    yield from record({}, {"from": day, "to": day})(value, pointer)
    if isinstance(value, Mapping):
        first, last = value.get("from"), value.get("to")
        if isinstance(first, str) and isinstance(last, str) and first > last:
            yield Complaint(
                "bad_range", f"The period ends before it begins: {first} … {last}.", None, step(pointer, "to")
            )


_FIELDS = record(
    {
        "cesta": version("map"),
        "id": slug,
        "title": text,
        "start": record({}, {"first_of": list_of(CONDITION), "any_of": list_of(CONDITION), "after_silence": length}),
        "stages": list_of(STAGE),
    },
    {
        "extends": slug,
        "level": choice("L0", "L1", "L2"),
        "parent": slug,
        "state": choice("current", "desired"),
        "status": choice("draft", "review", "live", "archived"),
        "owner": word,
        "authors": list_of(word),
        "reviewed": day,
        "review_every": length,
        "tags": list_of(word),
        "purpose": choice("improve experience", "fix sales process", "improve marketing"),
        "goal": target(
            "target", "conversion", {"event": word, "where": where, "any": list_of(CONDITION), "name": text}
        ),
        "end": record({"any_of": list_of(read_by(_end))}, {}),
        "period": _period,
        "persona": slug,
        "segment": slug,
        "scenario": text,
        "expectations": list_of(text),
        "trigger": text,
        "lanes": list_of(slug),
        "focus": list_of(slug),
        "own_lanes": list_of(OWN_LANE),
        "desired": record(
            {"path": list_of(read_by(read_part))},
            {
                "optional": list_of(slug),
                "again": list_of(slug),
                "max_time": table_of(length),
                "emotion": table_of(number(-2, 2)),
            },
        ),
        "blueprint": record({}, {lane: table_of(text) for lane in BLUEPRINT}),
        "measures": list_of(slug),
        "notes": text,
    },
)


def MAP(value: object, pointer: str) -> Iterator[Complaint]:  # noqa: N802 - a shape like all others here
    """A whole map: its fields, and lanes that are known or its own."""
    yield from _FIELDS(value, pointer)
    if not isinstance(value, Mapping):
        return
    own = value.get("own_lanes")
    names = [lane.get("id") for lane in own if isinstance(lane, Mapping)] if isinstance(own, list | tuple) else []
    lane = choice(*KNOWN_LANES, *(name for name in names if isinstance(name, str)))
    for field in ("lanes", "focus"):
        listed = value.get(field)
        for place, name in enumerate(listed if isinstance(listed, list | tuple) else ()):
            if not any(slug(name, "")):
                yield from lane(name, step(step(pointer, field), place))
