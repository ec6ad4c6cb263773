"""Pages for a shop as the owner makes them: the address that stands in the QR code, with a key that can only write."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode, urlsplit

from cesta.ingest.shop import FILE, keep_place, shop_of
from cesta.model.errors import CestaError
from cesta.model.shape import Text
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

Page = Literal["check-in", "tally"]
LONGEST_PLACE = 120


@dataclass(frozen=True, slots=True)
class ShopView:
    """What shop.yaml says. address: where phones reach the server; problem: why the document cannot be read."""

    name: Text | None
    address: str | None
    places: tuple[str, ...]
    buttons: tuple[Text, ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class ShopPage:
    """A page that was made. address: readable only now, as it holds the key. source: what its events come from."""

    page: Page
    place: str
    source: str
    address: str


def shop_view(workspace: Workspace) -> ShopView:
    """What is known of this workspace's shops."""
    try:
        shop = shop_of(workspace.root)
    except CestaError as error:
        return ShopView(None, None, (), (), error.message)
    return ShopView(shop.name, shop.address, shop.places, tuple(button.text for button in shop.tally), None)


def make_page(workspace: Workspace, page: Page, place: str, address: str) -> ShopPage:
    """A page for this place, with a key of its own. Raises bad_place, bad_address, bad_shop."""
    place, base = place.strip(), reached(address)
    if not place or len(place) > LONGEST_PLACE or not place.isprintable():
        hint = f"A place is a line of 1 to {LONGEST_PLACE} letters, such as Kraków Rynek."
        raise CestaError("bad_place", f'"{place[:LONGEST_PLACE]}" cannot name a place.', hint)
    keep_place(workspace.root, place, base)
    source = f"{place} ({page})"
    key = Keys(workspace.data).create(source, time.time_ns() // 1000)
    # Behind the #, where no server on the way reads or logs it.
    return ShopPage(page, place, source, f"{base}/{page}#{urlencode({'key': key, 'at': place})}")


def reached(address: str) -> str:
    """The address without what a person may have left behind it. Raises bad_address."""
    try:
        parts = urlsplit(address.strip())
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and address.strip().isprintable()
    except ValueError:
        good = False
    if not good:
        hint = "Such as https://events.shop.example, where a server stands that phones reach."
        raise CestaError(
            "bad_address", f'"{address[:LONGEST_PLACE]}" is no address of a server; {FILE} keeps one.', hint
        )
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")
