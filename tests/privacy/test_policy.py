"""Rules about keeping are read with their lines; what is wrong is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.consent.purposes import FILE
from cesta.model.errors import CestaError
from cesta.privacy.policy import policy_of

GOOD = """\
cesta: privacy/1
retention:
  - name: {en: Browsing, cs: Prohlížení}
    events: {event: page_view, where: "device = 'phone'"}
    keep: 30d
  - {name: Everything, keep: 520w}
"""


def test_rules_as_they_were_written(tmp_path: Path) -> None:
    assert policy_of(tmp_path).retention == ()
    (tmp_path / FILE).write_text(GOOD)
    browsing, everything = policy_of(tmp_path).retention
    assert (browsing.events.event, browsing.keep, browsing.shown) == ("page_view", 30 * 86_400_000_000, "30d")
    assert (everything.events.event, everything.events.where) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (GOOD.replace("30d", "a month"), 5),
        (GOOD.replace("30d", "0d"), 5),
        (GOOD.replace("device = ", "device = = "), 4),
        (GOOD.replace("keep: 520w", "for: 520w"), 6),
        ("cesta: privacy/2\n", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, wrong: str, line: int) -> None:
    (tmp_path / FILE).write_text(wrong)
    with pytest.raises(CestaError, match=rf"bad_privacy: privacy.yaml:{line}: "):
        policy_of(tmp_path)
