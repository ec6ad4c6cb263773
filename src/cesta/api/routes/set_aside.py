"""What was set aside: looked at, mended by a rule or by hand, tried again, dismissed and brought back."""

from __future__ import annotations

from typing import Annotated, Literal

from litestar import get, post
from litestar.params import FromQuery, JSONBody, QueryParameter

from cesta.api.served import TheServed
from cesta.api.set_aside import (
    Aside,
    AsidePage,
    AsidePreview,
    BroughtBack,
    ByHand,
    Dismissed,
    Dropped,
    ForSource,
    Mended,
    Undo,
    Which,
    at_a_glance,
    bring_back,
    dismiss,
    drop,
    edit_one,
    items,
    preview_of,
    repair_with,
    replay_all,
)

Limit = Annotated[int, QueryParameter(ge=1, le=1000)]
Being = Annotated[Literal["waiting", "dismissed", "replayed"], QueryParameter(name="state")]


@get("/api/set-aside", sync_to_thread=True)
def set_aside(
    served: TheServed,
    source: FromQuery[str | None] = None,
    code: FromQuery[str | None] = None,
    field: FromQuery[str | None] = None,
    load: FromQuery[str | None] = None,
) -> Aside:
    """What waits to be understood, by reason, and the rules that mend."""
    return at_a_glance(served.workspace, Which(source, code, field, load))


@get("/api/set-aside/items", sync_to_thread=True)
def set_aside_items(  # noqa: PLR0913 - one parameter for each part of the query
    served: TheServed,
    source: FromQuery[str | None] = None,
    code: FromQuery[str | None] = None,
    field: FromQuery[str | None] = None,
    load: FromQuery[str | None] = None,
    file: FromQuery[str | None] = None,
    being: Being = "waiting",
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> AsidePage:
    """The items themselves, a page at a time."""
    return items(served.workspace, Which(source, code, field, load, file), being, limit, after)


@post("/api/set-aside/preview", sync_to_thread=True, status_code=200)
def preview_rule(served: TheServed, data: JSONBody[ForSource]) -> AsidePreview:
    """How much a rule would mend and what would stay broken; nothing is written."""
    return preview_of(served.workspace, data)


@post("/api/set-aside/repair", sync_to_thread=True, status_code=200)
def repair_by_rule(served: TheServed, data: JSONBody[ForSource]) -> Mended:
    """Keep a rule for all that comes, and mend what waits."""
    return repair_with(served.workspace, data)


@post("/api/set-aside/edit", sync_to_thread=True, status_code=200)
def edit_by_hand(served: TheServed, data: JSONBody[ByHand]) -> Mended:
    """Mend one item by hand; what still cannot be understood changes nothing and says why."""
    return edit_one(served.workspace, data)


@post("/api/set-aside/replay", sync_to_thread=True, status_code=200)
def replay_items(served: TheServed, data: JSONBody[Which]) -> Mended:
    """Try items again, after a mapping or a setting was corrected."""
    return replay_all(served.workspace, data)


@post("/api/set-aside/dismiss", sync_to_thread=True, status_code=200)
def dismiss_items(served: TheServed, data: JSONBody[Which]) -> Dismissed:
    """Lay items away; they stay and can be brought back."""
    return dismiss(served.workspace, data)


@post("/api/set-aside/bring-back", sync_to_thread=True, status_code=200)
def bring_back_items(served: TheServed, data: JSONBody[Undo]) -> BroughtBack:
    """Dismissed items wait again."""
    return bring_back(served.workspace, data)


@post("/api/set-aside/drop-rule", sync_to_thread=True, status_code=200)
def drop_kept_rule(served: TheServed, data: JSONBody[ForSource]) -> Dropped:
    """Forget a rule; what it mended stays as it is."""
    return drop(served.workspace, data)


ROUTES = (
    set_aside,
    set_aside_items,
    preview_rule,
    repair_by_rule,
    edit_by_hand,
    replay_items,
    dismiss_items,
    bring_back_items,
    drop_kept_rule,
)
