"""The workspace at a glance, and its settings with their origins."""

from __future__ import annotations

import os

from litestar import get
from litestar.params import FromQuery

from cesta.api.neighbours import WorkspaceEntry, entries
from cesta.api.overview import Overview
from cesta.api.served import TheServed
from cesta.api.settings import SettingView, setting_views


@get("/api/workspace", sync_to_thread=True)
def workspace(served: TheServed, lang: FromQuery[str] = "en") -> Overview:
    """Names, amounts, kinds of event, maps and segments."""
    return served.overview(lang)


@get("/api/workspaces", sync_to_thread=True)
def workspaces(served: TheServed) -> list[WorkspaceEntry]:
    """Every workspace that this server holds, the one asked among them."""
    return entries(served)


@get("/api/settings", sync_to_thread=True)
def settings(served: TheServed) -> list[SettingView]:
    """Each setting with its value and where it comes from."""
    return setting_views(served.workspace.root, os.environ, served.options)


ROUTES = (workspace, workspaces, settings)
