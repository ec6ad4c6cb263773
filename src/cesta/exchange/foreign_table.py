"""Tables of other mapping tools: which of their columns, or rows, say what, in the words of four languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cesta.exchange.skeleton import Builder, barriers_from, mood_from, own_id
from cesta.maps.propose.words import plain
from cesta.model.errors import CestaError
from cesta.model.shape import slug

MEANT = {
    "stage": "stage phase journey-stage journey-phase etap faza faze etapa этап фаза stadium",
    "touchpoint": "touchpoint touchpoints step steps interaction action actions activity punkt-styku punkty-styku krok"
    " kroki kontaktni-bod kontaktni-body kroky точка-контакта точки-контакта шаг шаги действие действия",
    "channel": "channel channels medium kanal kanaly канал каналы",
    "tool": "tool system narzedzie nastroj инструмент",
    "emotion": "emotion emotions feeling feelings mood experience score rating satisfaction emocje nalada emoce"
    " эмоция эмоции настроение оценка",
    "thinks": "thinks thoughts thinking quote quotes mysli mysl cytat myslenky citat мысли цитата думает",
    "barriers": "pain-points pain-point pains pain barriers barrier problems problem frustrations bariery bariera"
    " problemy prekazky bolesti барьеры барьер боли проблемы",
    "fixes": "opportunities opportunity solutions solution ideas improvements szanse pomysly rozwiazania"
    " prilezitosti reseni napady возможности решения идеи",
    "owner": "owner responsible ownership opiekun odpowiedzialny wlasciciel odpovida vlastnik ответственный владелец",
    "customer_goal": "goal goals customer-goal user-goal objective cel cele cil cile цель цели",
    "needs": "needs need potrzeby potreby потребности",
    "motivation": "motivation motivations motywacja motivace мотивация",
    "notes": "notes note description comment comments notatki opis poznamky popis заметки описание комментарий",
}
"""Each field with the headings that mean it, words of one joined by "-"."""
OF = {heading: field for field, headings in MEANT.items() for heading in headings.split()}


def field_of(heading: str) -> str | None:
    """What a heading means.

    >>> field_of("Pain points"), field_of("Punkt styku"), field_of("Nálada"), field_of("Budget")
    ('barriers', 'touchpoint', 'emotion', None)
    """
    return OF.get("-".join(plain(heading).replace("/", " ").split()))


def read_foreign(cells: Sequence[Sequence[str]], name: str) -> dict[str, Any]:
    """The map in a table with stages down or across. Raises bad_file when no column or row can be understood."""
    down = [field_of(cell) for cell in cells[0]] if cells else []
    if ("stage" in down or "touchpoint" in down) and sum(field is not None for field in down) > 1:
        rows = [{field: cell.strip() for field, cell in zip(down, row, strict=False) if field} for row in cells[1:]]
        return _built(rows, name)
    across = [field_of(row[0]) if row else None for row in cells]
    if sum(field is not None for field in across) >= 2:
        return _built(_turned(cells, across), name)
    raise CestaError(
        "bad_file",
        f"{name}: no column says which stage or touchpoint a row is about.",
        "Name columns Stage, Touchpoint, Channel, Emotion, Pain points, Opportunities, Owner; or name rows so.",
    )


def _turned(cells: Sequence[Sequence[str]], across: Sequence[str | None]) -> list[dict[str, str]]:
    """A row a touchpoint out of a table with stages across; what is said of a stage goes with its first touchpoint."""
    head = next((place for place, field in enumerate(across) if field == "stage"), 0)
    found = []
    for column in range(1, len(cells[head])):
        said = {
            field: row[column].strip()
            for field, row in zip(across, cells, strict=True)
            if field and field != "stage" and column < len(row)
        }
        stage = cells[head][column].strip()
        if not stage:
            continue
        names = [line.strip("-•* ") for line in said.pop("touchpoint", "").splitlines() if line.strip("-•* ")]
        for place, each in enumerate(names or [stage]):
            found.append({"stage": stage, "touchpoint": each, **(said if place == 0 else {})})
    return found


def _built(rows: Sequence[dict[str, str]], name: str) -> dict[str, Any]:
    builder, stages = Builder(), dict[str, dict[str, Any]]()
    moods = [mood for row in rows if (mood := _number(row.get("emotion", ""))) is not None]
    stars = "stars" if moods and min(moods) >= 1 and max(moods) > 2 else ""
    last = "Journey"
    for row in rows:
        last = row.get("stage") or last
        if last not in stages:
            stages[last] = builder.stage(last, owner=row.get("owner"), customer_goal=row.get("customer_goal"))
        stop = row.get("touchpoint") or ("" if "touchpoint" in row else last)
        if stop:
            builder.touchpoint(stages[last], stop, **_fields(row, stars))
    return builder.map(own_id(name), own_id(name))


def _fields(row: dict[str, str], stars: str) -> dict[str, Any]:
    channel = "-".join(plain(row.get("channel", "")).split())
    mood = mood_from(row.get("emotion", ""), stars)
    barriers = barriers_from(_lines(row.get("barriers", "")))
    fixes = barriers_from(_lines(row.get("fixes", "")))
    if fixes and not barriers:
        barriers = barriers_from(["?"])
    if fixes:
        barriers[0]["fixes"] = fixes
    return {
        "channel": channel if channel and not any(slug(channel, "")) else None,
        "tool": row.get("tool"),
        "thinks": row.get("thinks"),
        "motivation": row.get("motivation"),
        "emotion": None if mood is None else {"assumed": int(mood) if mood == int(mood) else mood},
        "needs": _lines(row.get("needs", "")),
        "notes": row.get("notes"),
        "barriers": barriers,
    }


def _lines(text: str) -> list[str]:
    return [line for part in text.replace(";", "\n").splitlines() if (line := part.strip("-•* "))]


def _number(text: str) -> float | None:
    try:
        return float(text.replace("−", "-").replace(",", "."))
    except ValueError:
        return None
