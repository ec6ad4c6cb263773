"""Cesta: a living customer journey map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from cesta.store.workspace import Workspace

__version__: str
__all__ = ["__version__", "ask", "sql"]


def ask(question: Mapping[str, object], workspace: Workspace | None = None) -> dict[str, Any]:
    """Answer a question document; without a workspace it must bring its own `events`. Raises CestaError.

    >>> visits = [{"customer": "ann", "event": "visit", "ts": "2026-03-02T09:00:00Z"}]
    >>> ask({"analysis": "funnel", "params": {"steps": ["visit"]}, "events": visits})["result"]["counts"]
    [1]
    """
    # Imported when first asked: the compiler behind the kernels takes longer to load than `cesta --help` may.
    from cesta.maps import questions

    return questions.ask(workspace, question)


def sql(query: str, workspace: Workspace | Path | str) -> pa.Table:
    """The answer to one SQL query over a workspace, open or a folder, as an Arrow table: `.to_pandas()` for a frame.

    The tables are events, journeys, loads and set_aside. Raises CestaError: bad_sql says where the mistake stands.
    """
    from pathlib import Path

    from cesta.store.sql import Sql
    from cesta.store.workspace import Workspace as Opened

    if not isinstance(workspace, Opened):
        with Opened.open(Path(workspace)) as opened:
            return sql(query, opened)
    with Sql(workspace) as tables:
        return tables.run(query).read_all()


def __getattr__(name: str) -> str:
    # Looked up when first asked: reading the metadata takes longer than most of what a verb does.
    if name == "__version__":
        from importlib.metadata import version

        return version("cesta")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
