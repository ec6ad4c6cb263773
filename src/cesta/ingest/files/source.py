"""The bytes of a file in blocks, uncompressed on the way; what breaks off or still grows is noticed."""

from __future__ import annotations

import bz2
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyarrow as pa

from cesta.ingest.progress import Progress, quiet
from cesta.model.errors import CestaError
from cesta.store.disk import reaching

BLOCK = 8 << 20
PIECE = 256 << 10
HEAD = 64 << 10
FRESH = 10
"""Seconds for which a file with a cut end counts as still being written."""
GZIP, ZSTD, BZIP2, ZIP = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"PK\x03\x04"


class Source:
    """One file. `broken`: why its end is missing, once blocks() has come to it; `inner`: the file a zip holds."""

    broken: str | None

    def __init__(self, path: Path, progress: Progress = quiet) -> None:
        self.path, self.broken = path, None
        self.progress = progress
        with reaching(path):
            self._before = path.stat()
        self.size = self._before.st_size
        with reaching(path), path.open("rb") as file:
            self.magic = file.read(8)
        self.inner = _inner_name(path) if self.magic.startswith(ZIP) else None

    def head(self) -> bytes:
        """The first bytes, uncompressed."""
        broken, found = self.broken, b""
        for piece in self.survey():
            found += piece
            if len(found) >= HEAD:
                break
        self.broken = broken
        return found[:HEAD]

    def blocks(self, size: int = BLOCK) -> Iterator[bytes]:
        """All bytes, in blocks of about `size`. Raises file_growing if the file changed meanwhile."""
        self.broken = None
        held: list[bytes] = []
        length = 0
        for piece in self._pieces(self.progress):
            held.append(piece)
            length += len(piece)
            if length >= size:
                yield b"".join(held)
                held, length = [], 0
        if held:
            yield b"".join(held)
        self.check_unchanged()

    def survey(self) -> Iterator[bytes]:
        """All bytes, for a first look that tells nobody."""
        return self._pieces(quiet)

    def check_unchanged(self) -> None:
        with reaching(self.path):
            now = self.path.stat()
        if (now.st_size, now.st_mtime_ns) != (self._before.st_size, self._before.st_mtime_ns):
            raise self.growing("It changed while it was read.")

    def growing(self, why: str) -> CestaError:
        return CestaError(
            "file_growing", f"{self.path.name} is still being written. {why}", "Load it again once it is finished."
        )

    def is_fresh(self) -> bool:
        """Whether it was written to a moment ago."""
        return abs(time.time() - self._before.st_mtime) < FRESH

    def _pieces(self, progress: Progress) -> Iterator[bytes]:
        with reaching(self.path), self.path.open("rb") as file:
            if self.inner is not None:
                yield from self._unzipped(progress)
            elif self.magic.startswith(GZIP):
                yield from self._inflated(file, progress)
            elif self.magic.startswith(ZSTD):
                yield from self._zstd(file, progress)
            elif self.magic.startswith(BZIP2):
                yield from self._bunzipped(file, progress)
            else:
                while piece := file.read(BLOCK):
                    self._tell(progress, file.tell())
                    yield piece

    def _tell(self, progress: Progress, done: int) -> None:
        progress(f"reading {self.path.name}", min(done, self.size), self.size)

    def _inflated(self, file: IO[bytes], progress: Progress) -> Iterator[bytes]:
        """gzip, also of several parts; up to the very byte at which it breaks."""
        part = zlib.decompressobj(31)
        begun = False
        while piece := file.read(PIECE):
            self._tell(progress, file.tell())
            while piece:
                if part.eof:
                    # Zeros after the end are padding.
                    piece = piece.lstrip(b"\0")
                    if not piece:
                        break
                    part, begun = zlib.decompressobj(31), False
                before = part.copy() if begun else None
                try:
                    found = part.decompress(piece, BLOCK)
                except zlib.error as error:
                    self.broken = f"The gzip data are damaged: {error}."
                    if before is not None:
                        yield _up_to_the_damage(before, piece)
                    return
                begun = True
                yield found
                piece = part.unused_data if part.eof else part.unconsumed_tail
        if not part.eof:
            self.broken = "The gzip file is cut short."

    def _bunzipped(self, file: IO[bytes], progress: Progress) -> Iterator[bytes]:
        part = bz2.BZ2Decompressor()
        while piece := file.read(PIECE):
            self._tell(progress, file.tell())
            while piece or not part.needs_input:
                if part.eof:
                    piece = part.unused_data or piece
                    part = bz2.BZ2Decompressor()
                try:
                    yield part.decompress(piece, BLOCK)
                except OSError as error:
                    self.broken = f"The bzip2 data are damaged: {error}."
                    return
                piece = part.unused_data if part.eof else b""
                if part.eof and not piece:
                    break
        if not part.eof:
            self.broken = "The bzip2 file is cut short."

    def _zstd(self, file: IO[bytes], progress: Progress) -> Iterator[bytes]:
        stream = pa.CompressedInputStream(pa.PythonFile(file, "r"), "zstd")
        try:
            while piece := stream.read(PIECE):
                self._tell(progress, file.tell())
                yield piece
        except (OSError, pa.ArrowException) as error:
            self.broken = f"The zstd file is cut short or damaged: {error}."

    def _unzipped(self, progress: Progress) -> Iterator[bytes]:
        assert self.inner is not None
        with _told_of_zip(self.path), zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as file:
            size, done = archive.getinfo(self.inner).file_size, 0
            try:
                while piece := file.read(PIECE):
                    done += len(piece)
                    self._tell(progress, self.size * done // max(size, 1))
                    yield piece
            except (zipfile.BadZipFile, zlib.error, EOFError) as error:
                self.broken = f"The zip data are damaged: {error}."


def _up_to_the_damage(part: zlib._Decompress, piece: bytes) -> bytes:
    found = bytearray()
    try:
        for byte in piece:
            found += part.decompress(bytes((byte,)))
    except zlib.error:
        pass
    return bytes(found)


def _inner_name(path: Path) -> str | None:
    """The one file in a zip; None: it is a spreadsheet or another document that only is packed like one."""
    with _told_of_zip(path), zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/") and not name.startswith("__MACOSX/")]
    if "[Content_Types].xml" in names or "mimetype" in names:
        return None
    if len(names) != 1:
        shown = ", ".join(names[:10])
        raise CestaError(
            "bad_file", f"{path.name} holds {len(names)} files: {shown or 'none'}.", "Unpack it and load its files."
        )
    return names[0]


@contextmanager
def _told_of_zip(path: Path) -> Iterator[None]:
    """Tells what is wrong with a zip. Raises bad_file."""
    try:
        yield
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CestaError(
            "bad_file", f"{path.name} cannot be unpacked: {error}.", "Is it whole, and without a password?"
        ) from error
