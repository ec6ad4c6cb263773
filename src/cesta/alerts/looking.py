"""Looks at every alert's number, tells people of what is newly wrong, and of nothing twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import msgspec

from cesta.alerts.book import Firing, Firings
from cesta.alerts.document import Alert, alerts_of
from cesta.alerts.judging import Verdict, against_before, against_limits, against_points, against_usual
from cesta.alerts.valleys import VALLEY, apart, valley
from cesta.alerts.wording import words_of
from cesta.maps.bind import bound
from cesta.maps.compose import Picked
from cesta.maps.kpis import Wish, kpis, on_days
from cesta.maps.standing import look_at_watched
from cesta.model.calendar import zone_named
from cesta.model.errors import CestaError
from cesta.model.instant import to_datetime
from cesta.model.shape import say
from cesta.notify.places import tell
from cesta.store.workspace import Workspace
from cesta.tasks.book import NewTask, open_task

WEEKS = 8
Seen = tuple[float | None, float | None, bool, str]
"""Value, the value before, whether they clearly differ, and where in the map that is."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look at one alert. problem: why it could not be judged."""

    alert: str
    name: str
    why: str
    value: float | None
    limit: float | None
    new: bool
    sent: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    problem: str = ""


def look(workspace: Workspace, now: int, *, quiet: bool = False) -> list[Looked]:
    """Every alert that is not off; one that cannot be read says why. quiet: nothing is kept, sent or opened."""
    broken: list[CestaError] = []
    watching = [alert for alert in alerts_of(workspace, broken) if not alert.fields.get("off")]
    found = [looked(workspace, alert, now, quiet=quiet) for alert in watching]
    if not quiet:
        look_at_watched(workspace)
    return [*found, *(Looked("", "", "", None, None, new=False, problem=str(error)) for error in broken)]


def history(workspace: Workspace, alert: str | None = None, limit: int = 100) -> list[Firing]:
    """What alerts told, the newest first."""
    firings = Firings(workspace.data)
    try:
        return firings.history(alert, limit)
    finally:
        firings.close()


def judged(workspace: Workspace, alert: Alert) -> Verdict | None:
    """None while there is no number, as of too few customers. Raises bad_alert and what the number's own page does."""
    alert.usable()
    limits = alert.number("below"), alert.number("above")
    change = alert.number("falls_by"), alert.number("rises_by")
    value, before, clear, where = _of_map(workspace, alert) if alert.word("map") else _of_kpi(workspace, alert)
    if value is None:
        return None
    verdict = against_limits(value, *limits)
    if not verdict.why:
        verdict = against_before(value, before, *change, clear=clear)
    if not verdict.why:
        verdict = against_points(value, before, alert.number("deepens_by"), clear=clear)
    side = alert.word("unusual")
    if not verdict.why and side is not None:
        verdict = _unusual(workspace, alert, side) or verdict
    return replace(verdict, where=where)


def looked(workspace: Workspace, alert: Alert, now: int, *, quiet: bool) -> Looked:
    """What one alert sees; not quiet: what is new is kept and told."""
    language = workspace.settings.languages[0]
    name = say(alert.name, language) or alert.id
    try:
        verdict = judged(workspace, alert)
    except CestaError as error:
        return Looked(alert.id, name, "", None, None, new=False, problem=error.message)
    if verdict is None:
        return Looked(alert.id, name, "", None, None, new=False)
    seen = Looked(alert.id, name, verdict.why, verdict.value, verdict.limit, new=False)
    if quiet:
        return seen
    firings = Firings(workspace.data)
    try:
        if not verdict.why:
            firings.end(alert.id, now)
            return seen
        seq = firings.begin(alert.id, verdict, now)
        if seq is None:
            return seen
        sent, failed = _send(workspace, alert, name, verdict)
        firings.told(seq, sent, failed)
        return Looked(alert.id, name, verdict.why, verdict.value, verdict.limit, True, tuple(sent), tuple(failed))
    finally:
        firings.close()


