"""XES event logs (IEEE 1849): each event a row with what its trace says beside it; read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from cesta.ingest.files.source import Source
from cesta.ingest.files.staged import Note
from cesta.ingest.readers.contract import MOST_ROWS, Batch, Place, Reader, Row
from cesta.model.errors import CestaError

BLOCK = 1 << 20
DEEPEST = 64
TYPED = {"string", "date", "int", "float", "boolean", "id", "list", "container"}
CASE = "case:"
NAME = "concept:name"
TRUE = {"true": True, "false": False, "1": True, "0": False}


def read_xes(place: Place, _cursor: str | None = None) -> Iterator[Batch]:
    """The events of an XES file, also a compressed one. Raises no_file, empty_file, bad_file."""
    path = Path(place.where)
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    source, log = Source(path), _Log(path.name)
    came = False
    for block in source.blocks(BLOCK):
        log.feed(block)
        while len(log.rows) >= MOST_ROWS or (log.broken and log.rows):
            came = True
            yield Batch("", log.rows[:MOST_ROWS])
            del log.rows[:MOST_ROWS]
        if log.broken:
            break
    else:
        log.feed(b"", last=True)
    why = source.broken or log.broken
    if why and not came and not log.rows:
        raise CestaError("bad_file", f"{path.name} cannot be read as XES: {why}", "Is it whole, and an event log?")
    notes = (Note("cut_short", f"{why} The events before that place were read."),) if why else ()
    if log.rows or notes:
        yield Batch("", log.rows, notes=notes)


class _Log:
    """What has been parsed so far. `rows`: events of traces that are over."""

    def __init__(self, name: str) -> None:
        self.name, self.rows, self.broken = name, list[Row](), ""
        self._open: list[tuple[str, str | None]] = []
        self._traces = 0
        self._case: dict[str, object] = {}
        self._events: list[dict[str, object]] = []
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, block: bytes, last: bool = False) -> None:
        if self.broken:
            return
        try:
            self._parser.Parse(block, last)
        except expat.ExpatError as error:
            self.broken = f"The XML breaks off or is damaged ({error})."
            self._close_trace()

    def _refuse(self, *_: object) -> None:
        raise CestaError(
            "bad_file",
            f"{self.name} declares entities of its own, as no event log does.",
            "It may be an attack: no row was read.",
        )

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if not self._open and tag != "log":
            raise CestaError(
                "bad_file", f"{self.name} is no XES: it begins with <{tag}>.", "An event log begins with <log>."
            )
        if len(self._open) >= DEEPEST:
            raise CestaError("bad_file", f"{self.name} is nested too deeply.", "It may be damaged.")
        if tag == "trace":
            self._traces += 1
            self._case = {}
        elif tag == "event":
            self._events.append({})
        elif tag in TYPED:
            self._take(tag, given)
        self._open.append((tag, given.get("key")))

    def _take(self, tag: str, given: dict[str, str]) -> None:
        """An attribute goes to the event or trace it stands in; one within another is called by both."""
        owner = next(
            (
                place
                for place in range(len(self._open) - 1, -1, -1)
                if self._open[place][0] in ("event", "trace", "global", "log")
            ),
            0,
        )
        holder = self._open[owner][0] if self._open else "log"
        key = ".".join(name for name in (*(key for _, key in self._open[owner + 1 :]), given.get("key")) if name)
        if holder not in ("event", "trace") or tag in ("list", "container") or not key:
            return
        held = self._events[-1] if holder == "event" else self._case
        value = _value(tag, given.get("value", ""))
        while key in held:
            key += "+"
        held[key] = value

    def _end(self, _tag: str) -> None:
        tag, _ = self._open.pop()
        if tag == "trace":
            self._close_trace()
        elif tag == "event" and not any(name == "trace" for name, _ in self._open):
            self.rows += self._events
            self._events = []

    def _close_trace(self) -> None:
        case = {f"{CASE}{key}": value for key, value in self._case.items()}
        case.setdefault(CASE + NAME, f"trace {self._traces}")
        self.rows += [{**case, **event} for event in self._events]
        self._events = []


def _value(tag: str, text: str) -> object:
    """The value as its tag says; a text that is none of that kind stays text.

    >>> _value("int", "12"), _value("float", "1.5"), _value("boolean", "true"), _value("int", "many")
    (12, 1.5, True, 'many')
    """
    try:
        match tag:
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "boolean":
                return TRUE.get(text.strip().casefold(), text)
    except ValueError:
        return text
    return text


def _looks(head: bytes) -> bool:
    return b"<log" in head and (b"xes" in head.lower() or b"<trace" in head)


READER = Reader("xes", read_xes, (".xes",), looks=_looks)
