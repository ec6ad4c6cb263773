"""What people say to each other about a map: comments on its parts, and sticky notes that may become parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cesta.maps.drafts import Desk, Editor
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

MOST = 2000
"""Letters of one remark."""
SHORTEST = 3
"""Ids of fewer letters are words like any others."""
AT = re.compile(r"(?<!\w)@([\w.-]*\w)")
Kind = Literal["comment", "note"]


@dataclass(frozen=True, slots=True)
class MapRemark:
    """A comment or a sticky note. at: the address of the part that it is about, empty for the whole map.

    parent: the comment that it answers. mentions: logins behind an @. done: settled.
    """

    id: int
    kind: Kind
    at: tuple[str, ...]
    parent: int | None
    person: str
    name: str
    time: int
    text: str
    done: bool
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says."""

    text: str
    kind: Kind = "comment"
    at: tuple[str, ...] = ()
    parent: int | None = None


def mentions(text: str) -> tuple[str, ...]:
    """The logins that a text names, each once.

    >>> mentions("@jana.n and @petr, see ann@example.com. @jana.n!")
    ('jana.n', 'petr')
    """
    return tuple(dict.fromkeys(AT.findall(text)))


def remarks(desk: Desk, map_id: str) -> tuple[MapRemark, ...]:
    """All of a map, the oldest first."""
    rows = desk.database.read(
        "select id, kind, at, parent, person, name, time, text, done from remarks where map = ? order by id", (map_id,)
    )
    return tuple(
        MapRemark(id_, kind, tuple(json.loads(at)), parent, person, name, time, text, bool(done), mentions(text))
        for id_, kind, at, parent, person, name, time, text, done in rows
    )


def talked(desk: Desk) -> dict[str, str]:
    """For each map, a text that changes when anything is said, settled or taken back there."""
    rows = desk.database.read("select map, max(id), count(*), sum(done), sum(length(text)) from remarks group by map")
    return {str(name): f"{newest}.{count}.{done}.{size}" for name, newest, count, done, size in rows}


def say(desk: Desk, map_id: str, said: Said, who: Editor, now: int) -> int:
    """Puts up a remark; its id. Raises bad_value."""
    text = said.text.strip()
    if not 0 < len(text) <= MOST:
        raise CestaError("bad_value", f"A remark has 1 to {MOST} letters; this one has {len(text)}.", "Shorten it.")
    with desk.database.change() as sql:
        found = sql.execute(
            "insert into remarks (map, kind, at, parent, person, name, time, text) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (map_id, said.kind, json.dumps(said.at), said.parent, who.person, who.name, now, text),
        )
        return int(found.lastrowid or 0)


def settle(desk: Desk, map_id: str, remark: int, *, done: bool) -> None:
    """Marks a remark as settled, or as open again. Raises unknown_remark."""
    _known(desk, map_id, remark)
    with desk.database.change() as sql:
        sql.execute("update remarks set done = ? where map = ? and id = ?", (int(done), map_id, remark))


def take_back(desk: Desk, map_id: str, remark: int) -> None:
    """Removes a remark and the answers to it. Raises unknown_remark."""
    _known(desk, map_id, remark)
    with desk.database.change() as sql:
        sql.execute("delete from remarks where map = ?1 and (id = ?2 or parent = ?2)", (map_id, remark))


def forget(workspace: Workspace, ids: Iterable[str]) -> int:
    """Takes the ids of these customers out of what was said. How many remarks named one."""
    desk = Desk(workspace)
    try:
        rows = desk.database.read("select id, text from remarks")
        named = [one for one in ids if len(one) >= SHORTEST]
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, named))})(?!\w)") if named else None
        changed = [(new, id_) for id_, text in rows if pattern and (new := pattern.sub("…", text)) != text]
        if changed:
            with desk.database.change() as sql:
                sql.executemany("update remarks set text = ? where id = ?", changed)
            desk.database.wipe()
        return len(changed)
    finally:
        desk.close()


def _known(desk: Desk, map_id: str, remark: int) -> None:
    if not desk.database.read("select 1 from remarks where map = ? and id = ?", (map_id, remark)):
        raise CestaError("unknown_remark", f"There is no remark {remark} on this map.", "Somebody took it back.")
