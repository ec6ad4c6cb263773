"""Who is who in a workspace: at once in every answer, the same after every restart, and as rules and decisions say."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.identity.witness import Slow
from tests.store.who import hear, journeys, message

from cesta.model.errors import CestaError
from cesta.store.documents import parse_document
from cesta.store.erasing import erase
from cesta.store.identity import FILE, Identity, complaints_of, rules_in, stamp_of
from cesta.store.identity_acts import redo, undo
from cesta.store.identity_decisions import read_decisions
from cesta.store.workspace import Workspace

USERS, DEVICES = ("ann", "bob", "eva"), ("x1", "x2", "x3")
ACT = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(USERS), st.sampled_from(DEVICES)),
    st.tuples(st.just("visit"), st.just(""), st.sampled_from(DEVICES)),
    st.tuples(st.just("undo"), st.integers(0, 9), st.none()),
    st.tuples(st.just("redo"), st.integers(0, 9), st.none()),
    st.tuples(st.just("rules"), st.sampled_from([1, 2]), st.none()),
    st.tuples(st.just("erase"), st.sampled_from(USERS + DEVICES), st.none()),
)


def slow(workspace: Workspace, said: list[tuple[str, str, int]], users: int) -> dict[str, str]:
    """Whose each id is, as a slow resolver has it; called by the first user's id, else by the smallest."""
    doubted = [
        (one.key, other.key)
        for each in read_decisions(workspace.log)
        if each.kind == "undo" and not any(back.back == each.seq for back in read_decisions(workspace.log))
        for place, ids in enumerate(each.ids)
        for one in ids
        for others in each.ids[place + 1 :]
        for other in others
    ]
    found = Slow({"user_id": (users, False), "anonymous_id": (5, True)}, 1000, doubted)
    heard: list[str] = []
    for user, device, number in said:
        found.hear(f"m{number}", [("user_id", user), ("anonymous_id", device)], number)
        heard += [user, device]
    names: dict[str, str] = {}
    for person in found.people:
        name = min((each for each in person if each in USERS), key=lambda each: order_of(each, said, person))
        names |= dict.fromkeys(person, name)
    return names


def order_of(user: str, said: list[tuple[str, str, int]], person: set[str]) -> int:
    """When the user first was one person with another id."""
    return next((n for who, device, n in said if who == user and device in person), 10**9)


@settings(deadline=None, max_examples=15)
@given(st.lists(ACT, max_size=14))
def test_random_histories_agree_with_a_slow_resolver_and_with_a_restart(acts: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "shop") as workspace:
        said: list[tuple[str, str, int]] = []
        events: list[tuple[str, int]] = []
        users = 1
        for number, (act, one, other) in enumerate(acts):
            if act in ("say", "visit"):
                hear(workspace, [message(number, {"anonymous_id": other} | ({"user_id": one} if one else {}))])
                said += [(one, other, number)] if one else []
                events.append((one or other, number))
            elif act == "rules":
                users = one
                (workspace.root / FILE).write_text(f"cesta: identity/1\nlimits:\n  user_id: {one}\n# {number}\n")
            elif act == "erase" and (gone := _erased(workspace, one)):
                said = [each for each in said if not {each[0]} & gone]
                said = [each for each in said if not {each[1]} & gone]
                events = [each for each in events if each[0] not in gone]
            elif act in ("undo", "redo"):
                _decided(workspace, act, one)
            whose = slow(workspace, said, users) if users == 1 else None
            told = journeys(workspace)
            if whose is not None:
                expected: dict[str, list[int]] = {}
                for who, at in events:
                    expected.setdefault(whose.get(who, who), []).append(at)
                assert {customer: [at for _, at in steps] for customer, steps in told} == expected
        with Workspace.open(workspace.root) as again:
            assert journeys(again) == told if acts else True


def _erased(workspace: Workspace, one: str) -> set[str]:
    try:
        return set(erase(workspace, [one]).ids)
    except CestaError:
        return set()


def _decided(workspace: Workspace, act: str, which: int) -> None:
    with workspace.knowing() as people:
        merges = [each.id for each in people.resolver.merges]
    undone = [each.merge for each in read_decisions(workspace.log) if each.kind == "undo"]
    if act == "undo" and merges:
        undo(workspace, merges[which % len(merges)], "ann")
    elif undone:
        with suppress(CestaError):
            redo(workspace, str(undone[which % len(undone)]), "ann")


def test_heard_as_it_comes_is_as_heard_at_once(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        for number, user in enumerate(("ann", "ann", "bob", "")):
            named = {"anonymous_id": f"x{number % 2}"} | ({"user_id": user} if user else {})
            hear(workspace, [message(number, named)])
            anew = Identity(workspace.root, workspace.log).people(workspace.log.marks().event)
            with workspace.knowing() as people:
                assert dict(people.joined) == dict(anew.joined)
                assert people.resolver.merges == anew.resolver.merges


def test_mistakes_in_the_rules_are_told_with_their_line(tmp_path: Path) -> None:
    text = "cesta: identity/1\nlimits:\n  email: five\n"
    assert [each.pointer for each in complaints_of(parse_document(text, tmp_path))] == ["/limits/email"]
    with pytest.raises(CestaError, match=r"identity.yaml:3: 'five' is no limit"):
        rules_in(text)
    assert rules_in("").limit("user_id").most == 1
    with Workspace.create(tmp_path / "shop") as workspace:
        generation = workspace.generation()
        (workspace.root / FILE).write_text(text)
        assert workspace.generation() != generation
        with pytest.raises(CestaError) as told:
            workspace.snapshot()
    assert told.value.code == "bad_identity"


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    assert stamp_of(tmp_path) is not None
