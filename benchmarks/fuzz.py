"""Broken, strange and hostile requests to every address that takes events: no fault, and all that is kept can be read.

    python benchmarks/fuzz.py --inputs 100000 --seed 1 --json

Requests are made from real ones: bytes changed, cut and doubled; values replaced by half characters, NaN, huge numbers,
deep nesting and long texts; packed as gzip, broken gzip and bombs; with the wrong content type. They go through the
same desk as requests over HTTP, in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import logging
import random
import resource
import tempfile
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from sender import batch

from cesta.api.collect import COLLECT_ROUTES, Desk
from cesta.api.served import Served
from cesta.model.instant import show_instant
from cesta.store.accepted import accepted
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

LONG = 10_000_000
STRANGE: tuple[Callable[[random.Random], str], ...] = (
    lambda _: '"\\ud800"',
    lambda _: '"\\udfff\\ud800x"',
    lambda _: "NaN",
    lambda _: "-Infinity",
    lambda _: "1e999",
    lambda _: "1" + "0" * 400,
    lambda _: "1" + "0" * 5000,
    lambda _: "-9223372036854775809",
    lambda _: "18446744073709551616",
    lambda _: "5e-324",
    lambda _: '"\\u0000"',
    lambda _: "null",
    lambda _: '""',
    lambda _: "[]",
    lambda _: "{}",
    lambda _: "true",
    lambda _: '"9999-12-31T23:59:59.999999Z"',
    lambda _: '"0001-01-01T00:00:00+14:00"',
    lambda _: '"2026-02-30"',
    lambda chance: "[" * (depth := chance.choice((5, 500, 50_000))) + "]" * depth,
    lambda chance: '{"a":' * (depth := chance.choice((5, 500, 50_000))) + "1" + "}" * depth,
    lambda chance: '"' + "ž" * chance.choice((200, 40_000, 300_000)) + '"',
    lambda chance: json.dumps({f"k{n}": n for n in range(chance.choice((10, 5000)))}),
)
SEEDS = (
    batch(["@@1", "@@2"]),
    b'{"type":"identify","userId":"u1","traits":{"email":"a@b.cz"},"messageId":"@@m1","sentAt":"2026-01-01T00:00:00Z"}',
    b'{"batch":[{"type":"alias","userId":"u1","previousId":"a1","messageId":"@@m2"}],"context":{"ip":"1.2.3.4"}}',
    b'{"api_key":"KEY","batch":[{"event":"$pageview","distinct_id":"u1","properties":{"$set":{"a":1}},"uuid":"@@x"}]}',
    b'{"api_key":"KEY","event":"$snapshot","properties":{"$snapshot_data":[{"type":2,"data":"x"}],"token":"KEY"}}',
    b'{"token":"KEY","event":"$$heatmap","properties":{"distinct_id":"u","$heatmap_data":{"/":[{"x":1,"y":2}]}}}',
    b'[{"event":"buy","properties":{"token":"KEY","distinct_id":"u1","time":1700000000,"$insert_id":"@@i1"}}]',
    b'{"api_key":"KEY","events":[{"event_type":"buy","user_id":"u1","time":1700000000000,"insert_id":"@@a1"}]}',
    b'{"schema":"iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4","data":[{"e":"pv","eid":"@@e1","p":"web",'
    b'"tv":"py-1","uid":"u1","dtm":"1700000000000","url":"https://shop.example/"}]}',
)
FITTING = {
    "/v1/batch": (0, 2), "/v1/track": (1,), "/v1/identify": (1,), "/api/s/{kind}": (1,), "/batch": (3,),
    "/e": (3, 4, 5), "/i/v0/e": (3,), "/s": (4,), "/track": (6,), "/import": (6,), "/2/httpapi": (7,),
    "/com.snowplowanalytics.snowplow/tp2": (8,),
}  # fmt: skip
"""What some addresses were made for; every third request goes to any address with anything."""
KINDS = ("application/json", "text/plain", "application/x-www-form-urlencoded", "application/octet-stream", "")


def body_of(chance: random.Random, key: str, path: str) -> bytes:
    """A body that may mean anything."""
    text = SEEDS[chance.choice(FITTING.get(path) or range(len(SEEDS)))].replace(b"KEY", key.encode()).decode()
    text = text.replace("@@", f"{chance.getrandbits(64):x}-")
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        text = _with_strange_value(chance, text)
    body = text.encode()
    match chance.randrange(12):
        case 0:
            at = chance.randrange(len(body))
            body = body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
        case 1:
            body = body[: chance.randrange(len(body))]
        case 2:
            body += body
        case 3:
            body = chance.randbytes(chance.randrange(200))
    return body


def _with_strange_value(chance: random.Random, text: str) -> str:
    """One of the values of a JSON text replaced."""
    colons = [place for place, letter in enumerate(text[:20_000]) if letter == ":"]
    if not colons:
        return text
    begin = chance.choice(colons) + 1
    end = begin
    while end < len(text) and text[end] not in ",}]":
        end += 1
    return text[:begin] + chance.choice(STRANGE)(chance) + text[end:]


def packed(chance: random.Random, body: bytes, headers: dict[str, str]) -> bytes:
    """The body as a client may pack it, or as one may pretend to."""
    match chance.randrange(12):
        case 0:
            headers["content-encoding"] = "gzip"
            return gzip.compress(body, 1)
        case 1:
            headers["content-encoding"] = chance.choice(("gzip", "deflate", "br", "gzip, gzip"))
            return body
        case 2:
            headers["content-encoding"] = "gzip"
            whole = gzip.compress(body, 1)
            return whole[: chance.randrange(len(whole))]
        case 3:
            headers["content-type"] = "application/x-www-form-urlencoded"
            return b"data=" + b64encode(body)
        case 4 if chance.random() < 0.02:
            headers["content-encoding"] = "gzip"
            return gzip.compress(bytes(60_000_000), 1)
        case 5 if chance.random() < 0.02:
            return b'{"batch":[{"type":"track","userId":"u","event":"' + b"x" * LONG + b'"}]}'
    return body


async def ask(desk: Desk, method: str, path: str, query: bytes, headers: dict[str, str], body: bytes) -> int:
    """The status of the desk's answer."""
    statuses: list[int] = []
    scope: Any = {
        "type": "http", "method": method, "path": path, "query_string": query,
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
    }  # fmt: skip

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await desk(scope, receive, send)
    return statuses[0]


