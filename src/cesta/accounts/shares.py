"""Links that show one map to whoever has them, without signing in: for a while, with numbers or without."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cesta.accounts.sessions import DAY, hash_of
from cesta.model.errors import CestaError, brief
from cesta.store.database import Database

LONGEST_DAYS = 366
MINUTE = 60_000_000
COLUMNS = "id, map, segment, language, numbers, frames, person, created, expires, opened"


@dataclass(frozen=True, slots=True)
class Share:
    """What a link shows. frames: the sites that may show it inside their pages. Times in microseconds since 1970."""

    id: str
    map: str
    segment: str | None
    language: str
    numbers: bool
    frames: tuple[str, ...]
    person: str
    created: int
    expires: int
    opened: int | None


@dataclass(frozen=True, slots=True)
class ShareWanted:
    """How a map is to be shared; days: how long."""

    map: str
    days: int
    numbers: bool = True
    language: str = "en"
    segment: str | None = None
    frames: tuple[str, ...] = ()


class Shares:
    """The links that are out. Only a hash of each is kept: nobody who reads the file can use one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, wanted: ShareWanted, person: str, now: int) -> tuple[Share, str]:
        """A new link and its secret, readable only now. Raises bad_value for too long a time."""
        if not 1 <= wanted.days <= LONGEST_DAYS:
            message = f"A link cannot live {brief(wanted.days)} days."
            raise CestaError("bad_value", message, f"From 1 to {LONGEST_DAYS}.")
        secret, id_ = secrets.token_urlsafe(32), secrets.token_hex(6)
        frames, expires = " ".join(wanted.frames), now + wanted.days * DAY
        row = (id_, hash_of(secret), wanted.map, wanted.segment, wanted.language, int(wanted.numbers), frames, person)
        with self._database.change() as sql:
            sql.execute("insert into shares values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)", (*row, now, expires))
        return self._found("id", id_, now), secret

    def open(self, secret: str, now: int) -> Share:
        """What the link shows; noted, to the minute, that it was opened. Raises dead_link."""
        found = self._found("hash", hash_of(secret), now)
        if found.opened is None or now - found.opened >= MINUTE:
            with self._database.change() as sql:
                sql.execute("update shares set opened = ? where id = ?", (now, found.id))
        return found

    def _found(self, column: str, value: str, now: int) -> Share:
        statement = f"select {COLUMNS} from shares where {column} = ? and expires >= ?"
        rows = self._database.read(statement, (value, now))
        if not rows:
            message = "This link shows nothing any more, or was cut short."
            raise CestaError("dead_link", message, "Ask whoever sent it for another one.")
        return _share(rows[0])

    def of_map(self, map_id: str, now: int) -> tuple[Share, ...]:
        """The links of a map that still work, the newest first."""
        statement = f"select {COLUMNS} from shares where map = ? and expires >= ? order by created desc, id"
        return tuple(map(_share, self._database.read(statement, (map_id, now))))

    def end(self, share: str) -> None:
        """The link works no more, from this moment. Raises dead_link when there is none."""
        with self._database.change() as sql:
            if sql.execute("delete from shares where id = ?", (share,)).rowcount == 0:
                raise CestaError("dead_link", "There is no such link.", "It may have been ended already.")


def _share(row: tuple[object, ...]) -> Share:
    id_, map_id, segment, language, numbers, frames, person, created, expires, opened = row
    return Share(
        id=str(id_),
        map=str(map_id),
        segment=None if segment is None else str(segment),
        language=str(language),
        numbers=bool(numbers),
        frames=tuple(str(frames).split()),
        person=str(person),
        created=int(str(created)),
        expires=int(str(expires)),
        opened=None if opened is None else int(str(opened)),
    )
