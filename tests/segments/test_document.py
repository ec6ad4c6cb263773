"""Segment documents with the mistakes that people make."""

from __future__ import annotations

import pytest

from cesta.model.errors import CestaError
from cesta.segments.document import parse
from cesta.segments.rule import read_rule

GOOD = """cesta: segment/1
id: loyal
name: {en: Loyal, pl: Stali}
rule:
  did: {event: visit}
  at_least: 3
"""


def test_a_good_one() -> None:
    found = parse(GOOD)
    assert found.complaints == ()
    assert (found.id, found.name, found.kind) == ("loyal", {"en": "Loyal", "pl": "Stali"}, "behavioural")
    assert found.usable_rule() == read_rule("did visit at least 3 times")


def test_a_typo_is_found_on_its_line() -> None:
    found = parse(GOOD.replace("at_least", "at_leest"))
    (complaint,) = found.complaints
    assert (complaint.code, complaint.hint) == ("unknown_field", 'Did you mean "at_least"?')
    assert found.source.line_of(complaint.pointer) == 6
    with pytest.raises(CestaError, match=r"segment.yaml:6: ") as caught:
        found.usable_rule()
    assert caught.value.code == "bad_segment"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD.replace("segment/1", "segment/2"), "newer_format"),
        (GOOD.replace("segment/1", "map/1"), "bad_value"),
        (GOOD.replace("id: loyal", "id: Loyal People"), "bad_value"),
        (GOOD.replace("name:", "nmae:"), "unknown_field"),
        ("cesta: segment/1\nid: x\nname: X\n", "missing_field"),
    ],
)
def test_complaints(text: str, code: str) -> None:
    assert code in {complaint.code for complaint in parse(text).complaints}


def test_a_segment_without_a_rule_cannot_be_counted() -> None:
    with pytest.raises(CestaError, match='"rule" is missing'):
        parse("cesta: segment/1\nid: x\nname: X\n").usable_rule()
    with pytest.raises(CestaError, match="mapping"):
        parse("- a\n- b\n")
