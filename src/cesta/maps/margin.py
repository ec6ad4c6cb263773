"""The remarks that people write between the parts of a YAML document, and how they stay where they belong.

The reader hangs everything that follows a value onto that value: the end of its line, but also the lines above the
next part. Those belong to the next part and must not go when this one goes.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

AFTER_KEY, AFTER_ITEM, ABOVE = 2, 0, 3


def lift(box: Any, key: Any) -> str:
    """Takes away, and gives, the lines that follow the value at this key: they are said of what comes after it."""
    owner, name = _last(box, key)
    token = _token(owner, name)
    if token is None:
        return ""
    line, _, rest = token.value.partition("\n")
    if not rest.strip():
        return ""
    _put(owner, name, f"{line}\n" if line.strip() else "")
    return rest


def lay(box: Any, key: Any, lines: str) -> None:
    """Puts lines behind the value at this key, after those that are there."""
    if not lines:
        return
    owner, name = _last(box, key)
    token = _token(owner, name)
    _put(owner, name, (token.value if token is not None else "\n") + lines)


def above(lines: str) -> tuple[str, str]:
    """Lines in two: what stands apart, and the remarks right above the next part, which move with it.

    >>> above("# a\\n\\n# b\\n# c\\n")
    ('# a\\n\\n', '# b\\n# c\\n')
    """
    rows = lines.splitlines(keepends=True)
    first = next((place for place in range(len(rows), 0, -1) if not rows[place - 1].strip()), 0)
    return "".join(rows[:first]), "".join(rows[first:])


def lay_first(box: Any, key: str, lines: str) -> None:
    """Puts lines above the first item of the list at this key, below those that are there."""
    items = box[key]
    mark = CommentMark(items.lc.col or 0)
    said = [CommentToken(f"{line.strip()}\n", mark, None) for line in lines.splitlines() if line.strip()]
    if said:
        hung = box.ca.items.setdefault(key, [None, None, None, None])
        hung[ABOVE] = [*(hung[ABOVE] or ()), *said]
        items.ca.comment = [None, hung[ABOVE]]


def empty(box: Any, key: str, lines: str) -> None:
    """Leaves a list without items, with the remarks that stood above its first one and these lines behind it."""
    hung = box.ca.items.pop(key, None) or [None, None, None, None]
    first = "".join(f"  {token.value}" for token in hung[ABOVE] or ())
    own = hung[AFTER_KEY].value if hung[AFTER_KEY] is not None else "\n"
    box[key] = CommentedSeq()
    if first or lines or own.strip():
        _put(box, key, own + first + lines)


def unhang(items: CommentedSeq, place: int) -> Any:
    """Takes the remark at the end of an item's own line, to be hung on again where the item goes."""
    return items.ca.items.pop(place, None)


def hang(items: CommentedSeq, place: int, remark: Any) -> None:
    """The other way round."""
    if remark is not None:
        items.ca.items[place] = remark


def _last(box: Any, key: Any) -> tuple[Any, Any]:
    """Where the reader hangs what follows this value: its innermost last part."""
    value = box[key]
    if isinstance(value, CommentedMap | CommentedSeq) and len(value) and not value.fa.flow_style():
        return _last(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    return box, key


def _slot(owner: Any) -> int:
    return AFTER_KEY if isinstance(owner, CommentedMap) else AFTER_ITEM


def _token(owner: Any, name: Any) -> CommentToken | None:
    hung = owner.ca.items.get(name)
    found = hung[_slot(owner)] if hung else None
    return found if isinstance(found, CommentToken) else None


def _put(owner: Any, name: Any, text: str) -> None:
    hung = owner.ca.items.setdefault(name, [None, None, None, None])
    before = hung[_slot(owner)]
    mark = before.start_mark if isinstance(before, CommentToken) else CommentMark(0)
    hung[_slot(owner)] = CommentToken(text, mark, None) if text else None
    if not any(hung):
        del owner.ca.items[name]
