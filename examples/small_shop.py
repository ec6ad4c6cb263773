"""A workspace from nothing: make a folder, send events through the door, ask, and see who is behind a number."""

import tempfile
from pathlib import Path

from cesta import ask
from cesta.ingest.door import accept
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "shop", name="Small shop") as shop:
    print(accept(shop, small(), source="example"))
    question = {"analysis": "funnel", "params": {"steps": ["visit", "add_to_cart", "purchase"], "window": "7d"}}
    print("reached each step:", ask(question, shop)["result"]["counts"])
    bought = ask(question | {"behind": "/counts/2", "limit": 3}, shop)["result"]
    print("bought:", bought["total"], "such as", bought["customers"])
