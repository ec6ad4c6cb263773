"""The one loud thing: said only when it holds, and with numbers that agree with the map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.document import parse
from cesta.maps.view import Insight
from cesta.model.event import Event
from cesta.segments.document import parse as parse_segment
from cesta.store.columns import from_events

DAY = 86_400_000_000
MAP = """cesta: map/1
id: m
title: M
start: {first_of: [visit]}
end: {any_of: [after 5d]}
goal: {event: pay}
stages:
  - {id: look, name: Look, touchpoints: [{id: visit, name: Visit, match: {event: visit}}]}
  - {id: pay, name: Pay, touchpoints: [{id: pay, name: Pay, match: {event: pay}}]}
"""
SEGMENT = "cesta: segment/1\nid: fans\nname: Fans\nrule: {did: {event: clap}}\n"


def loud(fans_paying: int, others_paying: int) -> Insight | None:
    """100 fans and 200 others visit; so many of them pay."""
    events = []
    for place in range(300):
        who, fan = f"c{place:03}", place < 100
        pays = place < fans_paying if fan else place - 100 < others_paying
        told = [("visit", 0), *([("clap", 1)] if fan else []), *([("pay", 2)] if pays else [])]
        events += [Event("t", f"{who}{name}", who, name, at) for name, at in told]
    events.append(Event("t", "end", "c000", "sleep", 90 * DAY))
    ground = lay(parse(MAP, Path("m.yaml")), from_events(events), Beside({"fans": parse_segment(SEGMENT)}))
    return compose(ground, Picked(), date(2026, 1, 1)).view.insight


def test_a_segment_that_clearly_does_better_is_named_with_the_gain() -> None:
    found = loud(80, 40)
    assert found is not None
    assert (found.code, found.stage, found.touchpoint) == ("segment_gap", "look", "visit")
    assert found.left.value == 180
    assert found.leave_share.value == pytest.approx(0.6)
    assert found.split is not None
    assert found.gain is not None
    # 200 others leave at 80 %, the fans at 20 %
    assert found.gain.value == pytest.approx(200 * 0.6)
    assert found.gain.low is not None
    assert found.gain.high is not None
    assert 0 < found.gain.low < 120 < found.gain.high <= 160
    assert found.gain.evidence == "inferred"


@pytest.mark.parametrize(("fans", "others"), [(20, 40), (22, 40), (10, 100)])
def test_no_segment_is_named_when_none_is_clearly_better(fans: int, others: int) -> None:
    found = loud(fans, others)
    assert found is not None
    assert (found.code, found.split, found.gain) == ("stage_loss", None, None)


def test_nothing_lost_nothing_loud(case_from: Callable[[str], Any]) -> None:
    assert loud(100, 200) is None
    assert case_from("-- x\nstart: visit\nstages: look = visit\nann: visit 0d\n").bound().view.insight is None
