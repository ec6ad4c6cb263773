"""A map as a Mermaid `journey`: stages as sections, touchpoints as tasks with a mood of 1 to 5; and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cesta.exchange.sheet import Sheet
from cesta.exchange.skeleton import Builder, mood_from, own_id
from cesta.model.errors import CestaError

MIDDLE = 3
"""What Mermaid calls a mood that is neither good nor bad, or unknown."""
NOTE = re.compile(r"%%\s*(stage|touchpoint|map)\s+(\S+)(?:\s+(\S+))?\s*(\?)?$")


def write_mermaid(sheet: Sheet) -> bytes:
    """As Mermaid draws it. What it has no words for (ids, channels) stands in comments; unknown moods as 3 with "?"."""
    return "\n".join([*_lines(sheet), ""]).encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    yield "journey"
    yield f"  %% map {sheet.data['id']}"
    yield f"  title {_title(sheet.view.title)}"
    yield f"  accTitle: {_title(sheet.view.title)}"
    yield f"  accDescr: {_title(', '.join(stage.name for stage in sheet.view.stages))}"
    actor = _said(sheet.view.persona.name) if sheet.view.persona else ""
    moods = _moods(sheet)
    for stage in sheet.data["stages"]:
        yield f"  %% stage {stage['id']}"
        yield f"  section {_said(sheet.said(stage['name']))}"
        for stop in stage.get("touchpoints", []):
            mood = moods.get(stop["id"])
            score = MIDDLE if mood is None else round(mood) + MIDDLE
            yield f"    %% touchpoint {stop['id']} {stop.get('channel', '-')}{' ?' if mood is None else ''}"
            who = f": {actor}" if actor else ""
            yield f"    {_said(sheet.said(stop['name']))}: {score}{who}"


def _moods(sheet: Sheet) -> dict[str, float]:
    """With numbers what was measured, else what people assume."""
    if sheet.numbers:
        return {stop.id: stop.emotion.value for stop in sheet.stops if stop.emotion.value is not None}
    stops = [stop for stage in sheet.data["stages"] for stop in stage.get("touchpoints", [])]
    assumed = {stop["id"]: stop.get("emotion", {}).get("assumed") for stop in stops}
    return {id_: float(mood) for id_, mood in assumed.items() if mood is not None}


def _said(text: str) -> str:
    """Without the characters that end a name in Mermaid.

    >>> _said("Pay: card; #1")
    'Pay – card, No. 1'
    """
    clean = text.replace(":", " –").replace(";", ",").replace("#", "No. ")
    return " ".join(clean.split()) or "–"


def _title(text: str) -> str:
    return " ".join(text.replace(";", ",").replace("#", "No. ").split())


def read_mermaid(content: bytes, name: str) -> dict[str, Any]:
    """The map in a Mermaid journey, also one inside Markdown. Raises bad_file."""
    text = content.decode("utf-8", "replace")
    fenced = re.search(r"```mermaid\s*\n(.*?)```", text, re.DOTALL)
    lines = [line.strip() for line in (fenced[1] if fenced else text).splitlines() if line.strip()]
    if "journey" not in lines:
        raise CestaError("bad_file", f"{name} is no Mermaid journey.", 'Its first line is the word "journey".')
    return _Reader(own_id(name)).read(lines)


class _Reader:
    """Follows the lines; a comment that Cesta wrote tells the id of what comes next."""

    def __init__(self, name: str) -> None:
        self.builder, self.title, self.id = Builder(), "", name
        self.noted: re.Match[str] | None = None
        self.stage: dict[str, Any] | None = None

    def read(self, lines: list[str]) -> dict[str, Any]:
        for line in lines:
            note = NOTE.match(line)
            if note is not None and note[1] == "map":
                self.id = note[2]
            elif note is not None:
                self.noted = note
            elif not line.startswith("%%"):
                self._line(line)
        return self.builder.map(self.id, self.title)

    def _line(self, line: str) -> None:
        head, _, rest = line.partition(" ")
        if head == "title":
            self.title = rest.strip()
        elif head == "section":
            self.stage = self.builder.stage(rest.strip(), self.noted[2] if self.noted else None)
            self.noted = None
        elif ":" in line and not line.startswith(("accTitle", "accDescr")):
            self._task([part.strip() for part in line.split(":")])

    def _task(self, parts: list[str]) -> None:
        if self.stage is None:
            self.stage = self.builder.stage(self.title or "Journey")
        noted, self.noted = self.noted, None
        channel = noted[3] if noted and noted[3] not in (None, "-", "?") else None
        mood = None if noted and (noted[4] or noted[3] == "?") else mood_from(parts[1], "stars")
        emotion = None if mood is None else {"assumed": int(mood)}
        self.builder.touchpoint(self.stage, parts[0], noted[2] if noted else None, channel=channel, emotion=emotion)
