"""Drafts of maps: every edit is kept beside the published file, by whom and when, until it is published."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from cesta.maps.diff import between
from cesta.maps.diff_words import in_words
from cesta.maps.drafts_schema import CHANGES, FILE
from cesta.maps.edit import Clash, Edit, Sheet
from cesta.maps.library import finder, path_of
from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES
from cesta.store.database import Database
from cesta.store.documents import read_text
from cesta.store.workspace import Workspace

Told = Literal["done", "conflict", "gone", "refused"]


@dataclass(frozen=True, slots=True)
class Editor:
    """Who edits. hand: the browser, or program, whose own changes undo takes back. person: "" without accounts."""

    hand: str
    person: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """An edit that somebody asks for. key: tells it from all others, so that sending it twice does it once.

    bunch: edits that were made in one go and are taken back in one go.
    """

    key: str
    edit: Edit
    bunch: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish. conflict: somebody else changed the same place; `theirs` stands there, by `name` at `time`.

    gone: what it is about was taken away. refused: the value makes no sense; `message` and `hint` say why.
    """

    key: str
    outcome: Told
    theirs: Any = None
    name: str | None = None
    time: int | None = None
    code: str | None = None
    message: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A map as it is being edited. version: counts its edits. pending: edits not published yet; unfit: those among
    them that the file, changed by other means, has no place for any more. published: the file's text."""

    map: str
    version: int
    text: str
    published: str
    pending: int
    unfit: int

    @property
    def differs(self) -> bool:
        return self.text != self.published


