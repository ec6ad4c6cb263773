"""The log: one JSON object a line on stderr. Routes, never addresses: ids and query strings stay out of it."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

KEPT = ("method", "route", "status", "ms", "fault", "address")


class JsonLines(logging.Formatter):
    """A record as a line of JSON with the fields of KEPT."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "what": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in KEPT if hasattr(record, name)}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def start_log(level: str) -> None:
    """Send everything at `level` and above to stderr, as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").disabled = True
