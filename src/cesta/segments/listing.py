"""The segments of a workspace with their sizes, what is wrong with them, and who is in one at a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cesta.journeys.where import Condition, kind
from cesta.model.condition import And as AndTree
from cesta.model.condition import Compare, OneOf, Tree
from cesta.model.condition import Not as NotTree
from cesta.model.condition import Or as OrTree
from cesta.model.errors import CestaError, nearest
from cesta.model.instant import show_instant
from cesta.model.shape import say
from cesta.segments.document import SegmentDocument
from cesta.segments.rule import document_of
from cesta.segments.sentence import show_rule
from cesta.segments.shelf import Members, load_all, rules_of
from cesta.segments.tree import Amount, Rule, Trait, conditions, leaves
from cesta.store.columns import Snapshot
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SegmentProblem:
    """Something wrong with a segment's document. level: error, then nobody can be counted; or warning."""

    file: str
    line: int
    level: str
    code: str
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment at a moment. rule: its text, and as a document. size, share: None where the rule cannot be used."""

    id: str
    name: str
    description: str | None
    kind: str
    rule: str | None
    document: dict[str, object] | None
    size: int | None
    share: float | None
    problems: tuple[SegmentProblem, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every segment. customers: how many were seen by then, of whom the shares are."""

    at: str
    customers: int
    segments: tuple[SegmentRow, ...]


@dataclass(frozen=True, slots=True)
class MemberList:
    """Who was in a segment at a moment, by id, of what is known now. count: all of them, however many are listed."""

    segment: str
    at: str
    count: int
    customers: tuple[str, ...]


def list_segments(workspace: Workspace, at: int, lang: str = "en", sizes: Mapping[str, int] | None = None) -> Shelf:
    """Every segment by id. `sizes`: those that are known already."""
    broken: list[CestaError] = []
    documents, columns = load_all(workspace, broken), workspace.snapshot()
    resolve = Members(documents, columns, workspace.settings.timezone, at)
    customers = seen_by(columns, at)
    rows = [_row(documents, name, resolve, customers, lang, sizes or {}) for name in documents]
    rows += [_unreadable(error) for error in broken]
    return Shelf(show_instant(at), customers, tuple(sorted(rows, key=lambda row: row.id)))


def seen_by(columns: Snapshot, at: int) -> int:
    """How many customers had an event by then."""
    return int(np.count_nonzero(columns.times[columns.begins] <= at)) if len(columns.begins) else 0


def member_list(workspace: Workspace, segment_id: str, at: int, most: int | None = None, after: str = "") -> MemberList:
    """Who was in a segment, at most so many of those behind an id.

    Raises unknown_segment, bad_segment, segment_cycle.
    """
    columns = workspace.snapshot()
    places = Members(load_all(workspace), columns, workspace.settings.timezone, at)(segment_id)
    shown = places[int(np.searchsorted(places, bisect_right(columns.customers, after))) :] if after else places
    shown = shown if most is None else shown[:most]
    names = tuple(columns.customers[int(place)] for place in shown)
    return MemberList(segment_id, show_instant(at), len(places), names)


def check(workspace: Workspace) -> list[SegmentProblem]:
    """Everything that is wrong with the segments, file by file: what cannot be read, what was never seen."""
    broken: list[CestaError] = []
    documents = load_all(workspace, broken)
    columns = workspace.snapshot()
    found = [_of_error(error) for error in broken]
    for name, document in documents.items():
        found += problems_of(documents, name)
        try:
            rule = document.usable_rule()
        except CestaError:
            continue
        found += [_about(document, "warning", *said) for said in strange(rule, columns)]
        found += _empty(documents, name, columns, workspace.settings.timezone)
    return sorted(dict.fromkeys(found), key=lambda problem: (problem.file, problem.line, problem.code))


def problems_of(documents: Mapping[str, SegmentDocument], name: str) -> list[SegmentProblem]:
    """What a document gets wrong, circles and unknown segments among it."""
    source, complaints = documents[name].source, documents[name].complaints
    file = source.path.name
    found = [
        SegmentProblem(file, source.line_of(each.pointer), each.level, each.code, each.message, each.hint)
        for each in complaints
    ]
    try:
        rules_of(documents, name)
    except CestaError as error:
        if error.code != "bad_segment" or not any(problem.level == "error" for problem in found):
            found.append(_about(documents[name], "error", error.code, error.message, error.hint))
    return found