async def _nobody(_: object, __: object, send: Any) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})


async def fuzz(workspace: Workspace, inputs: int, seed: int) -> dict[str, object]:
    """Sends all of them, one after the other."""
    chance, key = random.Random(seed), Keys(workspace.data).create("fuzz", 1)
    desk = Desk(Served(workspace), COLLECT_ROUTES, _nobody)
    fitting = [route for route in COLLECT_ROUTES if route.path in FITTING]
    statuses: Counter[int] = Counter()
    faults: list[str] = []
    begun, slowest = time.monotonic(), 0.0
    for _ in range(inputs):
        route = chance.choice(COLLECT_ROUTES if chance.randrange(3) == 0 else fitting)
        headers = {
            "content-type": chance.choice(KINDS),
            "authorization": f"Basic {b64encode(f'{key}:'.encode()).decode()}",
        }
        body = packed(chance, body_of(chance, key, route.path), headers)
        headers["content-length"] = str(len(body))
        path = route.path.replace("{key}", key).replace("{kind}", "track")
        started = time.monotonic()
        status = await ask(desk, chance.choice(route.methods), path, f"writeKey={key}&_=1".encode(), headers, body)
        slowest = max(slowest, time.monotonic() - started)
        statuses[status] += 1
        if status >= 500:
            faults.append(f"{status} {path} {body[:300]!r}")
    return {
        "inputs": inputs,
        "statuses": {str(status): count for status, count in sorted(statuses.items())},
        "faults": faults[:10],
        "slowest_s": round(slowest, 2),
        "seconds": round(time.monotonic() - begun),
    }


def read_back(workspace: Workspace) -> dict[str, int]:
    """How many events were kept, and how many of them cannot be told."""
    kept = unreadable = 0
    for arrival in accepted(workspace):
        kept += 1
        event = arrival.event
        try:
            said = [event.message_id, event.customer, event.name, event.properties, arrival.ids, arrival.raw]
            json.loads(msgspec.json.encode(said))
            for time_told in (event.time, arrival.original, arrival.sent, arrival.received):
                show_instant(time_told or 0)
            unreadable += None in event.properties.values()
        except (ValueError, OverflowError):
            unreadable += 1
    return {"kept": kept, "unreadable": unreadable, "set_aside": workspace.log.counts()["set_aside"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="as it is always printed")
    given = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        found = asyncio.run(fuzz(workspace, given.inputs, given.seed)) | read_back(workspace)
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
