"""cesta.yaml: the file that makes a folder a workspace, read with line numbers and "did you mean"."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cesta.model.errors import CestaError, nearest
from cesta.store.documents import Document, read_document
from cesta.store.settings import SETTINGS, resolve

FILE = "cesta.yaml"
FORMAT = 1

TEMPLATE = """\
# This folder is a Cesta workspace. `cesta config` prints every setting there is and where its value comes from.
format: {format}

name: {name}
# Days, weeks and months are cut in this zone; times without a zone are read in it.
timezone: {timezone}
currency: {currency}
languages: [{languages}]
"""


def read_manifest(root: Path) -> Document:
    """The checked cesta.yaml of a workspace; any mistake in it is an error that names the line."""
    path = root / FILE
    if not path.is_file():
        raise CestaError(
            "no_workspace", f"{root} is not a workspace: it has no {FILE}.", f"Make one with: cesta init {root}"
        )
    document = read_document(path)
    if not isinstance(document.data, Mapping):
        raise CestaError("bad_settings", f"{path}:1: this is not a list of settings.", f"Begin with: format: {FORMAT}")
    _check_format(document)
    _check_names(document)
    _check_values(document)
    return document


def _check_format(document: Document) -> None:
    written = document.data.get("format")
    where = f"{document.path}:{document.line_of('/format')}"
    if isinstance(written, bool) or not isinstance(written, int) or written < 1:
        raise CestaError("bad_settings", f"{where}: format is {written!r}.", f"This Cesta writes: format: {FORMAT}")
    if written > FORMAT:
        raise CestaError(
            "newer_format",
            f"{where}: this workspace is of format {written}; this Cesta knows formats up to {FORMAT}.",
            "Open it with a newer Cesta. Nothing was changed.",
        )


def _check_names(document: Document) -> None:
    known = ["format", *(setting.name for setting in SETTINGS)]
    for name in document.data:
        if name not in known:
            close = nearest(name, known)
            guess = f'Did you mean "{close}"? ' if close else ""
            raise CestaError(
                "unknown_setting",
                f'{document.path}:{document.line_of(f"/{name}")}: there is no setting "{name}".',
                f"{guess}Known: {', '.join(known)}.",
            )


def _check_values(document: Document) -> None:
    for name, value in document.data.items():
        if name != "format":
            try:
                resolve({name: value}, {}, {})
            except CestaError as error:
                where = f"{document.path}:{document.line_of(f'/{name}')}"
                raise CestaError(error.code, f"{where}: {error.message}", error.hint) from None
