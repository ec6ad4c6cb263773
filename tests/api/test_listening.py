"""Texts of a served workspace are read in the background, and maps take them in."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from cesta.api.listening import Listening
from cesta.ingest.door import accept
from cesta.maps.bind import view
from cesta.maps.view import Emotion
from cesta.store.workspace import Workspace
from cesta.voice.kept import kept_of

PATIENCE = 20
TEXTS = [f"Great shop number {n}, thank you!" for n in range(7)]


def bought(workspace: Workspace) -> Emotion:
    return view(workspace, "buy-clothes").stages[-1].touchpoints[-1].emotion


def test_read_beside_and_then_on_the_map(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    with shop_maker(tmp_path / "shop") as workspace:
        listening = Listening(workspace)
        kept_of(workspace).at_once = 0
        events = [
            {"event": "purchase", "customer": f"n{n}", "ts": "2026-01-20T10:00:00Z", "props": {"text": text}}
            for n, text in enumerate(TEXTS)
        ]
        accept(workspace, events, "web")
        assert (bought(workspace).n, bought(workspace).evidence) == (0, "assumed")
        listening.look()
        end = time.monotonic() + PATIENCE
        while not all(kept_of(workspace).of(TEXTS)["label"]) and time.monotonic() < end:
            time.sleep(0.02)
        listening.close()
        assert (bought(workspace).n, bought(workspace).evidence) == (7, "measured")


def test_leaving_while_texts_are_read_is_no_fault(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    workspace = shop_maker(tmp_path / "shop")
    listening = Listening(workspace)
    listening.look()
    listening.close()
    workspace.close()
    listening.close()
