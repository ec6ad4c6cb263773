"""A veil over answers: what a role must not see is masked in any document, and pseudonyms stand for customers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import unquote

from cesta.consent.book import book_of
from cesta.identity.naming import bare_of
from cesta.privacy.masked_values import MaskedValues, folded_all, without
from cesta.privacy.masks import Mask
from cesta.profiles.whose import whose
from cesta.store.customers import customers_of
from cesta.store.workspace import Workspace
from cesta.voice.masking import MASK

PSEUDONYM = re.compile(r"p-[a-z2-7]{16}")
STRUCTURE = frozenset({"name", "text", "message", "body", "comment", "note", "summary", "address", "username", "mail"})
"""Keys that documents use for what is no customer's, too: there they are masked only inside what says values."""
Inside = Literal["", "properties", "traits", "both"]
"""Of what the keys are names at a place of a document."""
INSIDE: Mapping[str, Inside] = {
    "properties": "properties", "props": "properties", "traits": "traits", "said": "traits", "context": "both",
    "fields": "both", "was": "both", "now": "both", "before": "both", "after": "both",
}  # fmt: skip
"""Keys of documents whose own keys are names of properties or traits."""
RAW = frozenset({"raw", "sent"})
"""Keys of texts that are what somebody sent, as it came."""
FEW = 100_000


class Veil:
    """What one role sees of one workspace."""

    def __init__(self, workspace: Workspace, mask: Mask) -> None:
        self.mask = mask
        self._workspace = workspace
        self._values = MaskedValues(workspace, mask)
        self._book = book_of(workspace.data)
        self._given: dict[str, str] = {}

    def shown(self, document: Any, asked: Iterable[str] = ()) -> Any:
        """A document as the role sees it. asked: ids that the question named by their pseudonyms."""
        values = self._values.now()
        hidden = frozenset(folded_all(_hidden(document, self.mask, "")))
        values = values if hidden <= values else values | hidden
        names = self._names(document) if self.mask.pseudonyms else {}
        theirs = {one: self.pseudonym(one) for one in asked}
        return _Shown(self.mask, values, names, theirs).of(document, "")

    def pseudonym(self, one: str) -> str:
        """What stands for an id: always the same, and nobody without the workspace's key tells whose it is."""
        found = self._book.pseudonym(one)
        if len(self._given) >= FEW:
            self._given.clear()
        self._given[found] = one
        return found

    def meant(self, text: str, quoted: Any = str) -> tuple[str, tuple[str, ...]]:
        """A text with ids in place of pseudonyms, and which ids these are. quoted: how the text writes an id."""
        found: list[str] = []

        def put(match: re.Match[str]) -> str:
            one = self._meant(match[0])
            if one is None:
                return match[0]
            found.append(one)
            return str(quoted(one))

        return PSEUDONYM.sub(put, text), tuple(found)

    def _meant(self, pseudonym: str) -> str | None:
        if pseudonym not in self._given:
            # Given by another process, or long ago: then all ids are looked through.
            for one in self._every():
                if self._book.pseudonym(one) == pseudonym:
                    self._given[pseudonym] = one
                    break
        return self._given.get(pseudonym)

    def _every(self) -> Iterator[str]:
        yield from self._workspace.snapshot().customers
        yield from self._workspace.people(self._workspace.log.marks().event).resolver.known

    def _names(self, document: Any) -> dict[str, str]:
        """Pseudonyms of all texts of a document that are somebody's id."""
        texts = sorted(set(_texts(document)))
        snapshot, whose_is = self._workspace.snapshot(), whose(self._workspace)
        places = customers_of(snapshot.customers).places(texts)
        known = self._workspace.people(self._workspace.log.marks().event).resolver.known
        named = {
            text: self.pseudonym(text)
            for text, place in zip(texts, places, strict=True)
            if place >= 0 or text in known or whose_is.customer(text) != text
        }
        # Where an id stands with its kind, it may stand without it, too.
        return {bare_of(text): pseudonym for text, pseudonym in named.items()} | named


@lru_cache(maxsize=64)
def veil_of(workspace: Workspace, mask: Mask) -> Veil:
    """The one veil of a workspace and a mask."""
    return Veil(workspace, mask)


class _Shown:
    """One document on its way out."""

    def __init__(self, mask: Mask, values: frozenset[str], names: Mapping[str, str], asked: Mapping[str, str]) -> None:
        self._mask, self._values, self._names, self._asked = mask, values, names, asked

    def of(self, part: Any, inside: Inside) -> Any:
        if isinstance(part, Mapping):
            return {self._text(key): self._value(part, key, value, inside) for key, value in part.items()}
        if isinstance(part, list):
            return [self.of(one, inside) for one in part]
        return self._text(part) if isinstance(part, str) else part

    def _value(self, part: Mapping[str, Any], key: str, value: Any, inside: Inside) -> Any:
        if hides(self._mask, part, key, inside) and not isinstance(value, dict | list | None):
            return MASK
        if key in RAW and isinstance(value, str):
            return self._sent(value)
        return self.of(value, INSIDE.get(key, inside))

    def _sent(self, raw: str) -> str:
        """What somebody sent: as the JSON it is, else not at all."""
        with suppress(ValueError, RecursionError):
            sent = json.loads(raw)
            if isinstance(sent, dict | list):
                return json.dumps(self.of(sent, "both"), ensure_ascii=False)
        return MASK

    def _text(self, text: str) -> str:
        if text in self._names:
            return self._names[text]
        for one, pseudonym in self._asked.items():
            text = text.replace(one, pseudonym)
        if "%" in text and without(plain := unquote(text), self._values) != plain:
            return MASK
        return without(text, self._values)


def hides(mask: Mask, part: Mapping[str, Any], key: str, inside: Inside) -> bool:
    """Whether what stands under a key is hidden: by the key, or by the name beside it."""
    if key in ("value", "text"):
        named = next((part[name] for name in ("name", "field", "trait", "property", "by") if name in part), None)
        if isinstance(named, str) and (mask.hides_trait(named) or mask.hides_property(named)):
            return True
    is_pair = "name" in part and "value" in part
    if is_pair or (key in STRUCTURE and not inside):
        return False
    trait = inside in ("traits", "both") and mask.hides_trait(key)
    return trait or (inside != "traits" and mask.hides_property(key))


def _hidden(part: Any, mask: Mask, inside: Inside) -> Iterator[object]:
    """Everything that a document says under what is hidden: elsewhere in it this is hidden, too."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if hides(mask, part, key, inside) and isinstance(value, str):
                yield value
            elif key in RAW and isinstance(value, str):
                with suppress(ValueError, RecursionError):
                    yield from _hidden(json.loads(value), mask, "both")
            else:
                yield from _hidden(value, mask, INSIDE.get(key, inside))
    elif isinstance(part, list):
        for one in part:
            yield from _hidden(one, mask, inside)


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield key
            if key in RAW and isinstance(value, str):
                with suppress(ValueError, RecursionError):
                    yield from _texts(json.loads(value))
            yield from _texts(value)
    elif isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, str):
        yield part
