"""One message of a client, read from its protocol: what happened, and everything that was said with it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cesta.model.event import Event

STEPS = frozenset({"track", "page", "screen"})
"""The kinds of message that are steps of a journey; the others say who someone is, or draw a page."""


class Arrival(msgspec.Struct, frozen=True):
    """A message that was understood.

    event: as journeys see it; its customer is the user's id, else the anonymous one. type: track, page, screen,
    identify, group, alias or what else the protocol calls it. raw: the message as it came, JSON text, but for addresses
    of machines. ids: every id it names, by kind (user_id, anonymous_id, previous_id, group_id …). original, sent: UTC
    microseconds by the client's clock when it happened and when it was sent, where it says so; received: by ours.
    kept_out: a bot's or a test.
    """

    event: Event
    type: str
    raw: str
    received: int
    ids: Mapping[str, str] = {}
    original: int | None = None
    sent: int | None = None
    kept_out: bool = False

    @property
    def is_step(self) -> bool:
        """Whether it is a step of a journey.

        >>> Arrival(Event("site", "1", "ann", "buy", 0), "track", "{}", 0).is_step
        True
        """
        return self.type in STEPS and not self.kept_out
