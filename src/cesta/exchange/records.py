"""Things with fields as rows of a table, and rows as things: texts in a cell each language, the rest as one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cesta.exchange.yaml_text import flow_of, read_flow
from cesta.model.shape import LANGUAGES

TEXTS = frozenset(
    {
        "id", "name", "title", "short", "text", "customer_goal", "motivation", "thinks", "trigger", "notes", "channel",
        "tool", "criticality", "owner", "zooms_to", "scenario", "persona", "segment", "level", "state", "status",
        "purpose", "parent", "cost", "evidence", "experiment", "touchpoint", "barrier", "cesta", "reviewed",
    }
)  # fmt: skip
"""Fields that hold words, in one language or in several; all others stand in their cell as YAML in one line."""
Row = dict[str, str]


def row_of(record: Mapping[str, Any], prefix: str = "") -> Row:
    """The cells of a thing by the name of their column.

    >>> row_of({"id": "a", "name": {"en": "A", "pl": "Ą"}, "match": {"event": "x"}})
    {'id': 'a', 'name:en': 'A', 'name:pl': 'Ą', 'match': '{event: x}'}
    """
    row: Row = {}
    for key, value in record.items():
        if key in TEXTS and isinstance(value, str):
            row[prefix + key] = value
        elif key in TEXTS and isinstance(value, Mapping) and set(value) <= set(LANGUAGES):
            row |= {f"{prefix}{key}:{language}": text for language, text in value.items()}
        else:
            row[prefix + key] = flow_of(value)
    return row


def record_of(row: Mapping[str, str], prefix: str = "") -> dict[str, Any]:
    """The thing again. Raises bad_yaml for a cell that cannot be read."""
    record: dict[str, Any] = {}
    for column, cell in row.items():
        if not column.startswith(prefix) or not cell.strip():
            continue
        key, _, language = column.removeprefix(prefix).partition(":")
        if language in LANGUAGES:
            said = record.setdefault(key, {})
            if isinstance(said, dict):  # else the table has the same in no language, too
                said[language] = cell
        else:
            record[key] = cell if key in TEXTS else read_flow(cell)
    return record


def columns_of(rows: Iterable[Mapping[str, str]], first: Sequence[str], language: str) -> list[str]:
    """Every column that some row has: those named first in that order, the reader's language before the others."""
    seen = dict.fromkeys(column for row in rows for column in row)
    places = {key: place for place, key in enumerate(first)}
    tongues = {"": 0, language: 1}

    def order(column: str) -> tuple[int, int, int]:
        key, _, tongue = column.partition(":")
        spoken = tongues.get(tongue, 2 + (LANGUAGES.index(tongue) if tongue in LANGUAGES else 9))
        return places.get(key, len(places)), list(seen).index(column) if key not in places else 0, spoken

    return sorted(seen, key=order)
