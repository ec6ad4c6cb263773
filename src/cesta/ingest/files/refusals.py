"""Rows of a file that are none, kept on disk beside its staged copy, so that any number of them fits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from cesta.ingest.files.staged import VALUE_SHOWN, Refused

HELD = 1_000


class Refusals:
    """Grows by `add`; its length is known, its items are read again as often as they are wanted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: list[Refused] = []
        self._written = 0

    def add(self, row: int, code: str, reason: str, value: bytes | str) -> None:
        text = value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value
        self._held.append(Refused(row, None, text[:VALUE_SHOWN], code, reason))
        if len(self._held) >= HELD:
            with self._path.open("ab") as file:
                file.write(b"".join(msgspec.json.encode(one) + b"\n" for one in self._held))
            self._written += len(self._held)
            self._held.clear()

    def __len__(self) -> int:
        return self._written + len(self._held)

    def __iter__(self) -> Iterator[Refused]:
        if self._written:
            with self._path.open("rb") as file:
                for line in file:
                    yield msgspec.json.decode(line, type=Refused)
        yield from self._held

    def __contains__(self, item: object) -> bool:
        return any(item == one for one in self)
