"""Tasks are opened once for each thing, move, come back, and go with the customer they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace
from cesta.tasks.book import FILE, NewTask, TaskChange, change_task, forget, list_tasks, look_again, open_task, steps_of
from cesta.tasks.watch import Watch


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        yield workspace


def test_a_task_is_opened_once_for_each_thing(shop: Workspace) -> None:
    assert list_tasks(shop) == []
    bad = NewTask("Call her back", source="survey", ref="nps:17", owner="jana", due="2020-01-02", customer="ann")
    first = open_task(shop, bad)
    assert (first.status, first.overdue, first.reopened) == ("idea", True, 0)
    assert open_task(shop, bad) == first
    other = open_task(shop, NewTask("By hand"), by="petr")
    assert [task.id for task in list_tasks(shop)] == [first.id, other.id]
    assert list_tasks(shop, owner="jana", source="survey", ref="nps:17") == [first]
    assert [(step.by, step.field, step.is_now) for step in steps_of(shop, other.id)] == [("petr", "status", "idea")]


def test_a_closed_task_comes_back_with_its_cause_but_a_dropped_one_stays(shop: Workspace) -> None:
    wanted = NewTask("Card fails", source="barrier", ref="buy/pay/card")
    task = open_task(shop, wanted)
    change_task(shop, task.id, TaskChange(status="done", owner="jana"), by="jana")
    back = open_task(shop, wanted)
    assert (back.id, back.status, back.reopened, back.owner) == (task.id, "planned", 1, "jana")
    change_task(shop, task.id, TaskChange(status="dropped"))
    assert open_task(shop, wanted).status == "dropped"


def test_a_number_verifies_a_task_and_brings_it_back(shop: Workspace) -> None:
    watch = Watch("conversion", 0.4)
    task = open_task(shop, NewTask("Shorter form", watch=watch, status="doing"))

    def seen(value: float) -> Watch:
        return Watch("conversion", 0.4, value=value, low=value - 0.02, high=value + 0.02)

    assert look_again(shop, task.id, seen(0.3)).watch == replace(seen(0.3), before=0.3)
    change_task(shop, task.id, TaskChange(status="done"))
    assert look_again(shop, task.id, seen(0.37)).status == "done"
    verified = look_again(shop, task.id, seen(0.41))
    assert verified.status == "verified"
    assert verified.watch is not None
    assert verified.watch.before == 0.3
    back = look_again(shop, task.id, seen(0.35))
    assert (back.status, back.reopened) == ("planned", 1)
    assert [step.is_now for step in steps_of(shop, task.id)] == ["doing", "done", "verified", "planned"]


def test_what_is_asked_wrongly_is_named(shop: Workspace) -> None:
    def code(wanted: NewTask) -> str:
        with pytest.raises(CestaError) as error:
            open_task(shop, wanted)
        return error.value.code

    assert code(NewTask(" ")) == "bad_value"
    assert code(NewTask("x", source="surveys")) == "unknown_source"
    assert code(NewTask("x", due="tomorrow")) == "bad_time"
    with pytest.raises(CestaError, match="no task 9"):
        change_task(shop, 9, TaskChange(status="done"))
    task = open_task(shop, NewTask("x"))
    with pytest.raises(CestaError, match='no status "dnoe"'):
        change_task(shop, task.id, TaskChange(status="dnoe"))


def test_nothing_of_an_erased_customer_stays_in_the_file(shop: Workspace) -> None:
    assert forget(shop, ["ann"]) == 0
    open_task(shop, NewTask("Call Ann Nowak", source="survey", ref="nps:1", customer="ann"))
    open_task(shop, NewTask("Call Bob", source="survey", ref="nps:2", customer="bob"))
    assert forget(shop, ["ann", "eve"]) == 1
    assert [task.customer for task in list_tasks(shop)] == ["bob"]
    held = b"".join(path.read_bytes() for path in shop.data.glob(f"{FILE}*"))
    assert b"Nowak" not in held
