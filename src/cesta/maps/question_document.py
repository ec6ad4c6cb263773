"""A question that was saved: what it is called, which analysis it asks for, and with which parameters."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from ruamel.yaml import YAML

from cesta.journeys.common import PARAMS, read_common, zone_of
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Registry
from cesta.model.errors import CestaError
from cesta.model.shape import Complaint, Text, guess, list_of, record, slug, step, text, version, word
from cesta.store.bin import document_path
from cesta.store.documents import Document, parse_document, read_text
from cesta.store.workspace import Workspace

NO_WRAP = 1_000_000
UNKEPT = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
Key = TypeVar("Key")
Fails = Callable[[Mapping[str, object]], CestaError | None]


def _params(value: object, pointer: str) -> Iterator[Complaint]:
    if not isinstance(value, Mapping):
        yield Complaint("bad_value", f'"params" is a mapping, not {value!r}.', None, pointer)


QUESTION = record(
    {"cesta": version("question"), "id": slug, "title": text, "analysis": word},
    {"params": _params, "description": text, "owner": word, "tags": list_of(word), "notes": text},
)


def read_question(workspace: Workspace, name: str) -> Document:
    """The document of a saved question. Raises unknown_question, bad_yaml."""
    path = document_path(workspace, "question", name)
    return parse_document(read_text(path), path.relative_to(workspace.root))


def asked(workspace: Workspace | None, question: Mapping[str, object]) -> Mapping[str, object]:
    """A question that names a saved one, as a whole; its own `params` take the place of those saved.

    Raises unknown_question, bad_yaml, and bad_question with the line when the document is not a question's.
    """
    name = question.get("question")
    if name is None:
        return question
    if question.get("analysis") is not None or not isinstance(name, str):
        raise CestaError("bad_value", '"question" is the name of a saved question.', "Leave analysis out beside it.")
    if workspace is None:
        raise CestaError("unknown_question", f'There is no question "{name}".', "Without a workspace, none is saved.")
    source = read_question(workspace, name)
    for complaint in QUESTION(source.data, ""):
        where = f"{source.path.as_posix()}:{source.line_of(complaint.pointer)}"
        raise CestaError("bad_question", f"{where}: {complaint.message}", complaint.hint)
    own = {} if question.get("params") is None else question["params"]
    if not isinstance(own, Mapping):
        raise CestaError("bad_value", '"params" must be an object.', None)
    rest = {part: value for part, value in question.items() if part not in ("question", "params")}
    return {**rest, "analysis": source.data["analysis"], "params": {**(source.data.get("params") or {}), **own}}


def written(name: str, title: Text, question: Mapping[str, object]) -> str:
    """The document of a question. Raises bad_question when it is more than an analysis and its parameters."""
    if question.get("events") is not None:
        message = "A saved question asks the workspace; this one brings its own events."
        raise CestaError("bad_question", message, "Leave events out.")
    document = {"cesta": "question/1", "id": name, "title": title, "analysis": question.get("analysis")}
    if question.get("params"):
        document["params"] = question["params"]
    text = _shown(document)
    return text if _read_back(text) == document else _shown_strictly(document)


def _shown(document: Mapping[str, object]) -> str:
    yaml = YAML(typ="rt")
    yaml.width = NO_WRAP
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def _shown_strictly(document: Mapping[str, object]) -> str:
    """Each field as JSON, which YAML can read: for texts with signs that the usual form does not keep."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in document.items())
    return UNKEPT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", "".join(lines))


def _read_back(text: str) -> object:
    try:
        return parse_document(text, Path("question.yaml")).data
    except CestaError:
        return None


def check_question(source: Document, registry: Registry, segments: Collection[str]) -> Iterator[Complaint]:
    """What is wrong with a saved question, without asking it."""
    wrong = list(QUESTION(source.data, ""))
    yield from wrong
    if wrong:
        return
    name, params = source.data["analysis"], source.data.get("params") or {}
    if source.data["id"] != source.path.stem:
        message = f'The file is called "{source.path.stem}", the question "{source.data["id"]}".'
        yield Complaint("bad_value", message, "A question goes by the name of its file.", "/id", "warning")
    if name not in registry:
        yield Complaint("unknown_analysis", f'There is no analysis "{name}".', guess(name, registry), "/analysis")
        return
    yield from _check_params(registry[name], params)
    segment = params.get("segment")
    if isinstance(segment, str) and segment not in segments:
        message = f'There is no segment "{segment}".'
        yield Complaint("unknown_segment", message, guess(segment, segments), "/params/segment")


def _check_params(analysis: Analysis, params: Mapping[str, object]) -> Iterator[Complaint]:
    known = PARAMS | analysis.params
    unknown = [name for name in params if name not in known]
    missing = [name for name in sorted(analysis.required) if params.get(name) is None]
    for name in unknown:
        message = f'There is no parameter "{name}" here.'
        yield Complaint("unknown_param", message, guess(name, sorted(known)), step("/params", name))
    for name in missing:
        yield Complaint("missing_param", f'The parameter "{name}" is required.', None, "/params")
    if unknown or missing:
        return

    def fails(given: Mapping[str, object]) -> CestaError | None:
        try:
            whole = Given(given, zone_of(given, "UTC"))
            read_common(whole)
            analysis.plan(whole)
        except CestaError as error:
            return error
        return None

    error = fails(params)
    if error is not None:
        yield Complaint(error.code, error.message, error.hint, culprit(params, error, fails))


def culprit(params: Mapping[str, object], error: CestaError, fails: Fails) -> str:
    """Where the mistake stands: at the parameter, or the item of its list, without which it is not made."""
    changed = {
        name: fails({other: value for other, value in params.items() if other != name}) for name in params
    }  # fmt: skip
    name = _without_it(changed, error)
    if name is None:
        return "/params"
    items = params[name]
    if not isinstance(items, list):
        return step("/params", name)
    left = {place: fails({**params, name: items[:place] + items[place + 1 :]}) for place in range(len(items))}
    place = _without_it(left, error)
    return step("/params", name) if place is None else f"{step('/params', name)}/{place}"


def _without_it(changed: Mapping[Key, CestaError | None], error: CestaError) -> Key | None:
    """What to leave out so that nothing is wrong any more, else so that something else is."""
    for key, other in changed.items():
        if other is None:
            return key
    return next((key for key, other in changed.items() if other is not None and other.message != error.message), None)
