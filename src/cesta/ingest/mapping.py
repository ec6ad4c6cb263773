"""A mapping: a document that says how a source's files become events, as its owner would write it."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal, NoReturn

from cesta.identity.naming import USER, kind_named
from cesta.ingest.repair import Rule, read_rule
from cesta.model.errors import CestaError, brief, nearest
from cesta.store.documents import Document, parse_document, read_document
from cesta.store.loads import DECISIONS, Decision
from cesta.store.settings import resolve

TimeIs = Literal["recorded", "assumed"]
MAPPING_KEYS = ("id", "name", "timezone", "note", "changed", "generated", "files", "tables", "events", "repairs")
EVENT_KEYS = (
    "event", "event_is", "from", "customer", "customer_is", "time", "time_is", "time_formats", "why", "id", "ids",
    "properties",
)  # fmt: skip
ISO = "iso"
HINT_FORMATS = 'Such as "%d.%m.%Y %H:%M" for 31.12.2024 18:30, or iso for 2024-12-31T18:30:00.'
HINT_KINDS = "Such as email, phone, device or loyalty_card."
NAME = re.compile(r"[a-z][a-z0-9_]*")
ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class EventMapping:
    """One kind of event. `rows`: a file's or table's name, or a query. customer, time, id, ids and each property: SQL.

    `why`: for an assumed time, what is known and what was assumed. `event_is`: SQL for the name, where rows name their
    events themselves; `event` is empty then. `time_formats`: how times of text are written, tried in this order.
    """

    event: str
    rows: str
    customer: str
    time: str
    time_is: TimeIs
    why: str | None
    id: str | None
    properties: Dictionary[str, str]
    event_is: str | None = None
    time_formats: tuple[str, ...] = ()
    customer_is: str = USER
    ids: Dictionary[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What the mapping calls these events."""
        return self.event or f"named by {self.event_is}"


@dataclass(frozen=True, slots=True)
class Mapping:
    """`files`: name to path inside the folder, a workbook's sheet after #. `tables`: name to query, made in order.

    `changed`: what to do when a row with a known id says something else. `repairs`: rules that mend values.
    """

    id: str
    name: str
    timezone: str | None
    files: Dictionary[str, str]
    tables: Dictionary[str, str]
    events: tuple[EventMapping, ...]
    text: str
    changed: Decision = "ask"
    generated: bool = False
    repairs: tuple[Rule, ...] = ()


def read_mapping(path: Path) -> Mapping:
    """The checked mapping in this file. Raises no_document, bad_yaml, bad_mapping with the line."""
    return mapping_of(read_document(path))


def parse_mapping(text: str, path: Path = Path("mapping.yaml")) -> Mapping:
    """The checked mapping that this text is; `path` is named in errors. Raises bad_yaml, bad_mapping with the line."""
    return mapping_of(parse_document(text, path))


def mapping_of(document: Document) -> Mapping:
    """The checked mapping in this document. Raises bad_mapping with the line."""
    check = _Check(document)
    data = check.keys(document.data, "", MAPPING_KEYS, ("id", "files", "events"))
    source = check.text(data, "/id")
    if not ID.fullmatch(source):
        check.fail("/id", f'id is "{source}".', "Small letters, digits and hyphens, such as web-shop.")
    files = check.texts(data, "/files")
    for name, file in files.items():
        if PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
            check.fail(
                f"/files/{name}", f'"{file}" leaves the folder.', "Name a file inside the folder that is loaded."
            )
    tables = check.texts(data, "/tables") if "tables" in data else {}
    for name in (*files, *tables):
        if not NAME.fullmatch(name):
            pointer = f"/files/{name}" if name in files else f"/tables/{name}"
            check.fail(pointer, f'"{name}" cannot name a table.', "Small letters, digits and _, such as order_lines.")
    events = data["events"]
    if not isinstance(events, list) or not events:
        check.fail("/events", "events must be a list with at least one kind of event.", "Begin with: - event: purchase")
    return Mapping(
        id=source,
        name=check.text(data, "/name") if "name" in data else source,
        timezone=_timezone(check, data),
        files=files,
        tables=tables,
        events=tuple(_event(check, given, f"/events/{place}") for place, given in enumerate(events)),
        text=document.text,
        changed=_changed(check, data),
        generated=_generated(check, data),
        repairs=_repairs(check, data),
    )


@dataclass(frozen=True, slots=True)
class _Check:
    """Says of each part of the document, with its line, what is wrong with it."""

    document: Document

    def fail(self, pointer: str, message: str, hint: str | None = None) -> NoReturn:
        where = f"{self.document.path}:{self.document.line_of(pointer)}"
        raise CestaError("bad_mapping", f"{where}: {message}", hint)

    def keys(
        self, data: object, pointer: str, known: tuple[str, ...], needed: tuple[str, ...]
    ) -> Dictionary[str, object]:
        if not isinstance(data, Dictionary):
            self.fail(pointer, "names and values are wanted here.", f"Known: {', '.join(known)}.")
        for key in data:
            if key not in known:
                close = nearest(key, known)
                guess = f'Did you mean "{close}"? ' if close else ""
                self.fail(f"{pointer}/{key}", f'there is no key "{key}".', f"{guess}Known: {', '.join(known)}.")
        for key in needed:
            if data.get(key) is None:
                self.fail(pointer, f'"{key}" is missing.', f"Needed: {', '.join(needed)}.")
        return data

    def text(self, data: Dictionary[str, object], pointer: str) -> str:
        value = data[pointer.rpartition("/")[2]]
        if isinstance(value, bool) or not isinstance(value, str | int | float) or not str(value).strip():
            self.fail(pointer, f"{pointer.rpartition('/')[2]} must be a text.")
        return str(value).strip()

    def texts(self, data: Dictionary[str, object], pointer: str) -> dict[str, str]:
        value = data[pointer.rpartition("/")[2]]
        if isinstance(value, list):
            for place, item in enumerate(value):
                if not isinstance(item, str):
                    self.fail(f"{pointer}/{place}", "this must be a name.")
            value = {item: item for item in value}
        if not isinstance(value, Dictionary):
            self.fail(pointer, f"{pointer.rpartition('/')[2]} must be names and their SQL or file.")
        return {key: self.text(value, f"{pointer}/{key}") for key in value}


