"""The tables of people, sessions, tokens and links, and of the record; each format's change since the one before."""

from __future__ import annotations

ACCOUNTS = (
    """
create table meta (name text not null) strict;;
insert into meta values (lower(hex(randomblob(8))));;
create table people (
    id text primary key, login text not null, name text not null, role text not null, password text,
    created integer not null, removed integer
) strict;;
create unique index logins on people (login) where removed is null;;
create table sessions (
    id text primary key, hash text not null unique, person text not null references people, created integer not null,
    seen integer not null, client text not null
) strict;;
create table tokens (
    id text primary key, hash text not null unique, person text not null references people, name text not null,
    scopes text not null, ends text not null, created integer not null, expires integer, used integer, revoked integer
) strict;;
create table links (
    hash text primary key, person text not null references people, kind text not null, created integer not null,
    expires integer not null
) strict;;
""",
    """
create table shares (
    id text primary key, hash text not null unique, map text not null, segment text, language text not null,
    numbers integer not null, frames text not null, person text not null, created integer not null,
    expires integer not null, opened integer
) strict;;
""",
)
"""meta.name: tells this workspace's cookies from those of others at the same address."""
RECORD = (
    """
create table names (looked_up blob primary key, key blob not null) strict;;
create table meta (key blob not null) strict;;
insert into meta values (randomblob(32));;
create table entries (
    seq integer primary key autoincrement, time integer not null, person text not null, name text not null,
    via text not null, what text not null, about text not null, customer text not null, status integer not null
) strict;;
create index entries_of_a_customer on entries (customer) where customer <> '';;
create trigger entries_stay before delete on entries begin select raise(abort, 'the record only grows'); end;;
create trigger entries_stay_so before update on entries begin select raise(abort, 'the record only grows'); end;;
""",
)
"""names: the key that a customer is named by in the record, found by a keyed hash of her id; destroyed with her."""
