"""A map behind a link: how it is asked for, which sites may frame it, and the page that whoever has the link sees."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cesta.accounts.shares import Share, ShareWanted
from cesta.exchange.sheet import take_down
from cesta.exchange.web_page import STYLE, page_of
from cesta.exchange.wording import tell
from cesta.maps.compose import Picked
from cesta.maps.shelf import map_path
from cesta.model.errors import CestaError, brief
from cesta.model.instant import show_instant
from cesta.model.shape import LANGUAGES
from cesta.store.workspace import Workspace

SITE = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?")
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()


@dataclass(frozen=True, slots=True)
class ShareView:
    """A link as its owners see it: everything but its secret. Times are UTC."""

    id: str
    map: str
    segment: str | None
    language: str
    numbers: bool
    frames: tuple[str, ...]
    person: str
    created: str
    expires: str
    opened: str | None


def shown(share: Share) -> ShareView:
    return ShareView(
        id=share.id,
        map=share.map,
        segment=share.segment,
        language=share.language,
        numbers=share.numbers,
        frames=share.frames,
        person=share.person,
        created=show_instant(share.created),
        expires=show_instant(share.expires),
        opened=None if share.opened is None else show_instant(share.opened),
    )


def check(workspace: Workspace, wanted: ShareWanted) -> None:
    """Raises unknown_map, bad_value, and what the map raises that it would show."""
    map_path(workspace, wanted.map)
    if wanted.language not in LANGUAGES:
        raise CestaError("bad_value", f"There is no language {brief(wanted.language)}.", ", ".join(LANGUAGES))
    for site in wanted.frames:
        if not SITE.fullmatch(site):
            message = f"{brief(site)} is no site that could frame a map."
            raise CestaError("bad_value", message, "Write https://wiki.example.com.")
    take_down(workspace, wanted.map, Picked(segment=wanted.segment, language=wanted.language), numbers=wanted.numbers)


def page(workspace: Workspace, share: Share) -> str:
    """The map as it is now, and nothing else: no document inside, no customers, no way into the workspace."""
    picked = Picked(segment=share.segment, language=share.language)
    return page_of(take_down(workspace, share.map, picked, numbers=share.numbers))


def gone(accepts: str) -> str:
    """The page for a link that shows nothing any more, in the first language of the reader's that we have."""
    spoken = (part.split(";")[0].strip()[:2].lower() for part in accepts.split(","))
    language = next((each for each in spoken if each in LANGUAGES), "en")
    said = tell("gone", language)
    body = f"<main><h1>{said}</h1><p>{tell('ask_again', language)}</p></main>"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Cesta</title>'
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


def policy(frames: Sequence[str]) -> str:
    """What a browser may do with the page: show it with its own style, inside those sites only."""
    framed = " ".join(frames) or "'none'"
    style = f"style-src 'sha256-{_HASH}'"
    return f"default-src 'none'; {style}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors {framed}"
