"""Maps made of several documents: a variant of another map, and touchpoints that maps share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.bind import view
from cesta.maps.document import as_map, load
from cesta.maps.inherit import Whole, whole
from cesta.maps.library import Find, Kind
from cesta.maps.lint import lint
from cesta.maps.lint_names import check_names
from cesta.model.errors import CestaError, unknown
from cesta.store.documents import Document, parse_document
from cesta.store.workspace import Workspace

BASE = """\
cesta: map/1
id: base
title: {en: Base, pl: Baza}
status: live
reviewed: 2026-01-01
owner: jana
goal: {event: buy, where: amount > 5, target: 0.1}
start: {first_of: [see]}
stages:
  - id: look
    name: Look
    touchpoints:
      - {id: ad, name: Ad, match: {event: ad}}
      - {id: see, name: See, match: {event: see, where: n > 1}, emotion: {from: [csat], assumed: 0}}
  - id: pay
    name: Pay
    touchpoints:
      - {id: buy, name: Buy, match: {event: buy}, barriers: [{id: slow, text: Slow}]}
desired:
  path: [ad, see, buy]
  max_time: {ad -> see: 1h, look -> pay: 2d, see -> buy: 1d}
  emotion: {ad: 1, buy: 0}
blueprint:
  backstage: {ad: agency, pay: bank}
