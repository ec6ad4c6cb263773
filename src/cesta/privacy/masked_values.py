"""What hidden fields say, wherever it stands: all values of masked traits and properties, brought up to date."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable

import msgspec

from cesta.privacy.masks import Mask
from cesta.profiles.said import Message, said
from cesta.store.log import Marks
from cesta.store.workspace import Workspace
from cesta.voice.masking import MASK, masked

SAID = "select seq, properties from events where type = 'identify' and seq > ? order by seq limit ?"
AT_ONCE = 20_000
SHORTEST = 3
MOST_WORDS = 6
"""Words of a value that is looked for inside other texts; a longer one is found where it stands alone."""
WORD = re.compile(r"\w+", re.UNICODE)
PHONE = re.compile(r"\+?\d[\d ()./-]{7,}\d")


class MaskedValues:
    """Of one workspace and mask. Safe to use from several threads."""

    def __init__(self, workspace: Workspace, mask: Mask) -> None:
        self._workspace, self._mask = workspace, mask
        self._lock = threading.Lock()
        self._marks: Marks | None = None
        self._seen = 0
        self._looked: dict[str, tuple[object, ...]] = {}
        self._values: frozenset[str] = frozenset()

    def now(self) -> frozenset[str]:
        """All values, as `folded` writes them."""
        marks = self._workspace.log.marks()
        with self._lock:
            if marks != self._marks:
                self._look(marks)
            return self._values

    def _look(self, marks: Marks) -> None:
        before, self._marks = self._marks, None  # whatever fails below, the next look begins anew
        if before is None or before.loads != marks.loads:
            self._values, self._seen, self._looked = frozenset(), 0, {}
        found = set[str]()
        while rows := self._workspace.log.read(SAID, (self._seen, AT_ONCE)):
            for seq, properties in rows:
                found |= self._said(properties)
                self._seen = seq
        props = self._workspace.snapshot().props
        for name in filter(self._mask.hides_property, props):
            found.update(folded_all(self._new(name, props[name].values)))
        if not found <= self._values:
            self._values |= found
        self._marks = marks

    def _new(self, name: str, values: tuple[object, ...]) -> tuple[object, ...]:
        """Those behind the ones that were looked at, as long as these stand as they stood; else all."""
        before = self._looked.get(name, ())
        self._looked[name] = values
        return values[len(before) :] if values[: len(before)] == before else values

    def _said(self, properties: str) -> set[str]:
        told = said([Message("", "", 0, msgspec.json.decode(properties))])
        return set(folded_all(one.value for name, one in told.items() if self._mask.hides_trait(name)))


def folded_all(values: Iterable[object]) -> list[str]:
    """The texts among these values, as they are compared."""
    return [one for value in values if isinstance(value, str) and len(one := folded(value)) >= SHORTEST]


def folded(text: str) -> str:
    """How texts are compared: their words alone, without capitals."""
    return " ".join(WORD.findall(text.casefold()))


def without(text: str, values: frozenset[str]) -> str:
    """The text without these values, and without e-mails and numbers of phones, whoever's they are.

    >>> without("Ask Ann  Lee, or ann@mail.example", frozenset({"ann lee"})), without("id 550e8400-e29b", frozenset())
    ('Ask •••, or •••', 'id 550e8400-e29b')
    """
    if values and folded(text) in values:
        return MASK
    if "@" in text or " " in text or "+" in text or PHONE.fullmatch(text):
        text = masked(text)
    if not values or len(text) < SHORTEST:
        return text
    words = list(WORD.finditer(text))
    plain = [word[0].casefold() for word in words]
    pieces, at, place = [], 0, 0
    while place < len(words):
        for many in range(min(MOST_WORDS, len(words) - place), 0, -1):
            if " ".join(plain[place : place + many]) in values:
                pieces += [text[at : words[place].start()], MASK]
                at, place = words[place + many - 1].end(), place + many
                break
        else:
            place += 1
    return "".join([*pieces, text[at:]])
