"""A digest holds what its reader owns: KPIs that moved, maps, tasks and reviews; by whole weeks or months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.alerts.digest import digest, period_before
from cesta.alerts.subscription import reader_called
from cesta.maps.kpis import Wish, kpis
from cesta.measures.editing import KpiDraft, save
from cesta.model.calendar import midnight
from cesta.store.workspace import Workspace
from cesta.tasks.book import NewTask, open_task

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1))


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("digest") / "shop") as workspace:
        save(workspace, KpiDraft("buyers", {"type": "count", "numerator": "purchase", "owner": "jana"}))
        save(workspace, KpiDraft("visitors", {"type": "count", "numerator": "visit", "owner": "petr"}))
        open_task(workspace, NewTask("Hers", owner="jana", due="2026-01-01"))
        open_task(workspace, NewTask("Done", owner="jana", status="done"))
        open_task(workspace, NewTask("His", owner="petr"))
        yield workspace


@given(DAYS, st.sampled_from(["week", "month"]))
@settings(max_examples=30)
def test_the_period_is_whole_and_ends_before_its_moment(shop: Workspace, day: dt.date, every: str) -> None:
    found = period_before(shop, midnight(day, dt.UTC) + 1, every)
    begin = found.last + dt.timedelta(days=1)
    assert begin <= day
    assert found.first.day == begin.day == 1 if every == "month" else found.first.weekday() == begin.weekday() == 0
    assert period_before(shop, midnight(begin, dt.UTC), every) == found
    assert (found.last - found.first).days in ((6,) if every == "week" else (27, 28, 29, 30))


def test_only_what_she_owns(shop: Workspace) -> None:
    now = midnight(dt.date(2026, 4, 1), dt.UTC)
    found = digest(shop, reader_called(shop, "Jana"), now)
    assert (found.kpis, [task.title for task in found.tasks]) == (1, ["Hers"])
    first, last = found.period.first.isoformat(), found.period.last.isoformat()
    (kpi,) = kpis(shop, Wish(("buyers",), None, first, last)).kpis
    assert found.moved == ((kpi,) if kpi.moved is not None and kpi.moved.clear else ())
    (news,) = found.maps
    assert news.title == "I buy something to wear"
    assert news.now is not None
    assert found.late == ()
    (late,) = digest(shop, reader_called(shop, "jana"), midnight(dt.date(2040, 1, 1), dt.UTC)).late
    assert late.promised == 3650
    nobody = digest(shop, reader_called(shop, "eve"), now)
    assert (nobody.kpis, nobody.maps, nobody.tasks) == (0, (), ())
