"""Rows of a load are judged like messages that came one by one, the words that the load itself brings first."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.consent.admission import admitted
from cesta.consent.book import book_of
from cesta.consent.purposes import FILE
from cesta.consent.rows import NAMED, admission
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.shards import TIME

RULES = """\
cesta: privacy/1
purposes:
  - {id: statistics, name: S, given_by: ["yes"], withdrawn_by: ["no"], without_word: WITHOUT, needed_for: [visit]}
  - {id: letters, name: L, categories: [Mail], needed_for: [letter]}
"""
Row = tuple[str, str, int, str | None, bool | None]
"""Whose, what, when, which e-mail she has, and what her banner said of letters."""
rows = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["yes", "no", "visit", "letter"]),
        st.integers(0, 9),
        st.sampled_from([None, "m@shop.example", "M@SHOP.example"]),
        st.sampled_from([None, True, False]),
    ),
    max_size=8,
)


def laid_out(given: list[Row]) -> pa.Table:
    who, what, when, mails, banner = (list(column) for column in zip(*given, strict=True)) if given else ([],) * 5
    return pa.table(
        {
            "customer": pa.array(who, pa.string()),
            "event": pa.array(what, pa.string()),
            "time": pa.array(when, pa.int64()).cast(TIME),
            "source": pa.array(["file"] * len(given), pa.string()),
            "message_id": pa.array([str(number) for number in range(len(given))], pa.string()),
            "bool.context.consent.mail": pa.array(banner, pa.bool_()),
            f"{NAMED}email": pa.array(mails, pa.string()),
        }
    )


@settings(max_examples=30)
@given(rows, st.sampled_from(["allowed", "refused"]), st.sampled_from([[], ["a"], ["email:m@shop.example"]]))
def test_as_if_each_came_through_the_door_once_all_is_said(given: list[Row], without: str, kept_out: list[str]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        for root in map(Path, (one, other)):
            (root / "data").mkdir()
            (root / FILE).write_text(RULES.replace("WITHOUT", without))
            book_of(root / "data").suppress(kept_out, 1)
        loading = admission(Path(one))
        loading.note(laid_out(given))

        def told(numbered: tuple[int, Row]) -> tuple[Event, dict[str, str]]:
            number, (who, what, when, mail, banner) = numbered
            said = {} if banner is None else {"context.consent.mail": banner}
            return Event("file", str(number), who, what, when, dict(said)), {} if mail is None else {"email": mail}

        each = list(enumerate(given))
        admitted(Path(other), "file", each, told)
        fit = [number for number, _ in admitted(Path(other), "file", each, told)]
        assert [number for number, ok in enumerate(loading.fit(laid_out(given)).tolist()) if ok] == fit
        for root in map(Path, (one, other)):
            book_of(root / "data").close()


def test_with_a_mistake_in_the_rules_nothing_is_taken(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(RULES)
    with pytest.raises(CestaError, match="bad_privacy"):
        admission(tmp_path)
