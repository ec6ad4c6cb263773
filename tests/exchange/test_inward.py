"""Round trips of random maps: what comes back is exactly what the format can hold; our own files hold everything."""

from __future__ import annotations

import contextlib
import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cesta.exchange.formats import FORMATS, function
from cesta.exchange.inward import bring
from cesta.exchange.mermaid import _said, _title
from cesta.exchange.outward import lost_in_words
from cesta.exchange.sheet import Sheet, plain_data
from cesta.exchange.skeleton import FIRST_EVENT
from cesta.exchange.yaml_text import yaml_of
from cesta.maps.beside import Beside
from cesta.maps.compose import Picked, compose, lay
from cesta.maps.diff import between
from cesta.maps.document import parse
from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES, say
from cesta.store.columns import from_events

LETTERS = "abżčя 09.,:;#|=+-@'\"<>&`*{}[]…”„"
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(lambda text: len(text.strip(":;#' \"")) > 0)
TEXT = WORDS | st.dictionaries(st.sampled_from(LANGUAGES), WORDS, min_size=1)
IDS = st.text("abcxyz0123456789-", min_size=1, max_size=6).filter(lambda text: text[0] != "-" and text[-1] != "-")
MOOD = st.sampled_from([-2, -1, 0, 1, 2, 0.5])
STATUS = st.sampled_from(["idea", "testing"])
FIX = st.fixed_dictionaries({"text": TEXT}, optional={"status": STATUS, "effort": MOOD.map(abs)})


def many(items: st.SearchStrategy[dict[str, Any]], least: int = 0) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Things with ids, each once."""
    pairs = st.lists(st.tuples(IDS, items), min_size=least, max_size=3, unique_by=lambda pair: pair[0])
    return pairs.map(lambda found: [{"id": id_, **item} for id_, item in found])


BARRIER = st.fixed_dictionaries({"text": TEXT}, optional={"evidence": st.just("reported"), "fixes": many(FIX, 1)})
STOP = st.fixed_dictionaries(
    {"name": TEXT},
    optional={
        "channel": st.sampled_from(["web", "store"]), "tool": WORDS, "thinks": TEXT, "motivation": TEXT,
        "match": st.just({"event": "visit", "where": "channel = 'web'"}),
        "emotion": MOOD.map(lambda mood: {"assumed": mood}),
        "criticality": st.just("high"), "moment_of_truth": st.booleans(), "barriers": many(BARRIER, 1),
        "needs": st.lists(WORDS, min_size=1, max_size=2), "tags": st.just(["yes", "1", "2026-01-02"]),
    },
)  # fmt: skip
GOAL = st.just({"event": "buy", "target": 0.2})
REST = st.fixed_dictionaries({}, optional={"owner": WORDS, "scenario": TEXT, "notes": WORDS, "goal": GOAL})
STAGE = st.fixed_dictionaries({"name": TEXT}, optional={"customer_goal": TEXT, "owner": WORDS})


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    """A document that the linter finds nothing wrong with."""
    stages = draw(many(STAGE, 1))
    taken: set[str] = set()
    for stage in stages:
        found = [stop for stop in draw(many(STOP)) if stop["id"] not in taken]
        taken |= {stop["id"] for stop in found}
        stage["touchpoints"] = found
    rest = draw(REST)
    return {
        "cesta": "map/1",
        "id": "m",
        "title": draw(TEXT),
        "start": {"first_of": ["visit"]},
        **rest,
        "stages": stages,
    }


def sheet_of(data: dict[str, Any], language: str) -> Sheet:
    text = yaml_of(data)
    document = parse(text)
    assert not document.complaints
    view = compose(
        lay(document, from_events([]), Beside({})), Picked(language=language), datetime.date(2026, 1, 1)
    ).view
    return Sheet(view, plain_data(document.data), text, language, False, "2026-01-01")


def there_and_back(format_id: str, sheet: Sheet) -> dict[str, Any]:
    kind = next(each for each in FORMATS if each.id == format_id)
    content = function(kind.write)(sheet, *([iter(())] if kind.kind == "journeys" else []))
    return plain_data(parse(bring("m" + kind.endings[0], content, format_id).text).data)  # type: ignore[no-any-return]


QUICK = settings(
    max_examples=6, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.reuse, Phase.generate]
)


@pytest.mark.parametrize(
    "format_id", [each.id for each in FORMATS if each.exact and each.id not in ("pptx", "svg", "html")]
)
@QUICK
@given(data=maps(), language=st.sampled_from(LANGUAGES))
def test_nothing_is_lost(format_id: str, data: dict[str, Any], language: str) -> None:
    assert between(data, there_and_back(format_id, sheet_of(data, language))) == ()


@pytest.mark.parametrize("format_id", ["pptx", "svg", "html"])
@settings(max_examples=2)
@given(data=maps())
def test_nothing_is_lost_in_drawings(format_id: str, data: dict[str, Any]) -> None:
    assert between(data, there_and_back(format_id, sheet_of(data, "cs"))) == ()


def only(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: data[key] for key in keys if key in data}


def tongue(value: Any, language: str) -> Any:
    """Every text in one language."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            return say(value, language)
        return {key: tongue(item, language) for key, item in value.items()}
    return [tongue(item, language) for item in value] if isinstance(value, list) else value


