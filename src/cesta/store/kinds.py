"""The kinds of document that people write, and the folder that each lies in."""

from __future__ import annotations

FOLDERS = {
    "map": "maps",
    "segment": "segments",
    "persona": "personas",
    "measure": "measures",
    "touchpoint": "touchpoints",
    "question": "questions",
    "mapping": "mappings",
    "trait": "traits",
    "survey": "surveys",
    "opportunity": "opportunities",
    "alert": "alerts",
    "hypothesis": "hypotheses",
}
KINDS = tuple(FOLDERS)
