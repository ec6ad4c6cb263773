"""Enablement Map Studio: a file as that tool writes it, with its fields at the top or under `spec`."""

from __future__ import annotations

from textwrap import indent

import pytest

from cesta.exchange.ems import read_ems
from cesta.model.errors import CestaError

BODY = """
persona: {name: Ann}
phases: [{id: look, name: Look}, {id: buy, name: Buy}]
actions:
  - {id: a1, name: See it, phase: look, touchpoints: [Web shop], thoughts_feelings: [Nice, Dear], emotion_score: 1}
  - {id: a2, name: Pay, phase: buy, touchpoints: [app], emotion_score: -1.5}
"""


@pytest.mark.parametrize(
    "text", [f"kind: cjm\nname: Coat\n{BODY}", f"kind: cjm\nmetadata: {{name: Coat}}\nspec:{indent(BODY, '  ')}"]
)
def test_phases_and_actions(text: str) -> None:
    data = read_ems(text.encode(), "coat")
    assert (data["title"], [stage["id"] for stage in data["stages"]]) == ("Coat", ["look", "buy"])
    see, pay = (stage["touchpoints"][0] for stage in data["stages"])
    assert (see["tool"], see["thinks"], see["emotion"]) == ("Web shop", "Nice\nDear", {"assumed": 1})
    assert (pay["channel"], pay["emotion"]) == ("app", {"assumed": -1.5})


def test_another_kind_is_refused() -> None:
    with pytest.raises(CestaError):
        read_ems(b"kind: strategy\n", "x")
