"""What is read from files and stdin, byte for byte."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cesta.cli.reading import lines_of, opened
from cesta.model.errors import CestaError


def test_the_mark_that_some_editors_write_is_no_part_of_the_first_line() -> None:
    assert list(lines_of(io.BytesIO(b"\xef\xbb\xbf{}\r\n\xef\xbb\xbf{}"))) == [b"{}\r\n", b"\xef\xbb\xbf{}"]


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "zůstaň tady.jsonl"
    path.write_bytes(b"\xff\x00\n")
    with opened(str(path)) as stream:
        assert list(lines_of(stream)) == [b"\xff\x00\n"]


@pytest.mark.parametrize("name", ["nothing.jsonl", "."])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    with pytest.raises(CestaError) as caught, opened(path):
        pass
    assert (caught.value.code, path in caught.value.message) == ("no_file", True)


def test_a_closed_stdin_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(CestaError, match="stdin is closed"), opened("-"):
        pass
