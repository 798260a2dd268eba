"""Vale's ``repetition``: report a match that stands right behind an equal one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.checks.passages import chosen
from paralint.checks.vale import Searcher, ValeCheck, exceptions
from paralint.findings import Finding
from paralint.ruleset.kinds.repetition import RepetitionSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

_ANY_WORD = r"[^\s]+"


class ValeRepetitionCheck(ValeCheck):
    """Compares neighbouring matches of one regex, within a line."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, RepetitionSpec)
        self.spec = spec
        self.words_only = spec.tokens == (_ANY_WORD,)
        self.token = Searcher("|".join(spec.tokens), ignorecase=spec.ignorecase, multiline=False)
        self.exceptions = exceptions(rule, spec.exceptions)

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            for number, text in enumerate(passages.texts):
                if not within[number] or (self.words_only and not self._repeats(text)):
                    continue
                for start, end, word in self._found(text):
                    span = passages.locate(number, start, end)
                    yield self.report(span, text[start:end], (word,), {"match": text[start:end], "word": word})

    def _repeats(self, text: str) -> bool:
        """Whether any two words beside each other are equal: far cheaper than the regex, and rare."""
        words = (text.lower() if self.spec.ignorecase else text).split()
        return any(one == other for one, other in pairwise(words))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        spec = self.spec
        before, begin, count = "", 0, 0
        for match in self.token.matches(text):
            word = match[0].strip()
            equal = word.lower() == before.lower() if spec.ignorecase else word == before
            if equal and word and (not spec.alpha or word.isalpha()):
                count += 1
                whole = text[begin : match.end()]
                if (
                    count > spec.max
                    and "\n" not in whole
                    and not (self.exceptions is not None and self.exceptions.found_in(whole))
                ):
                    yield begin, match.end(), word
                    count = 0
            begin, before = match.start(), word
