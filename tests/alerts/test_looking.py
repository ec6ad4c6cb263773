"""Alerts on KPIs and on cells: told once to a real mail server and a real webhook, and again when wrong anew."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.post_office import open_office

from cesta.alerts.looking import history, look
from cesta.maps.bind import view
from cesta.measures.editing import KpiDraft, save
from cesta.notify.outgoing import Outgoing, keep_outgoing
from cesta.notify.places import keep_place
from cesta.store.workspace import Workspace
from cesta.tasks.book import list_tasks


@pytest.fixture(scope="module")
def shop(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with shop_maker(tmp_path_factory.mktemp("alerts") / "shop") as workspace:
        save(workspace, KpiDraft("buyers", {"type": "count", "numerator": "purchase"}))
        yield workspace


@pytest.fixture
def heard() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A webhook on this machine, and what it was told."""
    said: list[dict[str, Any]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", said
    server.shutdown()
    server.server_close()


def put(shop: Workspace, id_: str, rest: str) -> Path:
    path = shop.root / "alerts" / f"{id_}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"cesta: alert/1\nid: {id_}\nname: {id_}\n{rest}\n")
    return path


def test_told_once_and_again_only_after_it_was_right(shop: Workspace, heard: tuple[str, list[dict[str, Any]]]) -> None:
    address, said = heard
    path = put(
        shop, "few", "measure: buyers\nbelow: 1000\ntask: true\nowner: jana\nsend: [jana@shop.example, team, gone]"
    )
    keep_place(shop.data, "team", address)
    with open_office() as office:
        keep_outgoing(shop.data, Outgoing("127.0.0.1", office.port, "none", "cesta@shop.example"))
        (seen,) = look(shop, 1)
        assert (seen.why, seen.new, seen.sent) == ("below", True, ("jana@shop.example", "team"))
        assert "gone" in seen.failed[0]
        (again,) = look(shop, 2)
        assert (again.why, again.new) == ("below", False)
        assert office.one()[:2] == ("jana@shop.example", "The small shop: few")
        assert f"{seen.value:g}, below 1000" in office.one()[2]
        assert [each["title"] for each in said] == ["The small shop: few"]
        (task,) = list_tasks(shop, source="alert")
        assert (task.ref, task.owner) == ("few", "jana")
        path.write_text(path.read_text().replace("below: 1000", "below: 0"))
        assert look(shop, 3)[0].why == ""
        path.write_text(path.read_text().replace("below: 0", "below: 1000"))
        assert look(shop, 4)[0].new
        assert [(one.began, one.ended) for one in history(shop)] == [(4, None), (1, 3)]
        assert len(office.letters) == 2
    path.unlink()


def test_a_cell_of_a_map_and_what_cannot_be_judged(shop: Workspace) -> None:
    days = view(shop, "buy-clothes").known_to
    assert days is not None
    put(shop, "cell", "map: buy-clothes\ncell: /stages/0/conversion\nabove: 0\ndays: 90")
    put(shop, "lost", "measure: nobody\nbelow: 1")
    put(shop, "nowhere", "map: buy-clothes\ncell: /stages/9/conversion\nabove: 0")
    put(shop, "off", "measure: nobody\nbelow: 1\noff: true")
    put(shop, "odd", "measure: buyers\nunusual: both")
    put(shop, "broken", "- : [")
    found = {one.alert: one for one in look(shop, 1, quiet=True)}
    assert (found["cell"].why, found["cell"].limit) == ("above", 0)
    assert "nobody" in found["lost"].problem
    assert "/stages/9" in found["nowhere"].problem
    assert found["odd"].why in ("", "unusual")
    assert "off" not in found
    assert "broken.yaml" in found[""].problem
    assert not [one for one in history(shop) if one.alert == "cell"]
