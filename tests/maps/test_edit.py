"""Edits change exactly what they name, keep every remark, and can be taken back; what makes no sense is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.address import look
from cesta.maps.edit import Clash, Edit, Sheet
from cesta.model.errors import CestaError
from cesta.store.documents import parse_document

TEXT = """\
# of the map
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
stages:
  # of look
  - id: look # stage one
    name: I look
    touchpoints:
      - {id: visit, name: I come, match: {event: visit}} # of visit

      # of view
      - id: view
        name: I view
        match: {event: view}
        # inside view

  # of pay
  - id: pay
    name: I pay
    touchpoints:
      - id: card
        name: My card
        match: {event: card}
        barriers:
          - id: blik
            text: No BLIK
            # of the barrier
# the end
goal: {event: card}
"""
STOPS = ("visit", "view", "card")
PATH = Path("m.yaml")


def sheet(text: str = TEXT) -> Sheet:
    return Sheet(text, PATH)


def remarks(text: str) -> list[str]:
    return sorted(line.partition("# ")[2] for line in text.splitlines() if "# " in line)


def where(data: Any, stop: str) -> tuple[str, ...] | None:
    for stage in data["stages"]:
        if look(stage, ("touchpoints", stop)) is not None:
            return ("stages", stage["id"], "touchpoints", stop)
    return None


FIELDS = st.sampled_from(
    [("thinks", "Hm: why?"), ("owner", "jana"), ("needs", ["speed", "trust"]), ("moment_of_truth", True),
     ("emotion", {"assumed": -1}), ("raci", {"responsible": ["jana", "petr"]}), ("name", {"en": "A", "pl": "B"})]
)  # fmt: skip
STAGES = st.sampled_from(["look", "pay"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), st.sampled_from(STOPS), FIELDS),
        st.tuples(st.just("move"), st.sampled_from(STOPS), STAGES, st.sampled_from(["", None])),
        st.tuples(st.just("stage"), STAGES, st.sampled_from(["", None])),
        st.tuples(st.just("remove"), st.sampled_from(STOPS)),
    ),
    max_size=5,
)  # fmt: skip


def edit_of(step: Any, data: Any) -> Edit | None:
    if step[0] == "stage":
        return Edit("move", ("stages", step[1]), after=step[2])
    at = where(data, step[1])
    if at is None:
        return None
    if step[0] == "set":
        return Edit("set", (*at, step[2][0]), step[2][1], look(data, (*at, step[2][0])))
    if step[0] == "move":
        return Edit("move", at, to=("stages", step[2], "touchpoints"), after=step[3])
    return Edit("remove", at)


@given(STEPS)
@settings(max_examples=20)
def test_any_edits_keep_the_document_whole_and_can_all_be_taken_back(steps: list[Any]) -> None:
    edited = sheet()
    backs, removed = [], False
    for step in steps:
        edit = edit_of(step, edited.data)
        if edit is not None:
            backs.append(edited.apply(edit))
            removed |= edit.kind == "remove"
        assert parse_document(edited.text, PATH).data == edited.data
        if not removed:
            assert remarks(edited.text) == remarks(TEXT)
    for back in reversed(backs):
        edited.apply(back)
    assert edited.data == parse_document(TEXT, PATH).data


def test_only_the_lines_of_a_field_change() -> None:
    edited = sheet()
    edited.apply(Edit("set", ("stages", "look", "touchpoints", "view", "thinks"), "Is it mine?"))
    before, after = TEXT.splitlines(), edited.text.splitlines()
    assert [line for line in after if line not in before] == ["        thinks: Is it mine?"]
    assert [line for line in before if line not in after] == []


def test_the_same_field_changed_meanwhile_clashes_and_another_one_does_not() -> None:
    edited = sheet()
    name, thinks = (("stages", "pay", "touchpoints", "card", field) for field in ("name", "thinks"))
    edited.apply(Edit("set", name, "Theirs", "My card"))
    edited.apply(Edit("set", thinks, "Both survive"))
    with pytest.raises(Clash) as clash:
        edited.apply(Edit("set", name, "Mine", "My card"))
    assert clash.value.theirs == "Theirs"
    edited.apply(Edit("set", name, "Theirs", "My card"))  # they agree
    card = look(edited.data, ("stages", "pay", "touchpoints", "card"))
    assert (card["name"], card["thinks"]) == ("Theirs", "Both survive")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Edit("set", ("stages", "gone", "name"), "X"), "part_gone"),
        (Edit("remove", ("stages", "pay", "touchpoints", "gone")), "part_gone"),
        (Edit("set", ("stages", "pay", "id"), "buy", "pay"), "bad_value"),
        (Edit("set", ("stages", "pay", "nmae"), "X"), "unknown_field"),
        (Edit("set", ("stages", "pay", "criticality"), "hgih"), "bad_value"),
        (Edit("set", ("stages", "pay", "name"), None, "I pay"), "missing_field"),
        (Edit("add", ("stages", "pay", "touchpoints"), {"id": "visit", "name": "Again"}), "duplicate_id"),
        (Edit("add", ("stages",), {"name": "No id", "touchpoints": []}), "bad_value"),
        (Edit("add", ("stages", "pay", "links"), {"id": "x"}), "missing_field"),
        (Edit("text", value="a: ["), "bad_yaml"),
        (Edit("set", (), "x"), "bad_value"),
        (Edit("move", ("stages", "pay"), after="pay"), "bad_value"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(edit: Edit, code: str) -> None:
    edited = sheet()
    with pytest.raises(CestaError) as caught:
        edited.apply(edit)
    assert caught.value.code == code
    assert edited.text == TEXT
    assert edited.data == parse_document(TEXT, PATH).data


def test_a_map_keeps_a_stage_and_what_is_added_twice_is_there_once() -> None:
    edited = sheet()
    stage = {"id": "after", "name": "After", "touchpoints": []}
    edited.apply(Edit("add", ("stages",), stage, after="look"))
    edited.apply(Edit("add", ("stages",), stage, after="look"))
    assert [s["id"] for s in edited.data["stages"]] == ["look", "after", "pay"]
    edited.apply(Edit("add", ("stages", "after", "touchpoints"), {"id": "new", "name": "New"}))
    assert "      - id: new\n        name: New\n" in edited.text
    with pytest.raises(Clash):
        edited.apply(Edit("add", ("stages",), {**stage, "name": "Other"}))
    for name in ("look", "after"):
        edited.apply(Edit("remove", ("stages", name)))
    with pytest.raises(CestaError, match="at least one stage"):
        edited.apply(Edit("remove", ("stages", "pay")))


def test_a_removed_part_comes_back_with_its_remarks() -> None:
    edited = sheet()
    back = edited.apply(Edit("remove", ("stages", "pay", "touchpoints", "card", "barriers", "blik")))
    assert "barriers" not in edited.text
    edited.apply(back)
    assert "text: No BLIK" in edited.text
    back = edited.apply(Edit("remove", ("stages", "look")))
    edited.apply(back)
    assert "# inside view" in edited.text or "# stage one" in edited.text
    assert [s["id"] for s in edited.data["stages"]] == ["look", "pay"]
