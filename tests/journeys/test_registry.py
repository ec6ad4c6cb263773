"""Every worked case gives the answer that its source states."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from cesta.journeys.answer import answer
from cesta.journeys.registry import ANALYSES
from cesta.model.errors import CestaError

FILES = sorted((Path(__file__).parent.parent / "cases").glob("*.json"))
CASES = [(path.stem, case) for path in FILES for case in json.loads(path.read_text())]
ASKED = ("analysis", "params", "events", "about", "behind", "limit", "after")
TABLES = {"matrix", "shares", "edges", "breakdown", "difference", "starts", "ends", "pairs", "positions"}
TABLES |= {"next_counts", "customers_with_repeat", "credit", "removal_effect"}


def number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def empty(value: object) -> bool:
    """Whether a table may leave this cell out."""
    inside = value.values() if isinstance(value, dict) else value
    return value == 0 or (isinstance(inside, list | type({}.values())) and all(empty(one) for one in inside))


def compare(wanted: Any, got: Any, at: str, table: bool = False) -> None:
    """Keys of `wanted` must be there; tables may have no further cells, records may."""
    if number(wanted):
        assert number(got), at
        assert math.isclose(wanted, got, rel_tol=1e-6, abs_tol=1e-6), (at, wanted, got)
    elif isinstance(wanted, dict):
        assert isinstance(got, dict), at
        for key in wanted:
            if not (table and key not in got and empty(wanted[key])):
                assert key in got, (at, key)
                compare(wanted[key], got[key], f"{at}/{key}", (table and not at.endswith("breakdown")) or key in TABLES)
        if table:
            assert [key for key in got if key not in wanted and not empty(got[key])] == [], at
    elif isinstance(wanted, list):
        assert len(wanted) == len(got), (at, wanted, got)
        if at.endswith("/customers") or "/customers_at/" in at:
            wanted, got = sorted(wanted), sorted(got)
        for place, (one, other) in enumerate(zip(wanted, got, strict=True)):
            compare(one, other, f"{at}/{place}", at in ("/before", "/after"))
    else:
        assert wanted == got, (at, wanted, got)


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {case['name']}" for file, case in CASES])
def test_worked_case(file: str, case: dict[str, Any]) -> None:
    question = {key: case[key] for key in ASKED if key in case}
    expected = dict(case["expected"])
    if "error" in expected:
        with pytest.raises(CestaError) as caught:
            answer(question, None)
        assert caught.value.code == expected["error"]
        return
    found = answer(question, None)
    codes = [warning["code"] for warning in found["warnings"]]  # type: ignore[attr-defined]
    assert set(expected.pop("warnings", [])) <= set(codes), file
    compare(expected, found["result"], "")
    compare(case.get("expected_about", {}), found.get("about", {}), "/about")


def test_every_case_says_where_it_comes_from() -> None:
    assert {case["licence"] for _, case in CASES} <= {"MIT", "Apache-2.0"}
    assert all(case["source"] for _, case in CASES)


def test_an_analysis_says_what_it_needs() -> None:
    for name, analysis in ANALYSES.items():
        common = {"date_from", "date_to"}
        assert analysis.required <= analysis.params | common, name
