"""Meanings of a workspace's texts: each is read once, holds no word, and is gone with whoever is erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from cesta.ingest.door import accept
from cesta.store.erasing import erase
from cesta.store.workspace import Workspace
from cesta.voice import meanings
from cesta.voice.meanings import Meanings, meanings_of, points_in, read_some
from cesta.voice.themes_points import points_of

TEXTS = ["Kolejka do kasy na pół godziny.", "Очередь на кассе полчаса.", "Świetna obsługa, polecam!", "😍"]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as made:
        yield made


def test_they_stand_where_their_meaning_is_and_are_read_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, marks = meanings_of(workspace), workspace.log.marks()
    assert not kept.exists()
    read_some(workspace, TEXTS, marks)
    points = points_in(kept.of(TEXTS))
    assert np.allclose(points, points_of(TEXTS), atol=0.01)
    assert np.allclose((points**2).sum(axis=1), 1, atol=1e-5)
    assert kept.wanted
    monkeypatch.setattr(meanings, "meant_rows", lambda *_: pytest.fail("it was read again"))
    read_some(workspace, TEXTS[::-1], marks)
    content = (workspace.data / "feelings").glob("*.points").__next__().read_bytes()
    assert not any(text[:6].encode() in content for text in TEXTS)


def test_who_is_erased_leaves_nothing(workspace: Workspace) -> None:
    said = {"event": "review", "customer": "ann", "ts": "2026-01-01", "props": {"text": TEXTS[0]}}
    accept(workspace, [said], "web")
    before = workspace.log.marks()
    read_some(workspace, TEXTS, before)
    erase(workspace, ["ann"])
    kept = meanings_of(workspace)
    assert not kept.exists()
    assert not points_in(kept.of(TEXTS)).any()
    # Who had taken the texts out before must not bring them back.
    read_some(workspace, TEXTS, before)
    assert not kept.exists()


def test_a_few_are_read_at_a_time(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanings, "AT_ONCE", 3)
    for known in (3, 4):
        read_some(workspace, TEXTS, workspace.log.marks())
        assert np.count_nonzero(Meanings(workspace.log, workspace.data).of(TEXTS)["point"].any(axis=1)) == known
