"""A guess is a mapping that reads; whoever refuses or asks says what would help."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.guess import Guess, guess
from cesta.ingest.mapping import parse_mapping
from cesta.model.errors import CestaError

Guessed = Callable[..., Guess]
LOG = "user_id | event | time\n" + "\n".join(f"u{n % 2} | see | 2024-01-0{n + 1} 10:00" for n in range(4))


def test_the_same_document_for_every_month(made: Callable[..., Staged]) -> None:
    texts = []
    for month in ("01", "02"):
        rows = "\n".join(f"u{n} | {('see', 'buy')[n % 2]} | 2024-{month}-0{n + 1} 10:00" for n in range(6))
        texts.append(guess([made(f"shop-2024-{month}.csv", f"user | event | time\n{rows}")], "UTC").mapping)
    assert texts[0] == texts[1]


def test_no_events(guessed: Guessed) -> None:
    found = guessed(airports="icao | name | lat\nLKPR | Praha | 50.1\nEPKK | Kraków | 50.07")
    assert found.mapping == ""
    with pytest.raises(CestaError) as caught:
        found.or_refuse()
    assert caught.value.code == "no_events"
    assert "who or when" in caught.value.message
    assert "icao, name, lat" in (caught.value.hint or "")


def test_unclear_columns_name_the_option(guessed: Guessed) -> None:
    found = guessed(log=LOG.replace("2024-01-0", "0").replace(" 10:00", "/02/2024"))
    with pytest.raises(CestaError) as caught:
        found.or_refuse()
    assert caught.value.code == "unclear_columns"
    assert caught.value.hint == "Say it: --dates dmy or mdy."


def test_notes_of_reading_are_passed_on(guessed: Guessed) -> None:
    assert guessed(log=LOG).or_refuse().notes == ()


names = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=12)
cells = st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["2024-01-01", "1", "NA", "1,5", "01/02/2024"]))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_table_is_guessed_or_refused(made: Callable[..., Staged], data: st.DataObject) -> None:
    heads = data.draw(st.lists(names, min_size=1, max_size=4, unique_by=str.casefold))
    wanted = [*heads, *data.draw(st.sampled_from([[], ["customer", "date"]]))]
    rows = data.draw(st.integers(0, 4))
    columns = {name: data.draw(st.lists(cells, min_size=rows, max_size=rows)) for name in dict.fromkeys(wanted)}
    found = guess([made("any.csv", columns)], "UTC")
    if found.refused is None:
        assert parse_mapping(found.mapping).id == "any"


def test_numbers_that_cannot_be_read_are_told_and_many_of_them_make_a_text(guessed: Guessed) -> None:
    rows = [f"u{n % 9} | see | 2024-01-0{n % 9 + 1} 10:00 | {n},5" for n in range(99)]
    head = "user_id | event | time | price\n"
    few = guessed(log=head + "\n".join([*rows, "u1 | see | 2024-01-01 11:00 | 12,x"]))
    assert "number(price" in few.mapping
    assert [(note.code, note.table) for note in few.notes if note.code == "unread"] == [("unread", "log")]
    assert '"12,x"' in next(note.text for note in few.notes if note.code == "unread")
    many = guessed(log=head + "\n".join([*rows, *(f"u1 | see | 2024-01-01 11:00 | x{n}y" for n in range(20))]))
    assert "number(" not in many.mapping
    assert not [note for note in many.notes if note.code == "unread"]
