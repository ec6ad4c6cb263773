"""What customers write about, and their texts searched by meaning."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get
from litestar.params import FromQuery, QueryParameter

from cesta.api.noting import SEEN, asked_by
from cesta.api.rules import may_see_people
from cesta.api.served import TheServed
from cesta.maps.themes import ThemesView, themes, where_of
from cesta.maps.themes_texts import TextsView, Wanted, texts
from cesta.maps.voices import Page

At = Annotated[str | None, QueryParameter(description="Only what is about a touchpoint: buy-clothes/bought.")]
Theme = Annotated[str | None, QueryParameter(description="The key of a theme.")]
Query = Annotated[
    str | None, QueryParameter(name="q", description="What the texts are to mean; the nearest come first.")
]


@get("/api/themes", sync_to_thread=True)
def found_themes(
    request: Request[Any, Any, Any],
    served: TheServed,
    at: At = None,
    lang: FromQuery[str] = "en",
) -> ThemesView:
    """Themes of what customers wrote, across languages, with their counts, months and touchpoints.

    The first time texts are read in the background, and `looking` says that themes are still to come.
    """
    sees = may_see_people(asked_by(request))
    return themes(served.workspace, where_of(at), lang=lang, masked=not sees)


@get("/api/themes/texts", sync_to_thread=True)
def theme_texts(
    request: Request[Any, Any, Any],
    served: TheServed,
    theme: Theme = None,
    like: Query = None,
    at: At = None,
    after: FromQuery[str | None] = None,
    lang: FromQuery[str] = "en",
) -> TextsView:
    """The texts of a theme, newest first; or those nearest in meaning to a few words, in whichever language.

    For roles that may not see customers nobody is named, and personal data in the texts is masked.
    """
    sees = may_see_people(asked_by(request))
    page = Page(after=after, masked=not sees)
    found = texts(served.workspace, Wanted(theme, like), where_of(at), page, lang)
    if sees and found.items:
        request.scope["state"][SEEN] = True
    return found


ROUTES = (found_themes, theme_texts)
