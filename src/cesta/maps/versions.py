"""Published versions of a map: publishing with a note, what each one changed in words, and going back to one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cesta.maps.drafts import Desk, Editor, Wish
from cesta.maps.edit import Edit
from cesta.maps.fields import MAP
from cesta.maps.inherit import whole
from cesta.maps.library import finder, parsed, path_of
from cesta.model.errors import CestaError, unknown
from cesta.store.disk import write_whole
from cesta.store.documents import read_text

NOTE = 500


@dataclass(frozen=True, slots=True)
class MapVersion:
    """A state of a map that was published. name: by whom; "" where the file was changed by other means."""

    number: int
    time: int
    person: str
    name: str
    note: str
    current: bool
    hands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapDeed:
    """One edit in words. kind: made, undone or redone."""

    seq: int
    time: int
    name: str
    kind: str
    words: tuple[str, ...]


def publish(desk: Desk, map_id: str, note: str, who: Editor, now: int) -> int:
    """Puts the draft in place of the published map; the number of the new version.

    Raises nothing_to_publish, bad_map (with the first thing that is wrong), note_too_long.
    """
    if len(note) > NOTE:
        raise CestaError("bad_value", f"The note has {len(note)} characters; {NOTE} are the most.", "Shorten it.")
    path = path_of(desk.workspace, "map", map_id)
    with desk.database.change() as sql:
        # Read where nobody can edit or publish meanwhile: whatever is told to be published is, and nothing is undone.
        published = read_text(path)
        text = desk.text(sql, map_id, published)
        if text == published:
            raise CestaError("nothing_to_publish", "The draft says what is published.", "Change something first.")
        _check(desk, map_id, text)
        last = _newest(sql, map_id)
        if last is None or last[1] != published:
            _add(sql, map_id, (last[0] if last else 0) + 1, now, Editor(""), "", published)
            last = _newest(sql, map_id)
        number = (last[0] if last else 0) + 1
        _add(sql, map_id, number, now, who, note.strip(), text)
        sql.execute("update edits set version = ? where map = ? and version is null", (number, map_id))
        sql.execute("delete from drafts where map = ?", (map_id,))
        write_whole(path, text)
    return number


def versions(desk: Desk, map_id: str) -> tuple[MapVersion, ...]:
    """The newest first."""
    published = desk.draft(map_id).published
    rows = desk.database.read(
        "select number, time, person, name, note, text from versions where map = ? order by number desc", (map_id,)
    )
    hands = desk.database.read(
        "select version, name from edits where map = ? and version is not null group by version, name", (map_id,)
    )
    return tuple(
        MapVersion(
            number, time, person, name, note, place == 0 and text == published,
            tuple(sorted(by for version, by in hands if version == number and by)),
        )
        for place, (number, time, person, name, note, text) in enumerate(rows)
    )  # fmt: skip


def deeds(desk: Desk, map_id: str, version: int | None, lang: str, most: int = 200) -> tuple[MapDeed, ...]:
    """The edits that a version was made of, the newest first; None: those that are not published yet."""
    rows = desk.database.read(
        "select seq, time, name, kind, words from edits where map = ?1 and version is ?2 order by seq desc limit ?3",
        (map_id, version, most),
    )
    return tuple(
        MapDeed(seq, time, name, kind, tuple(json.loads(words).get(lang) or json.loads(words).get("en") or ()))
        for seq, time, name, kind, words in rows
    )


def text_of(desk: Desk, map_id: str, version: str) -> str:
    """The text of a version by its number, of the "published" map or of the "draft". Raises unknown_version."""
    draft = desk.draft(map_id)
    if version in ("draft", "published"):
        return draft.text if version == "draft" else draft.published
    rows = desk.database.read("select number, text from versions where map = ?", (map_id,))
    known = {str(number): str(text) for number, text in rows}
    if version not in known:
        raise unknown("unknown_version", "version", version, ("draft", "published", *known))
    return known[version]


def restore(desk: Desk, map_id: str, version: str, who: Editor, now: int) -> None:
    """Makes the draft say what a version said; published is what was."""
    text = text_of(desk, map_id, version)
    desk.edit(map_id, [Wish(f"restore-{version}-{now}", Edit("text", value=text))], who, now)


def data_of(desk: Desk, map_id: str, text: str) -> Mapping[str, Any]:
    """What a text of this map says, with all that it takes from others."""
    path = path_of(desk.workspace, "map", map_id).relative_to(desk.workspace.root)
    data = whole(parsed(text, path), finder(desk.workspace)).data
    return data if isinstance(data, Mapping) else {}


def _check(desk: Desk, map_id: str, text: str) -> None:
    for wrong in MAP(data_of(desk, map_id, text), ""):
        if wrong.level == "error":
            raise CestaError("bad_map", f"This cannot be published: {wrong.message}", wrong.hint)


def _newest(sql: sqlite3.Connection, map_id: str) -> tuple[int, str] | None:
    row = sql.execute(
        "select number, text from versions where map = ? order by number desc limit 1", (map_id,)
    ).fetchone()
    return None if row is None else (int(row[0]), str(row[1]))


def _add(sql: sqlite3.Connection, map_id: str, number: int, now: int, who: Editor, note: str, text: str) -> None:
    sql.execute(
        "insert into versions (map, number, time, person, name, note, text) values (?, ?, ?, ?, ?, ?, ?)",
        (map_id, number, now, who.person, who.name, note, text),
    )
