"""Reading JSON bodies, with our own words when one cannot be read."""

from __future__ import annotations

import msgspec

from cesta.model.errors import CestaError


def json_object(body: bytes | str) -> dict[str, object]:
    """The JSON object in `body`.

    >>> json_object(b'{"analysis": "funnel"}')
    {'analysis': 'funnel'}
    """
    try:
        return msgspec.json.decode(body, type=dict[str, object])
    except RecursionError:
        raise CestaError("bad_json", "This JSON is nested too deeply.", "Is a bracket never closed?") from None
    except msgspec.DecodeError as error:
        raise CestaError(
            "bad_json", f"This is not a JSON object: {error}.", 'Expected {"analysis": …, "params": {…}}.'
        ) from error
