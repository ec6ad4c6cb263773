"""What customers answer, each with the latest of the period, against plain loops."""

from __future__ import annotations

from hypothesis import given, settings
from tests.measures.formulas.plainly import Histories, asked, close, histories, periods, share

from cesta.maps.questions import ask

Period = tuple[int, int]


@given(histories, periods)
@settings(max_examples=20)
def test_nps_csat_and_ces(told: Histories, period: Period) -> None:
    given_ = [
        [mark for h, name, mark in each if name == "buy" and period[0] <= h < period[1]] for each in told.values()
    ]
    last = [each[-1] for each in given_ if each]

    def value(kind: str) -> float | None:
        found = asked(told, period, type=kind, numerator="buy", of="amount")
        assert found["of"] == len(last)
        number = found["value"]
        assert number is None or isinstance(number, int | float)
        return number

    promoters, detractors = sum(mark >= 9 for mark in last), sum(mark <= 6 for mark in last)
    assert close(value("nps"), share(100 * (promoters - detractors), len(last)))
    assert close(value("csat"), share(sum(mark >= 4 for mark in last), len(last)))
    assert close(value("ces"), share(sum(last), len(last)))


def test_without_events_named_it_is_what_surveys_heard() -> None:
    said = [("ann", {"ask": "nps", "nps": 10}), ("bob", {"ask": "nps", "nps": 3}), ("eve", {"ask": "csat", "csat": 5})]
    events = [
        {"customer": who, "event": "survey_answered", "ts": "2026-01-05T10:00:00Z", "props": props}
        for who, props in said
    ]
    question = {"analysis": "measure", "params": {"measure": {"type": "nps"}}, "events": events}
    result = ask(None, question)["result"]
    assert isinstance(result, dict)
    assert (result["value"], result["n"]) == (0, 2)
