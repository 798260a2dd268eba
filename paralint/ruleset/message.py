"""Message templates: ``'{match}' looks like a damaged '{major}'``, checked when the rule is loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from paralint.text import lazy
from paralint.values import NamedTuple

_FIELD = lazy.pattern(r"\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}|[{}]")

FORMS = ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "singular", "plural", "indefinite")
"""The forms of a word that a template may ask for."""


class TemplateError(ValueError):
    """A template has a stray brace."""


class Template(NamedTuple):
    """Text with ``{field}`` and ``{field:form}`` places; ``{{`` and ``}}`` are braces.

    ``form`` asks for a form of the field's word, as in ``{verb:VBD}``; who renders decides what forms there are.
    """

    source: str
    parts: tuple[str | tuple[str, str], ...]

    @classmethod
    def parse(cls, source: str) -> Template:
        """Raises:
        TemplateError: for a brace that opens or closes nothing.
        """
        parts: list[str | tuple[str, str]] = []
        last = 0
        for match in _FIELD.finditer(source):
            if match.start() > last:
                parts.append(source[last : match.start()])
            last = match.end()
            if match[0] in ("{{", "}}"):
                parts.append(match[0][0])
            elif match[1] is None or not match[1]:
                raise TemplateError(f"stray '{match[0]}' in '{source}': write '{{{{' or '}}}}' for a brace")
            else:
                parts.append((match[1], match[2] or ""))
        if last < len(source):
            parts.append(source[last:])
        return cls(source, tuple(parts))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(part[0] for part in self.parts if not isinstance(part, str))

    @property
    def forms(self) -> frozenset[str]:
        return frozenset(part[1] for part in self.parts if not isinstance(part, str) and part[1])

    def render(self, values: Mapping[str, str], form: Callable[[str, str], str] | None = None) -> str:
        """Fill the template. ``form(value, name)`` gives the form ``name`` of a value.

        Raises:
            KeyError: if a field has no value.
        """
        return "".join(
            part if isinstance(part, str) else form(values[part[0]], part[1]) if part[1] and form else values[part[0]]
            for part in self.parts
        )
