"""What clients post, as schemas of the interface's description: enough to write a client of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Schema = Mapping[str, object]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
ANYTHING: Schema = {"type": "object", "additionalProperties": True}
MOMENT: Schema = {"type": "string", "examples": ["2026-03-02T09:12:00+01:00"]}
KINDS: Schema = {"type": "string", "enum": ["track", "page", "screen", "identify", "group", "alias"]}


def record(required: Sequence[str] = (), **fields: Schema) -> Schema:
    """An object with these fields, and whatever else a client adds."""
    shape: dict[str, object] = {"type": "object", "properties": fields, "additionalProperties": True}
    return shape | {"required": list(required)} if required else shape


def every(shape: str) -> Schema:
    """A list of at least one of this shape."""
    return {"type": "array", "items": named(shape), "minItems": 1}


def named(shape: str) -> Schema:
    """A reference to one of the shapes."""
    return {"$ref": f"#/components/schemas/{shape}"}


NAME: Schema = {"type": "string", "minLength": 1}
WHO: Schema = {"type": ["string", "null"], "minLength": 1}
"""An id: clients also say null where there is none."""


def one_of(first: str, second: str) -> Schema:
    """At least one of two ids must be there."""
    return {"anyOf": [{"required": [first]}, {"required": [second]}]}


SENT: Mapping[str, Schema] = {
    "SegmentMessage": {**one_of("userId", "anonymousId"), **record(
        userId=WHO, anonymousId=WHO, type=KINDS, event=NAME, name=TEXT, messageId=TEXT,
        timestamp=MOMENT, sentAt=MOMENT, properties=ANYTHING, traits=ANYTHING, context=ANYTHING, previousId=TEXT,
        groupId=TEXT, writeKey=TEXT,
    )},
    "SegmentBatch": record(
        ["batch"], batch=every("SegmentMessage"), sentAt=MOMENT, context=ANYTHING, integrations=ANYTHING, writeKey=TEXT
    ),
    "PosthogEvent": record(
        ["event"], event=NAME, distinct_id=WHO, uuid=TEXT, timestamp=MOMENT, properties=ANYTHING, api_key=TEXT,
        token=TEXT,
    ),
    "PosthogBatch": record(["batch"], batch=every("PosthogEvent"), sent_at=MOMENT, api_key=TEXT),
    "MixpanelEvent": record(["event", "properties"], event=NAME, properties=record(
        ["distinct_id"], distinct_id=WHO, token=TEXT, time=WHOLE, **{"$insert_id": TEXT}
    )),
    "DataForm": record(["data"], data=TEXT, verbose=TEXT, ip=TEXT),
    "MixpanelEvents": {"oneOf": [named("MixpanelEvent"), every("MixpanelEvent")]},
    "AmplitudeEvent": {**one_of("user_id", "device_id"), **record(
        ["event_type"], event_type=NAME, user_id=WHO, device_id=WHO, time=WHOLE, insert_id=TEXT,
        event_properties=ANYTHING, user_properties=ANYTHING,
    )},
    "AmplitudeBatch": record(["events"], api_key=TEXT, events=every("AmplitudeEvent")),
    "SnowplowEvent": record(
        ["e"],
        e={"type": "string", "enum": ["pv", "se", "ue", "tr", "ti", "pp"]}, eid=TEXT, aid=TEXT, uid=TEXT, duid=TEXT,
        dtm=TEXT, stm=TEXT, url=TEXT, page=TEXT, refr=TEXT, ue_px=TEXT, cx=TEXT,
    ),
    "SnowplowList": record(["data"], schema=TEXT, data=every("SnowplowEvent")),
}  # fmt: skip
"""The shapes by their names. What a message may say beside is kept with it."""
ANSWERED: Mapping[str, Schema] = {
    "Taken": record(["success"], success={"type": "boolean"}),
    "Refused": record(["code", "message"], code=TEXT, message=TEXT),
}
