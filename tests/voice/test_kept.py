"""Each text is read once; what is kept holds no word, and is gone with whoever is erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import accept
from cesta.store.erasing import erase
from cesta.store.workspace import Workspace
from cesta.voice import kept
from cesta.voice.feelings import feel
from cesta.voice.kept import LABELS, TONGUES, Felt, emotions_of, kept_of, read

TEXTS = ["Świetna obsługa, polecam!", "Hrozné, nikdy víc.", "", "😍😍", "uzhasnyy servis", "The parcel came on Monday."]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as made:
        yield made


def known(workspace: Workspace) -> int:
    return int(np.count_nonzero(kept_of(workspace).of(TEXTS)["label"]))


@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=30), max_size=8))
@settings(max_examples=20)
def test_the_numbers_are_those_of_the_reader(texts: list[str]) -> None:
    rows: Felt = kept.felt_rows(np.arange(len(texts), dtype=np.uint64), texts)
    for row, feeling in zip(rows, feel(texts), strict=True):
        assert (LABELS[row["label"]], TONGUES[row["lang"]]) == (feeling.label, feeling.lang)
        assert abs(float(row["polarity"]) - feeling.polarity) < 1e-6
        assert set(emotions_of(int(row["emotions"]))) == set(feeling.emotions)


def test_a_text_is_read_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = workspace.log.marks()
    first = read(workspace, TEXTS, marks)
    monkeypatch.setattr(kept, "felt_rows", lambda *_: pytest.fail("it was read again"))
    assert (read(workspace, TEXTS[::-1], marks)[::-1] == first).all()
    assert known(workspace) == len(TEXTS)
    # Also for a process that opens the workspace later.
    other = kept.Kept(workspace.log, workspace.data)
    assert (other.of(TEXTS) == first).all()


def test_what_is_kept_holds_no_word(workspace: Workspace) -> None:
    read(workspace, TEXTS, workspace.log.marks())
    (file,) = (workspace.data / "feelings").iterdir()
    content = file.read_bytes()
    assert not any(text[:6].encode() in content for text in TEXTS if text)
    assert len(content) % kept.FELT.itemsize == 0


def test_many_are_left_for_later(workspace: Workspace) -> None:
    kept_of(workspace).at_once = 2
    marks = workspace.log.marks()
    assert [int(np.count_nonzero(read(workspace, TEXTS, marks)["label"])) for _ in range(3)] == [2, 4, 6]


def test_who_is_erased_leaves_nothing(workspace: Workspace) -> None:
    accept(
        workspace,
        [{"event": "review", "customer": "ann", "ts": "2026-01-01", "props": {"text": TEXTS[0]}}],
        "web",
    )
    before = workspace.log.marks()
    read(workspace, TEXTS, before)
    erase(workspace, ["ann"])
    assert not (workspace.data / "feelings").exists()
    assert known(workspace) == 0
    # Who had taken the texts out before must not bring them back.
    read(workspace, TEXTS, before)
    assert known(workspace) == 0
    read(workspace, TEXTS[1:], workspace.log.marks())
    assert known(workspace) == len(TEXTS) - 1


def test_while_somebody_seals_texts_are_read_and_not_kept(workspace: Workspace) -> None:
    with workspace.sealing():
        assert all(read(workspace, TEXTS, workspace.log.marks())["label"])
    assert known(workspace) == 0
