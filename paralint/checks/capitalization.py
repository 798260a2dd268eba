"""``capitalization``: report passages, mostly headings, whose capitals do not follow a style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from paralint.checks.passages import chosen
from paralint.checks.vale import Searcher, ValeCheck, exceptions
from paralint.findings import Finding
from paralint.ruleset.kinds.capitalization import CapitalizationSpec
from paralint.ruleset.rule import Rule
from paralint.text import lazy
from paralint.text.document import Document

_WORD = r"(?:[^\W_]|\*)+[^\s]*"
_TITLE_WORD = lazy.pattern(r"[^\W_]+[^\s\-/]*")
_NUMBERED = lazy.pattern(r"\d+\.")
_SMALL = frozenset(
    (
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the", "to",
        "vs", "vs.", "via", "v", "v.",
    )
)  # fmt: skip
_PREPOSITIONS = frozenset(
    (
        "with", "from", "into", "during", "including", "until", "against", "among", "throughout", "despite", "towards",
        "upon", "concerning", "about", "over", "through", "before", "between", "after", "since", "without", "under",
        "within", "along", "following", "across", "beyond", "around", "down", "near", "above",
    )
)  # fmt: skip


class CapitalizationCheck(ValeCheck):
    """Compares the words of a passage with the words that it would have in the style.

    Sentence case and title case are Vale's: enough words, by the rule's threshold, must be right; exceptions and, in
    title case, words all in capitals always are.
    """

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, CapitalizationSpec)
        self.spec = spec
        self.exceptions = exceptions(rule, spec.exceptions)
        self.word = Searcher(f"{self.exceptions.source}|{_WORD}" if self.exceptions is not None else _WORD)
        # In a word an exception need not be whole: with "I" among them, "Introduction" keeps its capital, as in Vale.
        self.known = Searcher("|".join(spec.exceptions)) if spec.exceptions else None
        self.prefix = Searcher(spec.prefix) if spec.prefix else None
        self.pattern = None if spec.match.startswith("$") else Searcher(spec.match, multiline=False)

    def findings(self, document: Document) -> Iterator[Finding]:
        for passages, within in chosen(document, self.rule):
            for number, text in enumerate(passages.texts):
                if not within[number]:
                    continue
                expected = self._expected(text)
                if expected is None:
                    continue
                action = self.rule.vale.action if self.rule.vale is not None else None
                replaces = action is not None and action.name == "replace" and not action.params
                options = (expected,) if replaces and self.spec.match in ("$title", "$sentence") else None
                span = passages.locate(number, 0, len(text))
                observed = document.quote(span)
                yield self.report(
                    span, observed, (observed, expected), {"match": observed, "expected": expected}, options
                )

    def _expected(self, text: str) -> str | None:
        """Return the text in the rule's style, or None if it is in order."""
        match self.spec.match:
            case "$sentence":
                expected = self._in_style(text, self._sentence_case)
                return None if self._agrees(text, expected, capitals=False) else expected
            case "$title":
                expected = self._in_style(text, self._title_case)
                return None if self._agrees(text, expected, capitals=True) else expected
            case "$lower":
                expected, right = text.lower(), text == text.lower()
            case "$upper":
                expected, right = text.upper(), text == text.upper()
            case _:
                assert self.pattern is not None
                expected, right = self.spec.match, self.pattern.found_in(text)
        return None if right or self._excepted(text) else expected

    def _excepted(self, text: str) -> bool:
        return self.exceptions is not None and self.exceptions.found_in(text)

    def _agrees(self, text: str, expected: str, *, capitals: bool) -> bool:
        wanted = [match[0] for match in self.word.matches(expected)]
        words = [match[0] for match in self.word.matches(text)]
        right = 0
        for index, word in enumerate(words):
            if index >= len(wanted) or word == wanted[index] or self._excepted(word):
                right += 1
            elif capitals:
                right += word == word.upper()
            elif index == 0 and word != word.lower().title():
                return False
        return not words or right / len(words) >= self.spec.threshold

    def _in_style(self, text: str, style: Callable[[str], str]) -> str:
        if self.prefix is not None:
            found = next(self.prefix.matches(text), None)
            if found is not None and found.start() == 0:
                return str(found[0]) + style(text[found.end() :])
        return style(text)

    def _sentence_case(self, text: str) -> str:
        words = [match[0] for match in self.word.matches(text)]
        made = []
        for index, word in enumerate(words):
            if self._known(word):
                made.append(word)
            elif index == 0 or self._begins_anew(words[index - 1], index - 1):
                made.append(_capital(word.lower()))
            else:
                made.append(word.lower())
        return " ".join(made)

    def _begins_anew(self, before: str, index: int) -> bool:
        """Whether the word behind ``before`` begins anew: behind an indicator, and behind the number of a heading."""
        if any(len(before) > len(one) and before.endswith(one) for one in self.spec.indicators):
            return True
        return index == 0 and _NUMBERED.search(before) is not None

    def _known(self, word: str) -> bool:
        return self.known is not None and self.known.found_in(word)

    def _title_case(self, text: str) -> str:
        small = _SMALL | _PREPOSITIONS if self.spec.style == "Chicago" else _SMALL

        def cased(match: re.Match[str]) -> str:
            word, start, end = match[0], match.start(), match.end()
            if self._known(word):
                return word
            inside = start > 0 and end < len(text)
            before, behind = text[max(0, start - 2) : start], text[end : end + 1]
            if (
                inside
                and word.lower() in small
                and before[-1:] in (" ", "-", "/")
                and before[:1] not in (":", "-")
                and (behind != "-" or before[-1:] == "-")
            ):
                return word.lower()
            return _capital(word)

        return _TITLE_WORD.sub(cased, text)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
