"""Editing a map: its draft, edits of it, undo and redo, publishing, versions, and what a rule would match."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from litestar import Request, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from cesta.api.gate import now
from cesta.api.noting import asked_by
from cesta.api.served import Served, TheServed
from cesta.maps.compare_versions import VersionStage, compared
from cesta.maps.document import load_text
from cesta.maps.drafts import Editor, Outcome, Wish
from cesta.maps.lint import problems_of, shelf_of
from cesta.maps.matching import Matched, matched
from cesta.maps.versions import MapDeed, MapVersion, deeds, publish, restore, versions
from cesta.maps.view import Problem
from cesta.model.errors import CestaError

AnyRequest = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class DraftView:
    """A map as it is being edited. version: counts edits. data: the document with all that it takes from others.

    pending: edits that are not published. unfit: those of them that a file changed otherwise has no place for.
    """

    map: str
    version: int
    data: dict[str, Any]
    extends: str | None
    differs: bool
    pending: int
    unfit: int
    can_undo: bool
    can_redo: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """Edits in order. hand: the browser or program that makes them; undo takes back what the same hand did."""

    hand: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    hand: str
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of each edit, and the draft now."""

    outcomes: tuple[Outcome, ...]
    draft: DraftView


@dataclass(frozen=True, slots=True)
class Publishing:
    hand: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    version: int


@dataclass(frozen=True, slots=True)
class Going:
    """version: a number, or "published" to leave the draft."""

    hand: str
    version: str


@dataclass(frozen=True, slots=True)
class MapHistory:
    """pending: edits that are not published yet, in words, the newest first."""

    versions: tuple[MapVersion, ...]
    pending: tuple[MapDeed, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What makes one version another, in words; and who did it, edit by edit, where the second one was published.

    whole: the lines of the map itself. stages: all of either version, with what became of each and its lines.
    """

    changes: tuple[str, ...]
    whole: tuple[str, ...]
    stages: tuple[VersionStage, ...]
    deeds: tuple[MapDeed, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleToMatch:
    """A touchpoint's rule as its document would say it."""

    match: dict[str, Any] = field(default_factory=dict)


def editor(request: AnyRequest, hand: str) -> Editor:
    """Who edits."""
    if not hand or len(hand) > 64:
        raise CestaError("bad_value", "An edit says by which hand it is made.", 'Send "hand": up to 64 letters.')
    who = asked_by(request)
    return Editor(hand, who.id if who else "", who.name if who else "")


def draft_view(served: Served, map_id: str, hand: str) -> DraftView:
    """The draft and what is wrong with it."""
    draft = served.desk.draft(map_id)
    document = load_text(served.workspace, map_id, draft.text)
    undo, redo = served.desk.can(map_id, hand)
    return DraftView(
        map=map_id,
        version=draft.version,
        data=document.whole.data,
        extends=document.data.get("extends"),
        differs=draft.differs,
        pending=draft.pending,
        unfit=draft.unfit,
        can_undo=undo,
        can_redo=redo,
        problems=problems_of(document, shelf_of(served.workspace)),
    )


@get("/api/maps/{map_id:str}/draft", sync_to_thread=True)
def map_draft(served: TheServed, map_id: FromPath[str], hand: FromQuery[str] = "") -> DraftView:
    """The map as it is being edited; as it is published while nobody has changed it."""
    return draft_view(served, map_id, hand)


@post("/api/maps/{map_id:str}/edits", sync_to_thread=True, status_code=200)
def edit_map(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[Edits]) -> Edited:
    """Edit the draft: each edit is done, or told why not; sending one twice does it once."""
    outcomes = served.desk.edit(map_id, data.wishes, editor(request, data.hand), now())
    return Edited(tuple(outcomes), draft_view(served, map_id, data.hand))


@post("/api/maps/{map_id:str}/undo", sync_to_thread=True, status_code=200)
def undo_edit(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[Hand]) -> Edited:
    """Take back what the same hand did last, or do it again."""
    outcomes = served.desk.undo(map_id, editor(request, data.hand), now(), redo=data.redo)
    return Edited(tuple(outcomes), draft_view(served, map_id, data.hand))


@post("/api/maps/{map_id:str}/publish", sync_to_thread=True, status_code=200)
def publish_map(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[Publishing]) -> Published:
    """Put the draft in place of the published map, with a note for the history."""
    return Published(publish(served.desk, map_id, data.note, editor(request, data.hand), now()))


@post("/api/maps/{map_id:str}/restore", sync_to_thread=True, status_code=200)
def restore_map(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[Going]) -> DraftView:
    """Make the draft say what a version said."""
    restore(served.desk, map_id, data.version, editor(request, data.hand), now())
    return draft_view(served, map_id, data.hand)


@get("/api/maps/{map_id:str}/versions", sync_to_thread=True)
def map_versions(served: TheServed, map_id: FromPath[str], lang: FromQuery[str] = "en") -> MapHistory:
    """The published versions, the newest first, and the edits that are not published yet."""
    return MapHistory(versions(served.desk, map_id), deeds(served.desk, map_id, None, lang))


@get("/api/maps/{map_id:str}/changes", sync_to_thread=True)
def map_changes(
    served: TheServed,
    map_id: FromPath[str],
    before: FromQuery[str] = "published",
    after: FromQuery[str] = "draft",
    lang: FromQuery[str] = "en",
) -> Compared:
    """What makes one version another, in words: numbers of versions, "published" or "draft"."""
    found = compared(served.desk, map_id, before, after, lang)
    by = deeds(served.desk, map_id, int(after), lang) if after.isdecimal() else ()
    return Compared(found.changes, found.whole, found.stages, by)


@post("/api/match", sync_to_thread=True, status_code=200)
def match_preview(served: TheServed, data: JSONBody[RuleToMatch]) -> Matched:
    """How many events, of how many people, a touchpoint's rule would match."""
    return matched(served.workspace, data.match)


ROUTES = (map_draft, edit_map, undo_edit, publish_map, restore_map, map_versions, map_changes, match_preview)
