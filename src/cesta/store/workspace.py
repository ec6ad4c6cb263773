"""The workspace folder: settings and definitions that people edit, and the data behind them."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from cesta.model.errors import CestaError
from cesta.store.aside import forget_load as forget_items
from cesta.store.columns import Columns, Snapshot
from cesta.store.disk import make_folder, settle_folder, write_whole
from cesta.store.drained import drain, forget
from cesta.store.grown import Grown
from cesta.store.identity import FILE as RULES
from cesta.store.identity import Identity, stamp_of
from cesta.store.identity_decisions import newest_decision
from cesta.store.kinds import FOLDERS as DOCUMENTS
from cesta.store.loads import expired, forget_load, read_loads, read_shards
from cesta.store.log import Log, Marks
from cesta.store.manifest import FILE, FORMAT, TEMPLATE, read_manifest
from cesta.store.passing import sweep_passing
from cesta.store.people import People
from cesta.store.settings import Settings, as_settings, resolve
from cesta.store.shards import sweep
from cesta.store.wiping import is_begun, wipe

FOLDERS = ("maps", "segments", "personas", "mappings")


class Workspace:
    """One open workspace. Safe to use from several threads; `close` it, or use it in a `with` block."""

    def __init__(self, root: Path) -> None:
        self.root = root
        read_manifest(root)
        if not self.shard_folder.is_dir():
            make_folder(self.shard_folder)
            settle_folder(self.data)
            settle_folder(root)
        self._refuse_lost_log()
        self.log = Log(self.data / "log.sqlite")
        # Whoever takes events asks for settings, and must not wait until journeys are laid.
        self._lock, self._settings_lock = threading.RLock(), threading.Lock()
        self._settings: tuple[object, Settings] | None = None
        self._journeys: Grown | None = None
        self.identity = Identity(root, self.log)
        if is_begun(self.data):
            with suppress(BlockingIOError), self.sealing(wait=False):
                self.sweep()

    @classmethod
    def create(
        cls,
        root: Path,
        *,
        name: str | None = None,
        timezone: str = "UTC",
        currency: str = "EUR",
        languages: tuple[str, ...] = ("en",),
    ) -> Self:
        """Makes the folder (or takes an empty one) and opens it. Raises workspace_exists, bad_setting."""
        root = Path(root)
        if (root / FILE).exists():
            raise CestaError(
                "workspace_exists", f"{root} is a workspace already.", f"Look at it with: cesta serve {root}"
            )
        name = name or root.resolve().name or "workspace"
        given: Mapping[str, object] = {
            "name": name, "timezone": timezone, "currency": currency, "languages": tuple(languages)
        }  # fmt: skip
        resolve({}, {}, given)
        for folder in FOLDERS:
            make_folder(root / folder)
        if not (root / ".gitignore").exists():
            write_whole(root / ".gitignore", "data/\n")
        text = TEMPLATE.format(
            format=FORMAT,
            name=json.dumps(name, ensure_ascii=False),
            timezone=timezone,
            currency=currency,
            languages=", ".join(languages),
        )
        # The manifest comes last: a folder with it is a whole workspace.
        write_whole(root / FILE, text)
        return cls(root)

    @classmethod
    def open(cls, root: Path) -> Self:
        """Raises no_workspace, newer_format, bad_yaml, unknown_setting, bad_setting."""
        return cls(Path(root))

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def shard_folder(self) -> Path:
        return self.data / "shards"

    @property
    def settings(self) -> Settings:
        """What cesta.yaml says now, unless the environment (CESTA_…) says otherwise."""
        with self._settings_lock:
            stamp = stamp_of(f"{self.root}/{FILE}")
            if self._settings is None or self._settings[0] != stamp:
                values = {key: value for key, value in read_manifest(self.root).data.items() if key != "format"}
                self._settings = stamp, as_settings(resolve(values, os.environ, {}))
            return self._settings[1]

    def columns(self) -> Columns:
        """Every event that counts, journey after journey."""
        return self.snapshot().whole

    def snapshot(self) -> Snapshot:
        """Every event that counts: sealed shards and the log's rows, kept until that changes."""
        with self._lock:
            while True:
                marks = self.log.marks()
                if self._journeys is None or not self._is_up_to(marks, self._journeys):
                    self._journeys = self._grown(marks)
                people = self.people(marks.event)
                found = self._journeys.snapshot(marks.event, self.log.events_between, people)
                # Another process may have taken a load back while its shards were being read.
                if self.log.marks().loads == marks.loads:
                    return found
                self._journeys = None

    def _is_up_to(self, marks: Marks, journeys: Grown) -> bool:
        return journeys.loads == marks.loads or journeys.takes_in(self.log.shards(), marks.loads)

    def _grown(self, marks: Marks) -> Grown:
        shards, drained = self.log.shards(), drain(self.log, self.data, marks.event)
        try:
            return Grown(shards, self.shard_folder, marks.loads, drained)
        except CestaError:
            # Pieces of the log are only a copy: one that is damaged is laid again next time.
            forget(self.data)
            return Grown(shards, self.shard_folder, marks.loads)

    def people(self, event: int) -> People:
        """Which ids are one customer, by messages up to this one, rows of loads, rules and decisions."""
        with self._lock:
            return self.identity.people(event)

    @contextmanager
    def knowing(self) -> Iterator[People]:
        """Which ids are one customer now; nobody learns more while they are looked at."""
        with self._lock:
            yield self.people(self.log.marks().event)

    def generation(self) -> str:
        """A short text that changes whenever an event, a load or a definition file does."""
        seen = hashlib.sha256(repr((self.log.marks(), newest_decision(self.log))).encode())
        for path in self._definition_files():
            seen.update(repr((path.relative_to(self.root).as_posix(), stamp_of(path))).encode())
        return seen.hexdigest()[:16]

    @contextmanager
    def sealing(self, *, wait: bool = True) -> Iterator[None]:
        """One change of loads at a time, also across processes: sweeping never takes another's files for strays.

        Raises BlockingIOError where it is not to wait for another.
        """
        with (self.data / "seal.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield

    def tidy(self) -> list[str]:
        """Sweeps, once nobody is sealing. For whoever owns the workspace, when it opens it."""
        with self.sealing():
            return self.sweep()

    def sweep(self) -> list[str]:
        """Removes what was interrupted left behind and what has been in the bin for its days. Only while sealing."""
        with self.log.transaction() as sql:
            for load_id in expired(sql):
                forget_items(sql, load_id)
                forget_load(sql, load_id)
            kept = [shard.name for shard in read_shards(sql, [load.load_id for load in read_loads(sql)])]
        # Shards that are being read for an answer stay until they are.
        with self._lock:
            swept = [*sweep_passing(self.data), *sweep(self.shard_folder, kept)]
        if is_begun(self.data):
            wipe(self.log, self.data)
        return swept

    def close(self) -> None:
        self.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _refuse_lost_log(self) -> None:
        """A new log would list no shard, and the next load would sweep all of them away."""
        log = self.data / "log.sqlite"
        if (not log.exists() or log.stat().st_size == 0) and any(self.shard_folder.glob("*.parquet")):
            raise CestaError(
                "broken_workspace",
                f"{log}, which lists the shards in {self.shard_folder}, is missing or empty.",
                "Restore it from a copy; or move the folder data away and load the sources again.",
            )

    def _definition_files(self) -> Iterator[Path]:
        yield from (self.root / FILE, self.root / RULES)
        for folder in DOCUMENTS.values():
            yield from sorted((self.root / folder).glob("**/*.yaml"))
