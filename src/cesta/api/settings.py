"""Each setting with its value, where that comes from and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cesta.store.settings import SETTINGS, SettingValue, resolve


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting: its value and where that comes from (default, cesta.yaml, environment or option)."""

    name: str
    value: str
    origin: str
    meaning: str


def setting_views(
    written: Mapping[str, object], environ: Mapping[str, str], options: Mapping[str, object]
) -> list[SettingView]:
    """Every setting as it stands."""
    meanings = {setting.name: setting.meaning for setting in SETTINGS}
    found = resolve(written, environ, options)
    return [SettingView(item.name, shown(item.value), item.origin, meanings[item.name]) for item in found]


def shown(value: SettingValue) -> str:
    """A setting's value as text.

    >>> shown(("en", "pl")), shown(30)
    ('en, pl', '30')
    """
    return ", ".join(value) if isinstance(value, tuple) else str(value)
