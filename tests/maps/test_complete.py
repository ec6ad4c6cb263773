"""What a map has filled in, counted against its document; a map that says everything is complete."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.complete import STEPS, complete
from cesta.maps.document import parse

HEAD = "cesta: map/1\nid: m\ntitle: m\nstart: {first_of: [a]}\n"
BARE = f"{HEAD}stages: [{{id: s, name: See, touchpoints: []}}]\n"
FULL = f"""{HEAD}persona: p
scenario: Ann needs a coat
goal: {{event: e, target: 0.5}}
expectations: [quick]
owner: jana
stages:
  - id: s
    name: See
    customer_goal: I find it
    owner: jana
    touchpoints:
      - id: x
        name: Look
        match: {{event: x}}
        channel: web
        emotion: {{assumed: 1}}
        criticality: high
        moment_of_truth: true
        focus: true
        barriers: [{{id: b, text: slow, evidence: measured, fixes: [{{id: f, text: faster}}]}}]
"""


def test_a_map_that_says_everything_is_complete() -> None:
    found = complete(parse(FULL))
    assert found.share == 1
    assert not [missing for point in found.points for missing in point.missing]
    assert {point.step for point in found.points} == set(STEPS)


def test_what_is_missing_has_its_address() -> None:
    found = {point.name: point for point in complete(parse(BARE)).points}
    assert found["touchpoints"].missing[0].at == ("stages", "s")
    assert found["touchpoints"].missing[0].name == "See"
    assert (found["match"].of, found["fixes"].of) == (0, 0)
    assert found["persona"].missing[0].at == ()


@given(st.sets(st.integers(5, FULL.count("\n") - 1)))
def test_leaving_out_never_makes_a_map_fuller(gone: set[int]) -> None:
    optional = ("persona", "scenario", "goal", "expectations", "owner", "    customer_goal", "    owner", "        ")
    lines = FULL.splitlines()
    kept = [
        line
        for place, line in enumerate(lines)
        if place not in gone or not line.startswith(optional) or "name: Look" in line
    ]
    found = complete(parse("\n".join(kept)))
    assert 0 < found.share <= 1
    assert (found.share == 1) == (len(kept) == len(lines))
    assert all(point.filled + len(point.missing) == point.of for point in found.points)