def strange(rule: Rule, columns: Snapshot) -> Iterator[tuple[str, str, str | None]]:
    """Code, message and hint for what a rule names and no event ever said."""
    for leaf in leaves(rule):
        for condition in conditions(leaf):
            yield from _names(condition, columns)
        if isinstance(leaf, Amount):
            yield from _property(leaf.name, columns)
            if leaf.kind != "different":
                yield from _kinds(leaf.name, 0, columns)
        if isinstance(leaf, Trait):
            yield from _compared(leaf.where, columns)


def _names(condition: Condition, columns: Snapshot) -> Iterator[tuple[str, str, str | None]]:
    name = condition.event
    if name is not None and name not in columns.names:
        close = nearest(name, columns.names)
        yield "unknown_event", f'No event "{name}" was ever seen.', f'Did you mean "{close}"?' if close else None
    if condition.where is not None:
        yield from _compared(condition.where, columns)
    for choice in condition.choices or ():
        yield from _names(choice, columns)


def _compared(where: Tree, columns: Snapshot) -> Iterator[tuple[str, str, str | None]]:
    match where:
        case AndTree(items) | OrTree(items):
            for item in items:
                yield from _compared(item, columns)
        case NotTree(item):
            yield from _compared(item, columns)
        case _:
            yield from _property(where.name, columns)
            wanted = where.value if isinstance(where, Compare) else None
            for value in where.values if isinstance(where, OneOf) else () if wanted is None else (wanted,):
                yield from _kinds(where.name, value, columns)


def _property(name: str, columns: Snapshot) -> Iterator[tuple[str, str, str | None]]:
    if name not in columns.props:
        close = nearest(name, columns.props)
        yield "unknown_property", f'No event has "{name}".', f'Did you mean "{close}"?' if close else None


def _kinds(name: str, wanted: str | int | float | bool, columns: Snapshot) -> Iterator[tuple[str, str, str | None]]:
    kinds = {kind(value) for value in columns.props[name].values} if name in columns.props else set()
    if kinds and kind(wanted) not in kinds:
        said = f'"{name}" is {" or ".join(sorted(kinds))}, never {kind(wanted)}.'
        yield "mixed_types", said, "What is of another type is never met."
    elif len(kinds) > 1:
        yield "mixed_types", f'"{name}" is {" and ".join(sorted(kinds))}.', "What is of another type is never met."


def _empty(
    documents: Mapping[str, SegmentDocument], name: str, columns: Snapshot, timezone: str
) -> Sequence[SegmentProblem]:
    try:
        found = Members(documents, columns, timezone)(name)
    except CestaError:
        return ()
    if len(found) or not len(columns.customers):
        return ()
    return (_about(documents[name], "warning", "empty_segment", "Nobody is in this segment.", None),)


def _row(
    documents: Mapping[str, SegmentDocument],
    name: str,
    resolve: Members,
    customers: int,
    lang: str,
    sizes: Mapping[str, int],
) -> SegmentRow:
    document, size, rule, tree = documents[name], None, None, None
    problems = problems_of(documents, name)
    if not any(problem.level == "error" for problem in problems):
        size = sizes[name] if name in sizes else len(resolve(name))
        tree = document.usable_rule()
        rule = show_rule(tree)
    share = None if size is None or not customers else size / customers
    return SegmentRow(name, say(document.name, lang) or name, say(document.description, lang), document.kind, rule,
                      None if tree is None else document_of(tree),
                      size, share, tuple(problems))  # fmt: skip


def _unreadable(error: CestaError) -> SegmentRow:
    problem = _of_error(error)
    name = problem.file.removesuffix(".yaml")
    return SegmentRow(name, name, None, "rule", None, None, None, None, (problem,))


def _of_error(error: CestaError) -> SegmentProblem:
    """A file that is no segment at all: its name and line stand at the beginning of the message."""
    place, _, said = error.message.partition(" ")
    parts = place.rstrip(":").rsplit("/", 1)[-1].split(":")
    line = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 1
    return SegmentProblem(parts[0], line, "error", error.code, said, error.hint)


def _about(document: SegmentDocument, level: str, code: str, message: str, hint: str | None) -> SegmentProblem:
    source = document.source
    return SegmentProblem(source.path.name, source.line_of("/rule"), level, code, message, hint)
