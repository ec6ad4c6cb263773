"""A map as the YAML of Enablement Map Studio (`kind: cjm`): a persona, phases, actions with a score; and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cesta.exchange.sheet import Sheet, plain_data
from cesta.exchange.skeleton import Builder, mood_from, own_id
from cesta.exchange.yaml_text import yaml_of
from cesta.model.errors import CestaError
from cesta.model.shape import slug
from cesta.store.documents import parse_document


def write_ems(sheet: Sheet) -> bytes:
    """Touchpoints are its actions; their channel and tool its touchpoints."""
    data, view = sheet.data, sheet.view
    about = {"name": view.persona.name if view.persona else data.get("persona", "–")}
    if view.persona and view.persona.quote:
        about["description"] = view.persona.quote
    actions = [
        action
        for stage in data["stages"]
        for action in (_action(sheet, stage["id"], stop) for stop in stage.get("touchpoints", []))
    ]
    phases = [{"id": stage["id"], "name": sheet.said(stage["name"])} for stage in data["stages"]]
    whole = {"kind": "cjm", "id": data["id"], "name": sheet.said(data["title"]), "persona": about}
    return yaml_of({**whole, "phases": phases, "actions": actions}).encode()


def _action(sheet: Sheet, stage: str, stop: dict[str, Any]) -> dict[str, Any]:
    means = [stop[key] for key in ("channel", "tool") if key in stop]
    thinks, mood = sheet.said(stop.get("thinks")), stop.get("emotion", {}).get("assumed")
    return {
        "id": stop["id"],
        "name": sheet.said(stop["name"]),
        "phase": stage,
        "touchpoints": means,
        "thoughts_feelings": [thinks] if thinks else [],
        **({} if mood is None else {"emotion_score": mood}),
    }


def read_ems(content: bytes, name: str) -> dict[str, Any]:
    """The map of such a file, also with its fields under `spec`. Raises bad_yaml, bad_file."""
    data = plain_data(parse_document(content.decode("utf-8", "replace"), Path(name)).data)
    if not isinstance(data, dict) or data.get("kind") != "cjm":
        raise CestaError("bad_file", f"{name} is no customer journey map of Enablement Map Studio.", "Its kind is cjm.")
    spec = data["spec"] if isinstance(data.get("spec"), dict) else data
    builder, stages = Builder(), {}
    for phase in _dicts(spec.get("phases")):
        stages[str(phase.get("id"))] = builder.stage(str(phase.get("name") or phase.get("id")), _id(phase))
    for action in _dicts(spec.get("actions")):
        place = str(action.get("phase"))
        if place not in stages:
            stages[place] = builder.stage(place)
        _read_action(builder, stages[place], action)
    told = data["metadata"] if isinstance(data.get("metadata"), dict) else data
    return builder.map(_id(told) or own_id(name), told.get("name") or own_id(name))


def _read_action(builder: Builder, stage: dict[str, Any], action: dict[str, Any]) -> None:
    means = [str(each.get("name") if isinstance(each, dict) else each) for each in _list(action.get("touchpoints"))]
    channel = means[0] if means and not any(slug(means[0], "")) else None
    tools = means[1:] if channel else means
    mood = mood_from(action.get("emotion_score"))
    whole = None if mood is None else int(mood) if mood == int(mood) else mood
    builder.touchpoint(
        stage,
        str(action.get("name") or action.get("id")),
        _id(action),
        channel=channel,
        tool=", ".join(tools),
        thinks="\n".join(map(str, _list(action.get("thoughts_feelings")))),
        emotion=None if whole is None else {"assumed": whole},
    )


def _id(data: dict[str, Any]) -> str | None:
    given = data.get("id")
    return given if isinstance(given, str) and not any(slug(given, "")) else None


def _dicts(items: Any) -> list[dict[str, Any]]:
    return [item for item in _list(items) if isinstance(item, dict)]


def _list(items: Any) -> list[Any]:
    return items if isinstance(items, list) else []
