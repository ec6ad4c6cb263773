"""A map in CJML 2.0, the language of the Customer Journey Modelling project: phases, touchpoints, ratings; and back.

Its schema has no home for rules, barriers, measures or translations. A desired map, like any map, is a planned journey.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.parsers import expat

from cesta.exchange.sheet import Sheet
from cesta.exchange.skeleton import Builder, mood_from, own_id
from cesta.model.errors import CestaError

USER, PROVIDER = "endUser", "serviceProvider"


def write_cjml(sheet: Sheet) -> bytes:
    """The planned journey; ratings are moods of −2 … +2."""
    data, root = sheet.data, ET.Element("CJML", version="2.0")
    journey = ET.SubElement(root, "plannedJourney")
    _add(journey, "journeyID", data["id"])
    _add(journey, "journeyTitle", sheet.said(data["title"]))
    phases = ET.SubElement(journey, "journeyPhases")
    for stage in data["stages"]:
        phase = ET.SubElement(phases, "journeyPhase", phaseID=stage["id"])
        _add(phase, "phaseName", sheet.said(stage["name"]))
        _add(phase, "phaseDescription", sheet.said(stage.get("customer_goal")))
    _add(journey, "journeyShortSummary", sheet.said(data.get("scenario")))
    _add(journey, "journeyLongSummary", sheet.said(data.get("notes")))
    _add(journey, "journeyStatus", data.get("status", ""))
    actors = ET.SubElement(journey, "actors")
    user = ET.SubElement(actors, USER, actorID=data.get("persona", "customer"))
    _add(user, "actorName", sheet.view.persona.name if sheet.view.persona else "")
    provider = ET.SubElement(actors, PROVIDER, actorID="provider")
    _add(provider, "companyName", data.get("owner", ""))
    stops = ET.SubElement(journey, "touchpoints")
    for stage in data["stages"]:
        for stop in stage.get("touchpoints", []):
            _touchpoint(sheet, stops, stage["id"], stop)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _touchpoint(sheet: Sheet, stops: ET.Element, stage: str, data: dict[str, Any]) -> None:
    mood = data.get("emotion", {}).get("assumed")
    stop = ET.SubElement(stops, "plannedCommunicationPoint" if "channel" in data else "plannedAction")
    _add(stop, "touchpointID", data["id"])
    ET.SubElement(stop, "belongsTo", phaseIDref=stage)
    initiator = ET.SubElement(stop, "initiator")
    ET.SubElement(initiator, "refersTo", actorIDref=sheet.data.get("persona", "customer"))
    _add(initiator, "initiatorLabel", sheet.said(data["name"]))
    if "channel" in data:
        _add(ET.SubElement(stop, "channel"), "channelName", data["channel"])
    _add(stop, "comment", sheet.said(data.get("thinks")))
    if mood is not None:
        _add(ET.SubElement(stop, "touchpointExperience"), "experienceRating", str(mood))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    if text:
        ET.SubElement(parent, tag).text = "".join(letter for letter in text if letter.isprintable() or letter == "\n")


def read_cjml(content: bytes, name: str) -> dict[str, Any]:
    """The first journey of a file, planned or actual. Raises bad_file."""
    root = parse_xml(content, name)
    journey = next((each for tag in ("plannedJourney", "actualJourney") for each in root.iter(tag)), None)
    if journey is None:
        raise CestaError("bad_file", f"{name} holds no journey of CJML.", "Look for plannedJourney or actualJourney.")
    builder, stages = Builder(), {}
    for phase in journey.iter("journeyPhase"):
        given = phase.get("phaseID", "")
        goal = _text(phase, "phaseDescription")
        stages[given] = builder.stage(_text(phase, "phaseName") or given, given or None, customer_goal=goal)
    for stop in journey.find("touchpoints") or ():
        ref = stop.find("belongsTo")
        place = ref.get("phaseIDref", "") if ref is not None else ""
        if place not in stages:
            stages[place] = builder.stage(place or "Journey", place or None)
        _read_stop(builder, stages[place], stop)
    title = _text(journey, "journeyTitle")
    provider = journey.find(f".//{PROVIDER}")
    persona = next((each.get("actorID") for each in journey.iter(USER)), None)
    builder.data = {
        "status": _text(journey, "journeyStatus"),
        "owner": _text(provider, "companyName") if provider is not None else "",
        "persona": None if persona == "customer" else persona,
        "scenario": _text(journey, "journeyShortSummary"),
        "notes": _text(journey, "journeyLongSummary"),
    }
    return builder.map(_text(journey, "journeyID") or own_id(name), title)


def _read_stop(builder: Builder, stage: dict[str, Any], stop: ET.Element) -> None:
    mood = mood_from(_text(stop, ".//experienceRating"))
    name = (
        _text(stop, "initiator/initiatorLabel") or _text(stop, "receiver/receiverLabel") or _text(stop, "touchpointID")
    )
    whole = None if mood is None else int(mood) if mood == int(mood) else mood
    builder.touchpoint(
        stage,
        name,
        _text(stop, "touchpointID") or None,
        channel=_text(stop, "channel/channelName"),
        thinks=_text(stop, "comment"),
        emotion=None if whole is None else {"assumed": whole},
    )


def _text(parent: ET.Element, path: str) -> str:
    return (parent.findtext(path) or "").strip()


def parse_xml(content: bytes, name: str) -> ET.Element:
    """The root, with no namespaces. Raises bad_file."""
    with plain_xml(content, name):
        root = ET.fromstring(content)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


@contextmanager
def plain_xml(content: bytes, name: str) -> Iterator[None]:
    """Raises bad_file for what is no XML; a file that declares entities is not read."""
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
        raise CestaError("bad_file", f"{name} declares entities, which are not read.", "Save it without a DOCTYPE.")
    try:
        yield
    except (ET.ParseError, expat.ExpatError, ValueError) as error:
        raise CestaError("bad_file", f"{name} is no XML: {error}.", "Is it whole?") from error
