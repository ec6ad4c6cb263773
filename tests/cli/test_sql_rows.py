"""Rows come from this process or from the server that holds the workspace; the same ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cesta.cli.sql_rows import rows_of
from cesta.model.errors import CestaError
from cesta.store.lock import own

QUERY = "select event, count(*) as n from events group by event order by event"


def rows(root: Path, query: str) -> list[dict[str, Any]]:
    with rows_of(root, query) as reader:
        found: list[dict[str, Any]] = reader.read_all().to_pylist()
        return found


def test_the_server_that_holds_it_is_asked(root: Path, serving: Callable[..., tuple[str, object]]) -> None:
    here = rows(root, QUERY)
    serving("serve", root, "--port", 0)
    assert rows(root, QUERY) == here
    assert len(rows(root, "select range as x from range(30000)")) == 30_000
    with pytest.raises(CestaError, match="line 1, column 15"):
        rows(root, "select * from evnts")
    late = "select case when x > 1900000 then error('now') else x::varchar end as y from range(2000000) as r(x)"
    with pytest.raises(CestaError, match="now"):
        rows(root, late)


def test_a_server_that_is_gone_is_told(root: Path) -> None:
    with own(root, "http://127.0.0.1:9"), pytest.raises(CestaError) as error:
        rows(root, QUERY)
    assert error.value.code == "no_answer"
