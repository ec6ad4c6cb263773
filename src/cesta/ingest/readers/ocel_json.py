"""OCEL 2 as JSON: what each event says and which objects it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from cesta.ingest.files.source import Source
from cesta.ingest.readers.contract import Batch, Place, Reader
from cesta.ingest.readers.ocel import OPTIONS, Happening, Objects, Thing, tables
from cesta.model.errors import CestaError


class _Said(msgspec.Struct):
    name: str
    value: object = None
    time: str = ""


class _Relation(msgspec.Struct, rename={"object": "objectId"}):
    object: str
    qualifier: str = ""


class _Object(msgspec.Struct):
    id: str
    type: str
    attributes: list[_Said] = []
    relationships: list[_Relation] | None = None


class _Event(msgspec.Struct):
    id: str
    type: str
    time: str
    attributes: list[_Said] = []
    relationships: list[_Relation] | None = None


class _Log(msgspec.Struct):
    objects: list[_Object]
    events: list[_Event]


def read_ocel(place: Place, _cursor: str | None = None) -> Iterator[Batch]:
    """The tables of an OCEL 2 file. It is held in memory whole; SQLite files are not. Raises no_file, bad_file."""
    path = Path(place.where)
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    source = Source(path)
    data = b"".join(source.blocks())
    try:
        log = msgspec.json.decode(data, type=_Log)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CestaError(
            "bad_file",
            f"{path.name} cannot be read as OCEL 2: {source.broken or error}",
            "Is it whole, and in the JSON form?",
        ) from error
    objects = Objects()
    for one in log.objects:
        last = {said.name: said.value for said in sorted(one.attributes, key=lambda said: said.time)}
        objects.add(Thing(one.id, one.type, last, [relation.object for relation in one.relationships or ()]))
    yield from tables(objects, map(_happening, log.events), place)


def _happening(event: _Event) -> Happening:
    about = [(relation.object, relation.qualifier) for relation in event.relationships or ()]
    return Happening(event.id, event.type, event.time, {said.name: said.value for said in event.attributes}, about)


def _looks(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
        b'"objectTypes"' in head or b'"eventTypes"' in head
    )


READER = Reader("ocel", read_ocel, (".jsonocel", ".json"), options=OPTIONS, looks=_looks)
