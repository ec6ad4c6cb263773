"""Reaching a workspace: opened here, or through the server that holds it; the same document either way."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

import msgspec

from cesta.api.chosen import Chosen
from cesta.api.overview import overview
from cesta.ingest.door import accept, decide, list_loads, restore, unload
from cesta.ingest.load import Progress, load
from cesta.maps.bind import view
from cesta.maps.propose.proposal import propose
from cesta.maps.questions import ask
from cesta.maps.shelf import save_new
from cesta.model.errors import CestaError
from cesta.store.lock import own, owner_address
from cesta.store.workspace import Workspace

PATIENCE = 600
"""Seconds to wait for another process' answer."""


class Reached(Protocol):
    """What verbs can do with a workspace. All answers are plain JSON data."""

    def ask(self, question: Mapping[str, object]) -> dict[str, object]: ...

    def accept(self, events: Sequence[Mapping[str, object]], source: str) -> dict[str, object]: ...

    def load(self, mapping: Path, folder: Path, progress: Progress) -> dict[str, object]: ...

    def loads(self) -> dict[str, object]: ...

    def unload(self, load_id: str) -> dict[str, object]: ...

    def restore(self, load_id: str) -> dict[str, object]: ...

    def decide(self, load_id: str, decision: str) -> dict[str, object]: ...

    def overview(self) -> dict[str, object]: ...

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]: ...

    def proposal(self, lang: str) -> dict[str, object]: ...

    def save_map(self, map_id: str, text: str) -> dict[str, object]: ...


def _plain(value: object) -> dict[str, object]:
    return msgspec.convert(msgspec.to_builtins(value), dict[str, object])


@dataclass(frozen=True, slots=True)
class Here:
    """A workspace opened by this process."""

    workspace: Workspace

    def ask(self, question: Mapping[str, object]) -> dict[str, object]:
        return ask(self.workspace, question)

    def accept(self, events: Sequence[Mapping[str, object]], source: str) -> dict[str, object]:
        with own(self.workspace.root, "a command that sends events"):
            return _plain(accept(self.workspace, events, source))

    def load(self, mapping: Path, folder: Path, progress: Progress) -> dict[str, object]:
        with own(self.workspace.root, "a command that loads files"):
            return _plain(load(self.workspace, mapping, folder, progress))

    def loads(self) -> dict[str, object]:
        return {"loads": msgspec.to_builtins(list_loads(self.workspace))}

    def unload(self, load_id: str) -> dict[str, object]:
        with own(self.workspace.root, "a command that takes a load back"):
            return _plain(unload(self.workspace, load_id))

    def restore(self, load_id: str) -> dict[str, object]:
        with own(self.workspace.root, "a command that brings a load back"):
            return _plain(restore(self.workspace, load_id))

    def decide(self, load_id: str, decision: str) -> dict[str, object]:
        with own(self.workspace.root, "a command that decides about a load"):
            return _plain(decide(self.workspace, load_id, decision))

    def overview(self) -> dict[str, object]:
        return _plain(overview(self.workspace, "en"))

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        return _plain(view(self.workspace, map_id, lang=lang, **chosen.as_arguments()))

    def proposal(self, lang: str) -> dict[str, object]:
        return _plain(propose(self.workspace, lang=lang))

    def save_map(self, map_id: str, text: str) -> dict[str, object]:
        save_new(self.workspace, map_id, text)
        return {"id": map_id}


@dataclass(frozen=True, slots=True)
class Alone:
    """No workspace at all: for questions that carry their own events."""

    def ask(self, question: Mapping[str, object]) -> dict[str, object]:
        return ask(None, question)


@dataclass(frozen=True, slots=True)
class There:
    """A workspace that a server holds."""

    address: str

    def ask(self, question: Mapping[str, object]) -> dict[str, object]:
        return self._send("/api/ask", question)

    def accept(self, events: Sequence[Mapping[str, object]], source: str) -> dict[str, object]:
        return self._send("/api/events", {"events": list(events), "source": source})

    def load(self, mapping: Path, folder: Path, progress: Progress) -> dict[str, object]:
        progress(f"the server at {self.address} is loading", 0, 1)
        return self._send("/api/loads", {"mapping": str(mapping.resolve()), "folder": str(folder.resolve())})

    def loads(self) -> dict[str, object]:
        return self._send("/api/loads")

    def unload(self, load_id: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}", method="DELETE")

    def restore(self, load_id: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}/restore", {})

    def decide(self, load_id: str, decision: str) -> dict[str, object]:
        return self._send(f"/api/loads/{quote(load_id, safe='')}/decision", {"decision": decision})

    def overview(self) -> dict[str, object]:
        return self._send("/api/workspace")

    def map_view(self, map_id: str, chosen: Chosen, lang: str) -> dict[str, object]:
        asked = {"segment": chosen.segment, "from": chosen.date_from, "to": chosen.date_to, "lang": lang}
        given = urlencode({name: value for name, value in asked.items() if value is not None})
        return self._send(f"/api/maps/{quote(map_id, safe='')}?{given}")

    def proposal(self, lang: str) -> dict[str, object]:
        return self._send(f"/api/proposal?{urlencode({'lang': lang})}")

    def save_map(self, map_id: str, text: str) -> dict[str, object]:
        return self._send("/api/maps", {"id": map_id, "text": text})

    def _send(self, path: str, document: object = None, method: str | None = None) -> dict[str, object]:
        body = None if document is None else msgspec.json.encode(document)
        request = urllib.request.Request(self.address + path, body, {"content-type": "application/json"}, method=method)
        # The owner is on this machine: a proxy set for the outside world must not see the question.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as response:
                return msgspec.json.decode(response.read(), type=dict[str, object])
        except urllib.error.HTTPError as error:
            raise told_by(error.read()) from error
        except OSError as error:
            raise CestaError(
                "no_answer", f"The server at {self.address} holds this workspace and does not answer.", str(error)
            ) from error


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


@contextmanager
def reach(root: Path) -> Iterator[Reached]:
    """The workspace in `root`, through its server if it is being served."""
    address = owner_address(root)
    if address is not None and address.startswith("http"):
        yield There(address)
        return
    workspace = Workspace.open(root)
    try:
        yield Here(workspace)
    finally:
        workspace.close()
