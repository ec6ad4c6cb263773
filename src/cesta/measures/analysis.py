"""A KPI as a question: its number in the question's period, and the customers behind it."""

from __future__ import annotations

from collections.abc import Callable

from cesta.journeys.facts import Answer, Fact, Path, tidy
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.units import Journeys
from cesta.measures.document import MeasureDocument
from cesta.measures.figure import Figure
from cesta.measures.formulas.registry import FORMULAS
from cesta.measures.formulas.wanted import Figures
from cesta.measures.happened import Look

Find = Callable[[object], MeasureDocument]
OnMaps = Callable[[MeasureDocument, Journeys], Figures]


def figures_of(document: MeasureDocument, look: Look, on_maps: OnMaps) -> Figures:
    """The number of any period, for these customers. Raises bad_measure."""
    wanted = document.wanted()
    if document.on is not None:
        return on_maps(document, look.journeys)
    return FORMULAS[document.type](look, wanted)


def measure(find: Find, on_maps: OnMaps, currency: str | None) -> Analysis:
    """A KPI in `date_from` … `date_to`, else over everything known. `measure`: its id, or the document itself."""

    def plan(given: Given) -> Plan:
        document = find(given.raw("measure"))
        document.wanted()
        first, end = given.dates()

        def run(journeys: Journeys) -> Answer:
            look = Look(journeys, currency)
            figures = figures_of(document, look, on_maps)
            begin, until = look.since if first is None else first, look.as_of + 1
            return _answer(document, journeys, figures(begin, until if end is None else min(end, until)))

        # what customers did before the period decides who is new, and who came back
        return Plan(run=run, span=(None, None))

    return Analysis(plan, params=frozenset({"measure"}), required=frozenset({"measure"}))


def _answer(document: MeasureDocument, journeys: Journeys, found: Figure) -> Answer:
    result: dict[str, object] = {
        "measure": document.id,
        "value": tidy(found.value),
        "n": found.n,
        "of": found.of,
        "unit": document.kind.unit if document.kind else None,
        "currency": found.currency,
        "left_out": found.left_out,
    }

    def fact(path: Path) -> Fact | None:
        if path == ("value",) and found.low is not None and found.high is not None:
            return Fact(found.n, found.of, found.low, found.high, lambda: journeys.ids(found.units))
        if path in (("value",), ("n",)):
            return Fact(found.n, found.of, found.n, found.n, lambda: journeys.ids(found.units))
        if path == ("of",):
            return Fact(found.of, found.of, found.of, found.of, lambda: journeys.ids(found.base))
        return None

    return Answer(result, fact, entered=found.of > 0)
