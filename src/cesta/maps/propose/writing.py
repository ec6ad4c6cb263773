"""Writes a drafted map as the document that people will edit: plain data, and YAML that reads well."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from cesta.maps.document import MapDocument, as_map
from cesta.maps.propose.draft import Draft, Stage, Stop
from cesta.maps.propose.kinds import Kind
from cesta.model.condition import show
from cesta.model.duration import show_duration
from cesta.store.documents import Document

HEAD = """\
# A first map, proposed from the events that there are. Everything in it is a suggestion: rename, move, add, leave out.
# Its numbers are measured whenever it is opened. What people think and feel, nobody was asked yet.
"""
INLINE = frozenset({"match", "start", "end", "goal", "channel", "lanes"})
Data = dict[str, Any]


def data_of(draft: Draft) -> Data:
    """The document as plain values."""
    data: Data = {
        "cesta": "map/1",
        "id": draft.id,
        "title": draft.title,
        "level": "L1",
        "state": "current",
        "status": "draft",
        "start": {"first_of": list(draft.starts)},
        "end": {"any_of": [*_finals(draft), *_ends(draft)]},
    }
    if draft.goal is not None:
        said = draft.goal.short() or draft.goal.label
        data["goal"] = {**condition_of((draft.goal,)), "name": said}
    return data | {"stages": [_stage(stage) for stage in draft.stages]}


def _finals(draft: Draft) -> Iterator[Data]:
    for kind in draft.finals:
        condition = condition_of((kind,))
        yield from condition.get("any", [condition])


def _ends(draft: Draft) -> Iterator[str]:
    if not draft.rhythm.calls:
        yield f"silence {show_duration(draft.rhythm.silence)}"
    if draft.rhythm.after is not None:
        yield f"after {show_duration(draft.rhythm.after)}"


def _stage(stage: Stage) -> Data:
    short = {"short": stage.short} if stage.short is not None else {}
    return {"id": stage.id, "name": stage.name, **short, "touchpoints": [_stop(stop) for stop in stage.stops]}


def _stop(stop: Stop) -> Data:
    data: Data = {"id": stop.id, "name": stop.name}
    if stop.short is not None:
        data["short"] = stop.short
    if stop.channel is not None:
        data["channel"] = stop.channel
    return data | {"match": condition_of(stop.kinds)}


def condition_of(kinds: tuple[Kind, ...]) -> Data:
    """What the events must meet, in as few words as will do."""
    choices: list[Data] = []
    for kind in kinds:
        asked = {"where": show(kind.where)} if kind.where is not None else {}
        choices += [{"event": name, **asked} for name in kind.events]
    return choices[0] if len(choices) == 1 else {"any": choices}


def document_of(draft: Draft) -> MapDocument:
    """The document as a map, without a detour through its text."""
    data = data_of(draft)
    return as_map(Document(Path(f"{draft.id}.yaml"), "", data, data))


def text_of(draft: Draft) -> str:
    """The document as its file."""
    yaml = YAML(typ="rt")
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_tree(data_of(draft), inline=False), out)
    return HEAD + out.getvalue()


def _tree(value: Any, inline: bool) -> Any:
    """The same values; texts in several languages, rules and ends on one line each."""
    if isinstance(value, Mapping):
        mapping = CommentedMap()
        if inline:
            mapping.fa.set_flow_style()
        for key, item in value.items():
            short = inline or key in INLINE or (isinstance(item, Mapping) and key in ("title", "name", "short"))
            mapping[key] = _tree(item, short)
        return mapping
    if isinstance(value, list | tuple):
        items = CommentedSeq([_tree(item, inline) for item in value])
        if inline:
            items.fa.set_flow_style()
        return items
    return value
