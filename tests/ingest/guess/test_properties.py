"""What is useful stays with the events; counters, addresses and free texts do not."""

from __future__ import annotations

from cesta.ingest.guess.columns import Column, Facts, understand
from cesta.ingest.guess.properties import properties_of, shorthand


def column(name: str, *values: str) -> Column:
    return understand(Facts(name, "VARCHAR", len(values), len(values), len(set(values)), dict.fromkeys(values, 1)))


def test_what_is_kept() -> None:
    columns = [
        column("price", "1.5", "2.5"), column("e-mail", "a@b.cz", "c@d.cz"), column("first_name", "Jan", "Eva"),
        column("channel", "web", "app"), column("review", *(f"Very long words, {n} of them." for n in range(30))),
        column("note", *(f"Something said in passing {n}" for n in range(30))),
    ]  # fmt: skip
    kept = properties_of(columns, {"channel"})
    assert kept.properties == {"price": "number(price)", "review": "review"}
    assert kept.personal == ("e-mail", "first_name")


def test_names_alone_where_they_suffice() -> None:
    assert shorthand({"price": "price"})
    assert not shorthand({"order": '"order"'})
    assert not shorthand({})
