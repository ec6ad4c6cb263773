"""Bytes come uncompressed, up to the place where a file breaks; one that grows is told."""

from __future__ import annotations

import bz2
import gzip
import os
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest

from cesta.ingest.files.source import Source
from cesta.model.errors import CestaError

DATA = random.Random(3).randbytes(700_000)
PACKERS = {
    "plain": lambda data: data,
    "gz": gzip.compress,
    "gz of two parts": lambda data: gzip.compress(data[:1000]) + gzip.compress(data[1000:]) + b"\0" * 512,
    "bz2": bz2.compress,
    "bz2 of two parts": lambda data: bz2.compress(data[:1000]) + bz2.compress(data[1000:]),
    "zst": lambda data: bytes(pa.Codec("zstd").compress(data)),
}


@pytest.mark.parametrize("how", list(PACKERS))
def test_bytes_come_uncompressed_and_in_order(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(PACKERS[how](DATA))  # type: ignore[no-untyped-call]
    told: list[tuple[str, int, int]] = []
    source = Source(path, lambda *what: told.append(what))
    blocks = list(source.blocks(100_000))
    assert b"".join(blocks) == DATA
    assert len(blocks) > 1 or not how.startswith("gz")
    assert source.broken is None
    assert source.head() == DATA[:65_536]
    assert told[-1][1:] == (path.stat().st_size, path.stat().st_size)


@pytest.mark.parametrize("how", ["gz", "bz2", "zst"])
def test_what_is_cut_gives_the_bytes_before(tmp_path: Path, how: str) -> None:
    packed = PACKERS[how](b"".join(b"%d\n" % n for n in range(500_000)))  # type: ignore[no-untyped-call]
    (tmp_path / "a").write_bytes(packed[: len(packed) * 2 // 3])
    source = Source(tmp_path / "a")
    found = b"".join(source.blocks())
    assert b"".join(b"%d\n" % n for n in range(500_000)).startswith(found)
    assert (len(found) > 100_000) or how == "bz2"
    assert source.broken is not None


def test_damaged_gzip_gives_every_byte_before_the_damage(tmp_path: Path) -> None:
    good = b"".join(b"%d\n" % n for n in range(200_000))
    packed = bytearray(gzip.compress(good))
    packed[len(packed) // 2 : len(packed) // 2 + 4] = b"\xff\xff\xff\xff"
    (tmp_path / "a").write_bytes(packed)
    source = Source(tmp_path / "a")
    found = b"".join(source.blocks())
    assert found[: len(good) // 4] == good[: len(good) // 4]
    assert "damaged" in (source.broken or "")


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return path


def test_a_zip_with_one_file_is_that_file(tmp_path: Path) -> None:
    source = Source(zipped(tmp_path / "a.zip", "inner.csv", "__MACOSX/inner.csv", "folder/"))
    assert (source.inner, b"".join(source.blocks())) == ("inner.csv", b"inner.csv")
    with pytest.raises(CestaError, match=r"bad_file: b\.zip holds 2 files: one, two\. Unpack it"):
        Source(zipped(tmp_path / "b.zip", "one", "two"))
    assert Source(zipped(tmp_path / "c.xlsx", "[Content_Types].xml", "xl/workbook.xml")).inner is None
    (tmp_path / "d.zip").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(CestaError, match=r"bad_file: d\.zip cannot be unpacked"):
        Source(tmp_path / "d.zip")


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\n" * 100)
    blocks = Source(path).blocks(10)
    next(blocks)
    with path.open("ab") as file:
        file.write(b"more")
    with pytest.raises(CestaError, match=r"file_growing: a\.csv is still being written"):
        list(blocks)


def test_fresh_is_a_matter_of_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a")
    assert Source(path).is_fresh()
    os.utime(path, (0, 0))
    assert not Source(path).is_fresh()
