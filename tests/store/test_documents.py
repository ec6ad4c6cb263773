"""A YAML document knows its values and the line of each."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.store.documents import MOST_LETTERS, parse_document, read_document, written

TEXT = """\
# The shop's map.
id: use-an-offer
from: 2017-01-01
stages:
  - id: see   # first
    name: "They see it"
  - id: buy
    share: 0.5
    loud: no
a/b: {c~d: [1, 2]}
1: one
"""


def test_values_are_plain_and_dates_stay_text() -> None:
    data = parse_document(TEXT, Path("map.yaml")).data
    assert data == {
        "id": "use-an-offer",
        "from": "2017-01-01",
        "stages": [{"id": "see", "name": "They see it"}, {"id": "buy", "share": 0.5, "loud": "no"}],
        "a/b": {"c~d": [1, 2]},
        "1": "one",
    }
    assert [type(data["stages"][1]["share"]), type(data["a/b"]["c~d"][0]), type(data)] == [float, int, dict]


def test_readers_of_one_text_do_not_see_what_others_change() -> None:
    first, second = (parse_document(TEXT, Path(name)) for name in ("map.yaml", "other.yaml"))
    first.data["stages"].clear()
    first.tree["id"] = "changed"
    third = parse_document(TEXT, Path("map.yaml"))
    assert [len(one.data["stages"]) for one in (second, third)] == [2, 2]
    assert [one.tree["id"] for one in (second, third)] == ["use-an-offer"] * 2
    assert third.line_of("/stages/0/name") == 6
    assert "# The shop's map." in written(third.tree)


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("", 1), ("/id", 2), ("/stages", 4), ("/stages/0/name", 6), ("/stages/1", 7), ("/stages/1/share", 8),
        ("/a~1b/c~0d", 10), ("/a~1b/c~0d/1", 10), ("/1", 11), ("/stages/1/colour", 7), ("/stages/7/id", 4), ("/nix", 1),
        ("/id/deeper", 2),
    ],
)  # fmt: skip
def test_every_value_knows_its_line(pointer: str, line: int) -> None:
    assert parse_document(TEXT, Path("map.yaml")).line_of(pointer) == line


def test_a_place_has_a_column() -> None:
    assert parse_document(TEXT, Path("map.yaml")).place_of("/stages/0/name") == (6, 5)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: [1, 2\nb: 3\n", "map.yaml:2:"),
        ("a: 1\na: 2\n", "map.yaml:2:1"),
        ("a: 'x\n", "map.yaml:2:1"),
        ("\tb: 1", ":1:1"),
        ("a: 1\nreviewed: 2026-01-41\n", "map.yaml:2:11: 2026-01-41 cannot be"),
        ("a:\n  - {b: 2026-01-01 25:00:00}\n", "map.yaml:2:9: 2026-01-01 25:00:00 cannot be"),
        ("a: !!int x\n", "map.yaml:1:4: x cannot be"),
    ],
)
def test_what_is_no_yaml_says_where(text: str, where: str) -> None:
    with pytest.raises(CestaError) as error:
        parse_document(text, Path("map.yaml"))
    assert error.value.code == "bad_yaml"
    assert where in error.value.message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfid: x\n")
    assert read_document(tmp_path / "a.yaml").data == {"id": "x"}


def test_missing_files_and_other_encodings_are_named(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"no_document.*a\.yaml"):
        read_document(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_bytes("id: ž\n".encode("cp1250"))
    with pytest.raises(CestaError, match="not UTF-8"):
        read_document(tmp_path / "b.yaml")


def test_a_name_repeated_without_end_is_refused_and_one_repeated_a_little_is_not() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]" for old, new in itertools.pairwise("abcdefghi")]
    with pytest.raises(CestaError, match="repeats named values"):
        parse_document("\n".join(lines), Path("bomb.yaml"))
    assert parse_document("\n".join(lines[:2]), Path("fine.yaml")).data["b"] == [["x"] * 10] * 10


def test_a_text_far_longer_than_any_document_is_not_read() -> None:
    with pytest.raises(CestaError, match="too_large"):
        parse_document("#" * (MOST_LETTERS + 1), Path("a.yaml"))


PIECES = (
    *("&a ", "*a", "<<: *a", "!!int x", "!!float ", "!!timestamp 2001-99-99", "!!set [a]", "!!omap [a]", "!!bool q"),
    *("? ", ": ", "- ", "[", "]", "{", "}", "|", ">", "'", '"', "\t", "%TAG", "---\n", "\n", "a: b\n", "2001-13-01"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("a: &a {<<: *a, b: 1}\n")
@example("!!float ")
@example("!!bool q")
@example("? - - -\n")
def test_whatever_is_no_document_is_told_so(text: str) -> None:
    with contextlib.suppress(CestaError):
        assert parse_document(text, Path("a.yaml")).text == text
