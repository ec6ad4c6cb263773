"""The groups found among a workspace's customers: kept for a while, and made into segments and personas that stay."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from cesta.maps.fmt import fmt
from cesta.maps.personas import draft
from cesta.measures.discovered import Discovered, Group, discover, everybody
from cesta.model.errors import CestaError, brief
from cesta.model.instant import show_instant
from cesta.model.shape import slug
from cesta.segments.rule import read_rule
from cesta.segments.sentence import show_rule
from cesta.store.disk import make_folder, write_new
from cesta.store.workspace import Workspace

MINUTES = 10
"""So long what was found is shown again: groups do not change with the next event."""
_found: dict[Path, tuple[float, Groups]] = {}
_lock = threading.Lock()
_looking = threading.Lock()


@dataclass(frozen=True, slots=True)
class Groups:
    """What was found, when (`at`), and each group's rule as a text, in the same order; "" where there is none."""

    at: str
    found: Discovered
    rules: tuple[str, ...]


def groups(workspace: Workspace, *, afresh: bool = False) -> Groups:
    """The groups of all customers, found now or minutes ago; examples who are no longer there are left out."""
    with _looking:
        with _lock:
            kept = _found.get(workspace.root)
        if afresh or kept is None or time.monotonic() - kept[0] > MINUTES * 60:
            kept = time.monotonic(), _find(workspace)
            with _lock:
                _found[workspace.root] = kept
    there = workspace.snapshot().customers
    found = kept[1].found
    rows = tuple(replace(row, examples=tuple(one for one in row.examples if one in there)) for row in found.groups)
    return replace(kept[1], found=replace(found, groups=rows))


def _find(workspace: Workspace) -> Groups:
    found = discover(everybody(workspace.snapshot(), workspace.settings.timezone))
    rules = tuple(show_rule(read_rule(row.rule.rule)) if row.rule else "" for row in found.groups)
    return Groups(show_instant(time.time_ns() // 1000), found, rules)


@dataclass(frozen=True, slots=True)
class Adopted:
    """The segment, and the persona if one was wanted."""

    segment: str
    persona: str | None


def adopt(workspace: Workspace, number: int, id_: str, name: str, *, with_persona: bool = True) -> Adopted:
    """Makes a group into a segment, which lives on by its rule, and drafts a persona for it.

    Nothing that is there is overwritten. Raises unknown_group, bad_value, segment_exists, persona_exists.
    """
    group = _group(groups(workspace), number)
    if any(slug(id_, "")):
        raise CestaError("bad_value", f"{brief(id_)} cannot be an id.", 'Small letters, digits and "-": deal-hunters.')
    if not name.strip():
        raise CestaError("bad_value", "The group needs a name.", "Say it in your customers' words.")
    assert group.rule is not None
    segment = {
        "cesta": "segment/1",
        "id": id_,
        "kind": "discovered",
        "name": name,
        "notes": f"Found among {group.customers:,} customers; the rule takes {group.rule.recall:.0%} of the group, and"
        f" {group.rule.precision:.0%} of those it takes are in it.",
        "rule": group.rule.rule,
    }
    if with_persona and (workspace.root / "personas" / f"{id_}.yaml").exists():
        raise _taken("persona", id_)
    _put(workspace, "segment", id_, segment)
    if with_persona:
        _put(workspace, "persona", id_, draft(id_, name, id_))
    return Adopted(id_, id_ if with_persona else None)


def _group(known: Groups, number: int) -> Group:
    for group in known.found.groups:
        if group.number == number and group.rule is not None:
            return group
    raise CestaError("unknown_group", f"There is no group {number} with a rule.", "See `cesta groups DIR`.")


def _put(workspace: Workspace, kind: str, id_: str, document: Mapping[str, object]) -> None:
    path = workspace.root / f"{kind}s" / f"{id_}.yaml"
    make_folder(path.parent)
    # JSON is YAML, and the formatter lays it out as people write it
    if not write_new(path, _laid_out(document, path)):
        raise _taken(kind, id_)


def _laid_out(document: Mapping[str, object], path: Path) -> str:
    lines = [f"{key}: {msgspec.json.encode(value).decode()}" for key, value in document.items()]
    return fmt("\n".join(lines) + "\n", path)


def _taken(kind: str, id_: str) -> CestaError:
    return CestaError(
        f"{kind}_exists", f'There is a {kind} "{id_}" already.', "Choose another id; nothing was written."
    )
