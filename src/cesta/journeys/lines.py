"""Questions as lines of JSON: one line in, one line out, in order; a bad one never stops the others."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping

from cesta.model.errors import CestaError

Ask = Callable[[Mapping[str, object]], Mapping[str, object]]
_LOG = logging.getLogger(__name__)


def answer_lines(lines: Iterable[str], ask: Ask) -> Iterator[str]:
    """The answer to each line, as JSON text without line breaks.

    >>> list(answer_lines(["[1]"], lambda question: {}))[0][:30]
    '{"error": {"code": "bad_json",'
    """
    for line in lines:
        yield write(_one(line, ask))


def _one(line: str, ask: Ask) -> Mapping[str, object]:
    try:
        return ask(read_question(line))
    except CestaError as error:
        return error.as_document()
    except Exception:  # noqa: BLE001  (told and logged, never lost)
        # a fault of ours must not take the other lines with it; the log says where it happened
        _LOG.exception("A question could not be answered.")
        return CestaError("internal", "The question could not be answered.", "This is a fault of Cesta.").as_document()


def read_question(text: str) -> dict[str, object]:
    """The question in a text; anything but a JSON object is `bad_json`."""
    try:
        document = json.loads(text, parse_constant=_constant)
    except (ValueError, RecursionError) as problem:
        raise CestaError("bad_json", f"This is not JSON: {problem}.", "A question is one JSON object.") from problem
    if not isinstance(document, dict):
        raise CestaError("bad_json", "This is JSON, but no object.", "A question is one JSON object.")
    return document


def _constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON value")


def write(document: Mapping[str, object]) -> str:
    """JSON text that can always be encoded; never NaN."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # half a character, as "\\ud800" in the question, has no UTF-8 form
        return json.dumps(document, allow_nan=False)
    return text
