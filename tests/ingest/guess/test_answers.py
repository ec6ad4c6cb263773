"""What a person says stands; what she cannot mean is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.guess import Guess
from cesta.model.errors import CestaError

LOG = "id | who | buyer | what | paid | sent\n" + "\n".join(
    f"e{n} | u{n % 3} | b{n % 2} | {('see', 'buy')[n % 2]} | 0{n + 1}/02/2024 | 0{n + 1}/03/2024" for n in range(6)
)


def test_answers_stand(guessed: Callable[..., Guess]) -> None:
    said = Answers(
        who=("buyer",), when=("log.sent",), event="order", id=("id",), dates="mdy", drop=("what",), name="till"
    )
    found = guessed(said, log=LOG)
    (event,) = found.events
    assert (event.who.columns, event.when.columns, event.event) == (("buyer",), ("sent",), "order")
    assert event.id is not None
    assert event.id.columns == ("id",)
    assert event.time_formats == ("%m/%d/%Y",)
    assert "what" not in event.properties
    assert (found.source, found.questions) == ("till", ())


def test_each_row_may_be_a_customer(guessed: Callable[..., Guess]) -> None:
    (event,) = guessed(Answers(who=("each-row",)), log="paid\n2024-01-01 10:00\n2024-01-01 10:00").events
    assert event.who.columns == ()


def test_several_moments_and_columns_to_keep(guessed: Callable[..., Guess]) -> None:
    text = "customer | paid | sent | got | note\nann | 2024-01-01 10:00 | 2024-01-02 10:00 | 2024-01-03 10:00 | a b c"
    found = guessed(Answers(when=("paid", "got"), keep=("note",)), orders=text)
    assert [event.event for event in found.events] == ["paid", "got"]
    assert "note" in found.events[0].properties


def test_events_are_renamed(guessed: Callable[..., Guess]) -> None:
    found = guessed(Answers(what=("what",), rename={"buy": "purchase"}, dates="dmy"), log=LOG)
    assert "case what when 'buy' then 'purchase' else what end" in found.mapping.replace("''", "'")
    assert guessed(Answers(event="order", rename={"order": "sale"}, dates="dmy"), log=LOG).events[0].event == "sale"


@pytest.mark.parametrize("said", [Answers(who=("buyr",)), Answers(drop=("x.who",))])
def test_a_column_that_is_not_there(guessed: Callable[..., Guess], said: Answers) -> None:
    with pytest.raises(CestaError) as caught:
        guessed(said, log=LOG)
    assert caught.value.code == "unknown_column"
    assert "buyer" in (caught.value.hint or "")
