"""How long events are kept: what is due, and removing it now."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromQuery

from cesta.api.gate import now
from cesta.api.served import TheServed
from cesta.privacy.retention import Retention, expire, look
from cesta.store.removing import Removed


@get("/api/retention", sync_to_thread=True)
def retention(served: TheServed, lang: FromQuery[str] = "en") -> Retention:
    """The rules of privacy.yaml, and how many events each would remove now."""
    return look(served.workspace, now(), lang)


@post("/api/retention", sync_to_thread=True, status_code=200)
def retire(served: TheServed) -> Removed:
    """Remove now what was kept long enough; a server does so once a day by itself."""
    return expire(served.workspace, now())


ROUTES = (retention, retire)
