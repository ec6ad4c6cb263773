"""The fields of documents: what is refused, where, and with which guess."""

from __future__ import annotations

import pytest

from cesta.model import shape
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Shape, list_of, record, say, step, table_of, without


def codes(check: Shape, value: object) -> list[tuple[str, str]]:
    return [(complaint.code, complaint.pointer) for complaint in check(value, "/x")]


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (shape.text, ["a", {"en": "a", "pl": "b"}], ["", " ", 3, {"en": ""}, {}]),
        (shape.word, ["a"], ["", 3, None]),
        (shape.slug, ["i-pay", "a.b", "x1"], ["I pay", "-a", "", 3]),
        (shape.truth, [True, False], ["yes", 1]),
        (shape.day, ["2026-10-20"], ["2026-13-01", "soon", 3]),
        (shape.length, ["30d", 900], ["30", "-3d", "long"]),
        (shape.choice("low", "high"), ["low"], ["lwo", 3]),
        (shape.number(0, 1), [0, 1, 0.5], [2, "1", True, None]),
        (list_of(shape.word), [[], ["a"]], ["a", [1]]),
        (table_of(shape.word), [{}, {"a": "b"}], [[], {"a": 1}]),
    ],
)
def test_shapes(check: Shape, good: list[object], bad: list[object]) -> None:
    for value in good:
        assert codes(check, value) == [], value
    for value in bad:
        assert codes(check, value), value


def test_an_unknown_language_is_named() -> None:
    (complaint,) = shape.text({"en": "a", "de": "b"}, "/name")
    assert (complaint.code, complaint.pointer) == ("unknown_language", "/name/de")


def test_a_record_names_missing_and_unknown_fields() -> None:
    check = record({"id": shape.slug}, {"owner": shape.word})
    found = {(c.code, c.pointer): c.hint for c in check({"onwer": "x", "zzzz": 1}, "")}
    assert found == {
        ("unknown_field", "/onwer"): 'Did you mean "owner"?',
        ("unknown_field", "/zzzz"): "Known: id, owner.",
        ("missing_field", ""): None,
    }


def test_an_empty_optional_field_is_no_field() -> None:
    check = record({"id": shape.slug}, {"owner": shape.word})
    assert codes(check, {"id": "a", "owner": None}) == []
    assert codes(check, {"id": None}) == [("bad_value", "/x/id")]


def test_a_reader_says_why_in_its_own_words() -> None:
    def read(value: object) -> object:
        raise CestaError("bad_thing", f"{value} is bad.", "Mend it.")

    assert list(shape.read_by(read)(3, "/x")) == [Complaint("bad_thing", "3 is bad.", "Mend it.", "/x")]


def test_what_is_wrong_is_left_out_and_places_stay() -> None:
    wrong = [Complaint("bad_value", "", None, "/a/0/b"), Complaint("x", "", None, "/c", "warning")]
    assert without({"a": [{"b": 1, "d": 2}], "c": 3}, wrong) == {"a": [{"b": None, "d": 2}], "c": 3}


def test_texts_fall_back() -> None:
    assert say({"pl": "Płacę"}, "cs") == "Płacę"
    assert say({}, "en") is None
    assert step("/a", "b/c~d") == "/a/b~1c~0d"
