"""An alert as people write it: which number, when it is wrong, and whom to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cesta.model.errors import CestaError
from cesta.model.shape import (
    Complaint,
    Text,
    choice,
    list_of,
    number,
    record,
    slug,
    text,
    truth,
    version,
    without,
    word,
)
from cesta.notify.outgoing import is_address
from cesta.store.documents import Document, read_document
from cesta.store.workspace import Workspace

FOLDER = "alerts"
_NUMBER = number(-1e12, 1e12)
RULES = ("below", "above", "falls_by", "rises_by", "deepens_by", "unusual")


def _to(value: object, pointer: str) -> Iterator[Complaint]:
    """An e-mail address, or the name of a place; addresses of webhooks are secrets and stay out of documents."""
    if not isinstance(value, str) or not (is_address(value) or not any(slug(value, pointer))):
        hint = "An e-mail address, or a name that was given by: cesta alerts DIR --place NAME=ADDRESS"
        yield Complaint("bad_value", f"{value!r} is no place to send to.", hint, pointer)


ALERT = record(
    {"cesta": version("alert"), "id": slug, "name": text},
    {
        "measure": slug, "segment": slug, "map": slug, "cell": word, "below": _NUMBER, "above": _NUMBER,
        "falls_by": number(0, 1e6), "deepens_by": number(0, 4), "rises_by": number(0, 1e6),
        "unusual": choice("low", "high", "both"), "days": number(1, 366),
        "send": list_of(_to), "owner": word, "task": truth, "off": truth, "notes": text,
    },
)  # fmt: skip
"""Every field of alerts/<id>.yaml: docs/guide/alerts.md."""


@dataclass(frozen=True, slots=True)
class Alert:
    """days: the period it looks at, up to now. cell: a pointer into the map, such as /stages/0/conversion."""

    id: str
    name: Text
    fields: Mapping[str, object]
    complaints: tuple[Complaint, ...]
    line: int

    def usable(self) -> None:
        """Raises bad_alert where the document cannot be used."""
        for complaint in self.complaints:
            raise CestaError("bad_alert", f"{self.id}.yaml:{self.line}: {complaint.message}", complaint.hint)

    def word(self, name: str) -> str | None:
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> float | None:
        value = self.fields.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    @property
    def days(self) -> int:
        return int(self.number("days") or 28)

    @property
    def to(self) -> tuple[str, ...]:
        value = self.fields.get("send")
        return tuple(map(str, value)) if isinstance(value, list) else ()


def as_alert(source: Document) -> Alert:
    """The alert in a document; what cannot be read is left out and complained about."""
    complaints = tuple(ALERT(source.data, ""))
    data = without(source.data, complaints)
    fields = data if isinstance(data, Mapping) else {}
    if not complaints:
        complaints = tuple(_lacking(fields))
    line = source.line_of(complaints[0].pointer) if complaints else 1
    return Alert(source.path.stem, fields.get("name") or source.path.stem, fields, complaints, line)


def alerts_of(workspace: Workspace, broken: list[CestaError]) -> list[Alert]:
    """Every alert by its file's name; a file that cannot be read goes to the `broken`."""
    found = []
    for path in sorted((workspace.root / FOLDER).glob("*.yaml")):
        try:
            found.append(as_alert(read_document(path)))
        except CestaError as error:
            broken.append(error)
    return found


def _lacking(fields: Mapping[str, object]) -> Iterator[Complaint]:
    of_kpi, of_map = fields.get("measure"), fields.get("map")
    if (of_kpi is None) == (of_map is None):
        yield Complaint("bad_value", "An alert is of a measure, or of a map and its cell.", None, "")
    if of_map is not None and fields.get("cell") is None:
        yield Complaint("missing_field", 'An alert of a map needs its "cell".', "Such as /stages/0/conversion.", "/map")
    if not any(fields.get(rule) is not None for rule in RULES):
        yield Complaint("missing_field", f"An alert needs one of: {', '.join(RULES)}.", None, "")
    if of_map is None and fields.get("deepens_by") is not None:
        hint = "Such as: map: buy, cell: valley."
        yield Complaint("bad_value", "Only the mood of a map deepens.", hint, "/deepens_by")
    if of_map is not None and fields.get("unusual") is not None:
        yield Complaint("bad_value", "A weekday's usual range is known of measures only.", None, "/unusual")
