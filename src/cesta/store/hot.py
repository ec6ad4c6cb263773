"""Hot columns: the journeys of many shards as mapped files, made once for each state of the loads; deletable."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from numpy.typing import NDArray

from cesta.model.event import Value
from cesta.store.base import room_for
from cesta.store.columns import Column, Signed, signed_for
from cesta.store.customers import Customers
from cesta.store.disk import settle_file, settle_folder
from cesta.store.merging import Make, Merged
from cesta.store.passing import Passing

ABOUT = "about.json"
AT_ONCE = 10_000_000
LAYOUT = 4
"""Grows with every change of the files, so that those of another Cesta are made anew."""
STATE = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """Of what hot columns are made: shards and pieces of the log, after so many changes of what was there."""

    changes: int
    shards: tuple[str, ...]
    pieces: tuple[str, ...]

    @property
    def key(self) -> str:
        return hashlib.sha256(repr((LAYOUT, self)).encode()).hexdigest()[:16]


class Mapped:
    """The base for live journeys that lies in mapped files; see `cesta.store.base.Base`.

    What changes behind the journeys is this process's own: files are never written again.
    """

    def __init__(self, folder: Path) -> None:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        self._folder = folder
        self.size: int = about["size"]
        self.names = tuple(about["names"])
        self.properties = tuple(about["properties"])
        self.offsets = self._array("offsets", np.int64, about["customers"] + 1)
        room = self.size + room_for(self.size)
        self.codes = self._array("codes", about["code"], room)
        self.times, self.assumed = self._array("times", np.int64, room), self._array("assumed", np.bool_, room)
        batch = pa.ipc.open_file(pa.memory_map(str(folder / "customers.arrow"))).get_batch(0)
        self.customers = Customers(batch.column(0))
        # All are mapped now, though few are read: who has journeys open keeps them when the files are removed.
        self._mapped = {
            name: (self._array(kept["file"], kept["code"], room), np.memmap(folder / f"{kept['file']}.json", mode="r"))
            for name, kept in about["properties"].items()
        }

    def property(self, name: str) -> tuple[Signed, tuple[Value, ...]]:
        codes, values = self._mapped[name]
        return codes, tuple(json.loads(values.tobytes()))

    def _array(self, name: str, kind: npt.DTypeLike, length: int) -> NDArray[Any]:
        return np.asarray(np.memmap(self._folder / name, kind, "c", shape=(length,)))


class Making:
    """Hot columns being made; use it in a `with` block. Raises OSError when the disk has no room."""

    def __init__(self, folder: Path, state: State) -> None:
        self._final, self._state = folder / state.key, state

    def __enter__(self) -> Make:
        self._final.parent.mkdir(exist_ok=True)
        self._passing = Passing(self._final.parent.parent, "hot")
        self._folder = self._passing.path
        return self._make

    def finish(self, merged: Merged) -> Mapped:
        """Puts them where they are found; on disk when it returns."""
        merged.offsets.tofile(self._folder / "offsets")
        texts = pa.record_batch([merged.customers.texts], ["customer"])
        with pa.OSFile(str(self._folder / "customers.arrow"), "wb") as sink, pa.ipc.new_file(sink, texts.schema) as out:
            out.write_batch(texts)
        properties = {}
        for name, file in merged.files.items():
            column = merged.props[name]
            (self._folder / f"{file}.json").write_text(json.dumps(column.values, ensure_ascii=False), encoding="utf-8")
            properties[name] = {"file": file, "code": self._narrow(file, column)}
        about = {
            "size": len(merged.times),
            "customers": len(merged.customers),
            "names": merged.names,
            "code": merged.codes.dtype.name,
            "properties": properties,
        }
        (self._folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
        (self._folder / STATE).write_bytes(msgspec.json.encode(self._state))
        for path in self._folder.iterdir():
            settle_file(path)
        try:
            self._folder.rename(self._final)
        except OSError:
            if not (self._final / ABOUT).exists():
                raise
        settle_folder(self._final.parent)
        return Mapped(self._final)

    def __exit__(self, *error: object) -> None:
        self._passing.close()

    def _narrow(self, file: str, column: Column) -> str:
        """Writes the codes in the width that so many values need, and says which."""
        kind = np.dtype(signed_for(len(column.values)))
        if kind == column.codes.dtype:
            return kind.name
        narrow = self._make(f"{file}.narrow", kind, len(column.codes))
        for low in range(0, len(narrow), AT_ONCE):
            narrow[low : low + AT_ONCE] = column.codes[low : low + AT_ONCE]
        (self._folder / f"{file}.narrow").replace(self._folder / file)
        return kind.name

    def _make(self, name: str, kind: npt.DTypeLike, length: int) -> NDArray[Any]:
        """A mapped file of this length, with room behind it that takes no space on the disk."""
        wide = np.dtype(kind).itemsize
        with (self._folder / name).open("xb") as file:
            if length and hasattr(os, "posix_fallocate"):
                # A mapped file on a full disk would kill the process; asking for the space first is an error instead.
                os.posix_fallocate(file.fileno(), 0, length * wide)
            file.truncate((length + room_for(length)) * wide)
        return np.asarray(np.memmap(self._folder / name, kind, "r+", shape=(length,))) if length else np.zeros(0, kind)


def hot(folder: Path, key: str) -> Mapped | None:
    """The hot columns of this key, if they were made."""
    try:
        return Mapped(folder / key)
    except (OSError, ValueError, KeyError, pa.ArrowException):
        shutil.rmtree(folder / key, ignore_errors=True)
        return None


def states(folder: Path) -> list[State]:
    """Of what the hot columns that are there were made."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        try:
            state = msgspec.json.decode((path / STATE).read_bytes(), type=State)
        except (OSError, msgspec.MsgspecError):
            continue
        if state.key == path.name:
            found.append(state)
    return found


def forget_others(folder: Path, key: str) -> None:
    """Removes the hot columns of every other state; who has them open keeps them."""
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        if path.name != key:
            shutil.rmtree(path, ignore_errors=True)
