"""A workspace that a server holds: its answers over HTTP, its errors told as if they were ours."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import msgspec

from cesta.api.chosen import Chosen
from cesta.api.jobs import Job, Started
from cesta.cli.plain import brought
from cesta.ingest.progress import Progress
from cesta.model.errors import CestaError

if TYPE_CHECKING:
    from cesta.api.set_aside import Which
    from cesta.ingest.guess.answers import Answers
    from cesta.model.event import Value

PATIENCE = 600
"""Seconds to wait for another process' answer."""
MOMENT = 0.2
"""Seconds between looks at a load that a server does."""


def _given(**parts: str | None) -> str:
    """What is given of these, as a query."""
    return urlencode({name: value for name, value in parts.items() if value is not None})


def _paths(files: Sequence[Path]) -> list[str]:
    return [str(path.resolve()) for path in files]


@dataclass(frozen=True, slots=True)
class There:
    """A workspace that a server holds."""

    address: str
    secret: str = ""

    def ask(self, question: Mapping[str, object]) -> dict[str, object]:
        return self._send("/api/ask", question)

    def accept(
        self, events: Sequence[Mapping[str, object] | str], source: str, file: str | None, rows: Sequence[int]
    ) -> dict[str, object]:
        return self._send("/api/events", {"events": list(events), "source": source, "file": file, "rows": list(rows)})

    def set_aside(self, which: Which) -> dict[str, object]:
        parts = {"source": which.source, "load": which.load, "code": which.code, "field": which.field}
        asked = {name: value for name, value in parts.items() if value is not None}
        return self._send(f"/api/set-aside?{urlencode(asked)}")

    def mend(self, what: str, document: object) -> dict[str, object]:
        """What the address /api/set-aside/`what` does with a document."""
        return self._send(f"/api/set-aside/{what}", document)

    def guess(self, files: Sequence[Path], answers: Answers, progress: Progress) -> dict[str, object]:
        progress(f"the server at {self.address} is reading", 0, 0)
        return self._send("/api/loads/guess", {"files": _paths(files), "answers": answers})

    def load(self, files: Sequence[Path], mapping: Path | str | None, progress: Progress) -> dict[str, object]:
        document = str(mapping.resolve()) if isinstance(mapping, Path) else mapping
        asked = {"files": _paths(files), "mapping": document}
        job = msgspec.convert(self._send("/api/loads", asked), Started).job
        while (now := msgspec.convert(self._send(f"/api/loads/jobs/{job}"), Job)).state in ("waiting", "working"):
            progress(now.what, now.done, now.total)
            time.sleep(MOMENT)
        if now.error is not None:
            raise CestaError(now.error.code, now.error.message, now.error.hint)
        if now.result is None:
            raise CestaError("load_stopped", "The load was stopped; nothing of it stays.", "Load the files again.")
        aside = msgspec.convert(self._send(f"/api/set-aside?{urlencode({'load': now.result.load_id})}"), _Aside)
        return brought(now.result, [(group.first.reason, group.rows) for group in aside.groups])

    def loads(self) -> dict[str, object]:
        return self._send("/api/loads")

    def changes(self, load_id: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}/changes")

    def unload(self, load_id: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}", method="DELETE")

    def restore(self, load_id: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}/restore", {})

    def decide(self, load_id: str, decision: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}/decision", {"decision": decision})

    def erase(self, ids: Sequence[str], suppress: bool) -> dict[str, object]:
        return self._send("/api/erasures", {"ids": list(ids), "suppress": suppress})

    def consent(self) -> dict[str, object]:
        return self._send("/api/consent")

    def hypotheses(self) -> dict[str, object]:
        return self._send("/api/hypotheses")

    def consents_of(self, one: str) -> list[dict[str, object]]:
        return self._several(f"/api/customers/{quote(one, safe='')}/consents")

    def say_consent(self, one: str, said: Mapping[str, object]) -> list[dict[str, object]]:
        return self._several(f"/api/customers/{quote(one, safe='')}/consents", said)

    def suppress(self, ids: Sequence[str], lift: bool) -> dict[str, object]:
        return self._send(f"/api/suppressions{'/lift' if lift else ''}", {"ids": list(ids)})

    def retention(self) -> dict[str, object]:
        return self._send("/api/retention")

    def retire(self) -> dict[str, object]:
        return self._send("/api/retention", {})

    def segments(self, at: str | None) -> dict[str, Any]:
        return self._send(f"/api/segments?{_given(at=at)}")

    def members(self, segment_id: str, at: str | None) -> dict[str, Any]:
        return self._send(f"/api/segments/{quote(segment_id, safe='')}/members?{_given(at=at)}")

    def why(self, segment_id: str, customer: str, at: str | None) -> dict[str, Any]:
        given = _given(customer=customer, at=at)
        return self._send(f"/api/segments/{quote(segment_id, safe='')}/why?{given}")

    def surveys(self, lang: str) -> dict[str, Any]:
        return self._send(f"/api/surveys?{_given(lang=lang)}")

    def survey_results(
        self, survey_id: str, *, date_from: str | None, date_to: str | None, segment: str | None, lang: str
    ) -> dict[str, Any]:
        asked = _given(**{"from": date_from, "to": date_to, "segment": segment, "lang": lang})
        return self._send(f"/api/surveys/{quote(survey_id, safe='')}/results?{asked}")

    def customers(self, *, search: str | None, one: str | None, after: str | None, limit: int) -> dict[str, Any]:
        asked = {"search": search, "id": one, "after": after, "limit": str(limit)}
        given = urlencode({name: value for name, value in asked.items() if value is not None})
        return self._send(f"/api/customers?{given}")

    def join(self, table: str, rows: Sequence[tuple[str, Mapping[str, Value]]]) -> dict[str, Any]:
        told = [{"key": key, "traits": traits} for key, traits in rows]
        return dict(self._send("/api/traits", {"table": table, "rows": told}))

    def person_file(self, one: str) -> bytes:
        return self._fetch(f"/api/customers/{quote(one, safe='')}/file")

    def overview(self) -> dict[str, object]:
        return self._send("/api/workspace")

    def atlas(self, lang: str) -> list[dict[str, Any]]:
        query = f"?{urlencode({'lang': lang})}"
        found = msgspec.json.decode(self._fetch(f"/api/atlas{query}"), type=list[dict[str, Any]])
        for place in found:
            known = place["map"]["status"] != "broken"
            told = self._fetch(f"/api/atlas/{quote(place['map']['id'], safe='')}{query}") if known else b"null"
            place["row"] = msgspec.json.decode(told)
        return found

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        return self._of_map(map_id, "", chosen, lang)

    def compared(self, map_id: str, one: Chosen, other: Chosen, lang: str) -> dict[str, object]:
        beside = {"with": other.segment, "with_from": other.date_from, "with_to": other.date_to}
        return self._of_map(map_id, "/compared", one, lang, **beside)

    def deviations(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        return self._of_map(map_id, "/deviations", chosen, lang)

    def barriers(self, map_id: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        if map_id is None:
            return self._send(f"/api/barriers?{_given(lang=lang)}")
        return self._of_map(map_id, "/barriers", chosen, lang)

    def moods(self, map_id: str, part: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        return self._of_map(map_id, "/moods", chosen, lang, part=part)

    def friction(self, map_id: str, chosen: Chosen) -> dict[str, object]:
        return self._of_map(map_id, "/friction", chosen, "en")

    def drivers(self, map_id: str, of: str | None, chosen: Chosen, lang: str) -> dict[str, object]:
        return self._of_map(map_id, "/drivers", chosen, lang, of=of)

    def proposals(self, map_id: str, lang: str) -> dict[str, object]:
        return self._send(f"/api/maps/{quote(map_id, safe='')}/proposals?{_given(lang=lang)}")

    def drift(self, map_id: str, lang: str) -> dict[str, object]:
        return self._send(f"/api/maps/{quote(map_id, safe='')}/drift?{_given(lang=lang)}")

    def _of_map(self, map_id: str, part: str, chosen: Chosen, lang: str, /, **more: str | None) -> dict[str, object]:
        of = {"segment": chosen.segment, "from": chosen.date_from, "to": chosen.date_to, "lang": lang}
        given = _given(**of, **more)
        return self._send(f"/api/maps/{quote(map_id, safe='')}{part}?{given}")

    def proposal(self, lang: str) -> dict[str, object]:
        return self._send(f"/api/proposal?{urlencode({'lang': lang})}")

    def groups(self) -> dict[str, Any]:
        return self._send("/api/groups")

    def adopt(self, number: int, id_: str, name: str, persona: bool) -> dict[str, Any]:
        return self._send("/api/groups", {"number": number, "id": id_, "name": name, "with_persona": persona})

    def report(self, segment_id: str, lang: str) -> dict[str, Any]:
        return self._send(f"/api/segments/{quote(segment_id, safe='')}/report?{urlencode({'lang': lang})}")

    def kpis(self, ids: Sequence[str], segment: str | None, dates: tuple[str | None, str | None]) -> dict[str, Any]:
        asked = {"segment": segment, "date_from": dates[0], "date_to": dates[1]}
        query = urlencode({name: said for name, said in asked.items() if said is not None})
        place = f"/{quote(ids[0], safe='')}" if ids else ""
        return self._send(f"/api/kpis{place}?{query}")

    def add_kpis(self) -> dict[str, Any]:
        return self._send("/api/kpis/usual", {})

    def alerts(self, tell: bool) -> list[dict[str, Any]]:
        found = self._fetch("/api/alerts/look", {}) if tell else self._fetch("/api/alerts")
        return msgspec.json.decode(found, type=list[dict[str, Any]])

    def alert_history(self) -> list[dict[str, Any]]:
        return msgspec.json.decode(self._fetch("/api/alerts/history"), type=list[dict[str, Any]])

    def digest(self, owner: str) -> dict[str, Any]:
        return self._send(f"/api/alerts/digest?{urlencode({'owner': owner})}")

    def tasks(self, owner: str | None) -> list[dict[str, Any]]:
        query = "" if owner is None else f"?{urlencode({'owner': owner})}"
        return msgspec.json.decode(self._fetch(f"/api/tasks{query}"), type=list[dict[str, Any]])

    def open_task(self, fields: dict[str, str]) -> dict[str, Any]:
        return self._send("/api/tasks", fields)

    def change_task(self, task: int, fields: dict[str, str]) -> dict[str, Any]:
        return self._send(f"/api/tasks/{task}", fields)

    def keep_place(self, name: str, address: str) -> dict[str, Any]:
        return self._send("/api/alerts/places", {"name": name, "address": address})

    def save_map(self, map_id: str, text: str) -> dict[str, object]:
        return self._send("/api/maps", {"id": map_id, "text": text})

    def _send(self, path: str, document: object = None, method: str | None = None) -> dict[str, object]:
        return msgspec.json.decode(self._fetch(path, document, method), type=dict[str, object])

    def _several(self, path: str, document: object = None) -> list[dict[str, object]]:
        return msgspec.json.decode(self._fetch(path, document), type=list[dict[str, object]])

    def _fetch(self, path: str, document: object = None, method: str | None = None) -> bytes:
        body = None if document is None else msgspec.json.encode(document)
        headers = {"content-type": "application/json", **shown(self.secret)}
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        # The owner is on this machine: a proxy set for the outside world must not see the question.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as response:
                answer: bytes = response.read()
                return answer
        except urllib.error.HTTPError as error:
            raise told_by(error.read()) from error
        except OSError as error:
            raise CestaError(
                "no_answer", f"The server at {self.address} holds this workspace and does not answer.", str(error)
            ) from error


def shown(secret: str) -> dict[str, str]:
    """How a request says that it comes from who may read the workspace's own files."""
    return {"authorization": f"Bearer {secret}"} if secret else {}


class _First(msgspec.Struct):
    reason: str


class _Group(msgspec.Struct):
    first: _First
    rows: int


class _Aside(msgspec.Struct):
    groups: list[_Group]


class _Told(msgspec.Struct):
    code: str
    message: str
    hint: str | None = None


class _Error(msgspec.Struct):
    error: _Told


def told_by(body: bytes) -> CestaError:
    """The error that a server answered with.

    >>> str(told_by(b'{"error": {"code": "bad_step", "message": "There is no step 4.", "hint": null}}'))
    'bad_step: There is no step 4.'
    """
    try:
        told = msgspec.json.decode(body, type=_Error).error
    except msgspec.DecodeError:
        return CestaError("no_answer", "The server answered with something that is not Cesta's.", None)
    return CestaError(told.code, told.message, told.hint)
