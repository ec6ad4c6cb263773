"""Shops: what is known of them, and pages for check-in and tally."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import get, post
from litestar.params import JSONBody

from cesta.api.served import TheServed
from cesta.api.shop import Page, ShopPage, ShopView, make_page, shop_view


@dataclass(frozen=True, slots=True)
class PageWanted:
    """page: check-in or tally. place: the shop. address: where phones reach the server."""

    page: Page
    place: str
    address: str


@get("/api/shop", sync_to_thread=True)
def shop(served: TheServed) -> ShopView:
    """The shops' name, places and buttons, as shop.yaml has them."""
    return shop_view(served.workspace)


@post("/api/shop/pages", sync_to_thread=True, status_code=200)
def create_page(served: TheServed, data: JSONBody[PageWanted]) -> ShopPage:
    """Make a page for a place. Its address holds a new write key and is shown once."""
    return make_page(served.workspace, data.page, data.place, data.address)


ROUTES = (shop, create_page)
