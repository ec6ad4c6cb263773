"""XES logs: attributes of events and traces, nested ones, damage, and attacks."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.readers.contract import Place
from cesta.ingest.readers.xes import READER, read_xes
from cesta.model.errors import CestaError

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="2.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="concept:name" value="the log itself"/>
"""
TRACE = """  <trace>
    <string key="concept:name" value="case 1"/><string key="channel" value="phone"/>
    <event>
      <string key="concept:name" value="Žádost &amp; odpověď"/>
      <date key="time:timestamp" value="2011-10-01T00:38:44.546+02:00"/>
      <int key="amount" value="20000"/><float key="share" value="0.5"/><boolean key="first" value="true"/>
      <string key="org:resource" value="112"><string key="role" value="agent"/></string>
      <list key="items"><values><string key="item" value="shoe"/><string key="item" value="hat"/></values></list>
    </event>
    <event><string key="concept:name" value="end"/><int key="amount" value="many"/></event>
  </trace>
"""


def read(path: Path, text: str) -> list[dict[str, object]]:
    path.write_text(text, encoding="utf-8")
    return [dict(row) for batch in read_xes(Place(str(path))) for row in batch.rows]


def test_an_event_says_what_it_and_its_trace_say(tmp_path: Path) -> None:
    first, second = read(tmp_path / "a.xes", f"{HEAD}{TRACE}</log>")
    assert first == {
        "case:concept:name": "case 1", "case:channel": "phone", "concept:name": "Žádost & odpověď",
        "time:timestamp": "2011-10-01T00:38:44.546+02:00", "amount": 20000, "share": 0.5, "first": True,
        "org:resource": "112", "org:resource.role": "agent", "items.item": "shoe", "items.item+": "hat",
    }  # fmt: skip
    assert (second["concept:name"], second["amount"]) == ("end", "many")


def test_a_trace_without_a_name_is_counted_and_a_compressed_log_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xes.gz"
    event = '<event><string key="concept:name" value="a"/></event>'
    path.write_bytes(gzip.compress(f"<log><trace>{event}</trace><trace>{event}</trace></log>".encode()))
    (batch,) = read_xes(Place(str(path)))
    assert [row["case:concept:name"] for row in batch.rows] == ["trace 1", "trace 2"]


def test_a_log_that_breaks_off_gives_the_events_before(tmp_path: Path) -> None:
    path = tmp_path / "a.xes"
    path.write_text(f"{HEAD}{TRACE}{TRACE}"[:-40], encoding="utf-8")
    (batch,) = read_xes(Place(str(path)))
    assert len(batch.rows) >= 3
    assert [note.code for note in batch.notes] == ["cut_short"]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log><string key="x" value="&b;"/></log>',
        '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]><log>&x;</log>',
        "<html></html>",
        "<log>" + "<list>" * 100,
    ],
)
def test_attacks_and_other_documents_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(CestaError, match=r"bad_file: a\.xes"):
        read(tmp_path / "a.xes", text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=5))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xes"
    said = "".join(f'<event><string key="t" value={quoteattr(text)}/></event>' for text in texts)
    rows = read(path, f"<log><trace>{said}</trace></log>") if texts else []
    assert [row["t"] for row in rows] == texts


def test_it_is_known_by_its_looks() -> None:
    assert READER.looks(HEAD.encode())
    assert not READER.looks(b"<html>")
