"""Cesta: a living customer journey map."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cesta.store.workspace import Workspace

__version__ = version("cesta")
__all__ = ["__version__", "ask"]


def ask(question: Mapping[str, object], workspace: Workspace | None = None) -> dict[str, Any]:
    """Answer a question document; without a workspace it must bring its own `events`. Raises CestaError.

    >>> visits = [{"customer": "ann", "event": "visit", "ts": "2026-03-02T09:00:00Z"}]
    >>> ask({"analysis": "funnel", "params": {"steps": ["visit"]}, "events": visits})["result"]["counts"]
    [1]
    """
    # Imported when first asked: the compiler behind the kernels takes longer to load than `cesta --help` may.
    from cesta.maps import questions

    return questions.ask(workspace, question)
