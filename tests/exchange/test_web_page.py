"""One page that fetches nothing, says everything twice (drawn and in tables), and names its language."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from cesta.exchange.sheet import Sheet
from cesta.exchange.web_page import write_page


def test_self_contained_and_told_in_tables(taken: Callable[..., Sheet]) -> None:
    sheet = taken("pl")
    page = write_page(sheet).decode()
    assert '<html lang="pl">' in page
    assert not re.search(r"(src|href)=|@import|url\((?!#)", page)
    tables = page[page.index("<table>") :]
    assert all(escape(stop.name) in tables for stop in sheet.stops)
    assert page.count('scope="col"') >= 10
    assert "<title>" in page
