"""``repetition``: report a word that stands right behind itself."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.checks.base import Check
from paralint.checks.expressions import Expression
from paralint.findings import Edit, Finding, Span
from paralint.ruleset.kinds.repetition import RepetitionSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document

_MAKING = frozenset({"make", "makes", "made", "making"})


class RepetitionCheck(Check):
    """Compares each token with the one before it, in one pass over type ids."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, RepetitionSpec)
        self.spec = spec
        self.token = Expression(rf"\A(?:{'|'.join(spec.tokens)})\Z", ignorecase=spec.ignorecase, trusted=rule.trusted)
        self.exceptions = frozenset(spec.exceptions)

    def run(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        keys = [word.lower if self.spec.ignorecase else word.form for word in tokens.types]
        row = [keys[kind] for kind in tokens.ids]
        sentences = frozenset(tokens.sentences)
        run = 0
        doubles: dict[str, bool] = {}
        for index in range(1, len(row)):
            if row[index] != row[index - 1] or index in sentences:
                run = 0
                continue
            run += 1
            if run > self.spec.max and self._counts(document, index, doubles):
                yield self._report(document, index)

    def _counts(self, document: Document, index: int, doubles: dict[str, bool]) -> bool:
        word = document.tokens.word(index)
        if word.lower in self.exceptions or (self.spec.alpha and not word.form.isalpha()):
            return False
        before = document.tokens.word(index - 1)
        if len(word.form) == 1 and word.capital and before.capital:
            return False  # initials: Ms M M Sotho
        if document.lowers[max(0, index - 3) : index - 1] and not _MAKING.isdisjoint(
            document.lowers[max(0, index - 3) : index - 1]
        ):
            return False  # "what makes a human human"
        if before.upper and len(word.form) > 1 and word.capital and not word.upper:
            return False  # a kicker in capitals: SHOPS Shops will close
        if word.capital and document.tokens.word(index - 1).capital:
            if word.lower not in doubles:
                doubles[word.lower] = self._is_double_name(document, word.lower)
            if doubles[word.lower]:
                return False
        if word.capital and self._thrice(document, index):
            return False
        return self.in_scope(document, index) and self.token.found_in(word.form)

    def _thrice(self, document: Document, index: int) -> bool:
        """Whether the word stands three times in a row, as in a title: "Girls Girls Girls"."""
        ids = document.tokens.ids
        return ids[index] == ids[index - 1] and ids[index] in (*ids[index - 2 : index - 1], *ids[index + 1 : index + 2])

    def _is_double_name(self, document: Document, lower: str) -> bool:
        """Whether the document has the pair again, as it has a name that is made of one word twice: "Ammar Ammar"."""
        tokens = document.tokens
        places = frozenset([place for kind in document.by_lower[lower] for place in document.places[kind]])
        pairs = [place for place in places if place - 1 in places and places.isdisjoint((place - 2, place + 1))]
        return sum(tokens.word(place - 1).capital for place in pairs) > 1

    def _report(self, document: Document, index: int) -> Finding:
        tokens = document.tokens
        span = tokens.span(index - 1, index + 1)
        values = {"match": document.quote(span), "word": tokens.word(index).form}
        if self.rule.replacement is not None:
            # Keep the first of the two, so that a capital at the start of a sentence stays.
            return self.finding(span, values, edits=(Edit(Span(tokens.ends[index - 1], tokens.ends[index]), ""),))
        return self.finding(span, values)
