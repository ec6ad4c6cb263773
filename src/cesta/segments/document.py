"""A segment as people write it: its name, and the rule that says who belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, choice, list_of, record, slug, text, version, without, word
from cesta.segments.rule import read_rule, rule_shape
from cesta.segments.tree import Rule
from cesta.store.documents import Document, parse_document

KINDS = ("behavioural", "choice_criteria", "need", "decision_stage", "rule", "discovered")
SEGMENT = record(
    {"cesta": version("segment"), "id": slug, "name": text, "rule": rule_shape},
    {"description": text, "kind": choice(*KINDS), "owner": word, "tags": list_of(word), "notes": text},
)


@dataclass(frozen=True, slots=True)
class SegmentDocument:
    """`complaints` are what the document gets wrong; with an error in the rule nobody can be counted."""

    source: Document
    complaints: tuple[Complaint, ...]
    id: str
    name: Text
    description: Text | None
    kind: str
    rule: Any

    def usable_rule(self) -> Rule:
        """The rule as a tree. Raises bad_segment with the line when it cannot be read."""
        for complaint in filter(self.spoils, self.complaints):
            line = self.source.line_of(complaint.pointer)
            raise CestaError("bad_segment", f"{self.source.path.name}:{line}: {complaint.message}", complaint.hint)
        return read_rule(self.rule)

    def spoils(self, complaint: Complaint) -> bool:
        """Is this about the rule? Then nobody can be counted."""
        return complaint.pointer.startswith("/rule") or (complaint.pointer == "" and '"rule"' in complaint.message)


def as_segment(source: Document) -> SegmentDocument:
    """The segment in a document. Raises bad_segment when it is no mapping at all."""
    complaints = tuple(SEGMENT(source.data, ""))
    data = without(source.data, complaints)
    if not isinstance(data, Mapping):
        raise CestaError("bad_segment", f"{source.path.name}:1: A segment is a mapping with id, name and rule.")
    name = source.path.stem
    return SegmentDocument(
        source=source,
        complaints=complaints,
        id=data.get("id") or name,
        name=data.get("name") or data.get("id") or name,
        description=data.get("description"),
        kind=data.get("kind") or "behavioural",
        rule=data.get("rule"),
    )


def parse(text_: str, path: Path = Path("segment.yaml")) -> SegmentDocument:
    """The segment in this text."""
    return as_segment(parse_document(text_, path))
