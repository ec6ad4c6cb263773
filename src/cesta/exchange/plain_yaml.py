"""A map as the YAML it is kept in, made to stand alone when it extends another."""

from __future__ import annotations

from typing import Any

from cesta.exchange.carried import document_in
from cesta.exchange.sheet import Sheet
from cesta.model.errors import CestaError


def write_yaml(sheet: Sheet) -> bytes:
    return sheet.text.encode()


def read_yaml(content: bytes, name: str) -> Any:
    """A map of ours, or one of Enablement Map Studio. Raises bad_yaml, bad_file."""
    try:
        data = document_in(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise CestaError("bad_yaml", f"{name} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from error
    if isinstance(data, dict) and data.get("kind") == "cjm":
        from cesta.exchange.ems import read_ems

        return read_ems(content, name)
    return data
