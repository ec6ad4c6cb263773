"""The first hour of a newcomer: five steps, each done when the workspace shows that it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from cesta.maps.document import MapDocument, load, named
from cesta.maps.shelf import map_ids, map_path
from cesta.model.errors import CestaError
from cesta.samples.removal import is_shipped
from cesta.store.disk import write_whole
from cesta.store.made_up import MadeUp, made_up
from cesta.store.workspace import Workspace

StepName = Literal["data", "map", "goal", "owner", "share"]
STEPS: tuple[StepName, ...] = ("data", "map", "goal", "owner", "share")
Happened = Literal["shared", "dismissed"]
FILE = "first_hour.json"


@dataclass(frozen=True, slots=True)
class HourStep:
    """map: the map that the step is about, when there is one."""

    name: StepName
    done: bool
    map: str | None


@dataclass(frozen=True, slots=True)
class FirstHour:
    """shown: there is something left to do, and nobody put the list away. made_up: how much is a sample's."""

    steps: tuple[HourStep, ...]
    shown: bool
    made_up: MadeUp


class Remembered(msgspec.Struct):
    """What no other file of the workspace tells: when something was shared, when the list was put away."""

    shared: str | None = None
    dismissed: str | None = None


def first_hour(workspace: Workspace) -> FirstHour:
    """The steps as they stand now."""
    known, much = remembered(workspace), made_up(workspace)
    maps = _own_maps(workspace)
    goals = [found for found in maps if _is_measured(found, workspace)]
    owned = [found for found in maps if found.owner]
    done: dict[StepName, bool] = {
        "data": much != "all" and sum(_live(workspace)) > 0,
        "map": bool(maps),
        "goal": bool(goals),
        "owner": bool(owned),
        "share": known.shared is not None,
    }
    about = maps[0].id if maps else None
    steps = tuple(HourStep(name, done[name], about if name in ("goal", "owner", "share") else None) for name in STEPS)
    shown = known.dismissed is None and not all(done.values()) and not _is_demo(workspace, much)
    return FirstHour(steps, shown, much)


def remember(workspace: Workspace, what: Happened) -> None:
    """Notes that something was shared, or that the list was put away; the first time counts."""
    known = remembered(workspace)
    if getattr(known, what) is None:
        setattr(known, what, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        write_whole(_file(workspace), msgspec.json.encode(known).decode())


def remembered(workspace: Workspace) -> Remembered:
    try:
        return msgspec.json.decode(_file(workspace).read_bytes(), type=Remembered)
    except (FileNotFoundError, msgspec.DecodeError):
        return Remembered()


def _own_maps(workspace: Workspace) -> list[MapDocument]:
    """Maps that somebody here made or changed: a sample's map as it came is none of them."""
    found = []
    for map_id in map_ids(workspace):
        if not is_shipped(map_path(workspace, map_id)):
            try:
                found.append(load(workspace, map_id))
            except CestaError:
                continue
    return found


def _is_measured(found: MapDocument, workspace: Workspace) -> bool:
    """Whether the events tell who reaches the map's goal."""
    names = set(workspace.columns().names)
    return found.goal is not None and any(name in names for name in named(found.goal.condition))


def _live(workspace: Workspace) -> tuple[int, int]:
    counts = workspace.log.counts()
    return counts["log"], counts["shards"]


def _is_demo(workspace: Workspace, much: MadeUp) -> bool:
    """A demo of real data, as it came: there is nobody here who begins."""
    maps = [map_path(workspace, map_id) for map_id in map_ids(workspace)]
    return much == "none" and bool(maps) and all(is_shipped(path) for path in maps)


def _file(workspace: Workspace) -> Path:
    return workspace.data / FILE
