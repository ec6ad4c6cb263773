"""Shapes are listed, told in full, and their examples found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cesta.cli.main import main


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        main(words)
    return capsys.readouterr().out


def test_every_shape_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capsys, "shapes", "--json"))["shapes"]
    assert {
        "shape": "calls",
        "channel": "phone",
        "says": "Phone calls in and out, answered, missed and returned.",
    } in told


def test_one_shape_is_told_with_the_names_of_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capsys, "shapes", "reviews", "--json"))
    (rating,) = [field for field in told["fields"] if field["field"] == "rating"]
    assert rating["needed"]
    assert {"rating", "ocena", "hodnocení", "оценка"} <= set(rating["names"])


def test_an_example_can_be_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert Path(said(capsys, "shapes", "mail", "--example").strip()).is_file()


@pytest.mark.parametrize(("words", "told"), [(("--example",), "An example of what"), (("call",), "Did you mean")])
def test_what_cannot_be_told_is_told(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str) -> None:
    with pytest.raises(SystemExit):
        main(("shapes", *words))
    assert told in capsys.readouterr().err