"""
HEAD = "cesta: map/1\nid: v\nextends: base\n"


def finder(**texts: str) -> Find:
    def find(kind: Kind, id_: str) -> Document:
        if id_ not in texts:
            raise unknown(f"unknown_{kind}", kind, id_, texts)
        return parse_document(texts[id_], Path(f"{kind}s/{id_}.yaml"))

    return find


def put_in(text: str, **texts: str) -> Whole:
    return whole(parse_document(text, Path("maps/v.yaml")), finder(**{"base": BASE, **texts}))


def varied(change: str, **texts: str) -> Any:
    found = put_in(HEAD + change, **texts)
    assert found.remarks == ()
    return found.data


def said(found: Whole) -> list[tuple[str, int, str | None]]:
    return [(remark.code, found.place(remark.pointer)[0], remark.hint) for remark in found.remarks]


def test_a_map_alone_stays_as_it_is() -> None:
    found = put_in(BASE)
    assert found.data == found.source.data
    assert found.place("/stages/1/name") == (16, "")


def test_a_variant_takes_over_all_but_what_a_map_says_only_of_itself() -> None:
    base = parse_document(BASE, Path("base.yaml")).data
    wanted = {key: value for key, value in base.items() if key not in ("status", "reviewed")}
    assert varied("") == {**wanted, "id": "v", "extends": "base"}


@pytest.mark.parametrize(
    ("change", "look"),
    [
        ("goal: {target: 0.2}", lambda d: d["goal"] == {"event": "buy", "where": "amount > 5", "target": 0.2}),
        ("goal: {event: pay}", lambda d: d["goal"] == {"event": "pay", "target": 0.1}),
        ("title: {en: Variant}", lambda d: d["title"] == {"en": "Variant"}),
        ("owner:", lambda d: d["owner"] is None),
        ("start: {after_silence: 3d}", lambda d: d["start"] == {"first_of": ["see"], "after_silence": "3d"}),
        ("desired: {path: [buy]}", lambda d: d["desired"]["path"] == ["buy"] and "max_time" in d["desired"]),
        (
            "stages: [{id: look, touchpoints: [{id: see, emotion: {assumed: 2}, match: {event: seen}}]}]",
            lambda d: (
                d["stages"][0]["touchpoints"][1]
                == {"id": "see", "name": "See", "match": {"event": "seen"}, "emotion": {"from": ["csat"], "assumed": 2}}
            ),
        ),
        (
            "stages: [{id: pay, touchpoints: [{id: buy, barriers: [{id: slow, text: Slower}, {id: x, text: X}]}]}]",
            lambda d: [b["text"] for b in d["stages"][1]["touchpoints"][0]["barriers"]] == ["Slower", "X"],
        ),
        (
            "stages: [{id: last, name: Last, touchpoints: []}]",
            lambda d: [stage["id"] for stage in d["stages"]] == ["look", "pay", "last"],
        ),
    ],
)
def test_differences(change: str, look: Callable[[Any], bool]) -> None:
    assert look(varied(change))


def stops(data: Any) -> list[list[str]]:
    return [[stop["id"] for stop in stage["touchpoints"]] for stage in data["stages"]]


def test_what_is_dropped_is_forgotten_everywhere() -> None:
    data = varied("stages: [{id: look, drop: [ad]}]")
    assert stops(data) == [["see"], ["buy"]]
    assert data["desired"] == {
        "path": ["see", "buy"],
        "max_time": {"look -> pay": "2d", "see -> buy": "1d"},
        "emotion": {"buy": 0},
    }
    assert data["blueprint"] == {"backstage": {"pay": "bank"}}


def test_a_dropped_stage_takes_its_touchpoints_with_it() -> None:
    data = varied("drop: [pay]")
    assert stops(data) == [["ad", "see"]]
    assert data["desired"] == {"path": ["ad", "see"], "max_time": {"ad -> see": "1h"}, "emotion": {"ad": 1}}
    assert data["blueprint"] == {"backstage": {"ad": "agency"}}


MAIL = "cesta: touchpoint/1\nid: mail\nname: Mail\nmatch: {event: mail}\n"


@pytest.mark.parametrize(
    ("add", "order"),
    [
        ("{after: ad, touchpoint: mail}", ["ad", "mail", "see"]),
        ("{touchpoint: mail}", ["ad", "see", "mail"]),
        ("{after: see, touchpoint: {id: own, name: Own, match: {event: x}}}", ["ad", "see", "own"]),
        ("[{after: ad, touchpoint: mail}, {after: mail, touchpoint: {id: own}}]", ["ad", "mail", "own", "see"]),
    ],
)
def test_touchpoints_are_added_where_they_belong(add: str, order: list[str]) -> None:
    assert stops(varied(f"stages: [{{id: look, add: {add}}}]", mail=MAIL))[0] == order


def test_a_variant_of_a_variant() -> None:
    middle = "cesta: map/1\nid: middle\nextends: base\nowner: petr\nstages: [{id: look, drop: [ad]}]\n"
    data = put_in("cesta: map/1\nid: v\nextends: middle\nlevel: L2\n", middle=middle).data
    assert (data["owner"], data["level"], stops(data)) == ("petr", "L2", [["see"], ["buy"]])


def test_an_emptied_list_can_be_added_to() -> None:
    assert stops(varied("stages: [{id: look, touchpoints: null, add: {touchpoint: mail}}]", mail=MAIL))[0] == ["mail"]


def test_a_shared_touchpoint_keeps_its_own_lines() -> None:
    text = BASE.replace("      - {id: ad, name: Ad, match: {event: ad}}\n", "      - mail\n")
    found = put_in(text, mail=MAIL)
    assert found.data["stages"][0]["touchpoints"][0] == {"id": "mail", "name": "Mail", "match": {"event": "mail"}}
    assert found.place("/stages/0/touchpoints/0/match/event") == (12, "touchpoints/mail.yaml:4: ")
    assert found.place("/stages/0/touchpoints/1/name") == (14, "")


def test_lines_of_what_was_taken_over_name_the_other_file() -> None:
    found = put_in(HEAD + "stages:\n  - id: pay\n    name: Pay now\n")
    assert found.place("/stages/1/name") == (6, "")
    assert found.place("/stages/0/name") == (3, "maps/base.yaml:11: ")
    assert found.place("/owner") == (3, "maps/base.yaml:6: ")


NO_STAGE = 'Did you mean "look"? A new stage needs touchpoints.'
NO_STOP = 'Did you mean "mail"? Known: base, mail.'


@pytest.mark.parametrize(
    ("change", "code", "line", "hint"),
    [
        ("stages:\n  - {id: lok, drop: [ad]}", "unknown_stage", 5, NO_STAGE),
        ("stages:\n  - id: look\n    drop: [sea]", "unknown_touchpoint", 6, 'Did you mean "see"?'),
        ("drop: [pya]", "unknown_stage", 4, 'Did you mean "pay"?'),
        ("drop: pay", "bad_value", 4, None),
        ("stages: [{id: look, add: {after: sea, touchpoint: mail}}]", "unknown_touchpoint", 4, 'Did you mean "see"?'),
        ("stages: [{id: look, add: {touchpoint: mial}}]", "unknown_touchpoint", 4, NO_STOP),
        ("stages: [{id: look, add: {touchpiont: mail}}]", "unknown_field", 4, 'Did you mean "touchpoint"?'),
        ("stages: [{id: look, touchpoints: [old]}]", "bad_value", 4, "Write cesta: touchpoint/1."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_on_its_line(change: str, code: str, line: int, hint: str | None) -> None:
    texts = {"mail": MAIL, "old": MAIL.replace("touchpoint/1", "map/1")} if "old" in change else {"mail": MAIL}
    assert (code, line, hint) in said(put_in(HEAD + change + "\n", **texts))


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({}, '"bsae" cannot be extended: There is no map "bsae".'),
        ({"bsae": "cesta: map/1\nextends: v\n"}, "These maps extend one another: v → bsae → v."),
        ({"bsae": "a: [1\n"}, '"bsae" cannot be extended: maps/bsae.yaml:2:1: '),
        ({"bsae": "[1]\n"}, "maps/bsae.yaml is no map."),
    ],
)
def test_a_base_that_cannot_be_had(texts: dict[str, str], message: str) -> None:
    text = "cesta: map/1\nid: v\nextends: bsae\n"
    with pytest.raises(CestaError) as caught:
        put_in(text, **{"v": text, **texts})
    assert caught.value.code == "bad_map"
    assert caught.value.message.startswith("v.yaml:3: ")
    assert message in caught.value.message


VARIANT = parse_document(
    HEAD + "drop: [pay]\nstages: [{id: look, drop: [ad], add: {after: see, touchpoint: mail}, touchpoints: [mail]}]\n"
    "desired: {path: [see]}\ngoal: {target: 1}\n",
    Path("maps/v.yaml"),
).data
KEYS = st.sampled_from(["id", "drop", "a"])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["look", "ad", "mail", "base", "v", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2),
    max_leaves=4,
)


def places(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    for key, item in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(item, (*way, key))


def spoilt(data: Any, way: tuple[Any, ...], junk: object) -> Any:
    if not way:
        return junk
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[way[0]] = spoilt(data[way[0]], way[1:], junk)
    return copy


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_nonsense_anywhere_is_complained_about_and_never_falls_over(data: st.DataObject) -> None:
    good = {"base": parse_document(BASE, Path("base.yaml")).data, "v": VARIANT, "mail": {"cesta": "touchpoint/1"}}
    which = data.draw(st.sampled_from(sorted(good)))
    way = data.draw(st.sampled_from(list(places(good[which]))))
    bad = {**good, which: spoilt(good[which], way, data.draw(JUNK))}

    def find(kind: Kind, id_: str) -> Document:
        if id_ not in bad:
            raise unknown(f"unknown_{kind}", kind, id_, bad)
        return Document(Path(f"{kind}s/{id_}.yaml"), "", bad[id_], bad[id_])

    try:
        found = as_map(find("map", "v"), find)
    except CestaError:
        return  # too little is left to draw
    assert all(found.whole.place(said.pointer)[0] >= 1 for said in found.complaints)
    list(check_names(found, {}))


def test_the_variant_of_a_workspace(full: Workspace) -> None:
    found = load(full, "order-clothes.regulars")
    assert [touchpoint.id for touchpoint in found.touchpoints] == ["look", "friend-tells", "cart", "card", "help"]
    assert found.data["desired"]["path"] == ["look", "card"]
    assert (found.segment, found.persona, found.status, found.owner) == ("comes-back", "regular", "draft", "dana.k")
    assert found.goal is not None
    assert found.goal.target == 0.6
    assert {problem.level for problem in lint(full, "order-clothes.regulars")} == {"warning"}
    seen = view(full, "order-clothes.regulars")
    assert seen.journeys.n > 0
    assert seen.stages[0].touchpoints[1].reach.n > 0


def test_editing_the_base_or_a_shared_touchpoint_changes_the_variant(full: Workspace) -> None:
    before = view(full, "order-clothes.regulars")
    shared = full.root / "touchpoints" / "friend-tells.yaml"
    shared.write_text(shared.read_text().replace("'friend'", "'nobody'"))
    base = full.root / "maps" / "order-clothes.yaml"
    base.write_text(base.read_text().replace("title: {en: I order clothes", "title: {en: I order a coat"))
    after = view(full, "order-clothes.regulars")
    assert before.stages[0].touchpoints[1].reach.n > after.stages[0].touchpoints[1].reach.n == 0
    assert after.title == "I order a coat"


def test_a_broken_base_is_said_on_the_line_that_names_it(full: Workspace) -> None:
    (full.root / "maps" / "order-clothes.yaml").write_text("a: [1\n")
    (problem,) = lint(full, "order-clothes.regulars")
    assert (problem.code, problem.line) == ("bad_map", 4)
