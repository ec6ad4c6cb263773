"""Any text that a mapping reads is its number, or nothing, or set aside as it was written; nothing is lost."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.files.stage import stage
from cesta.ingest.load import load
from cesta.ingest.mapping import parse_mapping
from cesta.ingest.mending import repair
from cesta.ingest.readings import Reading, readings_in
from cesta.ingest.repair import Rule, read_rule
from cesta.ingest.row_judge import Manner
from cesta.ingest.rows import events_of
from cesta.ingest.tables import Tables
from cesta.store.aside import Chosen, SetAside, count, find
from cesta.store.workspace import Workspace

MAPPING = """\
id: till
timezone: UTC
files: {sold: sold.csv}
events:
  - event: buy
    from: sold
    customer: who
    time: paid
    time_is: recorded
    properties: {price: "number(price, ',')", pieces: whole(pieces), gift: flag(gift), due: "moment(due, '%d.%m.%Y')"}
"""
NOTHING = ["", " ", "NULL", "n/a", "NaN", "\\N"]


def test_readings_are_found_wherever_they_stand() -> None:
    assert readings_in("price") == ()
    assert readings_in("number(from") == ()
    assert readings_in('whole("How many")') == (Reading("whole", '"How many"'),)
    assert readings_in("coalesce(number(a), moment(b, '%d', '%m'))") == (
        Reading("number", "a", alone=False),
        Reading("moment", "b", ", '%d', '%m'", alone=False),
    )
    assert readings_in("list_transform(l, lambda x: number(x))") == ()


@pytest.mark.parametrize(
    ("sql", "text", "read", "bad"),
    [
        ("number(x)", "1 234,50 zł", 1234.5, False),
        ("number(x)", "12,x", None, True),
        ("number(x, ',')", "1.234", 1.234, False),
        ("number(x, ',')", "1.234,5", 1234.5, False),
        ("whole(x)", "12.5", None, True),
        ("flag(x)", "maybe", None, True),
        ("flag(x)", "Tak", True, False),
        ("moment(x, '%d.%m.%Y')", "31.02.2026", None, True),
        ("moment(x, '%d.%m.%Y')", "2026-02-28T00:00:00", "2026-02-28T00:00:00", False),
        *((sql, text, None, False) for sql in ("number(x)", "flag(x)") for text in NOTHING),
    ],
)
def test_what_a_rule_wrote_is_read_again(sql: str, text: str, read: object, bad: bool) -> None:
    assert readings_in(sql)[0].one(text) == (read, bad)


def write(folder: Path, rows: list[dict[str, str]]) -> Path:
    names = ["who", "paid", "price", "pieces", "gift", "due"]
    with (folder / "sold.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, names, restval="", quoting=csv.QUOTE_ALL)
        out.writeheader()
        out.writerows({"paid": "2026-01-05", "pieces": "1"} | row for row in rows)
    return folder / "sold.csv"


def read(rows: list[dict[str, str]], *rules: Rule) -> tuple[pa.Table, list[SetAside]]:
    """The events of these rows, and what was set aside of them."""
    with tempfile.TemporaryDirectory() as name:
        staged = stage(write(Path(name), rows), Path(name) / "staged")
        event = parse_mapping(MAPPING).events[0]
        with Tables("mapping.yaml", {"sold": staged}, {}) as tables:
            batches = list(events_of(tables, "till", event, Manner((), ZoneInfo("UTC"), rules)))
    table = pa.concat_tables([batch.table for batch in batches], promote_options="default")
    return table, [item for batch in batches for item in batch.set_aside]


texts = st.one_of(
    st.text(st.sampled_from("0123456789.,-+ ()xzł€e%'"), max_size=8),
    st.floats(-1e6, 1e6).map(lambda number: f"{number:.2f}".replace(".", ",")),
    st.sampled_from(NOTHING),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(texts, min_size=1, max_size=60))
def test_any_text_is_its_number_or_nothing_or_set_aside(prices: list[str]) -> None:
    table, items = read([{"who": f"c{n}", "price": price} for n, price in enumerate(prices)])
    kept = table["float.price"].to_pylist() if "float.price" in table.column_names else [None] * len(table)
    events = dict(zip(table["customer"].to_pylist(), kept, strict=True))
    aside = {f"c{(item.row or 0) - 2}": item for item in items}
    assert len(events) + len(aside) == len(prices)
    for place, text in enumerate(prices):
        value, bad = readings_in("number(x, ',')")[0].one(text)
        if bad:
            item = aside[f"c{place}"]
            assert (item.code, item.field, item.value) == ("bad_number", "properties.price", text)
        else:
            assert events[f"c{place}"] == value


def test_each_kind_of_reading_sets_aside_what_it_cannot_read() -> None:
    table, items = read([
        {"who": "ann", "price": "9,50", "pieces": "2", "gift": "ano", "due": "31.01.2026"},
        {"who": "bob", "price": "9,50", "pieces": "2,5"},
        {"who": "eva", "gift": "maybe"},
        {"who": "ida", "due": "31.02.2026"},
        {"who": "joe", "price": "N/A", "pieces": "NA", "gift": "-", "due": "–"},
    ])  # fmt: skip
    assert table["customer"].to_pylist() == ["ann", "joe"]
    assert table["float.price"].to_pylist() == [9.5, None]
    assert table["text.due"].to_pylist() == ["2026-01-31T00:00:00", None]
    assert [(item.code, item.field, item.value, item.row) for item in items] == [
        ("bad_number", "properties.pieces", "2,5", 3),
        ("bad_flag", "properties.gift", "maybe", 4),
        ("bad_time", "properties.due", "31.02.2026", 5),
    ]
    assert items[0].reason == "pieces is no whole number that can be read."


def test_a_rule_mends_a_batch_and_leaves_its_numbers_as_they_were() -> None:
    rules = [
        read_rule({"field": "properties.price", "value": "12,x", "becomes": "12,5"}),
        read_rule({"field": "properties.price", "reason": "bad_number", "becomes": None}),
    ]
    rows = [{"who": str(n), "price": price} for n, price in enumerate(("1.234", "12,x", "free", "0,1"))]
    table, items = read(rows, *rules)
    assert not items
    assert table["float.price"].to_pylist() == [1234.0, 12.5, None, 0.1]


def test_what_was_set_aside_is_mended_and_the_next_export_by_itself(workspace: Workspace, tmp_path: Path) -> None:
    mapping = workspace.root / "mappings" / "till.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    rows = [{"who": "ann", "price": "8,00"}, {"who": "bob", "price": "12,x"}, {"who": "eva", "due": "soon"}]
    write(tmp_path, rows)
    assert load(workspace, mapping, tmp_path).set_aside == 2
    rule = read_rule({"field": "properties.price", "value": "12,x", "becomes": {"decimal": ","}})
    assert repair(workspace, "till", rule).replayed == 0
    rule = read_rule({"field": "properties.price", "pattern": "*,x", "becomes": "*,5"})
    assert repair(workspace, "till", rule).replayed == 1
    assert len(workspace.columns().times) == 2
    write(tmp_path, [*rows, {"who": "ida", "price": "7,x"}])
    again = load(workspace, mapping, tmp_path)
    assert (again.events, again.set_aside, len(workspace.columns().times)) == (1, 0, 3)
    assert [item.what.value for item in find(workspace.log, Chosen())] == ["soon"]
    assert count(workspace.log, Chosen()) == 1
