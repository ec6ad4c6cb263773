"""Templates to begin a map from: those that Cesta brings, in four languages, and those a workspace has saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.exchange.sheet import plain_data, standing_alone
from cesta.exchange.yaml_text import yaml_of
from cesta.maps.document import load, parse
from cesta.maps.shelf import PAGES
from cesta.model.errors import CestaError, unknown
from cesta.model.shape import LANGUAGES, Text, say, slug
from cesta.store import documents
from cesta.store.disk import make_folder, write_new
from cesta.store.workspace import Workspace

FOLDER = Path(__file__).with_name("templates")
ORDER = ("retail", "fintech", "travel", "saas", "b2b", "blueprint", "five-phases", "loyalty", "aftersales", "repeat")
LANES = ("touchpoints", "emotion", "thinks", "motivation", "barriers", "fixes", "kpis", "owner")
BEHIND = ("evidence", "frontstage", "backstage", "support")
OWN = ("status", "reviewed", "owner", "authors", "period", "persona", "segment", "parent")
"""What a map says of itself and its company, and its template does not."""
HEAD = """\
# Begun from a template. Its events are guesses: the linter says which there are. Moods are assumed until measured.
"""


@dataclass(frozen=True, slots=True)
class Template:
    """name, about, stages: in the reader's language. own: saved in this workspace."""

    id: str
    name: str
    about: str | None
    stages: tuple[str, ...]
    touchpoints: int
    own: bool


def templates(workspace: Workspace | None = None, language: str = "en") -> tuple[Template, ...]:
    """Every template, those of the workspace first; one that cannot be read is left out."""
    found = []
    for path in sorted((workspace.root / "templates").glob("*.yaml")) if workspace else []:
        try:
            data = plain_data(parse(documents.read_text(path), path).data)
        except CestaError:
            continue
        found.append(_shown(path.stem, data, data["title"], None, language))
    return (*found, *(_shown(name, *_built(name), language) for name in ORDER))


def _shown(id_: str, data: Mapping[str, Any], name: Text, about: Text | None, language: str) -> Template:
    stages = tuple(say(stage["name"], language) or "" for stage in data["stages"])
    stops = sum(len(stage.get("touchpoints", ())) for stage in data["stages"])
    return Template(id_, say(name, language) or id_, say(about, language), stages, stops, about is None)


def begin(
    workspace: Workspace, template: str, map_id: str, title: str | None = None, language: str | None = None
) -> str:
    """The text of a new map. language: one only, instead of all that the template has. Raises unknown_template."""
    data = {**_found(workspace, template), "id": map_id, "status": "draft"}
    if language is not None:
        data = _only(data, language)
    if title:
        data["title"] = title
    return HEAD + yaml_of(data)


def _found(workspace: Workspace, template: str) -> dict[str, Any]:
    path = workspace.root / "templates" / f"{template}.yaml"
    if not any(slug(template, "")) and path.is_file():
        data: dict[str, Any] = plain_data(parse(documents.read_text(path), path).data)
        return data
    if template not in ORDER:
        own = [each.id for each in templates(workspace) if each.own]
        raise unknown("unknown_template", "template", template, (*own, *ORDER))
    return _built(template)[0]


def save(workspace: Workspace, map_id: str, template: str) -> Path:
    """Keeps a map as a template: its structure and words, nothing of its owners, segment or period.

    Raises unknown_map, bad_value (the id), template_exists.
    """
    if template in (*ORDER, *PAGES) or any(slug(template, "")):
        hint = 'Small letters, digits and "-", and none that Cesta brings itself.'
        raise CestaError("bad_value", f'"{template}" cannot be the id of a template.', hint)
    data = standing_alone(load(workspace, map_id))
    kept = {key: value for key, value in data.items() if key not in OWN} | {"id": template}
    for stage in kept["stages"]:
        stage.pop("owner", None)
    path = workspace.root / "templates" / f"{template}.yaml"
    make_folder(path.parent)
    if not write_new(path, yaml_of(kept)):
        raise CestaError("template_exists", f'There is a template "{template}" already.', "Choose another id.")
    return path


def _only(value: Any, language: str) -> Any:
    """With every text in one language."""
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            return say(value, language)
        return {key: _only(item, language) for key, item in value.items()}
    return [_only(item, language) for item in value] if isinstance(value, list) else value


def _built(template: str) -> tuple[dict[str, Any], Text, Text]:
    """A template of Cesta's own: its document, what it is called, and what it is for."""
    reader = _Reader()
    for line in (FOLDER / f"{template}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            reader.line(*_parted(line))
    head = reader.head
    data: dict[str, Any] = {
        "cesta": "map/1",
        "id": template,
        "title": head["title"],
        "level": "L1",
        "state": "current",
        "status": "draft",
        "purpose": "improve experience",
        "start": {"first_of": head["start"].split()},
        "end": {"any_of": [head["end"]]},
        "goal": {"event": reader.goal[0], "name": reader.goal[1]},
        "lanes": head["lanes"].split() if "lanes" in head else list(LANES),
        "stages": reader.stages,
    }
    if reader.blueprint:
        data["blueprint"] = reader.blueprint
    return data, head["name"], head["about"]


def _parted(line: str) -> tuple[str, Any]:
    """What stands before the first bar, and after it: a text in four languages, perhaps with a word before it."""
    key, *texts = (part.strip() for part in line.split("|"))
    if len(texts) < len(LANGUAGES):
        return key, texts[0]
    said = dict(zip(LANGUAGES, texts[-len(LANGUAGES) :], strict=True))
    return key, said if len(texts) == len(LANGUAGES) else (texts[0], said)


class _Reader:
    """Follows the lines of a template."""

    def __init__(self) -> None:
        self.head: dict[str, Any] = {}
        self.goal: tuple[str, Any] = ("", None)
        self.stages: list[dict[str, Any]] = []
        self.blueprint: dict[str, dict[str, Any]] = {}

    def line(self, key: str, said: Any) -> None:
        if key.startswith("["):
            self.stages.append({"id": key.strip("[]"), "name": said, "touchpoints": []})
        elif key == "want":
            stage = self.stages[-1]
            self.stages[-1] = {"id": stage["id"], "name": stage["name"], "customer_goal": said, "touchpoints": []}
        elif key.startswith("- "):
            self.stages[-1]["touchpoints"].append(_stop(key.split()[1:], said))
        elif key in BEHIND:
            self.blueprint.setdefault(key, {})[self.stages[-1]["touchpoints"][-1]["id"]] = said
        elif key == "goal":
            self.goal = said
        else:
            self.head[key] = said


def _stop(words: list[str], name: Any) -> dict[str, Any]:
    id_, channel, event, mood, *marks = words
    stop = {"id": id_, "name": name, "channel": channel, "match": {"event": event}}
    if marks:
        stop |= {"criticality": "high", "moment_of_truth": True}
    return stop | {"emotion": {"assumed": int(mood)}}
