"""The workspace at a glance, and its settings with their origins."""

from __future__ import annotations

import os
from typing import Any

from litestar import Request, get
from litestar.params import FromQuery

from cesta.api.neighbours import WorkspaceEntry, entries, may_open
from cesta.api.noting import client_of
from cesta.api.overview import Overview
from cesta.api.served import TheServed
from cesta.api.settings import SettingView, setting_views


@get("/api/workspace", sync_to_thread=True)
def workspace(served: TheServed, lang: FromQuery[str] = "en") -> Overview:
    """Names, amounts, kinds of event, maps and segments."""
    return served.overview(lang)


@get("/api/workspaces", sync_to_thread=True)
def workspaces(served: TheServed, request: Request[Any, Any, Any]) -> list[WorkspaceEntry]:
    """Every workspace that this server holds and that who asks may open, the one asked among them."""
    headers, client = dict(request.headers), client_of(request)
    return entries(served, lambda near: may_open(near, headers, client))


@get("/api/settings", sync_to_thread=True)
def settings(served: TheServed) -> list[SettingView]:
    """Each setting with its value and where it comes from."""
    return setting_views(served.workspace.root, os.environ, served.options)


ROUTES = (workspace, workspaces, settings)