class Desk:
    """The drafts of one workspace. Safe to use from several threads and processes."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.database = Database(workspace.data / FILE, CHANGES)
        self._sheets: dict[str, Sheet] = {}

    def close(self) -> None:
        self.database.close()

    def version(self, map_id: str) -> int:
        """The number of the newest edit of a map; 0 before there is one."""
        rows = self.database.read("select max(seq) from edits where map = ?", (map_id,))
        return int(rows[0][0] or 0) if rows else 0

    def versions(self) -> dict[str, int]:
        """Of every map that was ever edited."""
        return {str(name): int(seq) for name, seq in self.database.read("select map, max(seq) from edits group by map")}

    def draft(self, map_id: str) -> Draft:
        """The map as it is being edited; as it is published while nobody has changed it. Raises unknown_map."""
        version = self.version(map_id)  # first: an edit that comes in meanwhile makes the text newer, never the number
        published = self._published(map_id)
        rows = self.database.read("select base, text from drafts where map = ?", (map_id,))
        if rows and rows[0][0] != published:
            with self.database.change() as sql:
                text = self.text(sql, map_id, published)
        else:
            text = rows[0][1] if rows else published
        counted = self.database.read(
            "select count(*), coalesce(sum(1 - fits), 0) from edits where map = ? and version is null", (map_id,)
        )
        pending, unfit = counted[0] if counted else (0, 0)
        return Draft(map_id, version, text, published, int(pending), int(unfit))

    def edit(self, map_id: str, wishes: Sequence[Wish], who: Editor, now: int) -> list[Outcome]:
        """Does what is asked for, one by one; what cannot be done is told and leaves the others alone."""
        published = self._published(map_id)
        with self.database.change() as sql:
            sheet = self._sheet(map_id, self.text(sql, map_id, published))
            outcomes = [self._do(sql, sheet, map_id, wish, who, now) for wish in wishes]
            self._keep(sql, map_id, published, sheet.text)
        return outcomes

    def undo(self, map_id: str, who: Editor, now: int, *, redo: bool = False) -> list[Outcome]:
        """Takes back what this hand did last, or does again what it took back last; nothing where there is nothing."""
        published = self._published(map_id)
        with self.database.change() as sql:
            rows = _last(sql, map_id, who.hand, redo=redo)
            sheet = self._sheet(map_id, self.text(sql, map_id, published))
            outcomes = []
            for seq, key, forth, back in rows:
                edit = _edit(forth if redo else back)
                kind = "redone" if redo else "undone"
                wish = Wish(f"{kind}-{seq}-{self._count(sql)}", edit)
                outcome = self._do(sql, sheet, map_id, wish, who, now, kind)
                outcomes.append(Outcome(**{**asdict(outcome), "key": key}))
                if outcome.outcome in ("done", "gone"):
                    sql.execute("update edits set done = ? where seq = ?", (int(redo), seq))
            self._keep(sql, map_id, published, sheet.text)
        return outcomes

    def can(self, map_id: str, hand: str) -> tuple[bool, bool]:
        """Whether this hand has something to take back, and to do again."""
        if not self.database.there:
            return False, False
        with self.database.change() as sql:
            return bool(_last(sql, map_id, hand, redo=False)), bool(_last(sql, map_id, hand, redo=True))

    def discard(self, map_id: str, who: Editor, now: int) -> None:
        """Goes back to what is published; this, too, can be undone."""
        published = self._published(map_id)
        self.edit(map_id, [Wish(f"discard-{now}", Edit("text", value=published))], who, now)

    def _published(self, map_id: str) -> str:
        return read_text(path_of(self.workspace, "map", map_id))

    def _sheet(self, map_id: str, text: str) -> Sheet:
        """The last one is kept: reading a document takes longer than changing it. Only while the database is held."""
        kept = self._sheets.get(map_id)
        if kept is not None and kept.text == text:
            kept.refresh()
            return kept
        path = path_of(self.workspace, "map", map_id).relative_to(self.workspace.root)
        self._sheets = {map_id: Sheet(text, path, finder(self.workspace))}
        return self._sheets[map_id]

    def text(self, sql: sqlite3.Connection, map_id: str, published: str) -> str:
        """The draft's text, while the database is held. Where the file was changed otherwise, its pending edits are
        made again on that."""
        row = sql.execute("select base, text from drafts where map = ?", (map_id,)).fetchone()
        if row is None:
            return published
        if row[0] == published:
            return str(row[1])
        sheet = self._sheet(map_id, published)
        pending = "select seq, edit from edits where map = ? and version is null order by seq"
        for seq, edit in sql.execute(pending, (map_id,)).fetchall():
            try:
                sheet.apply(_edit(edit))
                fits = 1
            except (CestaError, Clash):
                fits = 0
            sql.execute("update edits set fits = ? where seq = ?", (fits, seq))
        self._keep(sql, map_id, published, sheet.text)
        return sheet.text

    def _keep(self, sql: sqlite3.Connection, map_id: str, base: str, text: str) -> None:
        sql.execute("insert or replace into drafts (map, base, text) values (?, ?, ?)", (map_id, base, text))

    def _do(
        self, sql: sqlite3.Connection, sheet: Sheet, map_id: str, wish: Wish, who: Editor, now: int, kind: str = "made"
    ) -> Outcome:
        if sql.execute("select 1 from edits where map = ? and key = ?", (map_id, wish.key)).fetchone():
            return Outcome(wish.key, "done")
        before = sheet.data
        try:
            back = sheet.apply(wish.edit)
        except Clash as clash:
            name, time = self._by(sql, map_id, wish.edit.at)
            return Outcome(wish.key, "conflict", clash.theirs, name, time)
        except CestaError as error:
            told: Told = "gone" if error.code == "part_gone" else "refused"
            name, time = self._by(sql, map_id, wish.edit.at) if told == "gone" else (None, None)
            return Outcome(wish.key, told, None, name, time, error.code, error.message, error.hint)
        sql.execute(
            "insert into edits (map, key, bunch, hand, person, name, time, edit, back, kind, words)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (map_id, wish.key, wish.bunch or wish.key, who.hand, who.person, who.name, now,
             _json(wish.edit), _json(back), kind, _words(before, sheet.data)),
        )  # fmt: skip
        return Outcome(wish.key, "done")

    def _by(self, sql: sqlite3.Connection, map_id: str, at: Sequence[str]) -> tuple[str | None, int | None]:
        """Who changed a place last, or something around it."""
        rows = sql.execute("select name, time, edit from edits where map = ? order by seq desc limit 500", (map_id,))
        for name, time, edit in rows:
            other = tuple(json.loads(edit)["at"])
            if other[: len(at)] == tuple(at) or tuple(at)[: len(other)] == other:
                return str(name), int(time)
        return None, None

    def _count(self, sql: sqlite3.Connection) -> int:
        return int(sql.execute("select coalesce(max(seq), 0) from edits").fetchone()[0])


def _last(sql: sqlite3.Connection, map_id: str, hand: str, *, redo: bool) -> list[tuple[int, str, str, str]]:
    """The edits of the bunch that undo, or redo, is about, in the order in which to go about them."""
    mine = "map = ? and hand = ? and kind = 'made'"
    newest = f"select coalesce(max(seq), 0) from edits where {mine} and done = 1"
    who = (map_id, hand)
    seq = int(sql.execute(newest, who).fetchone()[0])
    if redo:
        found = sql.execute(f"select min(seq) from edits where {mine} and done = 0 and seq > ?", (*who, seq)).fetchone()
        seq = int(found[0] or 0)
    if not seq:
        return []
    order = "asc" if redo else "desc"
    rows = sql.execute(
        f"select seq, key, edit, back from edits where {mine} and done = ? and"
        f" bunch = (select bunch from edits where seq = ?) order by seq {order}",
        (*who, int(not redo), seq),
    )
    return rows.fetchall()


def _words(before: Any, after: Any) -> str:
    changes = between(before, after)
    return json.dumps({language: in_words(changes, language) for language in LANGUAGES}, ensure_ascii=False)


def _json(edit: Edit) -> str:
    return json.dumps(asdict(edit), ensure_ascii=False)


def _edit(text: str) -> Edit:
    return edit_of(json.loads(text))


def edit_of(data: Mapping[str, Any]) -> Edit:
    """The edit in a plain document."""
    return Edit(**{**data, "at": tuple(data.get("at") or ()), "to": tuple(data.get("to") or ())})
