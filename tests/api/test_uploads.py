"""Slices become files, in order or not at all; nothing leaves the folder of uploads."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.api.uploads import KEPT, MB, SLICE, Slice, Uploads, safe_name
from cesta.model.errors import CestaError


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads")


def send(uploads: Uploads, name: str, slices: Sequence[bytes], upload: str = "") -> str:
    """All slices of a file, one after the other."""
    for place, body in enumerate(slices, start=1):
        sent = uploads.take(Slice(upload, name, place, len(slices), body), 100)
        upload = sent.upload
        assert sent.whole == (place == len(slices))
    return upload


@given(slices=st.lists(st.binary(max_size=9), min_size=1, max_size=5), again=st.integers(0, 4))
def test_slices_make_the_file_also_when_one_comes_again(
    tmp_path_factory: pytest.TempPathFactory, slices: list[bytes], again: int
) -> None:
    uploads = Uploads(tmp_path_factory.mktemp("uploads"))
    upload = ""
    for place, body in enumerate(slices, start=1):
        repeated = 2 if place == again + 1 and place < len(slices) else 1
        for _ in range(repeated if upload else 1):
            upload = uploads.take(Slice(upload, "a.csv", place, len(slices), body), 1).upload
    assert [path.read_bytes() for path in uploads.paths([upload])] == [b"".join(slices)]


def test_several_files_share_an_upload(uploads: Uploads) -> None:
    upload = send(uploads, "orders.csv", [b"who,", b"when"])
    assert send(uploads, "visits.csv", [b"x"], upload) == upload
    assert [path.name for path in uploads.paths([upload])] == ["orders.csv", "visits.csv"]
    assert [path.read_bytes() for path in uploads.paths([f"{upload}/orders.csv"])] == [b"who,when"]
    with pytest.raises(CestaError, match="no_file") as told:
        uploads.paths([f"{upload}/order.csv"])
    assert "orders.csv" in str(told.value.hint)


def test_a_file_sent_again_replaces_the_first(uploads: Uploads) -> None:
    upload = send(uploads, "a.csv", [b"old", b"er"])
    send(uploads, "a.csv", [b"new"], upload)
    assert [path.read_bytes() for path in uploads.paths([upload])] == [b"new"]


def test_an_unfinished_upload_is_not_loaded(uploads: Uploads) -> None:
    upload = uploads.take(Slice("", "a.csv", 1, 2, b"who"), 1).upload
    with pytest.raises(CestaError, match="unknown_upload"):
        uploads.paths([upload])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Slice("", "a.csv", 2, 3, b""), "unknown_upload"),
        (Slice("0123456789abcdef", "a.csv", 1, 1, b""), "unknown_upload"),
        (Slice("../../..", "a.csv", 1, 1, b""), "unknown_upload"),
        (Slice("", "a.csv", 0, 1, b""), "bad_value"),
        (Slice("", "a.csv", 2, 1, b""), "bad_value"),
        (Slice("", "a.csv", 1, 1, b"x" * (SLICE + 1)), "too_large"),
        (Slice("", "a.csv", 1, 1, b"x" * (MB + 1)), "file_too_large"),
    ],
)
def test_what_is_refused(uploads: Uploads, given: Slice, code: str) -> None:
    with pytest.raises(CestaError, match=code):
        uploads.take(given, 1)


def test_a_gap_is_refused_and_can_be_filled(uploads: Uploads) -> None:
    upload = uploads.take(Slice("", "a.csv", 1, 3, b"a"), 1).upload
    with pytest.raises(CestaError, match="unknown_upload"):
        uploads.take(Slice(upload, "a.csv", 3, 3, b"c"), 1)
    uploads.take(Slice(upload, "a.csv", 2, 3, b"b"), 1)
    uploads.take(Slice(upload, "a.csv", 3, 3, b"c"), 1)
    assert uploads.paths([upload])[0].read_bytes() == b"abc"


def test_paths_of_this_machine_are_taken_whole(uploads: Uploads, tmp_path: Path) -> None:
    assert uploads.paths([str(tmp_path / "a.csv")]) == [tmp_path / "a.csv"]
    with pytest.raises(CestaError, match="no_file"):
        uploads.paths(["a.csv"])


def test_what_was_loaded_or_is_a_day_old_goes(uploads: Uploads, tmp_path: Path) -> None:
    loaded, old, new = (send(uploads, "a.csv", [b"x"]) for _ in range(3))
    mine = tmp_path / "mine.csv"
    mine.write_text("x")
    uploads.forget([loaded, f"{loaded}/a.csv", str(mine)])
    for path in (uploads.folder / old, uploads.folder / old / "a.csv"):
        os.utime(path, (time.time() - KEPT - 60,) * 2)
    uploads.sweep()
    assert mine.exists()
    assert [path.name for path in uploads.folder.iterdir()] == [new]


@given(st.text(max_size=300))
def test_any_name_becomes_one_inside_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe == Path(safe).name
    assert not safe.startswith(".")
    assert "/" not in safe
    assert "\\" not in safe
    assert len(safe.encode()) <= 255 - len(".part-")
    assert safe_name(safe) == safe or len(safe.encode()) > 100


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("ż" * 200 + ".csv.gz").endswith("ż.csv.gz")
