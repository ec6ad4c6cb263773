"""Object-centric logs (OCEL 2): events that concern several objects become rows of the one whose way they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cesta.ingest.guess.words import hints
from cesta.ingest.readers.contract import Batch, Place, Row, parted
from cesta.model.errors import CestaError, unknown

OPTIONS = {"customer": "the type of object whose ways are followed"}
OWN = ("customer", "event", "time", "event_id")


@dataclass(frozen=True, slots=True)
class Thing:
    """An object: its type, its attributes as they are last, and the objects it belongs with."""

    id: str
    type: str
    attributes: Mapping[str, object]
    beside: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its type, when, its attributes, and (object, qualifier) of what it concerns."""

    id: str
    type: str
    time: str
    attributes: Mapping[str, object]
    about: Sequence[tuple[str, str]] = ()


@dataclass(slots=True)
class Objects:
    """All objects of a log, and which of them is the customer of others."""

    things: dict[str, Thing] = field(default_factory=dict)
    _beside: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, thing: Thing) -> None:
        self.things[thing.id] = thing
        for other in thing.beside:
            self._beside[thing.id].append(other)
            self._beside[other].append(thing.id)

    def types(self) -> list[str]:
        return list(dict.fromkeys(thing.type for thing in self.things.values()))

    def customer_type(self, wanted: str | None) -> str:
        """The type that was asked for, else the one called customer in any language, else the one with most objects.

        Raises unknown_column.
        """
        types = self.types()
        if wanted is not None:
            if wanted not in types:
                raise unknown("unknown_column", "object type", wanted, types)
            return wanted
        for meaning in ("customer", "user", "case"):
            for one in types:
                if meaning in hints(one):
                    return one
        counts = Counter(thing.type for thing in self.things.values())
        return max(types, key=lambda one: counts[one]) if types else ""

    def customers_of(self, about: Sequence[tuple[str, str]], customer: str) -> list[str]:
        """The customers an event concerns, or else those of the objects it concerns."""
        ids = [one for one, _ in about]
        for reach in (ids, [other for one in ids for other in self._beside.get(one, ())]):
            found = [one for one in dict.fromkeys(reach) if one in self.things and self.things[one].type == customer]
            if found:
                return found
        return []


def tables(objects: Objects, events: Iterator[Happening], place: Place) -> Iterator[Batch]:
    """The rows of events, one for each customer they concern, then objects and relations as tables beside them."""
    unlike = set(place.options) - OPTIONS.keys()
    if unlike:
        raise CestaError("bad_value", f'There is no option "{sorted(unlike)[0]}".', f"Known: {', '.join(OPTIONS)}.")
    customer = objects.customer_type(place.options.get("customer"))
    yield from parted("events", _rows(objects, events, customer))
    yield from parted(
        "objects",
        (
            {"object": one.id, "type": one.type, **_apart(one.attributes, ("object", "type"))}
            for one in objects.things.values()
        ),
    )


def _rows(objects: Objects, events: Iterator[Happening], customer: str) -> Iterator[Row]:
    for event in events:
        others: dict[str, list[str]] = defaultdict(list)
        for one, _ in event.about:
            if one in objects.things and objects.things[one].type != customer:
                others[objects.things[one].type].append(one)
        beside = {name: found[0] if len(found) == 1 else ", ".join(found) for name, found in others.items()}
        said = _apart(event.attributes, OWN)
        told = {**said, **_apart(beside, (*OWN, *said)), "event": event.type, "time": event.time, "event_id": event.id}
        # An event of no customer is kept: its row is set aside and says so.
        for who in objects.customers_of(event.about, customer) or [""]:
            yield {"customer": who or None, **told}


def _apart(values: Mapping[str, object], taken: Sequence[str]) -> dict[str, object]:
    return {f"{name}_" if name in taken else name: value for name, value in values.items()}
