"""The tables of drafts, of who changed what, and of published versions."""

from __future__ import annotations

FILE = "drafts.sqlite"
TABLES = ("drafts", "edits", "versions", "remarks")
"""All that belongs to a map, by its id in `map`; of one in the bin by its entry there."""
CHANGES = (
    """
create table drafts (map text primary key, base text not null, text text not null) strict;;
create table edits (
    seq integer primary key autoincrement,
    map text not null,
    key text not null,
    bunch text not null,
    hand text not null,
    person text not null,
    name text not null,
    time integer not null,
    edit text not null,
    back text not null,
    kind text not null,
    words text not null,
    done integer not null default 1,
    fits integer not null default 1,
    version integer
) strict;;
create unique index edits_by_key on edits (map, key);;
create index edits_by_hand on edits (map, hand, seq);;
create table versions (
    map text not null,
    number integer not null,
    time integer not null,
    person text not null,
    name text not null,
    note text not null,
    text text not null,
    primary key (map, number)
) strict;;
""",
    """
create table remarks (
    id integer primary key autoincrement,
    map text not null,
    kind text not null,
    at text not null,
    parent integer,
    person text not null,
    name text not null,
    time integer not null,
    text text not null,
    done integer not null default 0
) strict;;
create index remarks_by_map on remarks (map, id);;
""",
)
"""edits.words: what it changed, by language. kind: made, undone, redone. done: a change that was made and not taken
back. fits: 0 where the file was changed otherwise meanwhile, so that it could not be made again. version: in which it
was published. remarks: comments on a part (at: its address as JSON) and sticky notes; done: settled.
"""
