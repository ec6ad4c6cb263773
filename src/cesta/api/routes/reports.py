"""Reports about segments."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath, FromQuery

from cesta.api.served import TheServed
from cesta.maps.report import Report, report


@get("/api/segments/{segment:str}/report", sync_to_thread=True)
def segment_report(served: TheServed, segment: FromPath[str], lang: FromQuery[str] = "en") -> Report:
    """A segment against everybody else: size, behaviour, and its shares on every map, with intervals."""
    return report(served.workspace, segment, lang)


ROUTES = (segment_report,)
