"""Who is who in a workspace: the rules people wrote, their decisions, and all claims; worked out as they change."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from heapq import merge
from pathlib import Path

from cesta.identity.claims import Claim
from cesta.identity.decisions import Decided, decided
from cesta.identity.resolver import Resolver
from cesta.identity.rules import DEFAULT, RULES, Rules, rules_of
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint
from cesta.store.documents import Document, parse_document, read_document
from cesta.store.identity_claims import Claims
from cesta.store.identity_decisions import newest_decision, read_decisions
from cesta.store.log import Log
from cesta.store.people import People

FILE = "identity.yaml"
OWNERS = (
    "select distinct customer from load_claims join loads using (load_id) where customer is not null and binned is null"
)


class Identity:
    """The people of one workspace. The caller lets one thread in at a time."""

    def __init__(self, root: Path, log: Log) -> None:
        self._path, self._log = root / FILE, log
        self._claims = Claims(log, root / "data")
        self._people, self._heard = People(), 0
        self._stamp: object = None

    def people(self, event: int) -> People:
        """By messages at least up to this one, the loads, rules and decisions there are now. Raises bad_identity."""
        stamp = stamp_of(self._path), newest_decision(self._log), self._log.marks().loads
        if stamp != self._stamp:
            event = max(event, self._heard)
            self._people.begin(self.resolver(event), self._owners())
            self._stamp, self._heard = stamp, event
        elif event > self._heard:
            self._people.hear(self._claims.between(self._heard, event))
            self._heard = event
        return self._people

    def resolver(self, event: int, rules: Rules | None = None, decisions: Decided | None = None) -> Resolver:
        """Everything worked out from the beginning; by other rules or decisions, if they are given."""
        held = decided(read_decisions(self._log)) if decisions is None else decisions
        resolver = Resolver(self.rules() if rules is None else rules, held)
        hands = list(held.together)
        with _kept():
            for place, _, claim in self._placed(event):
                while hands and hands[0].place < place:
                    resolver.by_hand(hands.pop(0))
                resolver.hear(claim)
        for decision in hands:
            resolver.by_hand(decision)
        return resolver

    def rules(self) -> Rules:
        """What identity.yaml says; without it, what holds by default. Raises bad_yaml, bad_identity with the line."""
        return checked_rules(read_document(self._path)) if self._path.exists() else DEFAULT

    def _placed(self, event: int) -> Iterator[tuple[int, int, Claim]]:
        """All claims in the order they were made, each with its place: messages, and behind them rows of loads."""
        messages = ((int(claim.id[1:]), 0, claim) for claim in self._claims.between(0, event))
        loads = ((place, number + 1, claim) for number, (place, claim) in enumerate(self._claims.of_loads()))
        return merge(messages, loads, key=lambda each: each[:2])

    def _owners(self) -> frozenset[str]:
        return frozenset(row[0] for row in self._log.read(OWNERS))


@contextmanager
def _kept() -> Iterator[None]:
    """While persons are made by the million and none is thrown away: looking for garbage takes as long as the rest."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def complaints_of(document: Document) -> Sequence[Complaint]:
    """What a document of rules gets wrong."""
    return tuple(RULES(document.data, ""))


def checked_rules(document: Document) -> Rules:
    """The rules that a document says. Raises bad_identity with the line."""
    for wrong in complaints_of(document):
        where = f"{document.path.name}:{document.line_of(wrong.pointer)}"
        raise CestaError("bad_identity", f"{where}: {wrong.message}", wrong.hint)
    return rules_of(document.data)


def rules_in(text: str) -> Rules:
    """The rules that a text says; an empty one says nothing else than what holds by default. Raises as above."""
    return checked_rules(parse_document(text, Path(FILE))) if text.strip() else DEFAULT


def stamp_of(path: Path | str) -> tuple[int, int, int] | None:
    """What changes whenever the file does; None: there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
