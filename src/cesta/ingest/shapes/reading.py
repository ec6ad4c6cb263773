"""SQL that reads a field of a shape from the column that a file has for it."""

from __future__ import annotations

from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.sql import column_sql
from cesta.ingest.shapes.document import Field, words
from cesta.store.sql_text import text_of

COUNTRIES = {
    "Europe/Warsaw": "48", "Europe/Prague": "420", "Europe/Bratislava": "421",
    **dict.fromkeys(
        ("Europe/Moscow", "Europe/Kaliningrad", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk",
         "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Vladivostok", "Asia/Almaty"), "7",
    ),
}  # fmt: skip
"""The number of a country whose clock people there set; their own numbers are mostly written without it."""


def cell_sql(field: Field, column: Column, timezone: str) -> str:
    """The field's value of a row; numbers and moments as they are written."""
    name = column_sql(column.name)
    if field.kind in ("moment", "number", "flag"):
        return name
    if field.kind == "length":
        return f"seconds({name})"
    if field.kind in ("person", "phone"):
        return f"{field.kind}({name}, {text_of(COUNTRIES.get(timezone, ''))})"
    text = f"nullif(trim({name}::varchar), '')"
    return _choice(field, text) if field.kind == "choice" else text


def detail_sql(name: str, field: Field, column: Column) -> str:
    """The property that a field is, read from the table where the field has its own name."""
    called = column_sql(name)
    if field.kind == "number" and column.is_text:
        return f"number({called}, ',')" if column.comma else f"number({called})"
    if field.kind == "flag" and column.is_text:
        return f"flag({called})"
    return called


def _choice(field: Field, text: str) -> str:
    cases = []
    for value, told in field.values.items():
        known = ", ".join(map(text_of, dict.fromkeys((value, *words(told)))))
        cases.append(f"    when lower({text}) in ({known}) then {text_of(value)}")
    return "case\n" + "\n".join(cases) + f"\n    else lower({text}) end"
