"""The tables of the log: each format's change since the one before, so that an older workspace opens as it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cesta.model.errors import CestaError

FIRST = """
create table events (
    seq integer primary key autoincrement, source text not null, message_id text not null, customer text not null,
    name text not null, time integer not null, assumed integer not null, properties text not null,
    received integer not null, unique (source, message_id)
) strict;
create table set_aside (
    seq integer primary key autoincrement, source text not null, load_id text, file text, row integer, field text,
    value text, reason text not null, received integer not null
) strict;
create table loads (
    seq integer primary key autoincrement, load_id text not null unique, source text not null, events integer not null,
    customers integer not null, set_aside integer not null, sealed integer not null
) strict;
create table shards (
    seq integer primary key autoincrement, name text not null unique, load_id text not null, events integer not null,
    customers integer not null, longest integer not null
) strict;
"""
TAKEN_BACK = """
create table meta (changes integer not null) strict;
insert into meta values (0);
alter table events add column content integer;
alter table events add column hidden integer not null default 0;
alter table events add column after_load integer not null default 0;
create index hidden_events on events (source) where hidden = 1;
alter table loads add column name text not null default '';
alter table loads add column files text not null default '[]';
alter table loads add column mapping text not null default '';
alter table loads add column duplicates integer not null default 0;
alter table loads add column repeated integer not null default 0;
alter table loads add column waiting integer not null default 0;
alter table loads add column decision text not null default 'ask';
alter table loads add column generated integer not null default 0;
alter table loads add column binned integer;
update loads set name = source;
alter table shards add column part integer not null default 0;
alter table shards add column hidden blob;
alter table shards add column hidden_count integer not null default 0;
alter table set_aside add column event text;
alter table set_aside add column message_id text;
alter table set_aside add column code text not null default 'not_understood';
alter table set_aside add column raw text;
alter table set_aside add column state text not null default 'waiting';
alter table set_aside add column settled integer;
create index set_aside_of_load on set_aside (load_id);
create index set_aside_by_id on set_aside (source, message_id);
create index set_aside_waiting on set_aside (source) where state = 'waiting';
"""
"""What a load needs to be taken back wholly.

events.after_load: the newest load when the event came, so that log and loads have one order. hidden: another holder of
the same id counts. loads.repeated: rows left out because the load itself said their id before. shards.part: 0 for the
load's own, 1 and up for rows that joined it later. binned: when it was taken back.
"""
CHECKED = """
alter table shards add column sha256 text not null default '';
"""
"""What the bytes of a shard are, so that damage is found; empty for shards of older workspaces."""
KEPT_WHOLE = """
alter table events add column type text not null default 'track';
alter table events add column step integer not null default 1;
alter table events add column raw text;
alter table events add column ids text;
alter table events add column original integer;
alter table events add column sent integer;
"""
"""What a client's message said beyond the event. step: whether journeys see it. raw: the message as it came; null for
events that were never one. ids: every id it names, by kind, as JSON. original, sent: by the client's clock.
"""
READ_AGAIN = """
alter table set_aside add column protocol text;
"""
"""Which protocol reads a message that was set aside; null for rows of files and plain events."""
NO_INDEX_OF_IDS = """
create table plain_events (
    seq integer primary key autoincrement, source text not null, message_id text not null, customer text not null,
    name text not null, time integer not null, assumed integer not null, properties text not null,
    received integer not null, content integer, hidden integer not null default 0,
    after_load integer not null default 0, type text not null default 'track', step integer not null default 1,
    raw text, ids text, original integer, sent integer
) strict;
insert into plain_events (seq, source, message_id, customer, name, time, assumed, properties, received, content, hidden,
    after_load, type, step, raw, ids, original, sent) select seq, source, message_id, customer, name, time, assumed,
    properties, received, content, hidden, after_load, type, step, raw, ids, original, sent from events order by seq;
