"""What the nodes of a path are called: event names or properties, grouped by pattern, some left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.given import Given, bad_value
from cesta.journeys.likeness import contains
from cesta.journeys.units import Asked, Journeys, Places
from cesta.journeys.where import code_of
from cesta.kernels.pairs import joined
from cesta.model.errors import CestaError, nearest
from cesta.store.columns import offsets_of

MOST_NAMES = 4_000
"""A table of so many names by as many takes 128 MB."""
PARAMS = frozenset({"node", "groupings", "exclude_nodes", "collapse"})


@dataclass(frozen=True, slots=True)
class Naming:
    """How events become nodes."""

    node: tuple[tuple[str, str | None], ...] = (("*", "event"),)
    groupings: tuple[str, ...] = ()
    excluded: frozenset[str] = frozenset()
    strip_slash: bool = False


@dataclass(frozen=True)
class NodePaths:
    """Journeys as sequences of nodes: event i is the node `names[nodes[i]]`. Units without any are still there."""

    journeys: Journeys
    nodes: Places
    times: Places
    offsets: Places
    names: tuple[str, ...]

    def owners(self) -> Places:
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    def keep(self, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> NodePaths:
        """Only these events."""
        counts = np.bincount(self.owners()[kept], minlength=len(self.offsets) - 1)
        return replace(self, nodes=self.nodes[kept], times=self.times[kept], offsets=offsets_of(counts))

    def joined(self, collapse: str) -> NodePaths:
        """Neighbours of one name made one."""
        if collapse == "none":
            return self
        return self.keep(joined(self.nodes, self.owners(), collapse == "last"))


def few_enough(nodes: Places, names: tuple[str, ...]) -> tuple[Places, tuple[str, ...]]:
    """The same nodes among few enough names for a table of each by each: where there are more, those that are met.

    Raises too_many_names.
    """
    if len(names) <= MOST_NAMES:
        return nodes, names
    met, dense = np.unique(nodes, return_inverse=True)
    if len(met) > MOST_NAMES:
        message = f"A table of {len(met):,} names by as many is too large."
        raise CestaError("too_many_names", message, f"Choose at most {MOST_NAMES:,}: filter, group or exclude some.")
    return dense.astype(np.int64), tuple(names[place] for place in met.tolist())


def read_naming(given: Given, strip_slash: bool = False) -> Naming:
    """Reads `node`, `groupings` and `exclude_nodes`."""
    node = given.raw("node")
    pairs: tuple[tuple[str, str | None], ...] = (("*", "event"),)
    if node is not None:
        if not isinstance(node, Mapping):
            raise bad_value("node", node, "an object from event name to property")
        for name, source in node.items():
            if source is not None and not isinstance(source, str):
                raise bad_value(f"node.{name}", source, 'the name of a property, "event" or null')
        pairs = tuple((str(name), source) for name, source in node.items())
    groupings = tuple(given.names("groupings"))
    return Naming(pairs, groupings, frozenset(given.names("exclude_nodes")), strip_slash)


def note_names(naming: Naming, asked: Asked, *wanted: str | None) -> None:
    """Notes the events of `node` that were never seen; and the `wanted` nodes, where names alone decide."""
    for name, _ in naming.node:
        if name != "*":
            code_of(asked.columns, name, asked.notes)
    known = nodes_of_codes(naming, asked.columns.names)
    if known is not None:
        for one in wanted:
            if one is not None and one not in known[1]:
                asked.notes.add({"code": "unknown_event", "value": one, "did_you_mean": nearest(one, known[1])})


def nodes_of_codes(naming: Naming, names: tuple[str, ...]) -> tuple[NDArray[np.int32], tuple[str, ...]] | None:
    """The node of each event name, -1 for none, where names alone decide; and what the nodes are called.

    The last place is that of events which are not there.
    """
    sources = dict(naming.node)
    raw: dict[str, int] = {}
    places = []
    for name in names:
        source = sources.get(name, sources.get("*"))
        if source not in (None, "event"):
            return None
        places.append(-1 if source is None else _place(name, naming, raw))
    called = tuple(sorted(raw))
    order = {name: place for place, name in enumerate(called)}
    final = np.array([*(order[name] for name in raw), -1], np.int32)
    return final[np.array([*places, -1], np.int64)], called


def node_paths(naming: Naming, journeys: Journeys) -> NodePaths:
    """Each journey's nodes; events that name no node, or an excluded one, are gone."""
    sources = dict(naming.node)
    codes = journeys.codes
    raw: dict[str, int] = {}
    nodes = np.full(len(codes), -1, np.int64)
    of_name = [sources.get(name, sources.get("*")) for name in journeys.names]
    for source in sorted({source for source in of_name if source is not None}):
        from_source = np.array([one == source for one in of_name], dtype=np.bool_)[codes]
        values, texts = journeys.asked.text_codes(source)
        # "" is a property that is not set; among names only those are nodes that `node` takes for themselves
        own = [name for name, one in zip(journeys.names, of_name, strict=True) if one == source]
        named = set(own if source == "event" else texts[1:])
        places = np.array([_place(text, naming, raw) if text in named else -1 for text in texts], np.int64)
        nodes[from_source] = places[values[journeys.rows[from_source]]]
    names = tuple(sorted(raw))
    order = {name: place for place, name in enumerate(names)}
    final = np.array([*(order[name] for name in raw), -1], np.int64)
    paths = NodePaths(journeys, final[nodes], journeys.times, journeys.offsets, names)
    return paths.keep(paths.nodes >= 0)


def _place(text: str, naming: Naming, raw: dict[str, int]) -> int:
    """The place of a text's node, or -1 for one that is left out."""
    if text in naming.excluded:
        return -1
    name = text
    for pattern in naming.groupings:
        if contains(text, pattern):
            name = pattern
    if naming.strip_slash and len(name) > 1 and name.endswith("/"):
        name = name[:-1]
    if name in naming.excluded:
        return -1
    return raw.setdefault(name, len(raw))
