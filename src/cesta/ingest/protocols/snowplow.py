"""What Snowplow's trackers send: short names of fields, by POST as a list or in the address of a pixel."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping

from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.protocols.messages import Receipt, Said, first, heard
from cesta.ingest.protocols.posted import Heard, Posted

KINDS = {"pv": "page_view", "pp": "page_ping", "tr": "transaction", "ti": "transaction_item"}
NAMES = {
    "aid": "app_id",
    "p": "platform",
    "tna": "name_tracker",
    "tv": "v_tracker",
    "url": "page_url",
    "page": "page_title",
    "refr": "page_referrer",
    "lang": "br_lang",
    "tz": "os_timezone",
    "res": "dvce_screen",
    "se_ca": "se_category",
    "se_ac": "se_action",
    "se_la": "se_label",
    "se_pr": "se_property",
    "se_va": "se_value",
}
"""A tracker's short names, and how Snowplow's own tables write them; any other stays as it is."""
LIFTED = frozenset({"e", "eid", "dtm", "stm", "ttm", "uid", "ue_pr", "ue_px", "co", "cx"})
"""Fields that the arrival says elsewhere."""
PACKED = {"ue_px": "ue_pr", "cx": "co"}


def snowplow(posted: Posted) -> Heard:
    """A POST, whose `data` is the list of events; or one event alone, as it stands in the address of a GET."""
    return heard(posted, "snowplow", "data", read)


def read(given: Mapping[str, object], receipt: Receipt) -> Said:
    """One event: a page view, a structured event (by its action), or one that describes itself (by its schema)."""
    kind = given.get("e")
    name, said = told(given)
    ids = {"user_id": given.get("uid"), "anonymous_id": given.get("duid"), "session_id": given.get("sid")}
    # A tracker that names nobody is a new visitor with each event, as to a collector that sets no cookie.
    customer = first(*(given.get(each) for each in ("uid", "duid", "tnuid", "nuid", "sid", "eid")))
    time = receipt.moment("dtm", first(given.get("ttm"), given.get("dtm")))
    return Said(_type(kind, name), name, customer, given.get("eid"), time, said, ids)


def told(given: Mapping[str, object]) -> tuple[object, dict[str, object]]:
    """The name of an event and what it says, unpacked. Raises NotUnderstood."""
    kind = given.get("e")
    said = {NAMES.get(name, name): value for name, value in given.items() if name not in LIFTED}
    contexts = _packed(given, "co", "cx")
    if contexts is not None:
        said["contexts"] = contexts.get("data", contexts) if isinstance(contexts, Mapping) else contexts
    if kind == "se":
        said["se_value"] = _number(said.get("se_value"))
        return given.get("se_ac"), said
    if kind == "ue":
        name, own = _self_described(_packed(given, "ue_pr", "ue_px"))
        return name, said | own
    return (KINDS.get(kind, kind) if isinstance(kind, str) else None), said


def _type(kind: object, name: object) -> str:
    if kind == "pv":
        return "page"
    if kind == "pp":
        return "ping"
    return "screen" if kind == "ue" and name == "screen_view" else "track"


def _self_described(given: object) -> tuple[str | None, dict[str, object]]:
    """The name and the properties of what a self-describing event describes.

    >>> _self_described({"data": {"schema": "iglu:com.acme/sign_up/jsonschema/1-0-0", "data": {"plan": "x"}}})[0]
    'sign_up'
    """
    inner = given.get("data") if isinstance(given, Mapping) else None
    if not isinstance(inner, Mapping):
        return None, {}
    schema, data = inner.get("schema"), inner.get("data")
    path = schema.removeprefix("iglu:").split("/") if isinstance(schema, str) else []
    own = data if isinstance(data, Mapping) else {"data": data}
    return (path[1] if len(path) > 1 else None), {**own, "schema": schema}


def _packed(given: Mapping[str, object], plain: str, packed: str) -> object:
    """A JSON document that a field holds as text, or as base64. Raises NotUnderstood."""
    field = plain if given.get(plain) else packed
    text = given.get(field)
    if not isinstance(text, str) or not text:
        return None
    try:
        if field == packed:
            text = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
        return json.loads(text)
    except (binascii.Error, ValueError, RecursionError) as error:
        raise NotUnderstood("bad_json", field, given.get(field), f"{field} holds no JSON.") from error


def _number(value: object) -> object:
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value
