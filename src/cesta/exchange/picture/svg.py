"""A picture as SVG: text stays text, a title and a description for whoever cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from cesta.exchange.picture.lettering import FAMILY
from cesta.exchange.picture.shapes import Circle, Fade, Path, Picture, Shape, Text

FONTS = f"'{FAMILY}','Source Sans 3','Segoe UI','Noto Sans',Arial,sans-serif"


def svg_of(picture: Picture, *, carried: str = "", ground: str | None = "#ffffff") -> str:
    """The picture as a file. carried: the map's YAML, kept in the file's metadata; ground None: see through."""
    wide, high = _n(picture.width), _n(picture.height)
    fades: list[str] = []
    body = [_shape(shape, fades) for shape in picture.shapes]
    metadata = f'<metadata id="cesta-map">{escape(carried)}</metadata>\n' if carried else ""
    back = f'<rect width="{wide}" height="{high}" fill="{ground}"/>\n' if ground else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" lang="{picture.language}" aria-labelledby="map-title map-said" font-family="{FONTS}">\n'
        f'<title id="map-title">{escape(picture.title)}</title>\n'
        f'<desc id="map-said">{escape(picture.described)}</desc>\n'
        f"{metadata}<defs>{''.join(fades)}</defs>\n{back}" + "\n".join(body) + "\n</svg>\n"
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _shape(shape: Shape, fades: list[str]) -> str:
    if isinstance(shape, Text):
        bold = ' font-weight="600"' if shape.weight == 600 else ""
        anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{_n(shape.size)}" fill="{shape.colour}"'
        return f"<text {place}{bold}{anchor}>{escape(shape.text)}</text>"
    look = " ".join(_look(shape, fades))
    if isinstance(shape, Circle):
        return f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.r)}" {look}/>'
    d = "".join(name + " ".join(map(_n, values)) for name, values in shape.commands)
    return f"<path d={quoteattr(d)} {look}/>"


def _look(shape: Path | Circle, fades: list[str]) -> Iterator[str]:
    fill = shape.fill
    if isinstance(fill, Fade):
        fades.append(_fade(fill, len(fades)))
        yield f'fill="url(#f{len(fades) - 1})"'
    else:
        yield f'fill="{fill or "none"}"'
    if shape.stroke:
        yield f'stroke="{shape.stroke}" stroke-width="{_n(shape.width)}" stroke-linejoin="round"'
        if shape.dash:
            yield f'stroke-dasharray="{" ".join(map(_n, shape.dash))}"'
        if len(shape.dash) != 1 and isinstance(shape, Path) and not shape.fill:
            yield 'stroke-linecap="round"'


def _fade(fade: Fade, number: int) -> str:
    first, last = map(_n, fade.ends)
    way = f'x1="{first}" x2="{last}" y1="0" y2="0"' if fade.across else f'x1="0" x2="0" y1="{first}" y2="{last}"'
    stops = "".join(
        f'<stop offset="{_n(place)}" stop-color="{colour}" stop-opacity="{_n(solid)}"/>'
        for place, colour, solid in fade.stops
    )
    return f'<linearGradient id="f{number}" gradientUnits="userSpaceOnUse" {way}>{stops}</linearGradient>'
