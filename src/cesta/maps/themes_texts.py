"""The texts behind a theme, newest first; and texts searched by what they mean, in whichever language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.maps.behind import begin_of
from cesta.maps.themes import Where, at_place
from cesta.maps.themes_heard import Heard, found, heard, themes_said
from cesta.maps.voices import Page, Voice, known_of, told, without_names
from cesta.model.errors import CestaError, unknown
from cesta.store.workspace import Workspace
from cesta.voice.cleaning import cleaned
from cesta.voice.folding import folded
from cesta.voice.languages import languages
from cesta.voice.meanings import MOST, meanings_of, points_in
from cesta.voice.themes_found import Found
from cesta.voice.themes_points import points_of
from cesta.voice.themes_words import stems_of

NEAR = 0.1
"""A text that is less like what is searched for is not listed."""
SAID = 0.5
"""By so much a text is nearer that has all words of what is searched for."""
FOUND = 50
"""So many texts are listed for a search at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """theme: its key. query: what the texts are to mean. Both: of that theme, the nearest first."""

    theme: str | None = None
    query: str | None = None


@dataclass(frozen=True, slots=True)
class TextFound:
    """theme: the key of its theme. alike: how near it is to what was searched for, 1 at most."""

    voice: Voice
    theme: str | None
    name: str | None
    alike: float | None


@dataclass(frozen=True, slots=True)
class TextsView:
    """total: how many there are. next: `after`. masked: names and personal data are hidden from who asked."""

    total: int
    items: tuple[TextFound, ...]
    next: str | None
    masked: bool


def texts(workspace: Workspace, wanted: Wanted, where: Where | None, page: Page, lang: str = "en") -> TextsView:
    """Raises unknown_theme, bad_value, unknown_map, unknown_touchpoint."""
    begin, given = begin_of(page.after), heard(workspace)
    if given is None:
        return TextsView(0, (), None, page.masked)
    known = found(workspace, given)
    rows = np.flatnonzero(at_place(workspace, given, where))
    theme = np.full(len(given.said.event), -1) if known is None else themes_said(given, known)[0]
    if wanted.theme is not None:
        rows = rows[theme[rows] == _place_of(known, wanted.theme)]
    alike = _alike(workspace, given, wanted.query)
    if alike is not None:
        rows = rows[alike[rows] >= NEAR]
        rows = rows[np.lexsort((-given.said.time[rows], -alike[rows]))][:FOUND]
    else:
        rows = rows[np.argsort(-given.said.time[rows], kind="stable")]
    shown, end = rows[begin : begin + page.limit], begin + page.limit
    voices = told(given.columns, given.said, shown, known_of(workspace))
    items = tuple(
        TextFound(
            voice=without_names(voice) if page.masked else voice,
            theme=words.key if words else None,
            name=words.name(lang)[0] if words else None,
            alike=None if alike is None else round(float(alike[row]), 3),
        )
        for voice, row in zip(voices, shown.tolist(), strict=True)
        for words in [known.themes[theme[row]] if known is not None and theme[row] >= 0 else None]
    )
    return TextsView(len(rows), items, str(end) if end < len(rows) else None, page.masked)


def _place_of(known: Found | None, key: str) -> int:
    keys = [words.key for words in known.themes] if known is not None else []
    if key not in keys:
        raise unknown("unknown_theme", "theme", key, keys)
    return keys.index(key)


def _alike(workspace: Workspace, given: Heard, query: str | None) -> NDArray[np.float64] | None:
    """How near the meaning of each text is to that of the query; None where nothing is searched for."""
    if query is None or not query.strip():
        return None
    if not any(map(str.isalpha, query)):
        raise CestaError("bad_value", f'There is no word in "{query[:40]}".', "Say in a few words what to look for.")
    first = max(0, len(given.texts) - MOST)
    near = np.full(len(given.texts), -1, np.float64)
    points = points_in(meanings_of(workspace).at(given.said.felt["hash"][first:]))
    near[first:] = points @ points_of([cleaned(query)])[0] + SAID * _shares(query, given.texts[first:])
    return np.minimum(near, 1)[given.said.text]


def _shares(query: str, texts: Sequence[str]) -> NDArray[np.float64]:
    """The share of the query's words that each text has itself: a word alone has little meaning, but it is there."""
    stems = stems_of(query, languages([query])[0].lang)
    counted = [sum(stem in plain for stem in stems) for plain in map(folded, texts)]
    return np.array(counted, np.float64) / max(len(stems), 1)
