"""Many questions, line by line."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping

import pytest

from cesta.journeys.answer import answer
from cesta.journeys.lines import answer_lines, write


def ask(question: Mapping[str, object]) -> dict[str, object]:
    return answer(question, None)


def test_a_bad_line_stops_nobody() -> None:
    good = json.dumps({"analysis": "variants", "events": [{"customer": "ü", "event": "a", "ts": "2024-05-06"}]})
    lines = [good, "{", "[]", "", '{"analysis": "x"}', '{"analysis": NaN}', "[" * 100_000, good]
    found = [json.loads(line) for line in answer_lines(lines, ask)]
    codes = [line["error"]["code"] if "error" in line else "" for line in found]
    assert codes == ["", "bad_json", "bad_json", "bad_json", "unknown_analysis", "bad_json", "bad_json", ""]
    assert set(found[1]["error"]) == {"code", "message", "hint"}


def test_a_fault_of_ours_is_told_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_question: Mapping[str, object]) -> dict[str, object]:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        (line,) = answer_lines(["{}"], broken)
    assert json.loads(line)["error"]["code"] == "internal"
    assert "ZeroDivisionError" in caplog.text


def test_half_a_character_can_still_be_written() -> None:
    assert write({"a": "\ud800"}).encode() == b'{"a": "\\ud800"}'
    assert write({"a": "ü"}) == '{"a": "ü"}'
