"""What customers said at a touchpoint in their own words, newest first, each with its language and its feeling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

import numpy as np

from cesta.maps.behind import begin_of
from cesta.maps.bind import ground
from cesta.maps.compose import Ground, Picked, customers_of, said_by, span_of
from cesta.maps.felt import TEXT, Rows, Spoken
from cesta.model.errors import CestaError, unknown
from cesta.model.instant import show_instant
from cesta.store.columns import Columns
from cesta.store.columns import Picked as PickedRows
from cesta.store.workspace import Workspace
from cesta.surveys.comments import NOBODY
from cesta.surveys.shelf import load
from cesta.voice.kept import LABELS, TONGUES, UNREAD, emotions_of
from cesta.voice.languages import UNKNOWN
from cesta.voice.masking import masked

LONGEST = 4000
"""Of a longer text the beginning is shown."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
Label = Literal["unread", "unknown", "negative", "neutral", "positive", "mixed"]
PROPS = (TEXT, "language", "survey")


@dataclass(frozen=True, slots=True)
class Voice:
    """One text. language: as a page tags it; None where nobody can tell. polarity: None where nothing tells.

    customer: None where the text is nobody's, or for whom customers are not to be seen; then personal data in the text
    is masked, too. whole: false where only its beginning is given.
    """

    text: str
    whole: bool
    language: str | None
    label: Label
    polarity: float | None
    emotions: tuple[str, ...]
    time: str
    event: str
    customer: str | None


@dataclass(frozen=True, slots=True)
class SideCount:
    label: Label
    texts: int


@dataclass(frozen=True, slots=True)
class Voices:
    """total: all texts of the segment and period. sides: how many of each label there is any of. next: `after`.

    masked: names and personal data are hidden from who asked.
    """

    touchpoint: str
    total: int
    sides: tuple[SideCount, ...]
    items: tuple[Voice, ...]
    next: str | None
    masked: bool


@dataclass(frozen=True, slots=True)
class Page:
    """limit, after: which of them. masked: for whom customers are not to be seen."""

    limit: int = 50
    after: str | None = None
    masked: bool = False


def voices(
    workspace: Workspace, map_id: str, touchpoint: str, picked: Picked, page: Page, text: str | None = None
) -> Voices:
    """The texts at a touchpoint of a map; text: what the map would say instead of its file.

    Raises as the map's view does, and unknown_touchpoint, bad_value.
    """
    begin = begin_of(page.after)
    given = ground(workspace, map_id, text=text)
    if touchpoint not in given.trace.ids:
        raise unknown("unknown_touchpoint", "touchpoint", touchpoint, given.trace.ids)
    said, rows = given.spoken, _rows(given, given.trace.ids.index(touchpoint), picked)
    if said is None:
        return Voices(touchpoint, 0, (), (), None, page.masked)
    counts = np.bincount(said.felt["label"][said.text[rows]], minlength=len(LABELS))
    shown, end = rows[begin : begin + page.limit], begin + page.limit
    items = tuple(told(given.trace.columns, said, shown, known_of(workspace)))
    return Voices(
        touchpoint=touchpoint,
        total=len(rows),
        sides=tuple(SideCount(_label(place), int(n)) for place, n in enumerate(counts) if n),
        items=tuple(map(without_names, items)) if page.masked else items,
        next=str(end) if end < len(rows) else None,
        masked=page.masked,
    )


def _rows(given: Ground, place: int, picked: Picked) -> Rows:
    """Places among what was said, newest first."""
    said, about = given.spoken, given.about
    if said is None or about is None:
        return np.zeros(0, np.int64)
    customers = customers_of(given, picked.segment or given.document.segment)
    rows = np.flatnonzero(said_by(said, customers, span_of(given, picked)) & (about == place))
    return rows[np.argsort(-said.time[rows], kind="stable")]


def told(columns: Columns, said: Spoken, rows: Rows, known: Callable[[object], bool]) -> Iterator[Voice]:
    """These texts; known: whether who answered this survey may be named."""
    picked = PickedRows(columns, said.event[rows])
    props = {name: picked.props[name] for name in PROPS if name in columns.props}
    for at, row in enumerate(rows.tolist()):
        own = {name: one.values[one.codes[at]] for name, one in props.items() if one.codes[at] >= 0}
        felt = said.felt[said.text[row]]
        customer = columns.customers[int(said.customer[row])]
        words, label = str(own[TEXT]), int(felt["label"])
        named = known(own.get("survey")) and not customer.startswith(NOBODY)
        yield Voice(
            text=words[:LONGEST],
            whole=len(words) <= LONGEST,
            language=_tag(own.get("language")) or (None if label == UNREAD else _tongue(int(felt["lang"]))),
            label=_label(label),
            polarity=round(float(felt["polarity"]), 3) if LABELS[label] not in ("unread", "unknown") else None,
            emotions=emotions_of(int(felt["emotions"])),
            time=show_instant(int(said.time[row])),
            event=columns.names[int(picked.codes[at])],
            customer=customer if named else None,
        )


def without_names(voice: Voice) -> Voice:
    """As it is for whom customers are not to be seen."""
    return replace(voice, text=masked(voice.text), customer=None)


def known_of(workspace: Workspace) -> Callable[[object], bool]:
    """Whether who answered a survey may be named; what is in no survey was said by somebody known."""

    @cache
    def known(survey: object) -> bool:
        if survey is None:
            return True
        try:
            return load(workspace, str(survey)).who == "known"
        except CestaError:
            return False

    return known


def _label(place: int) -> Label:
    return cast(Label, LABELS[place])


def _tag(said: object) -> str | None:
    """What the event says itself, as pages write it."""
    return said.replace("_", "-") if isinstance(said, str) and _TAG.fullmatch(said) else None


def _tongue(place: int) -> str | None:
    return None if TONGUES[place] == UNKNOWN else TONGUES[place]
