"""Remarks stay where they belong, whatever is taken out from above them."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.margin import above, hang, lay, lay_first, lift, unhang
from cesta.store.documents import parse_document, written

TEXT = """\
list:
  - id: a
    name: A # of a

  # of b
  - id: b
    inner:
      - one # of one
  # the end
after: 1
"""


def test_what_follows_a_part_is_lifted_from_its_innermost_last_value_and_laid_elsewhere() -> None:
    tree = parse_document(TEXT, Path("x.yaml")).tree
    lines = lift(tree["list"], 0)
    assert lines == "\n  # of b\n"
    assert "# of b" not in written(tree)
    assert "# of a" in written(tree)
    lay(tree["list"], 0, lines)
    assert written(tree) == TEXT
    assert lift(tree["list"], 1) == "  # the end\n"
    assert lift(tree["list"], 1) == ""


def test_remarks_right_above_a_part_move_with_it() -> None:
    assert above("# apart\n\n# of it\n") == ("# apart\n\n", "# of it\n")
    assert above("# of it\n") == ("", "# of it\n")


def test_a_remark_in_an_items_own_line_goes_where_it_goes() -> None:
    tree = parse_document("list:\n  - {id: a} # of a\n  - {id: b}\n", Path("x.yaml")).tree
    items = tree["list"]
    remark, item = unhang(items, 0), items[0]
    del items[0]
    items.append(item)
    hang(items, 1, remark)
    assert written(tree) == "list:\n  - {id: b}\n  - {id: a} # of a\n"


def test_lines_above_the_first_item_join_those_that_are_there() -> None:
    tree = parse_document("list:\n  # first\n  - {id: a}\n", Path("x.yaml")).tree
    lay_first(tree, "list", "  # second\n")
    assert written(tree).splitlines()[1:3] == ["  # first", "  # second"]
