"""Each setting with its value, where that comes from and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cesta.store.manifest import read_manifest
from cesta.store.settings import SETTINGS, Resolved, SettingValue, resolve


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting: its value and where that comes from (default, cesta.yaml, environment or option)."""

    name: str
    value: str
    origin: str
    meaning: str


def resolved(root: Path, environ: Mapping[str, str], options: Mapping[str, object]) -> list[Resolved]:
    """Every setting of the workspace in `root`: cesta.yaml, then environment, then options."""
    written = {name: value for name, value in read_manifest(root).data.items() if name != "format"}
    return resolve(written, environ, options)


def setting_views(root: Path, environ: Mapping[str, str], options: Mapping[str, object]) -> list[SettingView]:
    """Every setting as it stands."""
    meanings = {setting.name: setting.meaning for setting in SETTINGS}
    found = resolved(root, environ, options)
    return [SettingView(item.name, shown(item.value), item.origin, meanings[item.name]) for item in found]


def shown(value: SettingValue) -> str:
    """A setting's value as text.

    >>> shown(("en", "pl")), shown(30)
    ('en, pl', '30')
    """
    return ", ".join(value) if isinstance(value, tuple) else str(value)
