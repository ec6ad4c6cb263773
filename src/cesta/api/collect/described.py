"""The addresses of the front door in the interface's description: what each takes, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cesta.api.collect.bodies import ANSWERED, SENT, TEXT, Schema, named
from cesta.api.collect.route import Route

JSON, FORM, GIF, SCRIPT = "application/json", "application/x-www-form-urlencoded", "image/gif", "text/javascript"
PAGE = "text/html"
KEYS: Mapping[str, Schema] = {
    "keyAsUser": {"type": "http", "scheme": "basic", "description": "The write key as the user, with no password."},
    "keyInHeader": {"type": "apiKey", "in": "header", "name": "X-Write-Key"},
    "keyInAddress": {"type": "apiKey", "in": "query", "name": "writeKey"},
}
"""How a request may show its write key, beside the places that each protocol has for it in the body."""
TAG = "collection"
REFUSALS = {
    "Unreadable": ("400", "It cannot be read; sending it again would not help."),
    "NoKey": ("401", "There is no write key, or none that is known."),
    "TooLarge": ("413", "The body is too large."),
    "Busy": ("429", "Too much waits: send it again after `Retry-After` seconds."),
    "Full": ("507", "The disk is full: send it again later."),
}
"""Answers to what was not taken, by their names in the document."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What one address takes. body: the shape that is posted; asked: what the address itself may say.

    gives: the kind of the answer; form: whether JSON may come in a form's field `data`; events: whether it takes any.
    """

    what: str
    body: str | None = None
    asked: tuple[str, ...] = ()
    gives: str = JSON
    form: bool = False
    events: bool = True


SEGMENT_BATCH = Takes("Take many messages of Segment's protocol", "SegmentBatch")
SEGMENT_ONE = Takes("Take one message of Segment's protocol", "SegmentMessage")
PIXEL = Takes(
    "Take one message that stands in the address, answered with a clear point",
    asked=("data", "event", "userId", "anonymousId", "name", "messageId", "timestamp"),
    gives=GIF,
)
POSTHOG = Takes("Take events of PostHog's protocol", "PosthogEvent", ("data", "compression"), form=True)
MIXPANEL = Takes("Take events of Mixpanel's protocol", "MixpanelEvents", ("data",), form=True)
AMPLITUDE = Takes("Take events of Amplitude's protocol", "AmplitudeBatch")
FLAGS = Takes("Say that there are no flags", "PosthogEvent", events=False)
TAKES: Mapping[str, Takes] = {
    r"/v1/(batch|b|import)|/beacon/v1/batch|/v1/shop/visits|/v1/surveys/answers": SEGMENT_BATCH,
    r"/v1/(track|page|identify|group|alias|screen|t|p|i|g|a|s)|/api/s/(s2s/)?\{kind\}": SEGMENT_ONE,
    r"/pixel/v1/\w+|/v1/pixel/\w+": PIXEL,
    r"/v1/projects/\{key\}/settings": Takes("Tell a page of Segment's client where to send", events=False),
    r"/sourceConfig": Takes("Tell a page of RudderStack's client that its source is there", asked=("writeKey",),
                            events=False),
    r"/e|/i/v0/e|/capture": POSTHOG,
    r"/batch": Takes("Take a batch of PostHog's or Amplitude's protocol", "PosthogBatch", ("data",), form=True),
    r"/s": Takes("Take a recording of PostHog's protocol", "PosthogEvent", ("data", "compression"), form=True),
    r"/track|/engage": Takes("Take events of Mixpanel's or PostHog's protocol", "MixpanelEvents", ("data",), form=True),
    r"/groups|/import": MIXPANEL,
    r"/array/\{key\}/config": Takes("Tell a page of PostHog's client what to record", events=False),
    r"/flags|/decide": FLAGS,
    r"/2/httpapi": AMPLITUDE,
    r"/com\.snowplowanalytics\.snowplow/tp2": Takes("Take a list of Snowplow's protocol", "SnowplowList"),
    r"/i": Takes("Take one event of Snowplow's protocol that stands in the address",
                 asked=("e", "eid", "aid", "uid", "duid", "dtm", "url", "page", "refr"), gives=GIF),
    r"/cesta\.js": Takes("Give the script that a page includes", gives=SCRIPT, events=False),
    r"/check-in": Takes("Give the page on which a visitor of a shop checks in", gives=PAGE, events=False),
    r"/tally": Takes("Give the page on which staff of a shop count", gives=PAGE, events=False),
    r"/tally-kept\.js": Takes("Give the script that opens the tally without a connection", gives=SCRIPT, events=False),
    r"/counter/\{name\}": Takes("Give a part of these pages", gives=SCRIPT, events=False),
    r"/cesta-survey\.js": Takes("Give the script that shows surveys", gives=SCRIPT, events=False),
    r"/s/\{survey\}": Takes("Give the page of a survey's link", gives=PAGE, events=False),
    r"/v1/surveys": Takes("Tell a page which surveys it may show", asked=("writeKey", "userId", "anonymousId"),
                          events=False),
    r"/v1/surveys/\{survey\}": Takes("Tell the page of a link its survey", asked=("writeKey",), events=False),
    r"/v1/shop": Takes("Tell these pages what the workspace wants on them", events=False),
}  # fmt: skip
"""By the pattern of their addresses."""


def described(routes: Iterable[Route]) -> dict[str, dict[str, object]]:
    """These addresses as paths of an OpenAPI document. Raises KeyError for one that nothing is said of."""
    return {route.path: {method.lower(): _operation(route, method) for method in route.methods} for route in routes}


def shapes() -> dict[str, Schema]:
    """The shapes that the paths refer to."""
    return {**SENT, **ANSWERED}


def refusals() -> dict[str, Schema]:
    """The answers that the paths refer to."""
    content = {JSON: {"schema": named("Refused")}}
    return {name: {"description": text, "content": content} for name, (_, text) in REFUSALS.items()}


def takes(path: str) -> Takes:
    """What this address takes. Raises KeyError."""
    for pattern, found in TAKES.items():
        if re.fullmatch(pattern, path):
            return found
    raise KeyError(path)


def _operation(route: Route, method: str) -> dict[str, object]:
    about = takes(route.path)
    words = "".join(part.title() for part in re.findall(r"\w+", route.path))
    operation: dict[str, object] = {
        "operationId": f"Collect{method.title()}{words}",
        "summary": about.what,
        "description": f"{about.what}.",
        "tags": [TAG],
        "parameters": [*_places(route.path), *(_asked(about) if method == "GET" else ())],
        "responses": {"200": _answer(about), **(_refused(route.busy) if about.events else {})},
    }
    if about.events:
        operation["security"] = [{name: []} for name in KEYS]
    if method == "POST" and about.body is not None:
        operation["requestBody"] = {"required": True, "content": _content(about.body, about.form)}
    return operation


def _places(path: str) -> list[dict[str, object]]:
    names = re.findall(r"\{(\w+)\}", path)
    return [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]


def _asked(about: Takes) -> list[dict[str, object]]:
    return [{"name": name, "in": "query", "required": False, "schema": TEXT} for name in about.asked]


def _content(body: str, form: bool) -> dict[str, object]:
    content: dict[str, object] = {JSON: {"schema": named(body)}}
    if form:
        content[FORM] = {"schema": named("DataForm")}
    return content


def _answer(about: Takes) -> dict[str, object]:
    shape = TEXT if about.gives != JSON else named("Taken") if about.events else {"type": "object"}
    said = "Everything is on the disk." if about.events else "As its client expects it."
    return {"description": said, "content": {about.gives: {"schema": shape}}}


def _refused(busy: int) -> dict[str, object]:
    statuses = {name: str(busy) if name == "Busy" else status for name, (status, _) in REFUSALS.items()}
    return {status: {"$ref": f"#/components/responses/{name}"} for name, status in statuses.items()}