drop table events;
alter table plain_events rename to events;
create index hidden_events on events (source) where hidden = 1;
alter table meta add column name text not null default '';
update meta set name = lower(hex(randomblob(8)));
"""
"""An index of random ids makes every insert wait once it holds millions; `Ids` finds them without. meta.name: which log
this is, so that files derived from another are told apart.
"""
SUMMED = """
alter table events add column sum integer;
create trigger event_changed after update of source, message_id, customer, name, time, assumed, properties, type, raw,
    ids, original, sent, received on events begin update events set sum = null where seq = new.seq; end;
"""
"""A checksum of what an event says; none for those that an older Cesta wrote, and those that were changed since."""
JOBS = """
create table if not exists job_cursors (job text primary key, cursor text not null) strict;
create table if not exists job_runs (
    seq integer primary key autoincrement, job text not null, state text not null, began integer not null,
    ended integer not null, events integer not null, loads integer not null, said text
) strict;
"""
"""How far jobs have read, and what they did. Logs of the format before have these tables if they ever ran a job."""
DRAINED = """
alter table meta add column block integer not null default 250000;
create table changed_blocks (block integer primary key, changes integer not null) strict;
create trigger event_counted_otherwise after update of customer, name, time, assumed, properties, hidden, step on events
    begin insert into changed_blocks values (new.seq / (select block from meta), 1) on conflict do update set
    changes = changes + 1; end;
create trigger event_gone after delete on events
    begin insert into changed_blocks values (old.seq / (select block from meta), 1) on conflict do update set
    changes = changes + 1; end;
"""
"""meta.block: so many numbers of events are a block, which is drained as one. changed_blocks: how often each changed
after its events were accepted; what was made of it before is out of date.
"""
COUNTED_APART = """
create table unfollowed (source text primary key, messages integer not null) strict;
create index recorded_events on events (hidden)
    where name < '%' and name in ('$autocapture', '$rageclick', '$$heatmap', '$snapshot');
"""
"""How many messages of browsers that ask not to be followed were not kept; and where the recordings of visits stand."""
WHO_IS_WHO = """
create table identity_decisions (
    seq integer primary key autoincrement, kind text not null, ids text not null, place integer not null,
    who text not null, made integer not null, merge text, back integer
) strict;
create table load_claims (
    seq integer primary key autoincrement, load_id text not null, place integer not null, time integer not null,
    customer text, ids text not null
) strict;
create index load_claims_of_load on load_claims (load_id);
alter table meta add column unclaimed integer not null default 0;
create trigger claimed_otherwise after update of step, type, ids, properties on events
    when old.ids is not null or new.ids is not null begin update meta set unclaimed = unclaimed + 1; end;
create trigger claim_gone after delete on events when old.ids is not null
    begin update meta set unclaimed = unclaimed + 1; end;
"""
"""What people decided about who is who; and what rows of loads claim. place: the newest event at that time. customer:
how the rows' customer is called where an id of another kind than a user's names her. ids: as JSON. meta.unclaimed:
grows when a message that names someone changes or goes: what was read of claims before is out of date.
"""
CLAIMED_WHEN = """
alter table load_claims add column event text;
alter table load_claims add column last integer;
"""
"""Of which event the rows are that claim something, and when the last of them happened; null where nobody noted it."""
CHANGES = (
    FIRST, TAKEN_BACK, CHECKED, KEPT_WHOLE, READ_AGAIN, NO_INDEX_OF_IDS, SUMMED, JOBS, DRAINED, COUNTED_APART,
    WHO_IS_WHO, CLAIMED_WHEN,
)  # fmt: skip
VERSION = len(CHANGES)


def bring_up(sql: sqlite3.Connection, path: Path) -> int:
    """Brings the tables to this format, inside the caller's transaction; the version there was. Raises newer_format."""
    version = int(sql.execute("pragma user_version").fetchone()[0])
    if version > VERSION:
        raise CestaError(
            "newer_format",
            f"{path} was written by a newer Cesta (version {version}; this one knows {VERSION}).",
            "Open it with a newer Cesta. Nothing was changed.",
        )
    for change in CHANGES[version:]:
        for statement in filter(str.strip, change.split(";\n")):
            sql.execute(statement)
    if version < VERSION:
        sql.execute(f"pragma user_version={VERSION}")
    return version
