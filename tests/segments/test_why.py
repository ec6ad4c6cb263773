"""Why somebody is in a segment: the events it rests on, by their names; at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.model.instant import parse_instant
from cesta.segments.why import Reason, why
from cesta.store.workspace import Workspace

NAMES = ("compare", "compare", "compare", "leave", "call", "buy")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as workspace:
        accept(
            workspace,
            [
                {"message_id": f"m{day}", "customer": "ann", "event": name, "ts": f"2024-03-0{day}T10:00:00Z",
                 "props": {"price": day}}
                for day, name in enumerate(NAMES, 1)
            ],
            "web",
        )  # fmt: skip
        yield workspace


def asked(workspace: Workspace, rule: str, at: str = "2024-03-31", **others: str) -> tuple[bool, Reason, str | None]:
    for name, text in {"it": rule, **others}.items():
        document = f"cesta: segment/1\nid: {name}\nname: X\nrule: {text}\n"
        (workspace.root / "segments" / f"{name}.yaml").write_text(document)
    found = why(workspace, "it", "ann", parse_instant(at))
    return found.member, found.reason, found.until


def ids(reason: Reason) -> list[str]:
    return [event.message_id for event in reason.events]


@pytest.mark.parametrize(
    ("rule", "at", "member", "expected"),
    [
        ("did compare at least 2 times", "2024-03-31", True, ["m1", "m2", "m3"]),
        ("did compare in last 2d", "2024-03-04", True, ["m2", "m3"]),
        ("share of anything that are compare at least 0.5", "2024-03-31", True, ["m1", "m2", "m3"]),
        ("largest price over call >= 5", "2024-03-31", True, ["m5"]),
        ("trait (price = 6)", "2024-03-31", True, ["m6"]),
        ("trait (price = 6)", "2024-03-05", False, ["m4"]),
        ("latest compare more than 7d ago", "2024-03-31", True, ["m3"]),
        ("first compare in last 100d", "2024-03-31", True, ["m1"]),
        ("sequence compare 3 times, then call within 2d", "2024-03-31", True, ["m1", "m2", "m3", "m5"]),
        ("sequence call, then not leave within 3d", "2024-03-31", True, ["m5"]),
        ("customer in ('ann')", "2024-03-31", True, []),
        ("did buy", "2024-02-01", False, []),
    ],
)
def test_the_events_it_rests_on(workspace: Workspace, rule: str, at: str, member: bool, expected: list[str]) -> None:
    is_member, reason, _ = asked(workspace, rule, at)
    assert (is_member, ids(reason), reason.met) == (member, expected, member)


def test_parts_and_other_segments_have_their_own(workspace: Workspace) -> None:
    member, reason, _ = asked(workspace, "not did frob and in segment other", other="did leave or did frob")
    no, other = reason.parts
    assert (member, no.met, no.parts[0].met, other.rule) == (True, True, False, "in segment other")
    assert [ids(part) for part in other.parts[0].parts] == [["m4"], []]


def test_it_tells_when_time_alone_will_change_it(workspace: Workspace) -> None:
    assert asked(workspace, "did call in last 2d", "2024-03-06T00:00:00Z")[2] == "2024-03-07T10:00:00Z"
    assert asked(workspace, "did call")[2] is None


def test_nobody_known_is_an_error(workspace: Workspace) -> None:
    asked(workspace, "did call")
    with pytest.raises(CestaError, match="no customer"):
        why(workspace, "it", "zoe", 0)
    with pytest.raises(CestaError, match="no segment"):
        why(workspace, "them", "ann", 0)
