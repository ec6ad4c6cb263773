"""Tables of the screen as files."""

from __future__ import annotations

from urllib.parse import quote

from litestar import Response, post
from litestar.params import JSONBody

from cesta.api.first_hour import remember
from cesta.api.served import TheServed
from cesta.api.tables_out import TableWanted
from cesta.api.workbook_out import saved

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@post("/api/tables", sync_to_thread=True, status_code=200, media_type=WORKBOOK)
def save_table(served: TheServed, data: JSONBody[TableWanted]) -> Response[bytes]:
    """A table as a file: a workbook with the question on its second sheet, or CSV."""
    media = WORKBOOK if data.format == "xlsx" else "text/csv"
    name = quote(f"{data.name}.{data.format}", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    file = saved(served.workspace, data)
    remember(served.workspace, "shared")
    return Response(file, media_type=media, headers=headers)


ROUTES = (save_table,)
