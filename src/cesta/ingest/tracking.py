"""The tracking plan: which events are expected with which properties, what came instead, and what drifted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.event import Value
from cesta.model.shape import list_of, record, table_of, version, word
from cesta.store.disk import write_whole
from cesta.store.documents import read_document

FILE = "tracking.yaml"
TYPES: Mapping[str, tuple[type, ...]] = {"text": (str,), "number": (int, float), "yes or no": (bool,)}
MAYBE = "?"
BESIDE = ("context.", "$")
"""How properties begin that clients add by themselves: no plan is asked about them."""
OURS = frozenset({"channel", "campaign", "medium", "kept_out"})
"""Properties that are told about a message when it comes in."""
MOST = 200
HEAD = "# The tracking plan: events that are expected, and what each says; ? after a type: it may be missing.\n"
EVENT = record({"event": word, "properties": table_of(word)}, {"source": word, "description": word})
SHAPE = record({"cesta": version("tracking"), "events": list_of(EVENT)}, {})


@dataclass(slots=True)
class Seen:
    """What came of one kind of event: how often each property was said, in which types, with an example of each."""

    events: int = 0
    last: int = 0
    said: Counter[str] = field(default_factory=Counter)
    types: dict[str, Counter[str]] = field(default_factory=dict)
    example: dict[tuple[str, str], Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that is not as planned. what: missing_event, new_event, missing, other_type, new_property.

    events: how many say so, of how many. example: a value that is not as planned.
    """

    what: str
    event: str
    property: str | None
    events: int
    of: int
    planned: str | None = None
    example: str | None = None


def read_plan(root: Path) -> dict[str, dict[str, str]] | None:
    """Each expected event with the types of its properties; None without a plan. Raises bad_tracking, bad_yaml."""
    path = root / FILE
    if not path.is_file():
        return None
    document = read_document(path)
    for complaint in SHAPE(document.data, ""):
        where = f"{FILE}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_tracking", f"{where}: {complaint.message}", complaint.hint)
    plan: dict[str, dict[str, str]] = {}
    for place, each in enumerate(document.data["events"]):
        for name, kind in each["properties"].items():
            if kind.rstrip(MAYBE) not in TYPES:
                where = f"{FILE}:{document.line_of(f'/events/{place}/properties/{name}')}"
                raise CestaError("bad_tracking", f'{where}: There is no type "{kind}".', f"Known: {', '.join(TYPES)}.")
        plan[each["event"]] = dict(each["properties"])
    return plan


def seen_in(events: Iterable[tuple[str, int, Mapping[str, Value]]]) -> dict[str, Seen]:
    """What came, by kind of event: name, time and properties of each."""
    found: dict[str, Seen] = {}
    for name, received, properties in events:
        seen = found.setdefault(name, Seen())
        seen.events += 1
        seen.last = max(seen.last, received)
        for key, value in properties.items():
            if not key.startswith(BESIDE) and key not in OURS:
                kind = type_of(value)
                seen.said[key] += 1
                seen.types.setdefault(key, Counter())[kind] += 1
                seen.example.setdefault((key, kind), value)
    return found


def type_of(value: Value) -> str:
    """
    >>> type_of("a"), type_of(1.5), type_of(True)
    ('text', 'number', 'yes or no')
    """
    return next(kind for kind, types in TYPES.items() if type(value) in types)


def drift(plan: Mapping[str, Mapping[str, str]], seen: Mapping[str, Seen]) -> list[Drift]:
    """What is not as planned: events that did not come, the others' properties, events that nobody planned."""
    found: list[Drift] = []
    for event, wanted in plan.items():
        came = seen.get(event)
        found += _drift_of(event, wanted, came) if came else [Drift("missing_event", event, None, 0, 0)]
    return found + [Drift("new_event", name, None, s.events, s.events) for name, s in seen.items() if name not in plan]


def _drift_of(event: str, wanted: Mapping[str, str], came: Seen) -> Iterable[Drift]:
    for name, kind in wanted.items():
        if came.said[name] < came.events and not kind.endswith(MAYBE):
            yield Drift("missing", event, name, came.events - came.said[name], came.events, kind)
        for other, times in came.types.get(name, Counter()).items():
            if other != kind.rstrip(MAYBE):
                yield Drift("other_type", event, name, times, came.events, kind, _brief(came.example[name, other]))
    for name, times in came.said.items():
        if name not in wanted:
            kind = came.types[name].most_common(1)[0][0]
            yield Drift("new_property", event, name, times, came.events, None, _brief(came.example[name, kind]))


def write_plan(root: Path, seen: Mapping[str, Seen]) -> int:
    """Plans everything that came and is not planned yet; how many events the plan has now. Raises bad_tracking."""
    plan = read_plan(root) or {}
    for event, came in seen.items():
        wanted = plan.setdefault(event, {})
        for name, times in came.said.items():
            kind = came.types[name].most_common(1)[0][0]
            wanted.setdefault(name, kind if times == came.events else kind + MAYBE)
    write_whole(root / FILE, HEAD + "\n".join(_lines(plan)) + "\n")
    return len(plan)


def _lines(plan: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    yield "cesta: tracking/1"
    yield "events:" if plan else "events: []"
    for event, wanted in sorted(plan.items()):
        yield f"  - event: {json.dumps(event, ensure_ascii=False)}"
        yield "    properties:" if wanted else "    properties: {}"
        for name, kind in sorted(wanted.items()):
            yield f"      {json.dumps(name, ensure_ascii=False)}: {kind}"


def _brief(value: Value) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= MOST else f"{shown[:MOST]}…"
