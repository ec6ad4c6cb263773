"""Copies of a workspace's data that Cesta wrote elsewhere: backups and exported files, by where they were put."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec

from cesta.store.disk import write_whole

FILE = "made.json"
Kind = Literal["backup", "export"]


class Made(msgspec.Struct, frozen=True):
    """file: its whole path. made: when, in microseconds since 1970."""

    kind: Kind
    file: str
    made: int


def note_made(data: Path, kind: Kind, file: Path) -> None:
    """Remembers that a copy lies there; who erases a customer has to find it."""
    path = str(file.resolve())
    with _changing(data):
        others = [one for one in made(data) if one.file != path]
        _keep(data, [*others, Made(kind, path, time.time_ns() // 1000)])


def made(data: Path) -> tuple[Made, ...]:
    """The copies, in the order they were made."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=tuple[Made, ...])
    except FileNotFoundError:
        return ()


def forget_made(data: Path, files: Collection[str]) -> None:
    """These are no more."""
    if files:
        with _changing(data):
            _keep(data, [one for one in made(data) if one.file not in files])


def _keep(data: Path, every: list[Made]) -> None:
    write_whole(data / FILE, msgspec.json.format(msgspec.json.encode(every), indent=1).decode())


@contextmanager
def _changing(data: Path) -> Iterator[None]:
    """One change at a time, also across processes."""
    handle = os.open(data, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
