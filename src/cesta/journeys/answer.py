"""One question in, one answer out: the same function behind Python, the command line, HTTP and the screen."""

from __future__ import annotations

import time
from collections.abc import Mapping

from cesta.journeys.apart import whole_answer
from cesta.journeys.common import PARAMS, Segments, Selection, read_common, zone_of
from cesta.journeys.facts import Answer
from cesta.journeys.given import Given, bad_value
from cesta.journeys.own_events import own_columns, read_identity
from cesta.journeys.plan import Analysis, Registry
from cesta.journeys.pointer import find, is_inner, nothing_behind, numbers, write
from cesta.journeys.registry import ANALYSES
from cesta.journeys.where import Notes
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import show_instant
from cesta.store.columns import Snapshot

PARTS = frozenset(["analysis", "params", "events", "about", "behind", "per_customer", "limit", "after"])
_PAGE = 1000
_LARGEST_PAGE = 1_000_000


def answer(
    question: Mapping[str, object],
    data: Snapshot | None,
    *,
    segments: Segments | None = None,
    timezone: str = "UTC",
    registry: Registry = ANALYSES,
) -> dict[str, object]:
    """The whole envelope of a question's answer; what is wrong with the question is raised as a CestaError.

    `data` is the workspace's snapshot, used when the question brings no `events` of its own. `segments` turns the id
    of a stored segment into places of `data.customers`; `timezone` is the workspace's.
    """
    try:
        return _answer(question, data, segments, timezone, registry)
    except RecursionError as problem:
        raise CestaError("bad_value", "The question is nested too deep.", None) from problem


def _answer(
    question: Mapping[str, object],
    data: Snapshot | None,
    segments: Segments | None,
    timezone: str,
    registry: Registry,
) -> dict[str, object]:
    began = time.perf_counter()
    analysis, params = _read(question, registry)
    whole = Given(question)
    wants_about, listing = whole.flag("about", default=False), whole.flag("per_customer", default=False)
    page = _page(whole)
    given = Given(params, zone_of(params, timezone))
    common = read_common(given)
    identity = read_identity(params.get("identity"))
    plan = analysis.plan(given)
    own = question.get("events") is not None
    columns = own_columns(question["events"], identity) if own else data
    if columns is None:
        raise CestaError("missing_param", "There is no workspace, and the question brings no events.", None)
    notes = Notes()
    selection = Selection(columns, common, identity, None if own else segments, notes)
    journeys = selection.journeys(plan, listing or own)
    found = whole_answer(analysis, plan, common, journeys)
    envelope: dict[str, object] = {
        "result": found.result,
        "customers": journeys.size if found.customers is None else found.customers,
        "as_of": None if columns.as_of is None else show_instant(columns.as_of),
        "warnings": notes.warnings,
    }
    if question.get("behind") is not None:
        envelope["result"] = _behind(found, question["behind"], *page)
    elif wants_about:
        envelope["about"] = _about(found)
    envelope["took_ms"] = int((time.perf_counter() - began) * 1000)
    return envelope


def _read(question: Mapping[str, object], registry: Registry) -> tuple[Analysis, Mapping[str, object]]:
    if not isinstance(question, Mapping):
        raise CestaError("bad_json", "A question is a JSON object.", None)
    name = question.get("analysis")
    if name is None:
        raise CestaError("missing_param", '"analysis" is required.', f"Known: {', '.join(sorted(registry))}.")
    if not isinstance(name, str) or name not in registry:
        raise unknown("unknown_analysis", "analysis", str(name), registry)
    Given(question).check(PARTS, ())
    params = question.get("params")
    if params is None:
        params = {}
    if not isinstance(params, Mapping):
        raise bad_value("params", params, "an object")
    analysis = registry[name]
    Given(params).check(PARAMS | analysis.params, analysis.required)
    return analysis, params


def _page(whole: Given) -> tuple[int, str | None]:
    return whole.number("limit", _PAGE, least=1, most=_LARGEST_PAGE), whole.text("after")


def _behind(found: Answer, pointer: object, limit: int, after: str | None) -> dict[str, object]:
    path = find(pointer, found.result)
    fact = None if is_inner(path, found.result) else found.fact(path)
    if fact is None:
        raise nothing_behind(str(pointer))
    ids = fact.ids()
    later = ids if after is None else [one for one in ids if one > after]
    return {"customers": later[:limit], "total": len(ids)}


def _about(found: Answer) -> dict[str, object]:
    about: dict[str, object] = {}
    for path in numbers(found.result):
        fact = found.fact(path)
        if fact is not None:
            about[write(path)] = fact.about()
    return about
