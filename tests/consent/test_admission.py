"""What needs a consent is kept only with it, whichever of her ids said so; who is suppressed is not taken at all."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.consent.admission import admitted
from cesta.consent.book import Book, book_of
from cesta.consent.purposes import FILE
from cesta.ingest.door import take
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.workspace import Workspace

RULES = """\
cesta: privacy/1
purposes:
  - {id: statistics, name: S, given_by: [yes], withdrawn_by: [no], without_word: WITHOUT, needed_for: [visit]}
"""
numbers = itertools.count()
Sent = tuple[str, str, int]
"""Who, what, and when."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def rules(root: Path, without: str) -> None:
    (root / FILE).write_text(RULES.replace("WITHOUT", without).replace("[yes]", '["yes"]').replace("[no]", '["no"]'))


def send(root: Path, batch: Sequence[Sent]) -> list[Sent]:
    kept = admitted(
        root, "web", batch, lambda sent: (Event("web", str(next(numbers)), sent[0], sent[1], sent[2], {}), {})
    )
    return list(kept)


@settings(max_examples=25)
@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from("ab"), st.sampled_from(["yes", "no", "visit"]), st.integers(0, 9)), max_size=4
        ),
        max_size=4,
    ),
    st.sampled_from(["allowed", "refused"]),
)
def test_the_last_word_until_then_decides(batches: list[list[Sent]], without: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        rules(root, without)
        heard: list[Sent] = []
        refused = 0
        for batch in batches:
            heard += [sent for sent in batch if sent[1] != "visit"]
            expected = []
            for who, what, time in batch:
                words = sorted((t, said == "no") for one, said, t in heard if one == who)
                allowed = not words[-1][1] if words else without == "allowed"
                if what != "visit" or allowed:
                    expected.append((who, what, time))
            assert send(root, batch) == expected
            refused += len(batch) - len(expected)
        assert sum(book_of(root / "data").counts()[1].values()) == refused
        book_of(root / "data").close()


def test_any_of_her_ids_may_have_said_so(root: Path) -> None:
    rules(root, "refused")
    both = {"user_id": "ann", "anonymous_id": "x1"}

    def keep(name: str, ids: dict[str, str], time: int = 5) -> int:
        return len(
            admitted(
                root,
                "web",
                [time],
                lambda t: (Event("web", str(next(numbers)), ids.get("user_id", "x1"), name, t, {}), ids),
            )
        )

    assert keep("visit", {"anonymous_id": "x1"}) == 0
    keep("yes", both)
    assert [keep("visit", {"anonymous_id": "x1"}), keep("visit", {"user_id": "ann"}), keep("visit", both)] == [1, 1, 1]
    keep("no", {"user_id": "ann"}, 6)
    assert [keep("visit", {"anonymous_id": "x1"}), keep("visit", both)] == [1, 0]


def test_who_is_suppressed_is_not_taken(root: Path) -> None:
    assert send(root, [("ann", "visit", 1)]) == [("ann", "visit", 1)]
    book_of(root / "data").suppress(["ann"], 1)
    assert send(root, [("ann", "visit", 1), ("bob", "visit", 1)]) == [("bob", "visit", 1)]
    book_of(root / "data").lift(["ann"])
    assert send(root, [("ann", "visit", 1)]) == [("ann", "visit", 1)]


def test_an_address_keeps_out_however_it_is_written(root: Path) -> None:
    def keep(customer: str, ids: dict[str, str]) -> int:
        return len(admitted(root, "web", [1], lambda _: (Event("web", "1", customer, "visit", 1, {}), ids)))

    book_of(root / "data").suppress(["email:ann@mail.example"], 1)
    assert [keep("x", {"external.email": "Ann@Mail.example"}), keep("email:ann@mail.example", {}), keep("x", {})] == [
        0,
        0,
        1,
    ]


def test_a_phone_number_keeps_out_with_and_without_its_country(tmp_path: Path) -> None:
    def taken(number: str) -> int:
        event = Event("web", number, "x", "visit", 1, {})
        return take(workspace, "web", [Arrival(event, "track", "{}", 1, {"phone": number})]).accepted

    with Workspace.create(tmp_path / "shop") as workspace:
        book_of(workspace.data).suppress(["phone:+48601234567"], 1)
        (workspace.root / "identity.yaml").write_text("cesta: identity/1\ncountry: PL\n")
        assert [taken("601 234 567"), taken("+48 601-234-567"), taken("601 234 568")] == [0, 0, 1]
        (workspace.root / "identity.yaml").write_text("country: [\n")
        assert [taken("+48601234567"), taken("601 234 569")] == [0, 1]


def test_with_a_mistake_in_the_rules_nothing_is_taken(root: Path) -> None:
    (root / FILE).write_text(RULES)
    with pytest.raises(CestaError, match="bad_privacy"):
        send(root, [("ann", "visit", 1)])


def test_without_rules_there_is_no_file(root: Path) -> None:
    send(root, [("ann", "visit", 1)])
    assert list((root / "data").iterdir()) == []
    assert isinstance(book_of(root / "data"), Book)
