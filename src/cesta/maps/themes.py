"""What customers write about: the themes of a workspace with their texts, people, months and touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cesta.maps.bind import ground
from cesta.maps.felt import UNKNOWN, Rows
from cesta.maps.shelf import map_ids
from cesta.maps.themes_heard import DAY, Heard, found, heard, themes_said
from cesta.maps.voices import known_of, told, without_names
from cesta.model.calendar import first_day, midnight, next_first_day, zone_named
from cesta.model.errors import CestaError, unknown
from cesta.model.shape import say
from cesta.store.workspace import Workspace
from cesta.surveys.comments import NOBODY
from cesta.voice.kept import TONGUES
from cesta.voice.meanings import meanings_of, newest
from cesta.voice.themes_found import Found, Words
from cesta.voice.themes_past import grown

Mask = NDArray[np.bool_]
WINDOWS = (7, 28)
"""The last so many days are compared with all before."""
MONTHS = 24
PLACES = 5


@dataclass(frozen=True, slots=True)
class Where:
    """A touchpoint of a map."""

    map: str
    touchpoint: str


def where_of(said: str | None) -> Where | None:
    """The touchpoint of a text like buy-clothes/bought; None for everywhere. Raises bad_value.

    >>> where_of("buy-clothes/bought")
    Where(map='buy-clothes', touchpoint='bought')
    """
    if said is None:
        return None
    map_id, slash, touchpoint = said.partition("/")
    if not slash:
        raise CestaError("bad_value", f'"at" is "{said}".', "Say a map and a touchpoint of it: buy-clothes/bought.")
    return Where(map_id, touchpoint)


@dataclass(frozen=True, slots=True)
class LanguageCount:
    language: str
    texts: int


@dataclass(frozen=True, slots=True)
class ThemeRise:
    """More of the last `days` than of the time before, and more than chance gives; new: five times as much, or more."""

    days: int
    share: float
    before: float
    new: bool


@dataclass(frozen=True, slots=True)
class ThemePlace:
    """A touchpoint whose texts are of a theme, and how many."""

    map: str
    title: str
    touchpoint: str
    name: str
    texts: int


@dataclass(frozen=True, slots=True)
class ThemeView:
    """key: by which it is asked for. language: of the name; "" where no words set it apart. share: of the texts read.

    polarity: mean of its texts; None where nothing tells. months: texts in each of the months of all themes.
    quote: the text nearest to its middle, in the language of the name if there is one.
    """

    key: str
    name: str
    language: str
    words: Mapping[str, tuple[str, ...]]
    texts: int
    share: float
    customers: int
    polarity: float | None
    languages: tuple[LanguageCount, ...]
    months: tuple[int, ...]
    rise: ThemeRise | None
    places: tuple[ThemePlace, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class ThemesView:
    """texts: all there are, here; read: those that themes were looked for in; other: those of them that are of none.

    waiting: different texts of the workspace that are still to be read. looking: somebody looks for themes, ask again.
    touchpoint: the name of the one asked for. month_texts: all that were read, in each month.
    """

    texts: int
    read: int
    other: int
    waiting: int
    looking: bool
    touchpoint: str | None
    months: tuple[str, ...]
    month_texts: tuple[int, ...]
    themes: tuple[ThemeView, ...]
    masked: bool


def themes(workspace: Workspace, where: Where | None = None, *, lang: str = "en", masked: bool = False) -> ThemesView:
    """Raises unknown_map, unknown_touchpoint and as a map's view does."""
    given = heard(workspace)
    if given is None:
        name = _name(workspace, where, lang)
        return ThemesView(0, 0, 0, 0, False, name, (), (), (), masked)
    known = found(workspace, given)
    here = at_place(workspace, given, where)
    waiting = int((~meanings_of(workspace).are_kept(given.said.felt["hash"][-len(newest(given.texts)) :])).sum())
    name = _name(workspace, where, lang)
    if known is None:
        return ThemesView(int(here.sum()), 0, 0, waiting, True, name, (), (), (), masked)
    table = _Table(workspace, given, known, here, lang, masked)
    views = tuple(table.views())
    told_of = sum(view.texts for view in views)
    return ThemesView(
        texts=int(here.sum()),
        read=len(table.rows),
        other=len(table.rows) - told_of,
        waiting=waiting,
        looking=False,
        touchpoint=name,
        months=table.month_names,
        month_texts=table.by_month(table.rows),
        themes=views,
        masked=masked,
    )


