"""Purposes are read with their lines; a changed document is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cesta.consent.purposes import FILE, purposes_now
from cesta.model.errors import CestaError

GOOD = """\
cesta: privacy/1
purposes:
  - id: statistics
    name: {en: Statistics, pl: Statystyka}
    categories: [Analytics, performance]
    needed_for: ["Product *"]
  - id: letters
    name: Letters
    given_by: [newsletter_subscribed]
    withdrawn_by: [newsletter_left]
    without_word: refused
"""


def test_purposes_as_they_were_written(tmp_path: Path) -> None:
    assert purposes_now(tmp_path).every == ()
    (tmp_path / FILE).write_text(GOOD)
    found = purposes_now(tmp_path)
    statistics, letters = found.every
    assert found.by_category == {
        "statistics": statistics,
        "analytics": statistics,
        "performance": statistics,
        "letters": letters,
    }
    assert (statistics.without_word, letters.without_word, found.guards) == (True, False, True)
    assert statistics.needed_for.fit("Product Viewed")
    assert not statistics.needed_for.fit("A Product Viewed")
    assert not letters.needed_for
    (tmp_path / FILE).write_text(GOOD.replace("Product", "Thing"))
    os.utime(tmp_path / FILE, ns=(1, 1))
    assert not purposes_now(tmp_path).every[0].needed_for.fit("Product Viewed")


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (GOOD.replace("refused", "maybe"), 11),
        (GOOD.replace("id: letters", "id: Our letters"), 7),
        ("purposes: 7\n", 1),
        ("- 1\n", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, wrong: str, line: int) -> None:
    (tmp_path / FILE).write_text(wrong)
    with pytest.raises(CestaError, match=rf"bad_privacy: privacy.yaml:{line}: "):
        purposes_now(tmp_path)
