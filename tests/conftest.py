"""What every test may use: the small shop as a workspace, with a map and a segment; the demo's raw files as rows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import settings

from cesta.ingest.door import accept
from cesta.kernels.compiled import cache_roots
from cesta.samples.complete_journey import find_data
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

# The gate asks the same questions every time; HYPOTHESIS_PROFILE=explore looks for new ones. No test has a time limit.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

# Also a process that a test gives another home takes the kernels that were compiled before.
os.environ.setdefault("CESTA_KERNEL_CACHE", str(cache_roots()[0]))

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MAP = """\
cesta: map/1
id: buy-clothes
title: I buy something to wear
level: L1
state: current
status: live
owner: jana
reviewed: 2026-01-20
review_every: 3650d
purpose: improve experience
goal: {event: purchase, measure: conversion, target: 0.4}
start: {first_of: [visit], after_silence: 7d}
end: {any_of: [silence 14d]}
stages:
  - id: look
    name: I look around
    owner: jana
    touchpoints:
      - {id: arrive, name: I open the shop, channel: web, match: {event: visit}}
      - {id: product, name: I look at a thing, channel: web, match: {event: product_view}}
  - id: choose
    name: I choose
    owner: jana
    touchpoints:
      - {id: cart, name: I put it into the cart, channel: web, match: {event: add_to_cart}}
  - id: pay
    name: I pay
    owner: jana
    touchpoints:
      - {id: details, name: I enter my card, channel: web, match: {event: payment_details}, moment_of_truth: true}
      - {id: bought, name: I have it, channel: web, match: {event: purchase}}
"""
SEGMENT = """\
cesta: segment/1
id: app-shoppers
name: App shoppers
rule: {did: {event: visit, where: "channel = 'app'"}}
"""


def make_shop(root: Path) -> Workspace:
    """The small shop in `root`, open."""
    workspace = Workspace.create(root, name="The small shop", languages=("en", "pl", "cs", "ru"))
    (root / "maps" / "buy-clothes.yaml").write_text(MAP, encoding="utf-8")
    (root / "segments" / "app-shoppers.yaml").write_text(SEGMENT, encoding="utf-8")
    settings = root / "cesta.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "min_n: 5\n", encoding="utf-8")
    accept(workspace, small(), "shop")
    return workspace


@pytest.fixture(scope="session")
def shop_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small shop as it is made: copied, and never opened again."""
    root = tmp_path_factory.mktemp("small-shop") / "shop"
    make_shop(root).close()
    return root


@pytest.fixture(scope="session")
def shop_maker(shop_made: Path) -> Callable[[Path], Workspace]:
    """Makes one more small shop, of a test's own."""

    def made(root: Path) -> Workspace:
        shutil.copytree(shop_made, root)
        return Workspace.open(root)

    return made


@pytest.fixture(scope="session")
def shop_root(shop_maker: Callable[[Path], Workspace], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small shop's folder; read it, do not change it."""
    root = tmp_path_factory.mktemp("read-only") / "shop"
    shop_maker(root).close()
    return root


@cache
def raw_column(name: str, field: str) -> list[Any]:
    """A column of a raw file as plain values, equal ones made once; times are in UTC."""
    column = pq.read_table(find_data() / f"{name}.parquet", columns=[field])[field]
    times = pa.types.is_timestamp(column.type)
    if times:
        column = column.cast(pa.timestamp("us")).cast(pa.int64())
    found: list[Any] = []
    for chunk in column.dictionary_encode().chunks:
        values = chunk.dictionary.to_pylist()
        if times:
            values = [EPOCH + timedelta(microseconds=value) for value in values]
        found += [None if place is None else values[place] for place in chunk.indices.to_pylist()]
    return found


@pytest.fixture(scope="session")
def raw_rows() -> Callable[..., Iterator[tuple[Any, ...]]]:
    """The rows of one of the demo's raw files as tuples of the named fields; no column is read twice in a process."""
    return lambda name, *fields: zip(*(raw_column(name, field) for field in fields), strict=True)
