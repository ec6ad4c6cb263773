"""What people do about who is who: a merge undone and redone, two joined by hand or kept apart, an id shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cesta.identity.claims import Id
from cesta.identity.decisions import Decision, decided, holding
from cesta.identity.merges import Merge
from cesta.identity.resolver import Resolver
from cesta.identity.rules import Rules
from cesta.model.errors import CestaError
from cesta.store.disk import write_whole
from cesta.store.identity import FILE, rules_in
from cesta.store.identity_decisions import add_decision, read_decisions, take_back
from cesta.store.identity_told import MOST, TheMerge, find_key, told
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Change:
    """What other rules or decisions would change. people_before, people_after: how many the ids are that claims name.
    gone, new: merges that would no longer be there, and those that would come, at most a thousand of each.
    """

    people_before: int
    people_after: int
    gone_count: int
    new_count: int
    gone: list[TheMerge]
    new: list[TheMerge]


def undo(workspace: Workspace, merge: str, who: str) -> Decision:
    """No claim like the one of this merge joins these ids any more. Raises unknown_merge."""
    found = _the_merge(workspace, merge)
    if found.id.startswith("d"):
        return take_back(workspace.log, int(found.id[1:]), who)
    return add_decision(workspace.log, "undo", found.ids, who, merge=found.id)


def redo(workspace: Workspace, merge: str, who: str) -> Decision:
    """A merge that was undone may be there again. Raises unknown_merge."""
    for each in reversed(holding(read_decisions(workspace.log))):
        if each.kind == "undo" and each.merge == merge:
            return take_back(workspace.log, each.seq, who)
    raise CestaError(
        "unknown_merge", f'The merge "{merge}" was not undone.', "List decisions with: cesta identity decisions DIR"
    )


def apart(workspace: Workspace, ids: Sequence[str], who: str) -> Decision:
    """These ids are never one customer. Raises bad_value."""
    return add_decision(workspace.log, "apart", tuple((one,) for one in _two(workspace, ids)), who)


def together(workspace: Workspace, ids: Sequence[str], who: str) -> Decision:
    """These ids are one customer, whatever the limits. Raises bad_value, kept_apart."""
    found = _two(workspace, ids)
    with workspace.knowing() as people:
        whose = [people.ids_of(one.key) for one in found]
    keep = decided(read_decisions(workspace.log)).apart
    for place, mine in enumerate(whose):
        others = {key for theirs in whose[place + 1 :] for key in theirs}
        if any(not keep[key].isdisjoint(others) for key in mine if key in keep):
            raise CestaError(
                "kept_apart", f"Someone decided that {' and '.join(ids)} are never one customer.",
                "Take that decision back first.",
            )  # fmt: skip
    return add_decision(workspace.log, "together", tuple((one,) for one in found), who)


def share(workspace: Workspace, ids: Sequence[str], who: str) -> list[Decision]:
    """Several people use these ids, a device or a mailbox: they join nobody. Raises bad_value."""
    if not ids:
        raise CestaError("bad_value", "No id was given.", "Name at least one, as in email:info@shop.example")
    with workspace.knowing() as people:
        found = [_id(people.resolver, one) for one in ids]
    return [add_decision(workspace.log, "shared", ((one,),), who) for one in found]


def preview(workspace: Workspace, rules: Rules | None = None, without: str = "") -> Change:
    """What these rules would change, or what would change if a merge was undone. Raises unknown_merge."""
    made = read_decisions(workspace.log)
    if without:
        found = _the_merge(workspace, without)
        made.append(Decision(len(made) + 10**9, "undo", found.ids, 0, "", 0, found.id))
    event = workspace.log.marks().event
    with workspace.knowing() as people:
        other = workspace.identity.resolver(event, rules, decided(made))
        before, now = {each.id: each for each in people.resolver.merges}, people.resolver
        after = {each.id: each for each in other.merges}
        ids = now.known.keys() | other.known.keys()
        counts = [len(ids) - len(each.known) + sum(1 for _ in each.groups()) for each in (now, other)]
    gone = [each for name, each in before.items() if name not in after]
    new = [each for name, each in after.items() if name not in before]
    shown = [[told(each) for each in some[:MOST]] for some in (gone, new)]
    return Change(counts[0], counts[1], len(gone), len(new), shown[0], shown[1])


def save_rules(workspace: Workspace, text: str) -> None:
    """Keeps the rules that this text says. Raises bad_yaml, bad_identity with the line."""
    rules_in(text)
    write_whole(workspace.root / FILE, text)


def _the_merge(workspace: Workspace, merge: str) -> Merge:
    with workspace.knowing() as people:
        found = next((each for each in people.resolver.merges if each.id == merge), None)
    if found is None:
        raise CestaError("unknown_merge", f'There is no merge "{merge}".', "List them with: cesta identity merges DIR")
    return found


def _two(workspace: Workspace, ids: Sequence[str]) -> list[Id]:
    with workspace.knowing() as people:
        found = list(dict.fromkeys(_id(people.resolver, one) for one in ids))
    if len(found) < 2:
        raise CestaError("bad_value", "Two different ids are needed.", "Such as: ann x1")
    return found


def _id(resolver: Resolver, text: str) -> Id:
    """The id of this text; one that nobody named yet is a user's."""
    key = find_key(resolver, text)
    group = resolver.group(key)
    return Id("user_id" if group is None else group.ids[key][0], key)
