"""A map of a workspace as a file in any format, and what that format cannot hold of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from cesta.exchange.formats import Format, function, named
from cesta.exchange.sheet import Sheet, take_down
from cesta.maps.compose import Picked
from cesta.maps.diff import Change, between
from cesta.maps.diff_words import WORDS
from cesta.maps.phrases import phrases
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is wanted of: the format, a paper size for PDF, with numbers or without, and what is picked."""

    format: str
    picked: Picked
    numbers: bool = True
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, ready to be written. digest: of its content."""

    name: str
    media: str
    content: bytes
    sheet: Sheet
    format: Format

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def export(workspace: Workspace, map_id: str, wanted: Wanted) -> Exported:
    """The map as a file. Raises unknown_format, bad_value (a layout), unknown_map and what a map can raise."""
    kind = named(wanted.format)
    sheet = take_down(workspace, map_id, wanted.picked, numbers=wanted.numbers)
    name = f"{map_id}{kind.endings[0]}"
    return Exported(name, kind.media, _content(workspace, sheet, kind, wanted), sheet, kind)


def _content(workspace: Workspace, sheet: Sheet, kind: Format, wanted: Wanted) -> bytes:
    write = function(kind.write)
    if kind.kind == "journeys":
        if not wanted.numbers:
            message = f"{kind.id} holds the journeys of customers: it cannot be written without them."
            raise CestaError("bad_value", message, "Choose another format, or with numbers.")
        found = function("event_logs:touches")(workspace, sheet, wanted.picked)
        return bytes(write(sheet, found))
    if kind.id == "pdf":
        return bytes(write(sheet, layout_named(wanted.layout)))
    return bytes(write(sheet))


def layout_named(layout: str | None) -> str:
    """Raises bad_value."""
    known = ("a3", "a4", "booklet")
    if layout not in (None, *known):
        raise CestaError("bad_value", f'There is no layout "{layout}".', f"Layouts: {', '.join(known)}.")
    return layout or "a3"


def lost(exported: Exported) -> tuple[Change, ...]:
    """What another Cesta would not find in the file: it is read again, and compared. Nothing for a mere picture."""
    kind = exported.format
    if kind.exact or kind.read is None:
        return ()
    return between(exported.sheet.data, function(kind.read)(exported.content, exported.sheet.view.id))


def lost_in_words(changes: tuple[Change, ...], language: str) -> list[str]:
    """Which fields of what a file does not hold, and how often each: "touchpoint: events (20)"."""
    said = phrases(WORDS, language)
    counts = Counter((change.thing.kind, (change.field or change.kind).partition(".")[0]) for change in changes)
    return [
        f"{said[f'thing.{kind}']}: {said.get(f'field.{field}') or said.get(field, field).strip('– ')}"
        + (f" ({n})" if n > 1 else "")
        for (kind, field), n in counts.items()
    ]