class _Table:
    """Rows of what was said and read here, and what is counted of them."""

    def __init__(self, workspace: Workspace, given: Heard, known: Found, here: Mask, lang: str, masked: bool) -> None:
        self._workspace, self._given, self._known, self._lang, self._masked = workspace, given, known, lang, masked
        self._theme, seen = themes_said(given, known)
        self._near = known.at(given.said.felt["hash"])[1][given.said.text]
        self.rows = np.flatnonzero(here & seen)
        self._edges, self.month_names = _months(workspace, given.said.time[self.rows])
        self._places = dict(_places(workspace, given, lang))

    def by_month(self, rows: Rows) -> tuple[int, ...]:
        place = np.searchsorted(self._edges, self._given.said.time[rows], side="right") - 1
        return tuple(np.bincount(place[place >= 0], minlength=len(self.month_names)).tolist())

    def views(self) -> Iterator[ThemeView]:
        """The themes of which there is anything here, the one with the most texts first."""
        theme = self._theme[self.rows]
        sizes = np.bincount(theme[theme >= 0], minlength=len(self._known.themes))
        for place in np.argsort(-sizes, kind="stable").tolist():
            words, rows = self._known.themes[place], self.rows[theme == place]
            if len(rows):
                rise = self._rise(rows)
                # A theme of the newest texts alone is one only where there are more of it than before.
                if rise is not None or not words.early:
                    yield self._view(words, rows, rise)

    def _view(self, words: Words, rows: Rows, rise: ThemeRise | None) -> ThemeView:
        said = self._given.said
        felt = said.felt[said.text[rows]]
        told_some = felt["label"] > UNKNOWN
        spoken = np.bincount(felt["lang"], minlength=len(TONGUES))
        name, language = words.name(self._lang)
        return ThemeView(
            key=words.key,
            name=name,
            language=language,
            words=words.words,
            texts=len(rows),
            share=round(len(rows) / len(self.rows), 4),
            customers=self._people(rows),
            polarity=round(float(felt["polarity"][told_some].mean()), 3) if told_some.any() else None,
            languages=tuple(
                LanguageCount(TONGUES[at], int(spoken[at])) for at in np.argsort(-spoken, kind="stable") if spoken[at]
            ),
            months=self.by_month(rows),
            rise=rise,
            places=self._where(rows),
            quote=self._quote(rows, language),
        )

    def _people(self, rows: Rows) -> int:
        customers = self._given.columns.customers
        return sum(not customers[at].startswith(NOBODY) for at in np.unique(self._given.said.customer[rows]).tolist())

    def _rise(self, rows: Rows) -> ThemeRise | None:
        time, latest = self._given.said.time, self._given.latest
        looks = len(WINDOWS) * len(self._known.themes)
        for days in WINDOWS:
            since = latest - days * DAY
            lately, drawn = int((time[rows] > since).sum()), int((time[self.rows] > since).sum())
            grew = grown(lately, drawn, len(rows), len(self.rows), looks)
            if grew is not None:
                return ThemeRise(days, grew.share, grew.before, grew.new)
        return None

    def _where(self, rows: Rows) -> tuple[ThemePlace, ...]:
        counted = []
        for (map_id, title), (about, stops) in self._places.items():
            sizes = np.bincount(about[rows][about[rows] >= 0], minlength=len(stops))
            counted += [
                ThemePlace(map_id, title, stop, name, int(n))
                for (stop, name), n in zip(stops.items(), sizes, strict=True)
                if n
            ]
        return tuple(sorted(counted, key=lambda one: (-one.texts, one.map, one.touchpoint))[:PLACES])

    def _quote(self, rows: Rows, lang: str) -> str:
        said = self._given.said
        spoken = rows[said.felt["lang"][said.text[rows]] == TONGUES.index(lang)] if lang in TONGUES else rows
        rows = spoken if len(spoken) else rows
        order = np.lexsort((-said.time[rows], -np.round(self._near[rows], 4)))
        (one,) = told(self._given.columns, said, rows[order[:1]], known_of(self._workspace))
        return (without_names(one) if self._masked else one).text


def at_place(workspace: Workspace, given: Heard, where: Where | None) -> Mask:
    """The texts of a touchpoint; all of them where none is named."""
    if where is None:
        return np.ones(len(given.said.event), np.bool_)
    laid = ground(workspace, where.map)
    if where.touchpoint not in laid.trace.ids:
        raise unknown("unknown_touchpoint", "touchpoint", where.touchpoint, laid.trace.ids)
    if laid.about is None or len(laid.about) != len(given.said.event):
        # A text came in between; whoever looks asks again, as she is told that the workspace changed.
        return np.zeros(len(given.said.event), np.bool_)
    return np.asarray(laid.about == laid.trace.ids.index(where.touchpoint))


def _name(workspace: Workspace, where: Where | None, lang: str) -> str | None:
    if where is None:
        return None
    laid = ground(workspace, where.map)
    names = {stop.id: say(stop.name, lang) or stop.id for stop in laid.document.touchpoints}
    if where.touchpoint not in names:
        raise unknown("unknown_touchpoint", "touchpoint", where.touchpoint, laid.trace.ids)
    return names[where.touchpoint]


def _places(
    workspace: Workspace, given: Heard, lang: str
) -> Iterator[tuple[tuple[str, str], tuple[Rows, dict[str, str]]]]:
    """For each map of what is, the touchpoint that each text is about, and their names."""
    for map_id in map_ids(workspace):
        try:
            laid = ground(workspace, map_id)
        except CestaError:
            continue  # the list of maps says what is wrong with it
        if laid.document.state == "current" and laid.about is not None and len(laid.about) == len(given.said.event):
            stops = {stop.id: say(stop.name, lang) or stop.id for stop in laid.document.touchpoints}
            yield (map_id, say(laid.document.title, lang) or map_id), (laid.about, stops)


def _months(workspace: Workspace, times: Rows) -> tuple[Rows, tuple[str, ...]]:
    """The last months up to the newest text, with the moments at which they begin."""
    if not len(times):
        return np.zeros(0, np.int64), ()
    zone = zone_named(workspace.settings.timezone)
    first, last = (first_day(int(time), "month", zone) for time in (times.min(), times.max()))
    span = (last.year - first.year) * 12 + last.month - first.month
    days = [next_first_day(last, "month", -back) for back in range(min(span, MONTHS - 1), -1, -1)]
    return np.array([midnight(day, zone) for day in days], np.int64), tuple(day.isoformat()[:7] for day in days)