def held(format_id: str, data: dict[str, Any], language: str) -> dict[str, Any]:
    """What each of the lossy formats has room for."""
    head = {"cesta": "map/1", "id": "m", "start": {"first_of": [FIRST_EVENT]}, "title": data["title"]}
    stages = []
    if format_id == "csv":
        head["title"] = "m"
        for stage in data["stages"]:
            stops = [dict(stop) for stop in stage["touchpoints"]]
            for stop in stops:
                if "barriers" in stop:
                    stop["barriers"] = [say(barrier["text"], language) for barrier in stop["barriers"]]
            stages.append({**stage, "touchpoints": stops})
        return {**head, "stages": stages}
    data, head = tongue(data, language), tongue(head, language)
    of_stage, of_stop = {
        "mermaid": (("id", "name"), ("id", "name", "channel", "emotion")),
        "cjml": (("id", "name", "customer_goal"), ("id", "name", "channel", "thinks", "emotion")),
        "ems": (("id", "name"), ("id", "name", "channel", "tool", "thinks", "emotion")),
    }[format_id]
    for stage in data["stages"]:
        stages.append(
            {**only(stage, *of_stage), "touchpoints": [only(stop, *of_stop) for stop in stage["touchpoints"]]}
        )
    extra = only(data, "owner", "scenario", "notes", "status", "persona") if format_id == "cjml" else {}
    return {**head, **extra, "stages": stages}


@pytest.mark.parametrize("format_id", ["mermaid", "cjml", "ems", "csv"])
@QUICK
@given(data=maps(), language=st.sampled_from(LANGUAGES))
def test_what_is_lost_is_what_has_no_room(format_id: str, data: dict[str, Any], language: str) -> None:
    sheet = sheet_of(data, language)
    back, wanted = there_and_back(format_id, sheet), held(format_id, data, language)
    if format_id == "csv":  # only the words of a barrier
        for stage in back["stages"]:
            for stop in stage["touchpoints"]:
                if "barriers" in stop:
                    stop["barriers"] = [barrier["text"] for barrier in stop["barriers"]]
    if format_id == "mermaid":  # no colons and semicolons, and whole moods
        wanted["title"] = _title(wanted["title"])
        for stage in wanted["stages"]:
            stage["name"] = _said(stage["name"])
            for stop in stage["touchpoints"]:
                stop["name"] = _said(stop["name"])
                if "emotion" in stop:
                    stop["emotion"] = {"assumed": round(stop["emotion"]["assumed"])}
    assert back == wanted
    for language in LANGUAGES:
        assert bool(lost_in_words(between(data, back), language)) == (data != back)


def test_pictures_and_strangers_are_told_apart() -> None:
    for name, code in (("a.png", "no_map_inside"), ("a.docx", "unknown_format"), ("a.html", "no_map_inside")):
        with pytest.raises(CestaError) as told:
            bring(name, b"x")
        assert told.value.code == code


def test_our_own_yaml_keeps_its_comments() -> None:
    text = "# why\ncesta: map/1\nid: a\ntitle: A\nstart: {first_of: [v]}\nstages: [{id: s, name: S, touchpoints: []}]\n"
    brought = bring("a.yaml", text.encode(), map_id="b")
    assert (brought.id, brought.text) == ("b", text.replace("id: a", "id: b", 1))


BROKEN = {"My Map.yaml": b"title: [x", "My Map.cjml.xml": b"<x", "My Map.mmd": b"?", "My Map.csv": b"x,y\n1,2",
          "My Map.pptx": b"?", "My Map.xlsx": b"?"}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_named_as_it_is(name: str) -> None:
    with pytest.raises(CestaError) as told:
        bring(name, BROKEN[name])
    assert told.value.message.startswith(name)


HOSTILE = {
    "m.yaml": b"cesta: map/1\ntitle: a\nstages: [{id: a, name: b}]\n",
    "aliases.yaml": b"cesta: map/1\nid: '\\1'\ntitle: a\nstages: []\n",
    "studio.yaml": b"kind: cjm\nphases: 5\nactions: [1, {id: 2, phase: [a], touchpoints: 4, thoughts_feelings: 1}]\n",
    "deep.jsonocel": b"[" * 200_000,
    "deeper.jsonocel": b'{"objects":' + b"[" * 200_000,
    "long.jsonocel": b'{"objects":[' + b"1" * 100_000 + b"]}",
    "begun.html": b'<script type="application/yaml" id="cesta-map">' * 100_000,
    "begun.svg": b'<metadata id="cesta-map">' * 100_000,
    "begun.md": b"```yaml cesta-map\n" * 100_000,
    "ticks.md": b"`" * 300_000,
    "begun.mmd": b"```mermaid\n" * 300_000,
    "parts.mmd": b"journey\nsection a\na:b:\nb:\n:::\n",
    "deep.xml": b"<a>" * 100_000 + b"</a>" * 100_000,
    "deep.xes": b"<log>" + b"<string>" * 100_000,
    "entities.xml": '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'.encode("utf-16"),
    "bytes.csv": bytes(range(256)) * 200,
    "nothing.csv": b"",
    "cells.csv": b'stage.id,stage.name,id,name,match,emotion\na,b,c,d,"[[[","*a"\n',
    "tongues.csv": b"stage.id,name,name:en\na,x,y\n",
    "pains.csv": b"Stage,Touchpoint,Pain points\na,b," + b"x;" * 1_200 + b"\n",
    "touches.csv": b"Stage,Touchpoint,Channel\n" + b"a,b,c\n" * 1_200,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_becomes_a_map_or_is_told_to_be_none(name: str) -> None:
    with contextlib.suppress(CestaError):
        assert bring(name, HOSTILE[name]).text
