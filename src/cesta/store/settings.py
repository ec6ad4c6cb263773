"""Every setting there is: its name, its default, and which of file, environment and option had the last word."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cesta.model.errors import CestaError, nearest

SettingValue = str | int | tuple[str, ...]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LOG_LEVELS = ("debug", "info", "warning", "error")
LANGUAGES = ("en", "pl", "cs", "ru")
RECORDINGS = ("autocapture", "heatmaps", "replay")
WISHES = ("honour", "ignore")


@dataclass(frozen=True, slots=True)
class Setting:
    """`read` turns what was given into the value, or raises ValueError saying what would have worked."""

    name: str
    kind: str
    default: SettingValue
    meaning: str
    read: Callable[[object], SettingValue]

    @property
    def environment(self) -> str:
        return f"CESTA_{self.name.upper()}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A setting's value and where it comes from: default, cesta.yaml, environment CESTA_PORT or option --port."""

    name: str
    value: SettingValue
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace, ready to use."""

    name: str
    timezone: str
    currency: str
    languages: tuple[str, ...]
    week_start: str
    min_n: int
    channels: tuple[str, ...]
    host: str
    hosts: tuple[str, ...]
    port: int
    log_level: str
    max_batch: int
    max_events_per_second: int
    max_upload_mb: int
    record: tuple[str, ...]
    do_not_track: str


def _text(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError("a text that is not empty")
    return given.strip()


def _timezone(given: object) -> str:
    name = _text(given)
    if name not in zoneinfo.available_timezones():
        close = nearest(name, zoneinfo.available_timezones())
        raise ValueError("a zone such as Europe/Prague" + (f'; did you mean "{close}"' if close else ""))
    return name


def _currency(given: object) -> str:
    code = _text(given).upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError("a currency of three letters such as EUR")
    return code


def _texts(given: object) -> tuple[str, ...]:
    items = given.split(",") if isinstance(given, str) else given
    if not isinstance(items, list | tuple):
        raise ValueError("a list of texts")
    return tuple(_text(item) for item in items)


def _languages(given: object) -> tuple[str, ...]:
    languages = _texts(given)
    if not languages or set(languages) - set(LANGUAGES):
        raise ValueError(f"a list of some of {', '.join(LANGUAGES)}")
    return languages


def _recordings(given: object) -> tuple[str, ...]:
    asked = _texts(given)
    if set(asked) - set(RECORDINGS):
        raise ValueError(f"a list of some of {', '.join(RECORDINGS)}")
    return asked


def _whole(low: int, high: int) -> Callable[[object], int]:
    def read(given: object) -> int:
        try:
            number = int(given) if isinstance(given, int | str) and not isinstance(given, bool) else None
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return number

    return read


def _one_of(known: tuple[str, ...]) -> Callable[[object], str]:
    def read(given: object) -> str:
        if not isinstance(given, str) or given.lower() not in known:
            raise ValueError(f"one of {', '.join(known)}")
        return given.lower()

    return read


CHANNELS = ("web", "app", "store", "phone", "email", "mail", "chat", "social")

SETTINGS: tuple[Setting, ...] = (
    Setting("name", "text", "Workspace", "What the workspace is called", _text),
    Setting(
        "timezone", "zone", "UTC", "Where days, weeks and months are cut; times without a zone are read here", _timezone
    ),
    Setting("currency", "currency", "EUR", "Currency of amounts that do not say theirs", _currency),
    Setting("languages", "list", ("en",), "Languages of the screen, the first is the default", _languages),
    Setting("week_start", "weekday", "monday", "First day of the week", _one_of(WEEKDAYS)),
    Setting("min_n", "number", 30, "Numbers that rest on fewer than this are marked as too few", _whole(0, 1_000_000)),
    Setting("channels", "list", CHANNELS, "Channels that maps may name", _texts),
    Setting("host", "text", "127.0.0.1", "Address the server listens on", _text),
    Setting("hosts", "list", (), "Names at which people reach the screen from elsewhere: cesta.shop.example", _texts),
    Setting("port", "number", 8000, "Port the server listens on; 0 takes a free one", _whole(0, 65_535)),
    Setting(
        "log_level", "choice", "info", "How much the server tells: debug, info, warning or error", _one_of(LOG_LEVELS)
    ),
    Setting("max_batch", "number", 10_000, "Most events in one request", _whole(1, 1_000_000)),
    Setting(
        "max_events_per_second",
        "number",
        0,
        "Most events a second from one source's keys; 0 is no limit",
        _whole(0, 1_000_000),
    ),
    Setting("max_upload_mb", "number", 4096, "Largest file that the page sends, in megabytes", _whole(1, 1_000_000)),
    Setting("record", "list", (), "What posthog-js may record of visits: autocapture, heatmaps, replay", _recordings),
    Setting(
        "do_not_track",
        "choice",
        "honour",
        "Browsers that ask not to be followed (DNT: 1, Sec-GPC: 1): honour keeps nothing of theirs, ignore does",
        _one_of(WISHES),
    ),
)


def resolve(
    file_values: Mapping[str, object], environ: Mapping[str, str], options: Mapping[str, object]
) -> list[Resolved]:
    """Each setting's value by cesta.yaml < environment < option; an option that is None was not given.

    >>> [r for r in resolve({"port": 9000}, {"CESTA_PORT": "9001"}, {}) if r.name == "port"]
    [Resolved(name='port', value=9001, origin='environment CESTA_PORT')]
    """
    return [_resolve_one(setting, file_values, environ, options) for setting in SETTINGS]


def as_settings(resolved: list[Resolved]) -> Settings:
    """The resolved values as one typed value."""
    values: dict[str, object] = {item.name: item.value for item in resolved}
    return Settings(**values)  # type: ignore[arg-type]


def _resolve_one(
    setting: Setting, file_values: Mapping[str, object], environ: Mapping[str, str], options: Mapping[str, object]
) -> Resolved:
    given: tuple[tuple[object, str], ...] = (
        (options.get(setting.name), f"option --{setting.name.replace('_', '-')}"),
        (environ.get(setting.environment), f"environment {setting.environment}"),
        (file_values.get(setting.name), "cesta.yaml"),
    )
    for value, origin in given:
        if value is not None:
            try:
                return Resolved(setting.name, setting.read(value), origin)
            except ValueError as error:
                raise CestaError(
                    "bad_setting", f'{setting.name} is "{value}" ({origin}).', f"It must be {error}."
                ) from None
    return Resolved(setting.name, setting.default, "default")
