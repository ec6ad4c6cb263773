"""Comments on a map's parts, and sticky notes beside it."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import delete, get, post
from litestar.params import FromPath, JSONBody

from cesta.api.gate import now
from cesta.api.routes.edits import AnyRequest, editor
from cesta.api.served import TheServed
from cesta.maps.remarks import MapRemark, Said, remarks, say, settle, take_back
from cesta.maps.shelf import map_path
from cesta.model.errors import CestaError


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said about a map, the oldest first."""

    remarks: tuple[MapRemark, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    done: bool


@get("/api/maps/{map_id:str}/remarks", sync_to_thread=True)
def map_remarks(served: TheServed, map_id: FromPath[str]) -> Talk:
    """Comments and sticky notes of a map."""
    map_path(served.workspace, map_id)
    return Talk(remarks(served.desk, map_id))


@post("/api/maps/{map_id:str}/remarks", sync_to_thread=True, status_code=200)
def say_remark(served: TheServed, request: AnyRequest, map_id: FromPath[str], data: JSONBody[Said]) -> Talk:
    """Comment on a part of a map, answer a comment, or put up a sticky note."""
    map_path(served.workspace, map_id)
    say(served.desk, map_id, data, editor(request, "remark"), now())
    return Talk(remarks(served.desk, map_id))


def numbered(map_id: str, remark: str) -> int:
    """The number of a remark. Raises unknown_remark."""
    if not remark.isdecimal():
        raise CestaError("unknown_remark", f'There is no remark "{remark}" on the map "{map_id}".', "It is a number.")
    return int(remark)


@post("/api/maps/{map_id:str}/remarks/{remark:str}/settle", sync_to_thread=True, status_code=200)
def settle_remark(served: TheServed, map_id: FromPath[str], remark: FromPath[str], data: JSONBody[Settled]) -> Talk:
    """Mark a remark as settled, or as open again."""
    settle(served.desk, map_id, numbered(map_id, remark), done=data.done)
    return Talk(remarks(served.desk, map_id))


@delete("/api/maps/{map_id:str}/remarks/{remark:str}", sync_to_thread=True, status_code=200)
def take_back_remark(served: TheServed, map_id: FromPath[str], remark: FromPath[str]) -> Talk:
    """Remove a remark with the answers to it."""
    take_back(served.desk, map_id, numbered(map_id, remark))
    return Talk(remarks(served.desk, map_id))


ROUTES = (map_remarks, say_remark, settle_remark, take_back_remark)