def _timezone(check: _Check, data: Dictionary[str, object]) -> str | None:
    if "timezone" not in data:
        return None
    try:
        found = resolve({"timezone": data["timezone"]}, {}, {})
    except CestaError as error:
        check.fail("/timezone", error.message, error.hint)
    return next(str(item.value) for item in found if item.name == "timezone")


def _changed(check: _Check, data: Dictionary[str, object]) -> Decision:
    found = next((decision for decision in DECISIONS if data.get("changed", "ask") == decision), None)
    return found or check.fail("/changed", f"changed is {brief(data['changed'])}.", f"It is {', '.join(DECISIONS)}.")


def _generated(check: _Check, data: Dictionary[str, object]) -> bool:
    value = data.get("generated", False)
    if not isinstance(value, bool):
        check.fail("/generated", f"generated is {brief(value)}.", "It is true or false.")
    return value


def _repairs(check: _Check, data: Dictionary[str, object]) -> tuple[Rule, ...]:
    given = data.get("repairs") or []
    if not isinstance(given, list):
        check.fail("/repairs", "repairs must be a list of rules.")
    rules = []
    for place, one in enumerate(given):
        try:
            rules.append(read_rule(one))
        except CestaError as error:
            check.fail(f"/repairs/{place}", error.message, error.hint)
    return tuple(rules)


def _event(check: _Check, given: object, pointer: str) -> EventMapping:
    data = check.keys(given, pointer, EVENT_KEYS, ("from", "customer", "time", "time_is"))
    named = [key for key in ("event", "event_is") if data.get(key) is not None]
    if len(named) != 1:
        what = '"event" is missing' if not named else "event and event_is are both given"
        check.fail(pointer, f"{what}.", "event: one name for every row; event_is: SQL that gives each row's name.")
    time_is = check.text(data, f"{pointer}/time_is")
    if time_is not in ("recorded", "assumed"):
        check.fail(f"{pointer}/time_is", f'time_is is "{time_is}".', "It is recorded or assumed.")
    if time_is == "assumed" and "why" not in data:
        check.fail(f"{pointer}/time_is", "an assumed time needs a why.", "Say what is known and what was assumed.")
    return EventMapping(
        event=check.text(data, f"{pointer}/event") if "event" in named else "",
        rows=check.text(data, f"{pointer}/from"),
        customer=check.text(data, f"{pointer}/customer"),
        time=check.text(data, f"{pointer}/time"),
        time_is="assumed" if time_is == "assumed" else "recorded",
        why=check.text(data, f"{pointer}/why") if "why" in data else None,
        id=check.text(data, f"{pointer}/id") if "id" in data else None,
        properties=check.texts(data, f"{pointer}/properties") if "properties" in data else {},
        event_is=check.text(data, f"{pointer}/event_is") if "event_is" in named else None,
        time_formats=_time_formats(check, data, f"{pointer}/time_formats"),
        customer_is=_kind(check, data, pointer),
        ids=_ids(check, data, f"{pointer}/ids"),
    )


def _kind(check: _Check, data: Dictionary[str, object], pointer: str) -> str:
    """The kind of id that the customer is."""
    if data.get("customer_is") is None:
        return USER
    kind = check.text(data, f"{pointer}/customer_is")
    if kind_named(kind) != kind:
        check.fail(f"{pointer}/customer_is", f'"{kind}" cannot name a kind of id.', HINT_KINDS)
    return kind


def _ids(check: _Check, data: Dictionary[str, object], pointer: str) -> dict[str, str]:
    """The other ids that a row names, by kind."""
    found = check.texts(data, pointer) if data.get("ids") is not None else {}
    for kind in found:
        if kind_named(kind) != kind:
            check.fail(f"{pointer}/{kind}", f'"{kind}" cannot name a kind of id.', HINT_KINDS)
    return found


def _time_formats(check: _Check, data: Dictionary[str, object], pointer: str) -> tuple[str, ...]:
    given = data.get("time_formats", [])
    formats = [given] if isinstance(given, str) else given
    if not isinstance(formats, list):
        check.fail(pointer, "time_formats must be a list.", HINT_FORMATS)
    for place, one in enumerate(formats):
        if not isinstance(one, str) or (one != ISO and "%" not in one):
            check.fail(f"{pointer}/{place}", f"{brief(one)} is no way to write times.", HINT_FORMATS)
    return tuple(formats)
