"""From a messy export to mended events and the next month's export: nothing lost, nothing twice, one check for all."""

from __future__ import annotations

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from cesta.ingest.door import unload
from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.load import load
from cesta.ingest.mending import repair
from cesta.ingest.repair import Rule, judged, read_rule
from cesta.ingest.replay import edit
from cesta.ingest.row_json import RowKind, read_row
from cesta.ingest.row_judge import Manner, judge
from cesta.model.event import Event
from cesta.store.aside import Chosen, count, dismiss, find
from cesta.store.workspace import Workspace

MAPPING = """\
id: shop
files: {orders: "*.csv"}
events:
  - event: buy
    from: orders
    customer: who
    time: paid
    time_formats: ["%d.%m.%Y"]
    time_is: recorded
    properties: {item: item}
"""
JANUARY = """\
who,paid,item
ann,02.01.2024,coat
,03.01.2024,coat
bob,31.02.2024,scarf
bob,31.02.2024,scarf
eva,soon,socks
eva,05.01.2024,socks,free
"""
FEBRUARY = "ann,01.02.2024,boots\n,04.02.2024,hat\nbob,31.02.2024,hat\n"
MENDED = [
    read_rule({"field": "time", "value": "31.02.2024", "becomes": "29.02.2024"}),
    read_rule({"field": "customer", "reason": "no_customer", "becomes": "walk-in"}),
]


def rows(workspace: Workspace) -> tuple[int, int]:
    return len(workspace.columns().times), count(workspace.log, Chosen())


def test_the_whole_walk(workspace: Workspace, tmp_path: Path) -> None:
    mapping = workspace.root / "mappings" / "shop.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    for month, text in (("1", JANUARY), ("2", JANUARY + FEBRUARY)):
        (tmp_path / month).mkdir()
        (tmp_path / month / "orders.csv").write_text(text, encoding="utf-8")

    first = load(workspace, mapping, tmp_path / "1")
    assert rows(workspace) == (1, 5)
    assert [(item.what.row, item.what.code, item.what.value) for item in find(workspace.log, Chosen())] == [
        (7, "ragged_row", "eva,05.01.2024,socks,free"),
        (3, "no_customer", None), (4, "bad_time", "31.02.2024"), (5, "bad_time", "31.02.2024"), (6, "bad_time", "soon"),
    ]  # fmt: skip
    for rule in MENDED:
        repair(workspace, "shop", rule)
    assert rows(workspace) == (4, 2), "two equal receipt lines stay two"
    soon = find(workspace.log, Chosen(code="bad_time"))[0].seq
    edit(workspace, soon, {"time": "05.01.2024"})
    assert rows(workspace) == (5, 1)

    second = load(workspace, mapping, tmp_path / "2")
    assert (second.events, second.set_aside) == (3, 0), "only February is new, and mended by itself"
    assert rows(workspace) == (8, 1)
    with workspace.log.transaction() as sql:
        assert dismiss(sql, Chosen())[0] == 1
    assert load(workspace, mapping, tmp_path / "2").already

    unload(workspace, first.load_id)
    assert rows(workspace) == (7, 2), "all but the row mended by hand came again, and the line that is none"
    unload(workspace, second.load_id)
    assert rows(workspace) == (0, 0)


TEXTS = st.sampled_from([None, "", " ", "n/a", "ann", "31.02.2024", "29.02.2024", "2024-02-29T10:00", "soon", "7"])
RULES = st.lists(st.sampled_from([
    *MENDED,
    read_rule({"field": "time", "reason": "bad_time", "becomes": {"time": "%Y"}}),
    read_rule({"field": "time", "reason": "no_time", "becomes": "2024-01-01"}),
    read_rule({"field": "customer", "value": "n/a", "becomes": None}),
    read_rule({"field": "customer", "value": None, "becomes": {"from": "id"}}),
]), max_size=2)  # fmt: skip


@example(
    [(None, "soon", "7")], [MENDED[1], read_rule({"field": "time", "reason": "bad_time", "becomes": "2024-01-01"})]
)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6), RULES)
def test_a_row_replayed_is_judged_as_the_same_row_in_a_load(
    given_: list[tuple[str | None, str | None, str | None]], rules: list[Rule]
) -> None:
    zone = ZoneInfo("Europe/Prague")
    names = ("customer", "time", "id")
    table = pa.table({name: pa.array([row[place] for row in given_], pa.string()) for place, name in enumerate(names)})
    found = judge(table, None, Manner(("%d.%m.%Y",), zone, tuple(rules)))
    kind = RowKind("shop", zone, ("%d.%m.%Y",))
    for place, row in enumerate(given_):
        raw = {"event": "buy", **json.loads(json.dumps(dict(zip(names, row, strict=True))))}
        alone, _ = judged(rules, raw, lambda each: read_row(each, kind, None))
        wrong = found.wrong[found.why[place] - 1] if found.why[place] else None
        if isinstance(alone, NotUnderstood):
            assert wrong is not None
            assert (wrong.field, wrong.code) == (alone.field, alone.code)
        else:
            assert isinstance(alone, Event)
            assert wrong is None
            assert alone.time == found.times.values[place]
            assert alone.customer == found.fields["customer"][place].as_py()
