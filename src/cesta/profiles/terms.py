"""What a customer may be found by: which properties name her, and how what is typed meets what was recorded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from cesta.model.event import Value

Kind = Literal["id", "email", "phone", "order", "card", "device", "name"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: Mapping[Kind, tuple[str, ...]] = {
    "email": ("email", "e_mail", "mail", "email_address", "customer_email"),
    "phone": ("phone", "phone_number", "mobile", "telephone", "msisdn"),
    "order": (
        "order", "order_id", "order_number", "basket", "receipt", "receipt_id", "invoice", "invoice_id",
        "transaction_id", "complaint_id", "ticket_id", "case_id",
    ),
    "card": ("card", "card_id", "card_number", "loyalty_card", "loyalty_id"),
    "device": ("device_id",),
    "name": ("full_name", "customer_name", "first_name", "last_name", "firstname", "lastname", "surname"),
}  # fmt: skip
OF_PERSONS: Mapping[Kind, tuple[str, ...]] = {"name": ("name",)}
"""Of a person these say who she is; of a page or a product they would not."""
NATIONAL = 9
"""Digits of a phone number without its country, in most countries; so a number is found without it."""
LEAST_DIGITS = 5
PHONE = re.compile(r"[\d\s()+./-]+")


class Term(NamedTuple):
    """A text by which somebody is found. kind: its place in KINDS."""

    text: str
    kind: int


def kind_of(property_: str, of_person: bool = False) -> Kind | None:
    """How a property names a customer, if it does.

    >>> kind_of("orderId"), kind_of("name"), kind_of("name", of_person=True)
    ('order', None, 'name')
    """
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", property_.rpartition(".")[2]).lower().replace("-", "_")
    for kind, names in NAMES.items():
        if name in names or (of_person and name in OF_PERSONS.get(kind, ())):
            return kind
    return None


def terms(kind: Kind, value: Value) -> Iterator[Term]:
    """The texts by which a recorded value is found.

    >>> [term.text for term in terms("phone", "+48 604 123 456")], [term.text for term in terms("name", "Žofie Nová")]
    (['48604123456', '604123456'], ['zofie nova', 'nova'])
    """
    place, text = KINDS.index(kind), folded(str(value))
    if isinstance(value, bool) or not text:
        return
    if kind == "phone":
        digits = digits_of(text)
        for each in dict.fromkeys((digits, digits[-NATIONAL:])):
            if len(each) >= LEAST_DIGITS:
                yield Term(each, place)
        return
    yield Term(text, place)
    if kind == "name":
        words = text.split()
        for number in range(1, len(words)):
            yield Term(" ".join(words[number:]), place)


def asked(text: str) -> Iterator[str]:
    """What to look for when somebody types this.

    >>> list(asked(" +48 604-123 ")), list(asked("Nová"))
    (['+48 604-123', '48604123'], ['nova'])
    """
    wanted = folded(text)
    if wanted:
        yield wanted
    digits = digits_of(text)
    if len(digits) >= LEAST_DIGITS and digits != wanted and PHONE.fullmatch(text.strip()):
        yield digits.removeprefix("00")


def folded(text: str) -> str:
    """Without capitals and accents, so that a name is found however it is typed."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("ł", "l")


def digits_of(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal() and sign.isascii()).removeprefix("00")
