"""A message says yes or no by its client's choices, or by what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.consent.purposes import FILE, Purposes, purposes_now
from cesta.consent.statements import Statement, statements_in
from cesta.model.event import Event, Value

RULES = """\
cesta: privacy/1
purposes:
  - {id: statistics, name: S, categories: [Analytics], given_by: [consent_given], withdrawn_by: [consent_withdrawn]}
  - {id: letters, name: L, given_by: [consent_given, subscribed], withdrawn_by: [consent_withdrawn]}
"""


@pytest.fixture
def purposes(tmp_path: Path) -> Purposes:
    (tmp_path / FILE).write_text(RULES)
    return purposes_now(tmp_path)


def said(purposes: Purposes, name: str, **properties: Value) -> dict[str, bool]:
    event = Event("web", "7", "ann", name, 5, {key.replace("__", "."): value for key, value in properties.items()})
    found = list(statements_in(event, {"user_id": "ann", "anonymous_id": "x1"}, purposes))
    assert all((one.ids, one.time, one.source, one.message) == (("ann", "x1"), 5, "web", "7") for one in found)
    return {one.purpose: one.allowed for one in found}


def test_choices_of_a_banner(purposes: Purposes) -> None:
    assert said(purposes, "visit") == {}
    assert said(purposes, "visit", context__consent__analytics=False, context__consent__Other=True) == {
        "statistics": False
    }
    assert said(purposes, "visit", context__consent__letters=True) == {"letters": True}
    assert said(purposes, "visit", context__consent__letters="yes") == {}


def test_events_that_say_so(purposes: Purposes) -> None:
    assert said(purposes, "consent_given") == {"statistics": True, "letters": True}
    assert said(purposes, "consent_withdrawn", purpose="Letters") == {"letters": False}
    assert said(purposes, "consent_given", category="analytics") == {"statistics": True}
    assert said(purposes, "subscribed", purpose="shoes") == {}
    assert said(purposes, "subscribed") == {"letters": True}


def test_who_cannot_be_told_from_others_says_nothing(purposes: Purposes) -> None:
    event = Event("web", "7", "anonymous", "subscribed", 5, {})
    assert list(statements_in(event, {"anonymous_id": "null"}, purposes)) == []
    known = list(statements_in(event, {"user_id": "ann"}, purposes))
    assert known == [Statement(("ann",), "letters", True, 5, "web", "7")]
