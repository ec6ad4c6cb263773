"""A map as Markdown: what it says, a Mermaid journey that GitHub and GitLab draw, tables, and the map itself."""

from __future__ import annotations

import re
from typing import Any

from cesta.exchange import carried
from cesta.exchange.mermaid import read_mermaid, write_mermaid
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import about_of, insight_of, period_of, sentences, who_of
from cesta.exchange.tables import Table, tables_of
from cesta.exchange.wording import tell

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write_markdown(sheet: Sheet) -> bytes:
    """Readable as it stands, and carries its YAML."""
    view, language = sheet.view, sheet.language
    parts = [f"# {plain(view.title)}", plain(" · ".join([*who_of(sheet), *period_of(sheet)]))]
    parts += [f"**{word}:** {plain(said)}" for word, said in about_of(sheet)]
    if loud := insight_of(sheet):
        parts.append(f"> {plain(loud)}.")
    parts.append("\n".join(f"- {plain(said)}" for said in list(sentences(sheet))[1:]))
    parts.append(f"```mermaid\n{write_mermaid(sheet).decode().rstrip()}\n```")
    parts += [f"## {plain(table.title)}\n\n{_table(table)}" for table in tables_of(sheet)]
    note, body = tell("carries", language), carried.in_markdown(sheet.text)
    inside = f"<details>\n<summary>{note}</summary>\n\n{body}\n</details>"
    made = f"{tell('made_with', language)}, {sheet.day}"
    made += "" if sheet.numbers else f". {tell('no_numbers', language)}"
    return "\n\n".join([*parts, inside, f"*{made}*", ""]).encode()


def plain(text: str) -> str:
    """Text that no Markdown reader takes for marks.

    >>> print(plain("a *b* | <c>"))
    a \\*b\\* \\| \\<c\\>
    """
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _table(table: Table) -> str:
    rows = [table.heads, tuple("---" for _ in table.heads), *(tuple(map(plain, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def read_markdown(content: bytes, name: str) -> Any:
    """The map that the text carries, else what its Mermaid journey says. Raises no_map_inside, bad_yaml."""
    if carried.FENCE.search(content.decode("utf-8", "replace")) is None and b"```mermaid" in content:
        return read_mermaid(content, name)
    return carried.read_markdown(content)
