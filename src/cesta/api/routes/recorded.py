"""What clients recorded of visits: clicks, heat and recordings, by page and by session."""

from __future__ import annotations

from litestar import get

from cesta.api.served import TheServed
from cesta.store.recorded import Recorded
from cesta.store.recorded import recorded as found


@get("/api/recorded", sync_to_thread=True)
def recorded(served: TheServed) -> Recorded:
    """Each page with its clicks, points of heat and recordings, and each recording with its pages.

    At most a thousand of either: the most clicked pages, the newest recordings. Nothing is recorded unless `record` in
    cesta.yaml says so.
    """
    return found(served.workspace.log)


ROUTES = (recorded,)