def _send(workspace: Workspace, alert: Alert, name: str, verdict: Verdict) -> tuple[list[str], list[str]]:
    """To whom it went, and what could not be sent; a task is opened where the alert asks for one."""
    settings = workspace.settings
    name = f"{name}: {verdict.where}" if verdict.where else name
    title, text = words_of(verdict, name, settings.name, settings.languages[0])
    if alert.fields.get("task"):
        open_task(workspace, NewTask(name, "alert", alert.id, owner=alert.word("owner") or "", note=text))
    sent, failed = [], []
    for to in alert.to:
        try:
            tell(workspace.data, to, title, text)
            sent.append(to)
        except CestaError as error:
            failed.append(f"{to}: {error.message}")
    return sent, failed


def _of_kpi(workspace: Workspace, alert: Alert) -> Seen:
    (kpi,) = kpis(workspace, _wish(workspace, alert, alert.days, 0)).kpis
    if kpi.problem is not None:
        raise CestaError("bad_alert", kpi.problem, None)
    now, before = kpi.now, kpi.before
    clear = kpi.moved is not None and kpi.moved.clear
    return now.value if now else None, before.value if before else None, clear, ""


def _of_map(workspace: Workspace, alert: Alert) -> Seen:
    map_id, cell, views = alert.word("map") or "", alert.word("cell") or "", []
    language = workspace.settings.languages[0]
    for back in (0, alert.days):
        wish = _wish(workspace, alert, alert.days, back)
        views.append(bound(workspace, map_id, Picked(wish.segment, wish.date_from, wish.date_to, language)).view)
    if cell == VALLEY:
        found = valley(*views)
        if found is None:
            return None, None, False, ""
        where, mood, old = found
        return mood.value, None if old is None else old.value, old is not None and apart(mood, old), where
    sides = [_cell(msgspec.to_builtins(view), cell) for view in views]
    (now, low, high), (before, low_before, high_before) = sides
    if low is None or high is None or low_before is None or high_before is None:
        return now, before, False, ""
    # Rather too few than too many: the two intervals lie wholly apart.
    return now, before, low > high_before or high < low_before, ""


def _cell(view: object, pointer: str) -> tuple[float | None, float | None, float | None]:
    """The number at a pointer of a map's view. Raises bad_pointer."""
    node = view
    for token in pointer.strip("/").split("/"):
        if isinstance(node, list | tuple) and token.isdecimal() and int(token) < len(node):
            node = node[int(token)]
        elif isinstance(node, dict) and token in node:
            node = node[token]
        else:
            raise CestaError("bad_pointer", f'The map has no number at "{pointer}".', "Such as /stages/0/conversion.")
    if not isinstance(node, dict) or "value" not in node:
        raise CestaError("bad_pointer", f'"{pointer}" is no number of the map.', "Such as /stages/0/conversion.")
    if node.get("evidence") == "assumed":
        # What people thought who drew the map is no number that could change.
        return None, None, None
    return node["value"], node["low"], node["high"]


def _unusual(workspace: Workspace, alert: Alert, side: str) -> Verdict | None:
    """The last whole day against the same weekday of the weeks before."""
    last = _today(workspace) - dt.timedelta(days=1)
    days = [last - dt.timedelta(weeks=week) for week in range(WEEKS + 1)]
    value, *before = on_days(workspace, alert.word("measure") or "", alert.word("segment"), days)
    return None if value is None else against_usual(value, [one for one in before if one is not None], side)


def _today(workspace: Workspace) -> dt.date:
    """The day of the newest event."""
    return to_datetime(workspace.snapshot().as_of or 0).astimezone(zone_named(workspace.settings.timezone)).date()


def _wish(workspace: Workspace, alert: Alert, days: int, back: int) -> Wish:
    """So many days that end `back` days before the day of the newest event."""
    last = _today(workspace) - dt.timedelta(days=back)
    first = last - dt.timedelta(days=days - 1)
    ids = (alert.word("measure") or "",) if alert.word("measure") else ()
    return Wish(ids, alert.word("segment"), first.isoformat(), last.isoformat())
