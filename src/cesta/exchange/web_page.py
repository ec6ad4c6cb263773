"""A map as one HTML file: the picture, the same in words and tables, to read, print and hear; nothing is fetched."""

from __future__ import annotations

from html import escape

from cesta.exchange.carried import in_html
from cesta.exchange.picture.draw import picture_of
from cesta.exchange.picture.svg import svg_of
from cesta.exchange.sheet import Sheet
from cesta.exchange.summary import about_of, sentences
from cesta.exchange.tables import Table, tables_of
from cesta.exchange.wording import tell

STYLE = """
:root{color-scheme:light;--ink:#1f2933;--ink2:#52606d;--hair:#e4e1da}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);
font:400 15px/1.5 'Source Sans 3','Source Sans Pro','Segoe UI','Noto Sans',Arial,sans-serif}
main{max-width:1640px;margin:0 auto;padding:24px 20px 48px}
.hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
h1{font-size:28px;line-height:1.2;margin:0 0 4px}h2{font-size:19px;margin:36px 0 8px}
p{margin:4px 0;max-width:80ch}.quiet{color:var(--ink2)}
figure{margin:20px 0;overflow-x:auto}figure svg{width:100%;min-width:1000px;height:auto;display:block}
figcaption{color:var(--ink2);font-size:13px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--hair)}
th{color:var(--ink2);font-weight:600}td:first-child,th:first-child{min-width:9em}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid #1d3f9a;outline-offset:2px}
@media print{@page{size:A3 landscape;margin:10mm}main{padding:0;max-width:none}figure,.wide{overflow:visible}
figure svg{min-width:0}h2{break-after:avoid}tr,figure{break-inside:avoid}}
"""


def write_page(sheet: Sheet) -> bytes:
    """The whole page, with the map's YAML inside."""
    return page_of(sheet, in_html(sheet.text)).encode()


def page_of(sheet: Sheet, carried: str = "") -> str:
    """The page; carried: a part of it with the map's YAML."""
    view, language = sheet.view, sheet.language
    said = "".join(f"<p><b>{word}:</b> {escape(words)}</p>" for word, words in about_of(sheet))
    drawn = svg_of(picture_of(sheet), ground=None)
    summary = "".join(f"<li>{escape(each)}</li>" for each in sentences(sheet))
    tables = "".join(map(_table, tables_of(sheet)))
    note = "" if sheet.numbers else f" · {tell('no_numbers', language)}"
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="Cesta">'
        f"<title>{escape(view.title)}</title><style>{STYLE}</style></head><body><main>\n"
        f'<h1 class="hidden">{escape(view.title)}</h1>\n'
        f'<figure tabindex="0" role="group" aria-label="{tell("drawn", language)}">{drawn}</figure>\n{said}'
        f"<h2>{tell('all', language)}</h2><ul>{summary}</ul>\n{tables}\n"
        f'<p class="quiet">{tell("made_with", language)} · {sheet.day}{note}</p></main>\n{carried}</body></html>\n'
    )


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    title = escape(table.title)
    return (
        f'<h2>{title}</h2><div class="wide" tabindex="0" role="region" aria-label="{title}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")
