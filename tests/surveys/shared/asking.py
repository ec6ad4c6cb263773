"""A survey after buying, and filling-ins of it as their events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cesta.ingest.door import accept
from cesta.store.documents import parse_document
from cesta.store.workspace import Workspace
from cesta.surveys.document import SurveyDocument, as_survey

AFTER = """cesta: survey/1
id: after
name: {en: After buying, pl: Po zakupie}
status: open
owner: jana
touchpoint: bought
where: [page, link]
page: {after: purchase, wait: 2s}
follow_up: {question: recommend, at_most: 6, within: 2d}
questions:
  - {id: recommend, ask: nps, text: Would you recommend us?, required: true}
  - {id: why, ask: text, text: What went wrong?, show_if: {question: recommend, at_most: 6}}
  - id: how
    ask: several
    text: How did you come?
    choices: [{id: shop, text: Past the shop}, {id: friend, text: A friend}]
  - {id: easy, ask: ces, text: It was easy.}
"""


def survey(text: str = AFTER) -> SurveyDocument:
    return as_survey(parse_document(text, Path("after.yaml")))


def filled(
    who: str, day: int, answers: Mapping[str, object], *, response: str = "", **more: object
) -> Iterator[dict[str, object]]:
    """The events of one filling-in, on a day of March."""
    response = response or f"r-{who}"
    properties = {"survey": "after", "version": 1, "response": response, "touchpoint": "bought", **more}
    asks = {one.id: one.ask for one in survey().questions}
    yield event(who, day, 0, "survey_shown", properties)
    for place, (question, said) in enumerate(answers.items()):
        ask = asks.get(question, "nps")
        name = {"one": "choice", "several": "choice"}.get(ask, ask)
        yield event(
            who, day, place + 1, "survey_answered", {**properties, "question": question, "ask": ask, name: said}
        )
    if answers:
        yield event(who, day, 59, "survey_finished", properties)


def event(who: str, day: int, second: int, name: str, properties: Mapping[str, object]) -> dict[str, object]:
    time = f"2026-03-{day:02}T10:00:{second:02}Z"
    return {"customer": who, "event": name, "ts": time, "props": dict(properties)}


def asking(root: Path, text: str = AFTER, min_n: int = 1) -> Workspace:
    """A workspace with the survey; numbers show from so many answers on."""
    workspace = Workspace.create(root, name="Shop")
    with (root / "cesta.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"min_n: {min_n}\n")
    (root / "surveys").mkdir(exist_ok=True)
    (root / "surveys" / "after.yaml").write_text(text, encoding="utf-8")
    return workspace


def tell(workspace: Workspace, *groups: Iterator[dict[str, object]]) -> None:
    """Puts filling-ins through the door."""
    accept(workspace, [one for group in groups for one in group], "web")
