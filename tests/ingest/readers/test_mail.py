"""Messages as contacts, as mail programs of all kinds write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.readers.mail import body_kept, contact, decoded, listed, parse, plain_text
from cesta.model.errors import CestaError

OWN = frozenset(("shop.example",))


def said(text: str, body: bool = False) -> dict[str, object]:
    return contact(parse(text.encode()), OWN, body)


def test_a_question_and_its_answer_are_one_thread() -> None:
    asked = said(
        "From: =?utf-8?q?Ond=C5=99ej?= <ANN@mail.example>\nTo: Help <help@shop.example>\nDate: 1 Mar 2026 10:00 +0100"
        "\nSubject: =?iso-8859-2?Q?Zam=F3wienie?= 17\nMessage-ID: <q@mail>\n\nhello"
    )
    answered = said(
        "From: help@shop.example\nTo: ann@mail.example\nDate: 1 Mar 2026 12:00:00 GMT\nSubject: Re: ODP: Zamówienie 17"
        "\nMessage-ID: <a@shop>\nIn-Reply-To: <q@mail>\nReferences: <q@mail>\n\nhi"
    )
    assert (asked["direction"], asked["customer"], asked["from_name"]) == ("in", "ann@mail.example", "Ondřej")
    assert (asked["thread"], asked["answers"], asked["time"]) == ("q@mail", None, "2026-03-01T09:00:00+00:00")
    assert (answered["direction"], answered["customer"]) == ("out", "ann@mail.example")
    assert (answered["thread"], answered["answers"]) == ("q@mail", "q@mail")
    assert asked["topic"] == "Zamówienie 17"
    assert "body" not in asked


def test_machines_are_told_from_people() -> None:
    head = "From: a@mail.example\nTo: help@shop.example\n"
    assert not said(f"{head}\nx")["automatic"]
    assert said(f"{head}Auto-Submitted: auto-replied\n\nx")["automatic"]
    assert said(f"{head}Precedence: bulk\n\nx")["automatic"]
    assert said(f"{head}Content-Type: multipart/report; boundary=x\n\n--x--")["automatic"]


def test_a_letter_without_dates_names_or_ids_is_still_a_row() -> None:
    row = said("Subject: x\n\n")
    assert (row["customer"], row["time"], row["direction"]) == (None, None, "in")
    assert row["message_id"] == said("Subject: x\n\nother")["message_id"]
    assert said("From: a@shop.example\nTo: b@shop.example\n\n")["direction"] == "internal"


def test_the_text_is_kept_when_asked_for_and_without_markup() -> None:
    html = "Content-Type: text/html; charset=windows-1250\n\n<style>p{}</style><p>Dobrý den</p>"
    assert plain_text(parse(html.encode("windows-1250"))) == "Dobrý den"
    assert said("Content-Type: text/plain\n\n ahoj ", body=True)["body"] == "ahoj"
    assert plain_text(parse(b"Content-Type: text/plain; charset=unheard-of\n\nabc")) == "abc"
    with pytest.raises(CestaError, match="It is keep or drop"):
        body_kept({"body": "some"})


@given(st.binary(max_size=300))
def test_any_bytes_are_some_message(data: bytes) -> None:
    assert contact(parse(data), OWN, body=True)["message_id"]


@given(st.text(max_size=50))
def test_any_header_can_be_shown(text: str) -> None:
    assert isinstance(decoded(text), str)
    assert all(part for part in listed(text))
