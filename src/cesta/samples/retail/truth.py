"""The truth file: what decided the world, what is planted and how much it does, who is who, what each text feels."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cesta import __version__
from cesta.samples.retail import calendar, plants, walk
from cesta.samples.retail.customers import customer_id, identities
from cesta.samples.retail.events import Block, World, message_numbers
from cesta.samples.retail.segments import SEGMENTS
from cesta.samples.retail.texts import meaning

SMALL = 50_000
"""Up to this many events, customers and texts stand in the JSON itself; else in Parquet files beside it."""
Rows = list[dict[str, object]]


def world_truth(world: World) -> dict[str, object]:
    """What is true of the whole world: its parameters, plants with their effects, and segments."""
    force = plants.strengths(world.plants, world.noise)
    effects = plants.effects(world.plants, world.noise)
    return {
        "generated_by": f"cesta {__version__}",
        "world": "retail",
        "seed": world.seed,
        "noise": world.noise,
        "language": world.language,
        "calendar": {"from": calendar.FIRST_DAY.isoformat(), "to": calendar.LAST_DAY.isoformat()},
        "plants": [
            {
                "name": plant.name,
                "planted": plant.name in world.plants,
                "meaning": plant.meaning,
                "parameters": force[plant.name],
                "effects": [
                    {key: value for key, value in asdict(effect).items() if key != "plant"}
                    for effect in effects
                    if effect.plant == plant.name
                ],
            }
            for plant in plants.PLANTS
        ],
        "segments": [{"name": segment.name, "share": segment.share} for segment in SEGMENTS],
    }


@dataclass(slots=True)
class TruthSink:
    """Notes who the customers of each block are and what their texts feel, while the events are written."""

    world: World
    path: Path
    events: int
    customers: Rows = field(default_factory=list)
    texts: Rows = field(default_factory=list)
    counted: int = 0
    people: int = 0
    writers: dict[str, pq.ParquetWriter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def take(self, block: Block) -> Callable[[], None]:
        present = range(len(np.unique(block.owner)))
        customers = [identities(block.people, place) for place in present]
        return partial(self._note, len(block.times), customers, emotions(block))

    def _note(self, events: int, customers: Rows, texts: Rows) -> None:
        self.counted += events
        self.people += len(customers)
        self.customers += customers
        self.texts += texts
        if self.events > SMALL:
            self._put("customers", self.customers, CUSTOMERS)
            self._put("texts", self.texts, TEXTS)

    def close(self) -> None:
        """Writes the JSON; last, so that whoever sees it finds all of it."""
        document = world_truth(self.world) | {"events": self.counted, "customers_count": self.people}
        if self.events > SMALL:
            for writer in self.writers.values():
                writer.close()
            document |= {name: self._beside(name).name for name in ("customers", "texts")}
        else:
            document |= {"customers": self.customers, "texts": self.texts}
        self.path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _beside(self, name: str) -> Path:
        return self.path.with_name(f"{self.path.stem}.{name}.parquet")

    def _put(self, name: str, rows: Rows, schema: pa.Schema) -> None:
        if name not in self.writers:
            self.writers[name] = pq.ParquetWriter(self._beside(name), schema, compression="zstd")
        self.writers[name].write_table(pa.Table.from_pylist(rows, schema=schema))
        rows.clear()


_TEXT = pa.string()
CUSTOMERS = pa.schema(
    [(name, _TEXT) for name in ("customer", "segment", "country", "language")]
    + [
        ("devices", pa.struct([(name, _TEXT) for name in ("phone", "desktop", "tablet")])),
        ("shares_devices", pa.bool_()),
    ]
    + [(name, _TEXT) for name in ("email", "phone_number", "card")]
)
TEXTS = pa.schema(
    [("message_id", _TEXT), ("customer", _TEXT), ("language", _TEXT), ("polarity", pa.int64()), ("label", _TEXT),
     ("topic", _TEXT)]
)  # fmt: skip


def emotions(block: Block) -> Rows:
    """What each text of a block was made to say."""
    numbers = message_numbers(block)
    found: dict[str, dict[str, object]] = {}
    for place in np.flatnonzero(block.rows[:, walk.TEXT] >= 0).tolist():
        number, said = int(numbers[place]), meaning(int(block.rows[place, walk.TEXT]))
        message = f"m{number // 1000:09d}-{number % 1000:03d}"
        found[message] = {"message_id": message, "customer": customer_id(number // 1000), **asdict(said)}
    return list(found.values())
