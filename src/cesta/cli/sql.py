"""`cesta sql DIR "select …"`: events and journeys in SQL, on the screen, as JSON or CSV, or as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cesta.cli.output import for_a_person, table, tell
from cesta.cli.reading import opened
from cesta.cli.sql_rows import rows_of
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    import pyarrow as pa

SHOWN = 1000
"""Rows that a person is shown."""
EXPORTS = {
    "events": "select * from events order by customer, ts, seq",
    "journeys": "select * from journeys order by customer",
}


def sql(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A workspace folder.")],
    query: Annotated[
        str | None, typer.Argument(metavar="SQL|-", help="One query over events, journeys, loads, set_aside.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated rows.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a row, even at a terminal.")] = False,
    out: Annotated[Path | None, typer.Option(help="Save as .parquet, .csv or .xlsx.", metavar="FILE")] = None,
    export: Annotated[
        Path | None, typer.Option(help="Write all events and journeys as Parquet.", metavar="FOLDER")
    ] = None,
) -> None:
    if export is not None:
        _export(folder, export)
    if query is None:
        if export is None:
            raise CestaError("missing_param", "There is no query.", 'Such as "select count(*) from events", or - .')
        return
    asked = _read() if query == "-" else query
    if out is not None:
        _save(folder, asked, out)
        return
    with rows_of(folder, asked) as reader:
        if csv:
            from cesta.api.sql_out import write_csv

            write_csv(reader, sys.stdout)
        elif for_a_person(json):
            print("\n".join(_shown(reader)))
        else:
            _print_json(reader)


def _read() -> str:
    with opened("-") as stream:
        try:
            return stream.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise CestaError("bad_sql", f"The query is not UTF-8 text (byte {error.start}).") from error


def _save(folder: Path, query: str, path: Path) -> None:
    from cesta.api.sql_out import kind_of, save
    from cesta.store.made import note_made

    kind_of(path)
    with rows_of(folder, query) as reader:
        rows = save(reader, path, query, folder.resolve().name)
    note_made(folder / "data", "export", path)
    tell(f"{rows:,} rows in {path}")


def _export(folder: Path, target: Path) -> None:
    """What counts now, as files that any tool may read as they are."""
    from cesta.store.disk import make_folder

    make_folder(target)
    for name, query in EXPORTS.items():
        _save(folder, query, target / f"{name}.parquet")


def _shown(reader: pa.RecordBatchReader) -> list[str]:
    from cesta.api.sql_plain import plain_rows

    rows: list[list[str]] = []
    for batch in reader:
        rows += [[_cell(value) for value in row] for row in plain_rows(batch.slice(0, SHOWN + 1 - len(rows)))]
        if len(rows) > SHOWN:
            break
    more = ["… and more; all of them with --csv, --json or --out."] if len(rows) > SHOWN else []
    return [*table(reader.schema.names, rows[:SHOWN]), *more]


def _cell(value: object) -> str:
    import msgspec

    if value is None:
        return ""
    # A line break or a terminal's own signs must not disturb the table.
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _print_json(reader: pa.RecordBatchReader) -> None:
    import msgspec

    from cesta.api.sql_plain import plain_rows

    for batch in reader:
        for row in plain_rows(batch):
            print(msgspec.json.encode(dict(zip(reader.schema.names, row, strict=True))).decode())


def add_to(app: typer.Typer, said: str) -> None:
    app.command("sql", help=said)(sql)
