"""``pattern``: find sequences of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from paralint.checks.base import Check
from paralint.checks.search import SILENT, Run, Search
from paralint.checks.sequences import Sequence, SharedTests
from paralint.checks.substitution import cased
from paralint.findings import Edit, Finding
from paralint.ruleset.kinds.pattern import PatternSpec, TokenSpec
from paralint.ruleset.rule import Anchors, Rule
from paralint.text.document import Document

_NUMBER_OF_TAG = {"NN": "singular", "NNS": "plural", "NNPS": "plural", "VBZ": "singular", "VBP": "plural"}
_NUMBER_OF_WORD = {
    **dict.fromkeys(("a", "an", "this", "that", "each", "every", "another", "one", "either", "neither"), "singular"),
    **dict.fromkeys(("he", "she", "it", "was", "is", "has", "does", "'s"), "singular"),
    **dict.fromkeys(
        ("these", "those", "many", "several", "both", "few", "various", "numerous", "we", "they"), "plural"
    ),
    **dict.fromkeys(("were", "are", "have", "do", "'re", "'ve"), "plural"),
}


class Captures:
    """What a match captured, as ``where`` and ``agree`` ask for it (see ``ruleset.where.Captured``)."""

    def __init__(self, document: Document, tokens: tuple[TokenSpec, ...], runs: list[Run]) -> None:
        self._document = document
        self._runs = {str(index): run for index, run in enumerate(runs)}
        self._runs.update((token.name, run) for token, run in zip(tokens, runs, strict=True) if token.name)

    def _last(self, name: str) -> int | None:
        """The last token of a capture, which is the head of an English noun phrase or verb group."""
        run = self._runs.get(name)
        return run.last - 1 if run is not None and run.last > run.first else None

    def text(self, name: str) -> str:
        run = self._runs.get(name)
        if run is None or run.last == run.first:
            return ""
        return self._document.quote(self._document.tokens.span(*run))

    def lower(self, name: str) -> str:
        return self.text(name).lower().replace("’", "'")

    def lemma(self, name: str) -> str:
        last = self._last(name)
        return "" if last is None else self._document.lemma(last)

    def tag(self, name: str) -> str:
        last = self._last(name)
        return "" if last is None else self._document.tags[last]

    def number(self, name: str) -> str:
        last = self._last(name)
        if last is None:
            return "unknown"
        word = self._document.tokens.word(last)
        if word.lower in _NUMBER_OF_WORD:
            return _NUMBER_OF_WORD[word.lower]
        tag = self._document.tags[last]
        if tag in ("NN", "NNS"):
            from paralint.text.morphology import number

            by_form = number(word.lower)
            return by_form if by_form != "unknown" else _NUMBER_OF_TAG[tag]
        return _NUMBER_OF_TAG.get(tag, "unknown")

    def length(self, name: str) -> int:
        run = self._runs.get(name)
        return 0 if run is None else run.last - run.first

    def distance(self, one: str, other: str) -> int:
        first, second = self._runs.get(one), self._runs.get(other)
        if first is None or second is None:
            return 0
        return max(second.first - first.last, first.first - second.last, 0)

    def edits(self, one: str, other: str) -> int:
        from rapidfuzz.distance import Levenshtein

        return Levenshtein.distance(self.lower(one), self.lower(other))


def _tagged(document: Document) -> Search:
    return Search(document)


def _untagged(document: Document) -> Search:
    return Search(document, tagged=False)


class PatternCheck(Check):
    """Runs the alternative sequences of one rule with its antipatterns."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, PatternSpec)
        self.spec = spec
        self._tests = SharedTests(trusted=rule.trusted)
        self._made: dict[int, Sequence] = {}

    @property
    def anchors(self) -> Anchors:
        return Anchors(windows=tuple([sequence.window for sequence in self.sequences]))

    @property
    def sequences(self) -> list[Sequence]:
        """The alternative sequences; most runs need a few of them."""
        return list(map(self._sequence, range(len(self.spec.patterns))))

    def _sequence(self, way: int) -> Sequence:
        made = self._made.get(way)
        if made is None:
            made = self._made[way] = Sequence(self.spec.patterns[way], self._tests)
        return made

    @cached_property
    def unless(self) -> list[Sequence]:
        """The antipatterns."""
        return [Sequence(tokens, self._tests) for tokens in self.spec.unless]

    def run(self, document: Document) -> Iterator[Finding]:
        return self.run_some(document, range(len(self.spec.patterns)))

    def run_some(self, document: Document, ways: Iterable[int]) -> Iterator[Finding]:
        search = document.derive(_tagged if "tags" in self.spec.needs else _untagged)
        for way in ways:
            yield from self._matches(search, self._sequence(way))

    def _matches(self, search: Search, sequence: Sequence) -> Iterator[Finding]:
        document = search.document
        bounds = document.tokens.sentences
        found_up_to = -1
        for start in search.places(sequence):
            if start < found_up_to:
                continue
            sentence = document.sentence_of(start)
            first, last = bounds[sentence], bounds[sentence + 1]
            if not self.in_scope(document, start):
                continue
            runs = search.match(sequence.tests, start, last)
            if runs is None or not self._at_edges(document, runs, first, last):
                continue
            marked = _marked(runs, sequence.tokens)
            if any(_overlaps(search, pattern, marked, first, last) for pattern in self.unless):
                continue
            if not self._conditions_hold(document, sequence, runs):
                continue
            found_up_to = max(marked.last, start + 1)
            yield self._report(document, sequence, runs, marked)

    def _conditions_hold(self, document: Document, sequence: Sequence, runs: list[Run]) -> bool:
        spec = self.spec
        if not spec.agree and spec.where is None:
            return True
        captures = Captures(document, sequence.tokens, runs)
        if spec.agree and not any(_disagree(captures.number(one), captures.number(other)) for one, other in spec.agree):
            return False
        return spec.where is None or spec.where.holds(captures)

    def _at_edges(self, document: Document, runs: list[Run], first: int, last: int) -> bool:
        """Whether the match begins and ends where the sentence does, quotation marks and full stops apart."""
        word = document.tokens.word
        if self.spec.start and any(word(index).kind not in SILENT for index in range(first, runs[0].first)):
            return False
        return not self.spec.end or all(word(index).kind in SILENT for index in range(runs[-1].last, last))

    def _report(self, document: Document, sequence: Sequence, runs: list[Run], marked: Run) -> Finding:
        values = dict.fromkeys(self.spec.fields, "")
        values["match"] = document.quote(document.tokens.span(*marked))
        for index, (run, token) in enumerate(zip(runs, sequence.tokens, strict=True)):
            text = document.quote(document.tokens.span(*run)) if run.last > run.first else ""
            values[str(index)] = text
            if token.name:
                values[token.name] = text
        span = document.tokens.span(*marked)
        if self.rule.replacement is None:
            return self.finding(span, values)
        # What is put in place of the first word of a sentence keeps its capital.
        return self.finding(span, values, edits=(Edit(span, cased(values["match"], self.render_fix(values))),))

    def inflect(self, value: str, form: str) -> str:
        """As the base class, but from any form of the word, and with ``{noun:indefinite}`` for "a noun", "an item"."""
        from paralint.text.morphology import lemma, match_case, verb_forms, vowel_sound

        if form == "indefinite":
            return f"{'an' if vowel_sound(value) else 'a'} {value}"
        if form.startswith("VB"):
            forms = verb_forms(value)
            tag = next((tag for tag in ("VB", "VBZ", "VBD", "VBN", "VBG") if tag in forms), "VB")
            return match_case(value, super().inflect(lemma(value, tag), form))
        return super().inflect(value, form)


def _marked(runs: list[Run], tokens: tuple[TokenSpec, ...]) -> Run:
    """Return the tokens to report: from the first marked one to the last, or all that matched."""
    marked = [run for run, token in zip(runs, tokens, strict=True) if token.mark and run.last > run.first]
    marked = marked or [run for run in runs if run.last > run.first]
    return Run(marked[0].first, marked[-1].last)


def _overlaps(search: Search, pattern: Sequence, marked: Run, first: int, last: int) -> bool:
    """Whether ``pattern`` matches somewhere in the sentence such that it takes in a reported token."""
    for start in range(max(first, marked.first - pattern.longest), marked.last):
        runs = search.match(pattern.tests, start, last)
        if runs and runs[-1].last > marked.first:
            return True
    return False


def _disagree(one: str, other: str) -> bool:
    return {one, other} == {"singular", "plural"}
