"""What customers answer, each with the latest of the period, against plain loops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from tests.measures.formulas.plainly import Histories, asked, close, histories, periods, share

from cesta.ingest.door import accept
from cesta.maps.kpis import Wish, kpis
from cesta.maps.questions import ask
from cesta.measures.editing import KpiDraft, save
from cesta.store.workspace import Workspace
from cesta.surveys.results import Asked, results

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


SURVEY = """\
cesta: survey/1
id: after
name: After buying
questions:
  - {id: would, ask: nps, text: Would you recommend us?}
  - {id: well, ask: csat, text: Was it good?}
  - {id: hard, ask: ces, text: Was it easy?}
"""


def test_a_kpi_is_what_its_survey_says(shop_maker: Callable[[Path], Workspace], tmp_path: Path) -> None:
    """Value, interval and n; an answer that is off the scale counts in neither."""
    with shop_maker(tmp_path / "shop") as shop:
        (shop.root / "surveys").mkdir(exist_ok=True)
        (shop.root / "surveys" / "after.yaml").write_text(SURVEY)
        marks = {"nps": [10, 9, 9, 7, 6, 2, 11], "csat": [5, 5, 4, 3, 2, 1, 9], "ces": [7, 7, 6, 7, 7, 7, 0]}
        events: list[dict[str, object]] = [
            {
                "customer": f"c{place}", "event": "survey_answered", "ts": "2026-03-20T10:00:00Z",
                "props": {"survey": "after", "question": question, "ask": ask_, ask_: mark, "response": f"r{place}"},
            }
            for question, ask_ in (("would", "nps"), ("well", "csat"), ("hard", "ces"))
            for place, mark in enumerate(marks[ask_])
        ]  # fmt: skip
        accept(shop, events, "surveys")
        for ask_ in marks:
            save(shop, KpiDraft(f"our-{ask_}", {"type": ask_}))
        found = {kpi.type: kpi.now for kpi in kpis(shop, Wish(tuple(f"our-{ask_}" for ask_ in marks))).kpis}
        for question in results(shop, "after", Asked()).questions:
            score, now = question.score, found[question.ask]
            assert score is not None
            assert now is not None
            assert (now.value, now.low, now.high, now.of) == (score.value, score.low, score.high, score.n)
            assert score.n == 6
