"""The map in sentences: whose it is, how many go which way, where most is lost."""

from __future__ import annotations

from collections.abc import Iterator

from cesta.exchange.sheet import Sheet
from cesta.exchange.wording import count, plain, share, shown, tell
from cesta.maps.view import StageView


def who_of(sheet: Sheet) -> list[str]:
    """Persona, segment, and with numbers how many people and journeys."""
    view, language = sheet.view, sheet.language
    found = [view.persona.name] if view.persona else []
    found.append(sheet.segment_name or tell("everyone", language))
    if sheet.numbers:
        found.append(f"{count(view.people.value or 0, language)} {tell('people', language)}")
        if view.counts == "journeys":
            found.append(f"{count(view.journeys.value or 0, language)} {tell('journeys', language)}")
    return found


def period_of(sheet: Sheet) -> list[str]:
    """The days that the numbers are of."""
    return [f"{sheet.view.date_from} – {sheet.view.date_to}"] if sheet.numbers else []


def about_of(sheet: Sheet) -> list[tuple[str, str]]:
    """What the map says of itself, each with its word: scenario, trigger, expectations."""
    view = sheet.view
    said = (("scenario", view.scenario), ("trigger", view.trigger), ("expectations", "; ".join(view.expectations)))
    return [(tell(key, sheet.language), words) for key, words in said if words]


def insight_of(sheet: Sheet) -> str:
    """The one loud thing; empty when there is nothing to shout about, or without numbers."""
    view, language = sheet.view, sheet.language
    loud = view.insight
    stage = next((each for each in view.stages if loud and each.id == loud.stage), None)
    if loud is None or stage is None or not sheet.numbers or loud.leave_share.value is None:
        return ""
    return tell("insight", language, share(loud.leave_share.value, language), stage.name)


def sentences(sheet: Sheet) -> Iterator[str]:
    """A sentence for the map, then one for each stage."""
    view, language = sheet.view, sheet.language
    yield f"{view.title}. {', '.join([*who_of(sheet), *period_of(sheet)])}."
    if sheet.numbers and view.goal:
        yield f"{tell('goal', language)}, {view.goal.name}: {shown(view.goal.rate, language)}."
    for place, stage in enumerate(view.stages):
        yield " ".join(_stage(sheet, stage, place))
    if loud := insight_of(sheet):
        yield f"{loud}."


def _stage(sheet: Sheet, stage: StageView, place: int) -> Iterator[str]:
    language = sheet.language
    yield f"{tell('stage', language)} {place + 1}/{len(sheet.view.stages)}, {stage.name}:"
    yield f"{', '.join(stop.name for stop in stage.touchpoints)}."
    if not sheet.numbers:
        return
    yield f"{tell('reached', language)}: {shown(stage.reached, language)}."
    if stage.conversion is not None:
        yield f"{tell('go_on', language)}: {shown(stage.conversion, language)}."
    if stage.median_seconds.value is not None and not stage.median_seconds.too_few:
        yield f"{tell('time', language)}: {plain(stage.median_seconds, language).rstrip('.')}."
