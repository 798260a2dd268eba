"""The words that a language model finds odd, beside the findings of the rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from paralint.checks.base import shorten
from paralint.engine.filters import in_order, is_damaged
from paralint.engine.language_model.errors import LanguageModelError
from paralint.engine.language_model.model_file import find_model
from paralint.engine.language_model.rules import OddRule
from paralint.engine.notices import SPEECHLESS
from paralint.engine.opinions import Opinion, with_opinions
from paralint.engine.prose import Place, Prose, prose
from paralint.engine.score import FAMILIES
from paralint.findings import Finding
from paralint.text import lazy
from paralint.text.blocks import OBJECT
from paralint.text.document import Document
from paralint.values import NamedTuple

if TYPE_CHECKING:
    from paralint.engine.language_model.judge import Judge, Judged

_LONGEST = 3  # words of one finding
_CORE = lazy.pattern(r"\w(?:.*\w)?")  # of a word, without what surrounds it
_LETTER = lazy.pattern(r"[^\W\d_]")
_AGREEMENT = "a language model finds this odd, too"
_PASSAGES = ("DUP", "DOC", "RDB", "PLT")
"""Families that speak of passages or of the whole: what they say of a place says nothing of its words."""


class Layer:
    """Lets a language model read documents and joins what it finds to the findings of the rules."""

    def __init__(self, rules: Sequence[OddRule], model: str, names: Collection[str] = (), *, alone: bool) -> None:
        """
        Args:
            rules: the ODD codes that are reported.
            model: the setting: which model.
            names: names that are right as they are.
            alone: whether no rules run beside the layer that could tell whether a document is damaged.
        """
        self._rules = {rule.sort: rule for rule in rules}
        self._model = model
        self._known = frozenset(word.casefold() for name in names for word in name.split())
        self._alone = alone

    def join(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Return ``findings`` and the model's, sorted; or ``findings`` and a notice that says why it was skipped.
        Never raises for what is wrong with a model."""
        try:
            groups = self._odd(_loaded(self._model), document, findings)
        except (LanguageModelError, MemoryError) as error:
            reason = str(error) or "out of memory"
            return in_order([*findings, SPEECHLESS.finding(f"the language model was skipped: {reason}")])
        return with_opinions(findings, [self._opinion(document, group) for group in groups])

    def _odd(self, judge: Judge, document: Document, findings: Sequence[Finding]) -> list[list[_Odd]]:
        """Return the words to report: the doubtful ones only where a document is damaged, as of a patient rule."""
        passages = [Place(block, 0, len(block.text)) for block in document.blocks if _LETTER.search(block.text)]
        if not passages:
            return []
        read = prose(passages)
        # Where something stands that is no prose, the model reads a letter, as in "between X and Y".
        judged = judge.judge(read.text.replace(OBJECT, "X"))
        odds = [word.odds for word in judged]
        odd = [
            told
            for number, word in enumerate(judged)
            if word.odds >= judge.doubtful and (told := self._told(read, number, word)) is not None
        ]
        groups = list(_groups(odd, odds))
        ours = [finding for finding in findings if finding.code[:3] in FAMILIES]
        if is_damaged(document, groups if self._alone else ours):
            return groups
        return list(_groups([word for word in odd if word.odds >= judge.sure], odds))

    def _told(self, read: Prose, number: int, word: Judged) -> _Odd | None:
        """Return a word as it is told, or None if it is not: figures, marks, names that are right as they are."""
        rule = self._rules.get(word.sort)
        core = _CORE.search(read.text, word.first, word.last)
        if rule is None or core is None or not _LETTER.search(core[0]):
            return None
        if rule.sort == "name" and core[0].removesuffix("’s").removesuffix("'s").casefold() in self._known:
            return None
        place = read.locate(core.start(), core.end())
        return None if place is None else _Odd(number, place, word.odds, rule)

    def _opinion(self, document: Document, group: Sequence[_Odd]) -> Opinion:
        rule = max(group, key=lambda word: word.odds).rule
        first, last = group[0].place, group[-1].place
        span = Place(first.block, first.first, last.last).span
        message = f"'{shorten(document.quote(span))}' does not fit what stands around it"
        finding = Finding(rule.code, rule.name, span, message, rule.severity, rule.confidence)
        return Opinion(finding, _AGREEMENT, _speaks_of_words)


class _Odd(NamedTuple):
    """A word that is told, the ``number``-th of its text."""

    number: int
    place: Place
    odds: float
    rule: OddRule


def _groups(words: Sequence[_Odd], odds: Sequence[float]) -> Iterator[list[_Odd]]:
    """Yield the words that are odder than their neighbours, each with up to two of these that are odd, too.

    Args:
        words: the odd ones, in order.
        odds: of all words of the text, by number.
    """
    left = {word.number: word for word in words}
    for peak in sorted(words, key=lambda word: -word.odds):
        near = odds[max(peak.number - 1, 0) : peak.number + 2]
        if peak.number not in left or peak.odds < max(near):
            continue
        group = [left.pop(peak.number)]
        while len(group) < _LONGEST:
            beside = [left.get(group[0].number - 1), left.get(group[-1].number + 1)]
            fitting = [word for word in beside if word is not None and word.place.block is peak.place.block]
            if not fitting:
                break
            group.append(left.pop(max(fitting, key=lambda word: word.odds).number))
            group.sort(key=lambda word: word.number)
        yield group


def _speaks_of_words(family: str) -> bool:
    return family not in _PASSAGES


def _loaded(model: str) -> Judge:
    """Return the judge of a model, loaded at most once in a process.

    Raises:
        LanguageModelError: if it cannot be loaded.
    """
    judge = _judge(model)
    if isinstance(judge, str):
        raise LanguageModelError(judge)
    return judge


@cache
def _judge(model: str) -> Judge | str:
    """Return the judge of a model, or why there is none."""
    try:
        path = find_model(model)
        from paralint.engine.language_model.judge import Judge

        return Judge(path)
    except ImportError as error:
        return f"the package {error.name} is not installed: pip install 'paralint[lm]'"
    except LanguageModelError as error:
        return str(error)
    except MemoryError:
        return "its weights do not fit into the memory"
