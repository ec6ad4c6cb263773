"""A KPI by country, brand, channel and whatever else events say: one number for each value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from cesta.journeys.where import Condition
from cesta.maps.kpi_view import KpiNumber, number_of
from cesta.maps.kpis import Wish, kpis
from cesta.maps.questions import ask
from cesta.measures.document import MeasureDocument
from cesta.measures.figure import Figure
from cesta.measures.shelf import wanted_measure
from cesta.store.workspace import Workspace

USUAL = ("country", "brand", "currency", "channel", "source", "device", "store", "language")
MOST = 12
"""A property with more values than these shows its largest groups."""


@dataclass(frozen=True, slots=True)
class KpiPart:
    value: str
    currency: str | None
    number: KpiNumber


@dataclass(frozen=True, slots=True)
class KpiSplit:
    """by: a property. own: each value counts its own events; else each customer has the value she came with first.

    others: values that are not shown. question: gives these numbers.
    """

    by: str
    own: bool
    parts: tuple[KpiPart, ...]
    others: int
    question: dict[str, object]


def splits(workspace: Workspace, wish: Wish) -> Iterator[KpiSplit]:
    """By what the document names, then by what is usual, as far as there are such properties. Raises as `kpis` does."""
    (kpi,) = kpis(workspace, wish).kpis
    document, columns = wanted_measure(workspace, kpi.id), workspace.snapshot()
    for name in dict.fromkeys((*document.words("by"), *USUAL)):
        if kpi.problem is None and name in columns.props:
            found = _split(workspace, document, kpi.question, name)
            if len(found.parts) > 1:
                yield found


def _split(workspace: Workspace, document: MeasureDocument, question: Mapping[str, object], name: str) -> KpiSplit:
    own = _is_own(workspace, document.wanted().numerator, name)
    params = question["params"]
    assert isinstance(params, Mapping)
    asked = {
        **question,
        "params": {**params, "breakdown": name, "attribution": "all_events" if own else "first_touch"},
    }
    result = ask(workspace, {**asked, "about": True})
    whole, about = result["result"], result["about"]
    assert isinstance(whole, dict)
    assert isinstance(about, dict)
    assert document.kind is not None
    unit, min_n = document.kind.unit, document.min_n(workspace.settings.min_n)
    parts = [
        KpiPart(
            value,
            part["currency"],
            number_of(_figure(part, about.get(f"/breakdown/{_token(value)}/value")), unit, min_n),
        )
        for value, part in whole["breakdown"].items()
        if value
    ]
    parts.sort(key=lambda part: (-part.number.of, part.value))
    return KpiSplit(name, own, tuple(parts[:MOST]), max(len(parts) - MOST, 0), dict(asked))


def _token(value: str) -> str:
    return value.replace("~", "~0").replace("/", "~1")


def _figure(part: Mapping[str, object], about: Mapping[str, float] | None) -> Figure:
    value, n, of = part["value"], part["n"], part["of"]
    assert value is None or isinstance(value, int | float)
    assert isinstance(n, int)
    assert isinstance(of, int)
    low, high = (None, None) if about is None or value is None else (about["low"], about["high"])
    return Figure(value, low, high, n=n, of=of)


def _is_own(workspace: Workspace, condition: Condition | None, name: str) -> bool:
    """Whether every event of this name says the property itself, as a purchase says its currency."""
    if condition is None or condition.event is None:
        return False
    columns = workspace.snapshot()
    if condition.event not in columns.names:
        return False
    rows = np.flatnonzero(columns.codes == columns.names.index(condition.event))
    return bool(len(rows)) and bool(np.all(columns.props[name].codes[rows] >= 0))
