"""The kinds of document that people write; each lies in the folder named after it."""

from __future__ import annotations

KINDS = ("map", "segment", "persona", "measure", "touchpoint", "question", "mapping", "trait", "survey")
