"""cesta.yaml is checked to the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.store.manifest import read_manifest


def refusal(root: Path, text: str) -> CestaError:
    (root / "cesta.yaml").write_text(text)
    with pytest.raises(CestaError) as error:
        read_manifest(root)
    return error.value


def test_a_good_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "cesta.yaml").write_text("format: 1\nname: Shop\n")
    assert read_manifest(tmp_path).data == {"format": 1, "name": "Shop"}


def test_a_folder_without_one_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"no_workspace.*cesta init"):
        read_manifest(tmp_path)


def test_a_typo_names_the_line_and_the_nearest_name(tmp_path: Path) -> None:
    error = refusal(tmp_path, "# mine\nformat: 1\ntimezon: UTC\n")
    assert (error.code, 'cesta.yaml:3: there is no setting "timezon"' in error.message) == ("unknown_setting", True)
    assert str(error.hint).startswith('Did you mean "timezone"?')


def test_a_newer_format_is_refused_plainly(tmp_path: Path) -> None:
    error = refusal(tmp_path, "format: 2\nhologram: yes\n")
    assert error.code == "newer_format"
    assert "format 2" in error.message
    assert "newer Cesta" in str(error.hint)


@pytest.mark.parametrize("text", ["name: Shop\n", "format: one\n", "format: 0\n", "format: true\n", "- 1\n", ""])
def test_what_says_no_format_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text).code == "bad_settings"


def test_a_bad_value_names_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, "format: 1\nname: Shop\nmin_n: many\n")
    assert (error.code, "cesta.yaml:3" in error.message) == ("bad_setting", True)
