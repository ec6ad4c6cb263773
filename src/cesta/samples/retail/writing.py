"""The world written out: blocks walked by two threads, in order, as Parquet, CSV or JSON lines, in flat memory."""

from __future__ import annotations

import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.model.errors import CestaError
from cesta.samples.retail.disorder import arriving_late, by_wrong_clocks, customer_column, sent_twice
from cesta.samples.retail.events import BLOCK, Block, Column, Walker, World, columns, event_column, message_numbers
from cesta.samples.retail.lines import csv_lines, json_lines
from cesta.samples.retail.tables import opened, table

Progress = Callable[[str, int, int], None]
FEWEST, MOST = 1_000, 10**10
THREADS = 2
SUFFIXES = (".parquet", ".csv", ".jsonl")


def blocks(world: World, events: int) -> Iterator[Block]:
    """As many whole customers as come nearest to this many events, block by block.

    The error is at most half a customer's life, 96 events.
    """
    walkers = [Walker(world) for _ in range(THREADS)]
    waiting: deque[Future[Block]] = deque()
    left, first = events, 0
    with ThreadPoolExecutor(THREADS) as pool:
        try:
            while left > 0:
                while len(waiting) < THREADS:
                    # The walker that made the block which was taken last is free again.
                    walker = walkers[first // BLOCK % THREADS]
                    waiting.append(pool.submit(_walked, walker, first))
                    first += BLOCK
                block = waiting.popleft().result()
                kept = nearest_end(block, left)
                if kept:
                    yield block if kept == len(block.times) else block.taken(np.arange(kept))
                left -= len(block.times)
        finally:
            for future in waiting:
                future.cancel()


def _walked(walker: Walker, first: int) -> Block:
    return by_wrong_clocks(sent_twice(walker.block(first)))


def nearest_end(block: Block, wanted: int) -> int:
    """How many of the block's events to keep: whole customers, as near to the wanted number as can be."""
    if len(block.times) <= wanted:
        return len(block.times)
    ends = np.flatnonzero(np.diff(block.owner, append=-1)) + 1
    return int(min((0, *ends.tolist()), key=lambda end: abs(end - wanted)))


def line_columns(block: Block) -> list[Column]:
    """The block's columns as lines have them: customer, event, ts and message_id first."""
    late = arriving_late(block)
    return [
        customer_column(late),
        event_column(late),
        Column("ts", "time", late.times),
        Column("message_id", "message", message_numbers(late)),
        *columns(late),
    ]


class Sink(Protocol):
    """Takes blocks one after another.

    `take` does the work that needs no order, in any thread; what it gives is called in order of blocks.
    """

    def take(self, block: Block, /) -> Callable[[], None]: ...

    def close(self) -> None: ...


@dataclass(slots=True)
class ParquetSink:
    """A Parquet file, one row group a block."""

    path: Path
    writer: pq.ParquetWriter | None = None

    def take(self, block: Block) -> Callable[[], None]:
        return partial(self._write, table(block))

    def _write(self, found: pa.Table) -> None:
        if self.writer is None:
            self.writer = opened(self.path, found.schema)
        self.writer.write_table(found)

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()


@dataclass(slots=True)
class LineSink:
    """A stream of lines; CSV begins with the columns' names."""

    stream: BinaryIO
    as_csv: bool = False
    begun: bool = False

    def take(self, block: Block) -> Callable[[], None]:
        found = line_columns(block)
        head = ",".join(column.name for column in found).encode() + b"\n"
        return partial(self._write, head, list(csv_lines(found) if self.as_csv else json_lines(found)))

    def _write(self, head: bytes, pieces: list[bytes]) -> None:
        if self.as_csv and not self.begun:
            self.stream.write(head)
        self.begun = True
        for piece in pieces:
            self.stream.write(piece)

    def close(self) -> None:
        self.stream.flush()


def write(world: World, events: int, out: str, progress: Progress, *others: Sink) -> int:
    """Writes the world's events to `out`: a file by its ending, or "-" for JSON lines on stdout. Gives their number.

    Raises bad_amount, bad_format. A file appears whole or not at all.
    """
    if not FEWEST <= events <= MOST:
        raise CestaError("bad_amount", f"{events:,} events cannot be made.", f"From {FEWEST:,} to {MOST:,}.")
    if out == "-":
        return pour(world, events, (LineSink(sys.stdout.buffer), *others), progress)
    path = Path(out)
    if path.suffix not in SUFFIXES:
        raise CestaError(
            "bad_format", f"{out} names no known kind of file.", f"It should end with {', '.join(SUFFIXES)}."
        )
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with contextlib.ExitStack() as open_files:
            if path.suffix == ".parquet":
                sink: Sink = ParquetSink(part)
            else:
                sink = LineSink(open_files.enter_context(part.open("wb")), path.suffix == ".csv")
            done = pour(world, events, (sink, *others), progress)
        os.replace(part, path)  # noqa: PTH105 - the one rename that also replaces
    finally:
        part.unlink(missing_ok=True)
    return done


def pour(world: World, events: int, sinks: Sequence[Sink], progress: Progress) -> int:
    """Blocks go to the pool as they come; what each sink made of them is written in order."""
    done = 0
    progress("making events", 0, events)
    waiting: deque[tuple[int, list[Future[Callable[[], None]]]]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:

        def write_next() -> int:
            count, futures = waiting.popleft()
            for future in futures:
                future.result()()
            return count

        for block in blocks(world, events):
            waiting.append((len(block.times), [pool.submit(sink.take, block) for sink in sinks]))
            if len(waiting) > THREADS:
                done += write_next()
                progress("making events", done, events)
        while waiting:
            done += write_next()
        progress("making events", done, events)
    for sink in sinks:
        sink.close()
    return done
