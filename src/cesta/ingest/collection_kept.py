"""Writes what a person chose into collection.yaml, whose comments and other rules stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cesta.ingest.collection import FILE, SHAPE, Account
from cesta.model.errors import CestaError
from cesta.store.disk import write_whole
from cesta.store.documents import Document, parse_document, read_document, written

HEAD = "# What arrives: own domains and accounts, channels, bots and tests. Edit it as you like.\ncesta: collection/1\n"


def keep_domains(root: Path, domains: Sequence[str]) -> None:
    """From now on these are the own domains. Raises bad_collection, bad_yaml."""
    _change(root, {"domains": [domain.strip().lower() for domain in domains if domain.strip()]})


def keep_accounts(root: Path, accounts: Sequence[Account]) -> None:
    """From now on these are the own accounts. Raises bad_collection, bad_yaml."""
    _change(root, {"accounts": [_shown(account) for account in accounts]})


def keep_counting(root: Path, bots: bool, tests: bool) -> None:
    """Whether bots and tests that come from now on count. Raises bad_collection, bad_yaml."""
    _change(root, {"bots": {"count": bots}, "tests": {"count": tests}})


def _shown(account: Account) -> dict[str, str]:
    shown = {"network": account.network, "account": account.account.strip(), "title": account.title.strip()}
    return {name: value for name, value in shown.items() if value}


def _change(root: Path, values: dict[str, Any]) -> None:
    path = root / FILE
    document = read_document(path) if path.is_file() else parse_document(HEAD, path)
    for name, value in values.items():
        if isinstance(value, dict) and isinstance(document.tree.get(name), dict):
            document.tree[name].update(value)
        else:
            document.tree[name] = value
    text = written(document.tree)
    _check(parse_document(text, path))
    write_whole(path, text)


def _check(document: Document) -> None:
    for complaint in SHAPE(document.data, ""):
        raise CestaError("bad_collection", f"{FILE}: {complaint.message}", complaint.hint)
