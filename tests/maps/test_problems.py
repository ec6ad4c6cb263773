"""Problems with their lines."""

from __future__ import annotations

from cesta.maps.document import parse
from cesta.maps.problems import to_problems
from cesta.model.shape import warn


def test_problems_are_in_order_of_line_and_said_once(shop_map: str) -> None:
    document = parse(shop_map)
    late, early = warn("b", "late", "/stages/1/name"), warn("a", "early", "/title", "hint")
    found = to_problems(document, [late, early, late])
    assert [(problem.message, problem.level) for problem in found] == [("early", "warning"), ("late", "warning")]
    assert [problem.line for problem in found] == [4, shop_map.splitlines().index("    name: I pay") + 1]
