"""The alerts of a workspace as documents: listed, tried before they are kept, put on the shelf, changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from cesta.alerts.document import FOLDER, Alert, alerts_of, as_alert
from cesta.alerts.looking import Looked, looked
from cesta.model.errors import CestaError, brief
from cesta.model.shape import say, slug
from cesta.store.disk import make_folder, write_whole
from cesta.store.drafted import drafted
from cesta.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert to show. fields: as in the document. problem: what it gets wrong first; "" where nothing."""

    id: str
    name: str
    fields: dict[str, Any]
    problem: str


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """fields: as in the document; null takes a field away, one that is not named stays as it is."""

    id: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AlertShelf:
    """broken: documents that cannot be read, in words."""

    alerts: tuple[AlertRow, ...]
    broken: tuple[str, ...]


def list_alerts(workspace: Workspace, lang: str = "en") -> AlertShelf:
    """Every alert by its file's name, those that are off too."""
    broken: list[CestaError] = []
    rows = tuple(_row(alert, lang) for alert in alerts_of(workspace, broken))
    return AlertShelf(rows, tuple(str(error) for error in broken))


def save_alert(workspace: Workspace, draft: AlertDraft, lang: str = "en") -> AlertRow:
    """Puts one on the shelf, or changes it; comments stay. Raises bad_value, bad_alert."""
    text, alert = _drafted(workspace, draft, lang)
    make_folder(workspace.root / FOLDER)
    write_whole(workspace.root / FOLDER / f"{draft.id}.yaml", text)
    return _row(alert, lang)


def try_alert(workspace: Workspace, draft: AlertDraft, now: int, lang: str = "en") -> Looked:
    """What it would see now; nothing is kept and nobody is told. Raises bad_value, bad_alert."""
    return looked(workspace, _drafted(workspace, draft, lang)[1], now, quiet=True)


def _drafted(workspace: Workspace, draft: AlertDraft, lang: str) -> tuple[str, Alert]:
    if any(slug(draft.id, "")):
        what = f"{brief(draft.id)} cannot be the id of an alert."
        raise CestaError("bad_value", what, 'Small letters, digits and "-": few-buyers.')
    path = workspace.root / FOLDER / f"{draft.id}.yaml"
    head = f"cesta: alert/1\nid: {draft.id}\nname: {draft.id}\n"
    document = drafted(path, head, draft.fields, lang)
    alert = as_alert(document)
    alert.usable()
    return document.text, alert


def _row(alert: Alert, lang: str) -> AlertRow:
    problem = alert.complaints[0].message if alert.complaints else ""
    return AlertRow(alert.id, say(alert.name, lang) or alert.id, msgspec.to_builtins(dict(alert.fields)), problem)
