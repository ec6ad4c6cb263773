"""All that customers of a workspace wrote, and the themes last found in it: kept until they are looked for again."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cesta.maps.bind import state_of
from cesta.maps.felt import Rows, Spoken, spoken
from cesta.store.columns import Columns
from cesta.store.workspace import Workspace
from cesta.voice.cleaning import cleaned
from cesta.voice.kept import TONGUES, read
from cesta.voice.meanings import MOST, meanings_of, newest, points_in, read_some
from cesta.voice.themes_found import Found, find
from cesta.voice.themes_grouped import NONE

DAY = 86_400_000_000
NEW_DAYS = 28
"""In the texts of so many last days themes are looked for that are too small among all."""
WORKSPACES = 8
_heard: dict[Path, tuple[str, Heard]] = {}
_found: dict[Path, tuple[bytes, Found]] = {}
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Heard:
    """Every event with a text (`said`), and the different texts that its places mean."""

    columns: Columns
    said: Spoken
    texts: Sequence[str]

    @property
    def latest(self) -> int:
        """When the newest text came."""
        return int(self.said.time.max(initial=0))


def heard(workspace: Workspace) -> Heard | None:
    """What was written, as the workspace is now; None where nobody wrote anything."""
    _, state = state_of(workspace)
    with _lock:
        known = _heard.get(workspace.root)
    if known is not None and known[0] == state:
        return known[1]
    marks, texts = workspace.log.marks(), list[str]()

    def reading(said: Sequence[str]) -> NDArray[np.void]:
        texts.extend(said)
        return read(workspace, said, marks)

    columns = workspace.columns()
    said = spoken(columns, reading)
    if said is None or not texts:
        return None
    found = Heard(columns, said, texts)
    with _lock:
        # One workspace after the other may be opened in a process.
        for other in [root for root in _heard if root != workspace.root][: 1 - WORKSPACES]:
            del _heard[other]
        _heard[workspace.root] = state, found
    return found


def found(workspace: Workspace, given: Heard) -> Found | None:
    """The themes as they are known; None while somebody looks for them beside. Without such a one it is done now."""
    kept = meanings_of(workspace)
    kept.ask()
    if not kept.beside:
        read_some(workspace, newest(given.texts), workspace.log.marks())
        return look(workspace, given)
    with _lock:
        known = _found.get(workspace.root)
    # What was found before somebody was erased is not shown any more.
    return known[1] if known is not None and known[0] == kept.born() else None


def look(workspace: Workspace, given: Heard) -> Found:
    """Looks for themes in all texts whose meaning is known."""
    kept = meanings_of(workspace)
    born, rows = kept.born(), kept.at(given.said.felt["hash"][-MOST:])
    told = newest(given.texts)
    places = [at for at in np.flatnonzero(rows["point"].any(axis=1)).tolist() if any(map(str.isalpha, told[at]))]
    first = len(given.texts) - len(told)
    langs = [TONGUES[lang] for lang in given.said.felt["lang"][first:][places]]
    new = _last_said(given)[first:][places] > given.latest - NEW_DAYS * DAY
    made = find(rows["hash"][places], [cleaned(told[at]) for at in places], langs, points_in(rows[places]), new)
    with _lock:
        _found[workspace.root] = born, made
    return made


def _last_said(given: Heard) -> Rows:
    """When each different text was written last."""
    last = np.zeros(len(given.texts), np.int64)
    np.maximum.at(last, given.said.text, given.said.time)
    return last


def themes_said(given: Heard, known: Found) -> tuple[Rows, NDArray[np.bool_]]:
    """The theme of each event with a text, −1 for none; and which were read for themes at all."""
    hashes = given.said.felt["hash"]
    of, _ = known.at(hashes)
    seen = np.isin(hashes, known.hashes)
    return np.where(seen, of, NONE)[given.said.text], seen[given.said.text]
