"""Another value anywhere makes another checksum; what Cesta itself changes in a row makes none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cesta.model.event import Event
from cesta.store.row_sum import sum_of
from cesta.store.workspace import Workspace

VALUES = st.lists(st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_characters="\x1f"))), min_size=1)


@given(VALUES, st.data())
def test_another_value_makes_another_sum(values: list[object], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(values) - 1))
    other = [*values[:place], f"{values[place]}.", *values[place + 1 :]]
    assert sum_of(values) != sum_of(other)


def test_what_cesta_changes_itself_has_no_sum_and_what_is_hidden_keeps_it(workspace: Workspace) -> None:
    workspace.log.append([Event("web", str(n), "ann", "see", n) for n in range(3)])
    with workspace.log.transaction() as sql:
        sql.execute("update events set properties = '{}' where seq = 1")
        sql.execute("update events set hidden = 1 where seq = 2")
    assert [row[0] is None for row in workspace.log.read("select sum from events order by seq")] == [True, False, False]
