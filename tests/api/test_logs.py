"""The log is JSON lines, and what a record carries besides the kept fields stays out of it."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from cesta.api.logs import JsonLines, start_log


def record(**extra: object) -> logging.LogRecord:
    made = logging.LogRecord("cesta.api", logging.INFO, __file__, 1, "request", None, None)
    made.__dict__.update(extra)
    return made


def test_a_line_has_the_kept_fields_only() -> None:
    line = json.loads(JsonLines().format(record(route="/api/customers/{customer:str}", status=200, customer="ann")))
    assert line["route"] == "/api/customers/{customer:str}"
    assert (line["what"], line["level"], line["status"]) == ("request", "info", 200)
    assert "ann" not in json.dumps(line)


def test_a_fault_has_its_trace() -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        made = record()
        made.exc_info = sys.exc_info()
    assert "ValueError: broken" in json.loads(JsonLines().format(made))["trace"]


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        start_log("warning")
        logging.getLogger("cesta.test").info("quiet")
        logging.getLogger("cesta.test").warning("loud")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
    told = capsys.readouterr().err
    assert json.loads(told)["what"] == "loud"
