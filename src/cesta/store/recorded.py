"""What was recorded of visits, counted: clicks and heat by page, recordings by session."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cesta.model.instant import show_instant
from cesta.store.log import Log

MOST = 1000
"""Pages and recordings that are listed; of more, the most clicked pages and the newest recordings."""
CLICKS = """
select source, json_extract(properties, '$."$current_url"'),
    case name when '$rageclick' then 'rage_clicks' else 'clicks' end, count(*)
from events where hidden = 0 and name in ('$autocapture', '$rageclick') group by 1, 2, 3
"""
HEAT = """
with told as (
    select source, json_extract(properties, '$."$heatmap_data"') as pages from events
    where hidden = 0 and name = '$$heatmap'
)
select source, page.key, 'heat', sum(case page.type when 'array' then json_array_length(page.value) else 0 end)
from told, json_each(case when json_valid(pages) then pages else '{}' end) as page group by 1, 2
"""
SESSIONS = """
select source, coalesce(json_extract(properties, '$."$session_id"'), ''), min(customer), min(time), max(time), count(*),
    sum(length(cast(raw as blob)))
from events where hidden = 0 and name = '$snapshot' group by 1, 2 order by 4 desc limit ?
"""
PLACES = """
with told as (
    select source, coalesce(json_extract(properties, '$."$session_id"'), '') as session,
        json_extract(properties, '$."$snapshot_data"') as shots
    from events where hidden = 0 and name = '$snapshot'
)
select distinct source, session, case shot.type when 'object' then json_extract(shot.value, '$.data.href') end
from told, json_each(case when json_valid(shots) then shots else '[]' end) as shot
where case shot.type when 'object' then json_extract(shot.value, '$.type') = 4 else 0 end
"""
"""A recording says at its start, and at each page after it, where it is."""


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """One page of a source: clicks, those of anger, points of heat, and recordings that show it."""

    source: str
    page: str
    clicks: int
    rage_clicks: int
    heat: int
    recordings: int


@dataclass(frozen=True, slots=True)
class Recording:
    """One visit that was recorded: whose it is, from when to when, the messages it came in, and the pages it shows."""

    source: str
    session: str
    customer: str
    began: str
    ended: str
    parts: int
    bytes: int
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Pages, the most clicked first, and recordings, the newest first."""

    pages: tuple[RecordedPage, ...]
    recordings: tuple[Recording, ...]


def recorded(log: Log) -> Recorded:
    """Everything that clients recorded and that counts."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for source, address, what, times in (*log.read(CLICKS), *log.read(HEAT)):
        counts[source, page_of(address), what] += times
    places = {(source, session, page_of(address)) for source, session, address in log.read(PLACES)}
    for source, _, page in places:
        counts[source, page, "recordings"] += 1
    named = sorted({(source, page) for source, page, _ in counts})
    kinds = ("clicks", "rage_clicks", "heat", "recordings")
    pages = [RecordedPage(source, page, *(counts[source, page, kind] for kind in kinds)) for source, page in named]
    pages.sort(key=lambda page: (page.clicks, page.heat, page.recordings), reverse=True)
    recordings = [
        Recording(
            source,
            session,
            customer,
            show_instant(began),
            show_instant(ended),
            parts,
            size or 0,
            tuple(sorted(page for of, within, page in places if (of, within) == (source, session))),
        )
        for source, session, customer, began, ended, parts, size in log.read(SESSIONS, (MOST,))
    ]
    return Recorded(tuple(pages[:MOST]), tuple(recordings))


def page_of(address: object) -> str:
    """A page, without what follows its path: the same page with another question is the same page.

    >>> page_of("https://shop.example/hat?size=m#top")
    'https://shop.example/hat'
    """
    return str(address or "").partition("#")[0].partition("?")[0]
