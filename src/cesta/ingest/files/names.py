"""Names of tables and columns: what a person called them, made fit for SQL and told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from cesta.ingest.files.staged import FILE, ROW, Note

COMPRESSED = (".gz", ".zst", ".bz2", ".zip")
# Letters that do not fall apart into a plain one and its accent; Cyrillic as it is usually written in Latin letters.
PLAIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdezijklmnoprstufhye", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": "", "ё": "e"}
    | {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
NAMES_TOLD = 5


def kind_of(path: Path) -> str:
    """What the file's name says it is, without how it is compressed.

    >>> kind_of(Path("orders.CSV.gz")), kind_of(Path("notes"))
    ('.csv', '')
    """
    return Path(_uncompressed(path)).suffix.lower()


def table_name(path: Path, sheet: str | None = None) -> str:
    """A table's name: small letters, digits and _.

    >>> table_name(Path("Zamówienia 2024.csv.gz")), table_name(Path("2024.xlsx"), "Заказы"), table_name(Path("☃.csv"))
    ('zamowienia_2024', 't_2024_zakazy', 'table')
    """
    stem = Path(_uncompressed(path)).stem
    words = f"{stem} {sheet}" if sheet else stem
    plain = unicodedata.normalize("NFKD", words.lower().translate(PLAIN)).translate(PLAIN)
    name = re.sub(r"[^a-z0-9]+", "_", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    name = name.strip("_")[:60] or "table"
    return name if name[0].isalpha() else f"t_{name}"


def distinct_columns(names: Sequence[str | None]) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """A header's names told apart, empty ones named by their place, and notes that say so.

    >>> distinct_columns(["id", "", "ID"])[0]
    ('id', 'column_2', 'ID_2')
    """
    taken = {ROW, FILE}
    found: list[str] = []
    empty: list[str] = []
    again: list[str] = []
    wanted = {(name or "").strip().casefold() for name in names}
    for place, given in enumerate(names, start=1):
        base = " ".join((given or "").split()) or f"column_{place}"
        name, count = base, 1
        # SQL does not tell Id from ID.
        while name.casefold() in taken or (count > 1 and name.casefold() in wanted):
            count += 1
            name = f"{base}_{count}"
        taken.add(name.casefold())
        found.append(name)
        if not (given or "").strip():
            empty.append(name)
        elif count > 1:
            again.append(name)
    return tuple(found), (
        *_note("empty_name", "Columns without a name were called", empty),
        *_note("same_name", "Columns of the same name were told apart as", again),
    )


def free_path(into: Path, name: str) -> Path:
    """A place for a staged copy that no other has."""
    path, count = into / f"{name}.parquet", 1
    while path.exists():
        count += 1
        path = into / f"{name}_{count}.parquet"
    return path


def _note(code: str, words: str, names: list[str]) -> list[Note]:
    if not names:
        return []
    more = "" if len(names) <= NAMES_TOLD else f" and {len(names) - NAMES_TOLD} more"
    return [Note(code, f"{words} {', '.join(names[:NAMES_TOLD])}{more}.")]


def _uncompressed(path: Path) -> str:
    return path.name[: -len(path.suffix)] if path.suffix.lower() in COMPRESSED else path.name
