"""However many pages are open, a workspace is looked at once a beat."""

from __future__ import annotations

import pytest

from cesta.api.pulse import EVERY, Pulse
from cesta.api.served import Served
from cesta.maps.drafts import Editor, Wish
from cesta.maps.edit import Edit
from cesta.maps.remarks import Said, say
from cesta.store.workspace import Workspace


def test_one_look_a_beat_for_all(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    generation = Workspace.generation

    def counted(workspace: Workspace) -> str:
        looks.append(generation(workspace))
        return looks[-1]

    monkeypatch.setattr(Workspace, "generation", counted)
    now = [10 * EVERY]
    pulse = Pulse(served.workspace, served.desk, lambda: now[0])
    first = pulse.look()
    assert (first.generation, dict(first.drafts), dict(first.talk)) == (looks[0], {}, {})
    served.desk.edit("buy-clothes", [Wish("1", Edit("set", ("owner",), "petr", "jana"))], Editor("tab"), 1)
    say(served.desk, "buy-clothes", Said("Why?"), Editor("tab"), 2)
    now[0] += EVERY / 2
    assert pulse.look() is first
    now[0] += pulse.rest()
    second = pulse.look()
    assert (second.drafts["buy-clothes"], len(second.talk), len(looks)) == (1, 1, 2)


@pytest.mark.parametrize("now", [0.0, 0.2, 7.5, 1234.75])
def test_the_next_beat_is_never_far(served: Served, now: float) -> None:
    assert 0 < Pulse(served.workspace, served.desk, lambda: now).rest() <= EVERY
