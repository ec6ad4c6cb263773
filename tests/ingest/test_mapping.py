"""A mapping is checked to the line before anything is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.mapping import EventMapping, parse_mapping, read_mapping
from cesta.model.errors import CestaError

GOOD = """\
id: web-shop
timezone: Europe/Prague
files:
  orders: orders.csv
tables:
  big: select * from orders where amount > 10
events:
  - event: purchase
    from: orders
    customer: email
    time: day
    time_is: assumed
    why: Only the day is known.
    properties: [amount]
  - event: big_purchase
    from: select * from big
    customer: email
    time: day
    time_is: recorded
    id: number
    properties:
      euros: amount / 25
"""


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "mapping.yaml"
    path.write_text(text)
    return read_mapping(path)


def test_a_mapping_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(GOOD)
    mapping = read_mapping(path)
    assert (mapping.id, mapping.name, mapping.timezone) == ("web-shop", "web-shop", "Europe/Prague")
    assert (mapping.files, mapping.tables) == (
        {"orders": "orders.csv"}, {"big": "select * from orders where amount > 10"}
    )  # fmt: skip
    assert mapping.events == (
        EventMapping(
            "purchase", "orders", "email", "day", "assumed", "Only the day is known.", None, {"amount": "amount"}
        ),
        EventMapping(
            "big_purchase", "select * from big", "email", "day", "recorded", None, "number", {"euros": "amount / 25"}
        ),
    )
    assert mapping.text == GOOD


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: web-shop", "id: Web Shop", 1, "Small letters"),
        ("id: web-shop\n", "", 1, '"id" is missing'),
        ("timezone:", "timezon:", 2, 'Did you mean "timezone"?'),
        ("Europe/Prague", "Europe/Brague", 2, "Europe/Prague"),
        ("orders: orders.csv", "orders: /etc/passwd", 4, "leaves the folder"),
        ("orders: orders.csv", "orders: ../orders.csv", 4, "leaves the folder"),
        ("  orders: orders.csv", "  Order Lines: orders.csv", 4, "cannot name a table"),
        ("  big:", "  big-ones:", 6, "cannot name a table"),
        ("  orders: orders.csv", "  - [1]", 4, "must be a name"),
        (
            "    customer: email\n    time: day\n    time_is: assumed",
            "    time: day\n    time_is: assumed",
            8,
            '"customer"',
        ),
        ("time_is: assumed", "time_is: guessed", 12, "recorded or assumed"),
        ("    why: Only the day is known.\n", "", 12, "needs a why"),
        ("    id: number", "    idd: number", 20, 'Did you mean "id"?'),
        ("euros: amount / 25", "euros:", 22, "must be a text"),
        ("    properties: [amount]", "    properties: amount", 14, "names and their SQL"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    with pytest.raises(CestaError) as error:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert error.value.code == "bad_mapping"
    assert f"mapping.yaml:{line}:" in error.value.message
    assert words in str(error.value)


@pytest.mark.parametrize("text", ["", "- 1\n", "id: a\nfiles: {}\nevents: []\n", "id: a\nfiles: {}\nevents: [1]\n"])
def test_what_is_no_mapping_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CestaError, match="bad_mapping"):
        read(tmp_path, text)


def test_what_is_new_in_a_mapping_is_read() -> None:
    text = GOOD.replace("  - event: purchase", "  - event_is: kind\n    time_formats: ['%d.%m.%Y', iso]")
    text += "changed: replace\ngenerated: true\nrepairs:\n  - {field: customer, value: n/a, becomes: null}\n"
    mapping = parse_mapping(text)
    assert (mapping.changed, mapping.generated, len(mapping.repairs)) == ("replace", True, 1)
    event = mapping.events[0]
    assert (event.event, event.event_is, event.time_formats) == ("", "kind", ("%d.%m.%Y", "iso"))
    assert (event.label, mapping.events[1].label) == ("named by kind", "big_purchase")


@pytest.mark.parametrize(
    ("added", "words"),
    [
        ("changed: maybe", "It is ask, keep, replace"),
        ("generated: perhaps", "true or false"),
        ("repairs: {a: 1}", "list of rules"),
        ("repairs:\n  - {field: customer}", "is no rule"),
    ],
)
def test_a_mistake_in_what_is_new_is_told(added: str, words: str) -> None:
    with pytest.raises(CestaError, match=rf"bad_mapping: mapping\.yaml:\d+: .*{words}"):
        parse_mapping(f"{GOOD}{added}\n")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("event: purchase", "name: purchase", 'there is no key "name"'),
        ("event: purchase", "event: purchase\n    event_is: kind", "both given"),
        ("properties: [amount]", "time_formats: {a: 1}", "must be a list"),
        ("properties: [amount]", "time_formats: [dmy]", "no way to write times"),
    ],
)
def test_how_an_event_is_named_and_timed_is_checked(old: str, new: str, words: str) -> None:
    with pytest.raises(CestaError, match=words):
        parse_mapping(GOOD.replace(old, new, 1))
