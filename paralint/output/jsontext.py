"""JSON text that every reader can take."""

from __future__ import annotations

import json
from typing import Any

from paralint.text import lazy

# JSON allows these bare, but a lone surrogate has no UTF-8, and the others end lines or steer terminals.
_FRAGILE = lazy.pattern("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_text(value: Any, indent: int | None = None) -> str:
    """Return ``value`` as JSON, keys in their order, characters beyond ASCII as they are."""
    text = _ENCODER.encode(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():  # as most are, and sooner seen than by the expression
        return text
    return _FRAGILE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
