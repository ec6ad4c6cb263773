"""A rule tried on what waits: how much it would mend, and what would stay broken and why; then kept and carried out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cesta.ingest.event_json import storable
from cesta.ingest.repair import Raw, Rule, written
from cesta.ingest.repairs_kept import keep_rule
from cesta.ingest.replay import Replayed, Tried, pages, replay
from cesta.store.aside import Chosen, SetAside
from cesta.store.workspace import Workspace

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Still:
    """Items that would stay broken, with what would be wrong with them then."""

    code: str
    field: str | None
    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class Example:
    """One item before and after the rule, its fields as texts; `mended`: whether it is understood then."""

    seq: int
    what: SetAside
    before: dict[str, str | None]
    after: dict[str, str | None]
    mended: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """about: waiting items that the rule is about; mended: those of them that would be understood."""

    about: int
    mended: int
    still: tuple[Still, ...]
    examples: tuple[Example, ...]


def preview(workspace: Workspace, source: str, rule: Rule) -> Preview:
    """What the rule would do, nothing written."""
    about = mended = 0
    still: Counter[tuple[str, str | None]] = Counter()
    reasons: dict[tuple[str, str | None], str] = {}
    good: list[Example] = []
    bad: list[Example] = []
    for page in pages(workspace, Chosen(source=source), {source: (rule,)}):
        about += len(page)
        for tried in page:
            if tried.problem is None:
                mended += 1
                if len(good) < EXAMPLES:
                    good.append(_example(tried))
                continue
            key = (tried.problem.code, tried.problem.field)
            still[key] += 1
            reasons.setdefault(key, tried.problem.reason)
            if len(bad) < EXAMPLES:
                bad.append(_example(tried))
    stays = tuple(Still(code, field, reasons[code, field], rows) for (code, field), rows in still.most_common())
    shown = [*good[: EXAMPLES - min(len(bad), 2)], *bad]
    return Preview(about, mended, stays, tuple(shown[:EXAMPLES]))


def repair(workspace: Workspace, source: str, rule: Rule) -> Replayed:
    """Keeps the rule, so that the next export is mended by itself, and mends what waits."""
    keep_rule(workspace.root, source, rule)
    return replay(workspace, Chosen(source=source), {source: (rule,)})


def flat(raw: Raw) -> dict[str, str | None]:
    """Every field as rules name it, with its value as text.

    >>> flat({"customer": "ann", "properties": {"price": 1.5, "note": None}})
    {'customer': 'ann', 'properties.price': '1.5', 'properties.note': None}
    """
    found: dict[str, str | None] = {}
    for name, value in raw.items():
        if isinstance(value, dict) and value:
            found |= {storable(f"{name}.{inner}"): _readable(each) for inner, each in value.items()}
        else:
            found[storable(name)] = _readable(value)
    return found


def _readable(value: object) -> str | None:
    """A value as a rule names it; half characters as JSON escapes them, for nobody could be told of them else."""
    text = written(value)
    return None if text is None else storable(text)


def _example(tried: Tried) -> Example:
    return Example(
        tried.item.seq, tried.item.what, flat(tried.before or {}), flat(tried.after or {}), tried.problem is None
    )
