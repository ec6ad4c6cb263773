"""Many texts at once: the work of the better reader is shared out among processes, one for each core."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import numpy as np

from cesta.model.errors import CestaError
from cesta.voice.feelings import TIERS, Feeling, Tier, feel
from cesta.voice.scores import Floats

SHARE = 16
"""Fewer texts than two such shares are read faster here than elsewhere."""


def tier_of(name: str) -> Tier:
    """The reader of that name. Raises bad_value."""
    for tier in TIERS:
        if tier == name:
            return tier
    raise CestaError("bad_value", f'There is no model "{name}".', "Say fast or best.")


def feel_many(texts: Sequence[str], langs: Sequence[str | None], tier: Tier) -> list[Feeling]:
    """What each text feels like, in the same order."""
    cores = _cores()
    if tier == "fast" or cores < 2 or len(texts) < 2 * SHARE:
        return feel(texts, langs, tier)
    shares = [slice(start, start + SHARE) for start in range(0, len(texts), SHARE)]
    found = _pool(cores).map(feel, [texts[one] for one in shares], [langs[one] for one in shares], [tier] * len(shares))
    return [feeling for share in found for feeling in share]


def embedded_many(texts: Sequence[str]) -> Floats:
    """The meaning of each text, in the same order."""
    from cesta.voice.best import embedded

    if _cores() < 2 or len(texts) < 2 * SHARE:
        return embedded(texts)
    shares = [texts[start : start + SHARE] for start in range(0, len(texts), SHARE)]
    return np.vstack(list(_pool(_cores()).map(embedded, shares)))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _pool(cores: int) -> ProcessPoolExecutor:
    # Fresh processes: one that is copied while a reader's threads run can stop for ever.
    return ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
