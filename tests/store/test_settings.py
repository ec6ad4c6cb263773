"""One list of settings, and each value knows where it comes from."""

from __future__ import annotations

import pytest

from cesta.model.errors import CestaError
from cesta.store.settings import SETTINGS, SettingValue, as_settings, resolve


def one(name: str, file: object = None, environment: str | None = None, option: object = None) -> tuple[object, str]:
    environ = {f"CESTA_{name.upper()}": environment} if environment is not None else {}
    found = [item for item in resolve({name: file}, environ, {name: option}) if item.name == name]
    assert len(found) == 1
    return found[0].value, found[0].origin


def test_an_option_beats_the_environment_beats_the_file_beats_the_default() -> None:
    assert one("min_n") == (30, "default")
    assert one("min_n", 5) == (5, "cesta.yaml")
    assert one("min_n", 5, "6") == (6, "environment CESTA_MIN_N")
    assert one("min_n", 5, "6", 0) == (0, "option --min-n")


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("languages", "pl, en", ("pl", "en")),
        ("languages", ["cs"], ("cs",)),
        ("currency", "pln", "PLN"),
        ("week_start", "Sunday", "sunday"),
        ("timezone", "Europe/Warsaw", "Europe/Warsaw"),
        ("channels", ["web", "kiosk"], ("web", "kiosk")),
        ("name", "  Shop ", "Shop"),
        ("port", "0", 0),
        ("record", "replay, heatmaps", ("replay", "heatmaps")),
        ("record", [], ()),
        ("do_not_track", "Ignore", "ignore"),
    ],
)
def test_values_are_read(name: str, given: object, value: SettingValue) -> None:
    assert one(name, given)[0] == value


@pytest.mark.parametrize(
    ("name", "given", "help_"),
    [
        ("timezone", "Europe/Varsaw", "Europe/Warsaw"),
        ("port", 70_000, "from 0 to 65535"),
        ("port", "web", "from 0 to 65535"),
        ("port", True, "from 0 to 65535"),
        ("currency", "zł", "three letters"),
        ("languages", "de", "en, pl, cs, ru"),
        ("languages", [], "en, pl, cs, ru"),
        ("channels", 3, "list of texts"),
        ("channels", [""], "not empty"),
        ("log_level", "loud", "debug, info, warning, error"),
        ("week_start", 1, "monday"),
        ("name", " ", "not empty"),
        ("record", ["mouse"], "autocapture, heatmaps, replay"),
    ],
)
def test_a_bad_value_says_what_would_have_worked(name: str, given: object, help_: str) -> None:
    with pytest.raises(CestaError) as error:
        one(name, given)
    assert error.value.code == "bad_setting"
    assert name in error.value.message
    assert help_ in str(error.value.hint)


def test_every_default_is_a_value_its_setting_takes() -> None:
    for setting in SETTINGS:
        assert setting.read(setting.default) == setting.default
        assert setting.meaning
    assert as_settings(resolve({}, {}, {})).timezone == "UTC"
