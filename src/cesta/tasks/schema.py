"""The tables of tasks and of what happened to them; each format's change since the one before."""

from __future__ import annotations

TASKS = (
    """
create table tasks (
    seq integer primary key autoincrement, title text not null, status text not null, owner text not null,
    due text not null, source text not null, ref text not null, link text not null, note text not null,
    customer text not null, watch text not null, reopened integer not null, created integer not null,
    changed integer not null
) strict;;
create unique index one_for_each on tasks (source, ref) where ref <> '';;
create index of_a_customer on tasks (customer) where customer <> '';;
create table steps (
    task integer not null references tasks on delete cascade, time integer not null, by text not null,
    field text not null, was text not null, is_now text not null
) strict;;
create index steps_of_a_task on steps (task);;
""",
)
"""steps: one field of one task that changed; field "status" with was "": it was opened."""
