"""The words that a language model finds odd, beside the findings of the rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from paralint.checks.base import shorten
from paralint.data import DataError
from paralint.engine.filters import Damage, damage_of, in_order
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.rules import OddRule
from paralint.engine.notices import SPEECHLESS
from paralint.engine.opinions import Opinion, with_opinions
from paralint.engine.score import FAMILIES
from paralint.evidence.encoder.odds import likeliest
from paralint.evidence.grammar.odd_words import Limit, OddWords, odd_words, unspoken
from paralint.findings import Finding, Span
from paralint.text.document import Document

if TYPE_CHECKING:
    from paralint.engine.language_model.reading import Reader

LIMITS = {
    "grammar": Limit(0.0),
    "phrase": Limit(0.5),
    "name": Limit(0.5),
    "contradiction": Limit(0.0),
    "quote": Limit(0.5),
}
"""From which logarithm of odds on words are odd in a damaged document."""
_SURER = 3.5  # how much odder words have to be in any other
_SOUND = 0.12  # up to which probability of damage a word is sound
_AGREEMENT = "a language model finds this odd, too"
_PASSAGES = ("DUP", "DOC", "RDB", "PLT")
"""Families that speak of passages or of the whole: what they say of a place says nothing of its words."""


class Layer:
    """Lets a language model read documents and joins what it finds to the findings of the rules."""

    def __init__(
        self,
        rules: Sequence[OddRule],
        model: str,
        names: Collection[str] = (),
        doubted: Collection[str] = (),
        *,
        alone: bool,
    ) -> None:
        """
        Args:
            rules: the ODD codes that are reported.
            model: the setting: which model.
            names: names that are right as they are.
            doubted: the codes of rules that ask the encoder for its opinion: what they find is told only if the model
                does not take it for sound.
            alone: whether no rules run beside the layer that could tell whether a document is damaged.
        """
        self._rules = {rule.sort: rule for rule in rules}
        self._model = model
        self._known = frozenset(word.lower() for name in names for word in name.split())
        self._doubted = doubted
        self._alone = alone

    def join(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Return ``findings`` and the model's, sorted; or ``findings`` and a notice that says why it was skipped.
        Never raises for what is wrong with a model."""
        try:
            judged = _loaded(self._model).read(document)
        except (LanguageModelError, MemoryError) as error:
            reason = str(error) or "out of memory"
            return in_order([*findings, SPEECHLESS.finding(f"the language model was skipped: {reason}")])
        told = [
            finding
            for finding in findings
            if finding.code not in self._doubted or likeliest(document, judged.values(), finding.span) > _SOUND
        ]
        return with_opinions(told, [self._opinion(document, one) for one in self._odd(document, judged, findings)])

    def _odd(
        self, document: Document, judged: Mapping[str, Sequence[float]], findings: Sequence[Finding]
    ) -> list[OddWords]:
        """Return the words to report: the doubtful ones, and those of people who talk, only where a document is
        damaged."""
        limits = {sort: limit for sort, limit in LIMITS.items() if sort in self._rules}
        odd = [one for one in odd_words(document, judged, limits) if not self._is_known(document, one)]
        ours = [finding for finding in findings if finding.code[:3] in FAMILIES]
        if damage_of(document, odd if self._alone else ours) is Damage.MUCH:
            return odd
        return unspoken(document, (one for one in odd if one.over >= _SURER))

    def _is_known(self, document: Document, one: OddWords) -> bool:
        """Whether it is a name that is right as it is."""
        return one.sort == "name" and not self._known.isdisjoint(document.lowers[one.first : one.last + 1])

    def _opinion(self, document: Document, one: OddWords) -> Opinion:
        rule = self._rules[one.sort]
        span = Span(document.tokens.starts[one.first], document.tokens.ends[one.last])
        message = f"'{shorten(document.quote(span))}' does not fit what stands around it"
        finding = Finding(rule.code, rule.name, span, message, rule.severity, rule.confidence)
        return Opinion(finding, _AGREEMENT, _speaks_of_words)


def _speaks_of_words(family: str) -> bool:
    return family not in _PASSAGES


def _loaded(model: str) -> Reader:
    """Return the reader of a model, loaded at most once in a process.

    Raises:
        LanguageModelError: if it cannot be loaded.
    """
    reader = _reader(model)
    if isinstance(reader, str):
        raise LanguageModelError(reader)
    return reader


@cache
def _reader(model: str) -> Reader | str:
    """Return the reader of a model, or why there is none."""
    try:
        from paralint.engine.language_model.reading import Reader

        return Reader(model)
    except (LanguageModelError, DataError) as error:
        return str(error)
    except MemoryError:
        return "its weights do not fit into the memory"
