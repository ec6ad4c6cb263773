"""Names and texts as SQL writes them."""

from __future__ import annotations


def quoted(name: str) -> str:
    """A name in SQL.

    >>> quoted("order")
    '"order"'
    """
    return '"' + name.replace('"', '""') + '"'


def text_of(text: str) -> str:
    """A text in SQL.

    >>> text_of("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"
