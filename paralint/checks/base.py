"""What every check is: a rule made runnable."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping

from paralint.findings import Edit, Finding, Fix, Label, Span
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document

_LONGEST = 60  # characters of a place that a message quotes


def shorten(text: str) -> str:
    """Return a place's words as a message quotes them: on one line, and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


class Check(ABC):
    """Runs one rule over documents. Holds nothing but what it was compiled to.

    Attributes:
        rule: the rule.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @property
    def anchors(self) -> Anchors:
        """What a document must have for the check to find anything in it.

        The engine asks no other document about it, so rules cost next to nothing where their words do not stand.
        """
        return Anchors()

    @abstractmethod
    def run(self, document: Document) -> Iterator[Finding]:
        """Yield the findings of the rule in ``document``, in any order."""

    def run_some(self, document: Document, ways: Iterable[int]) -> Iterator[Finding]:
        """Yield the findings of those ways to find something whose windows open in ``document``.

        Args:
            document: the document.
            ways: the numbers of these windows among those of ``anchors``.
        """
        return self.run(document)

    def in_scope(self, document: Document, token: int) -> bool:
        """Whether the rule looks at the kind of block that ``token`` stands in."""
        scope = self.rule.scope
        return not scope or document.blocks[document.block_of(token)].kind in scope

    def finding(
        self,
        span: Span,
        values: Mapping[str, str],
        related: Iterable[Label] = (),
        edits: Iterable[Edit] | None = None,
    ) -> Finding:
        """Make a finding at ``span``.

        Args:
            span: what is reported.
            values: a value for each field of the rule's templates.
            related: the other places.
            edits: the fix; None lets the rule's own replacement, if it has one, take the place of ``span``.
        """
        rule = self.rule
        if edits is None and rule.replacement is not None:
            edits = (Edit(span, self.render_fix(values)),)
        return Finding(
            code=rule.code,
            name=rule.name,
            span=span,
            message=rule.message.render(values, self.inflect),
            severity=rule.severity,
            confidence=rule.confidence,
            related=tuple(related),
            fix=Fix(tuple(edits), rule.safety) if edits else None,
            url=rule.url,
        )

    def render_fix(self, values: Mapping[str, str]) -> str:
        """Return the rule's replacement, which it must have, for these values of its fields."""
        assert self.rule.replacement is not None
        return self.rule.replacement.render(values, self.inflect)

    def inflect(self, value: str, form: str) -> str:
        """Give the form ``form`` of a field's value: ``{verb:VBD}``, ``{noun:plural}``."""
        from paralint.text.morphology import inflect, plural, singular

        if form == "plural":
            return plural(value)
        if form == "singular":
            return singular(value)
        return inflect(value, form)
