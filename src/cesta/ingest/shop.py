"""What is counted by hand in shops, as a document: their places, what check-in asks, the buttons of the tally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.shape import Text, choice, list_of, record, slug, text, version, word
from cesta.store.disk import write_whole
from cesta.store.documents import Document, parse_document, read_document, written

FILE = "shop.yaml"
BUILT_IN = Path(__file__).with_name(FILE)
HEAD = "# Shops: their places, what check-in asks, the buttons of the tally. Edit it as you like.\ncesta: shop/1\n"
KNOWN_BY = ("email", "phone", "card")
SHAPE = record(
    {"cesta": version("shop")},
    {
        "name": text,
        "address": word,
        "privacy": word,
        "ask": list_of(choice(*KNOWN_BY)),
        "places": list_of(word),
        "tally": list_of(record({"did": slug, "text": text}, {})),
    },
)


@dataclass(frozen=True, slots=True)
class TallyButton:
    """One button of the tally page: what the event says, and what stands on it."""

    did: str
    text: Text


@dataclass(frozen=True, slots=True)
class Shop:
    """address: where phones reach the server. privacy: the page that tells about it. ask: what check-in may be told."""

    name: Text | None
    address: str | None
    privacy: str | None
    ask: tuple[str, ...]
    places: tuple[str, ...]
    tally: tuple[TallyButton, ...]


def shop_of(root: Path) -> Shop:
    """What this workspace says of its shops. Raises bad_yaml, bad_shop with the line."""
    path = root / FILE
    own = _checked(read_document(path)).data if path.is_file() else {}
    given: Mapping[str, Any] = {**_checked(read_document(BUILT_IN)).data, **own}
    return Shop(
        given.get("name"),
        given.get("address"),
        given.get("privacy"),
        tuple(given["ask"]),
        tuple(given.get("places") or ()),
        tuple(TallyButton(button["did"], button["text"]) for button in given["tally"]),
    )


def keep_place(root: Path, place: str, address: str) -> None:
    """From now on the shops have this place, and phones reach the server here. Raises bad_yaml, bad_shop."""
    path = root / FILE
    document = _checked(read_document(path) if path.is_file() else parse_document(HEAD, path))
    places = document.tree.setdefault("places", [])
    if place not in places:
        places.append(place)
    document.tree["address"] = address
    content = written(document.tree)
    _checked(parse_document(content, path))
    write_whole(path, content)


def _checked(document: Document) -> Document:
    for complaint in SHAPE(document.data, ""):
        where = f"{document.path.name}:{document.line_of(complaint.pointer)}"
        raise CestaError("bad_shop", f"{where}: {complaint.message}", complaint.hint)
    return document
