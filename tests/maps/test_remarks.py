"""Comments and sticky notes: put up, answered, settled, taken back; each change can be noticed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.maps.drafts import Desk, Editor
from cesta.maps.remarks import Said, forget, remarks, say, settle, take_back, talked
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

ANN = Editor("a", "1", "Ann")


def test_what_is_said_about_a_map(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    desk = Desk(shop_maker(tmp_path / "shop"))
    assert remarks(desk, "buy-clothes") == ()
    seen = [talked(desk)]
    first = say(desk, "buy-clothes", Said(" Why? @petr ", at=("stages", "pay", "thinks")), ANN, 5)
    seen.append(talked(desk))
    say(desk, "buy-clothes", Said("Because.", parent=first), ANN, 6)
    say(desk, "buy-clothes", Said("BLIK!", "note"), ANN, 7)
    settle(desk, "buy-clothes", first, done=True)
    seen.append(talked(desk))
    one, two, three = remarks(desk, "buy-clothes")
    assert (one.text, one.at, one.mentions, one.done) == ("Why? @petr", ("stages", "pay", "thinks"), ("petr",), True)
    assert (two.parent, three.kind, three.at) == (first, "note", ())
    take_back(desk, "buy-clothes", first)
    seen.append(talked(desk))
    assert [remark.text for remark in remarks(desk, "buy-clothes")] == ["BLIK!"]
    assert len({str(state) for state in seen}) == 4
    with pytest.raises(CestaError) as caught:
        settle(desk, "buy-clothes", first, done=False)
    assert caught.value.code == "unknown_remark"
    with pytest.raises(CestaError):
        say(desk, "buy-clothes", Said("  "), ANN, 8)


def test_an_erased_customer_is_named_no_more(tmp_path: Path, shop_maker: Callable[[Path], Workspace]) -> None:
    workspace = shop_maker(tmp_path / "shop")
    desk = Desk(workspace)
    assert forget(workspace, ["ann-17"]) == 0
    say(desk, "buy-clothes", Said("Ask ann-17, not joann-17 or ann-170."), ANN, 5)
    assert forget(workspace, ["ann-17", "b"]) == 1
    assert [remark.text for remark in remarks(desk, "buy-clothes")] == ["Ask …, not joann-17 or ann-170."]
    desk.close()
    assert b"Ask ann-17," not in (workspace.data / "drafts.sqlite").read_bytes()
