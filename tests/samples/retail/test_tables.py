"""Every block of every world has the same columns and types, whatever its events say, so all fit into one file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.samples.retail import walk
from cesta.samples.retail.events import BLOCK, Block, Walker, World, columns
from cesta.samples.retail.plants import NAMES
from cesta.samples.retail.tables import TYPES, opened, table
from cesta.samples.retail.texts import LANGUAGES
from cesta.samples.retail.writing import write

SCHEMA = table(Walker(World()).block(0, 2)).schema
PAGE = Path(__file__).parents[3] / "docs" / "guide" / "world.md"
WORDS = {"text": "text", "int": "whole number", "cents": "number", "flag": "yes or no"}
WORLDS = st.builds(
    World,
    seed=st.integers(0, 2**32),
    noise=st.integers(0, 2),
    plants=st.sets(st.sampled_from(NAMES)).map(tuple),
    language=st.sampled_from((*LANGUAGES, "mixed")),
)


def silent(block: Block) -> Block:
    """The block's events in which nobody writes and nobody orders."""
    return block.taken(np.flatnonzero((block.field(walk.TEXT) < 0) & (block.field(walk.ORDER) < 0)))


@settings(max_examples=25)
@given(WORLDS, st.integers(0, 10**8), st.integers(2, 40), st.floats(0, 1))
def test_types_never_depend_on_what_is_in_a_block(world: World, first: int, people: int, kept: float) -> None:
    block = Walker(world).block(first, people)
    some = block.taken(np.arange(int(kept * len(block.times))))
    for made in (block, some, silent(block)):
        found = table(made)
        found.validate(full=True)
        assert found.schema == SCHEMA


def test_blocks_with_many_texts_and_with_none_share_a_file(tmp_path: Path) -> None:
    walker = Walker(World())
    whole, part = walker.block(0), walker.block(BLOCK, 30)
    made = pa.concat_tables([table(block) for block in (silent(part), whole, part)])
    with opened(tmp_path / "events.parquet", made.schema) as writer:
        for block in (silent(part), whole, part):
            writer.write_table(table(block))
    found = pq.read_table(tmp_path / "events.parquet")
    assert found.schema.field("text").type == pa.string()
    for name, column in zip(found.column_names, found.columns, strict=True):
        assert column.equals(made.column(name).cast(column.type))


@pytest.mark.parametrize("noise", [0, 2])
def test_a_file_of_several_blocks_is_written_whole(tmp_path: Path, noise: int) -> None:
    done = write(World(noise=noise), 300_000, str(tmp_path / "events.parquet"), lambda *_: None)
    found = pq.ParquetFile(tmp_path / "events.parquet")
    assert found.metadata.num_rows == done
    assert found.metadata.num_row_groups > 1
    for group in range(found.metadata.num_row_groups):
        for place, name in enumerate(found.schema_arrow.names):
            encodings = found.metadata.row_group(group).column(place).encodings
            assert "RLE_DICTIONARY" in encodings or SCHEMA.field(name).type != TYPES["text"], name


def test_tables_say_what_the_columns_say() -> None:
    block = Walker(World(noise=1)).block(0, 60)
    found = table(block)
    for column in columns(block):
        said = found.column(column.name).to_pylist()
        for number, value in zip(column.numbers.tolist(), said, strict=True):
            match column.kind:
                case _ if number < 0:
                    assert value is None
                case "text":
                    assert value == column.values[number]
                case "cents":
                    assert value == number / 100
                case "flag":
                    assert value == (number == 1)
                case _:
                    assert value == number


def test_the_page_tells_of_every_column_and_its_type() -> None:
    rows = [
        line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.count("|") == 5
    ]
    told: dict[str, str] = {}
    for names, types, *_ in rows[2:]:
        columns_told, types_told = names.replace("`", "").split(", "), types.split(", ")
        told |= dict(zip(columns_told, types_told * len(columns_told), strict=False))
    block = Walker(World()).block(0, 2)
    made = {column.name: WORDS[column.kind] for column in columns(block)}
    assert told == {"customer": "text", "event": "text", "ts": "time", "message_id": "text"} | made
    assert list(told) == SCHEMA.names
