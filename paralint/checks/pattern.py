"""``pattern``: find sequences of tokens.

A pattern is tried only where its anchor stands: the required token with the fewest literal words. Whether a word type
fits a token spec is decided once per type and document; only tags, lemmas and white space are looked at per place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from paralint.checks.base import Check
from paralint.checks.expressions import Expression
from paralint.checks.substitution import cased
from paralint.findings import Edit, Finding
from paralint.ruleset.kinds.pattern import PatternSpec, TokenSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document
from paralint.text.words import TokenKind, WordType


class Run(NamedTuple):
    """The tokens that one item of a pattern matched; empty where an optional item matched none."""

    first: int
    last: int


class TokenTest:
    """A token spec made runnable."""

    def __init__(self, spec: TokenSpec, *, trusted: bool) -> None:
        self.spec = spec
        self.expressions = [
            Expression(rf"\A(?:{source})\Z", ignorecase=False, trusted=trusted) for source in spec.regex
        ]
        self.negated = [TokenTest(inner, trusted=trusted) for inner in spec.negated]
        self.alternatives = [TokenTest(inner, trusted=trusted) for inner in spec.alternatives]
        self.exact_tags = frozenset(tag for tag in spec.tag if not tag.endswith("*"))
        self.tag_prefixes = tuple(tag[:-1] for tag in spec.tag if tag.endswith("*"))
        self.placed = bool(spec.tag or spec.lemma or spec.space_before is not None or self.negated or self.alternatives)

    @property
    def words(self) -> frozenset[str] | None:
        """The lower-cased words, one of which every fitting token is; None if the spec names none."""
        spec = self.spec
        if spec.lower:
            return spec.lower
        if spec.text:
            return frozenset(text.lower().replace("’", "'") for text in spec.text)
        if spec.listed:
            return spec.listed
        if self.alternatives and all(inner.words is not None for inner in self.alternatives):
            return frozenset().union(*(inner.words or () for inner in self.alternatives))
        return None

    def fits_type(self, word: WordType) -> bool:
        """Whether a word type meets every condition that does not depend on its place."""
        spec = self.spec
        if spec.lower and word.lower not in spec.lower:
            return False
        if spec.text and word.form not in spec.text:
            return False
        if spec.like and word.kind not in spec.like:
            return False
        if spec.shape and not _has_shape(word, spec.shape):
            return False
        if self.expressions and not any(expression.found_in(word.lower) for expression in self.expressions):
            return False
        if spec.listed and word.lower not in spec.listed:
            return False
        return _fits_lexicon(word, spec)

    def fits_tag(self, tag: str) -> bool:
        return tag in self.exact_tags or (bool(self.tag_prefixes) and tag.startswith(self.tag_prefixes))


class Search:
    """One document under the patterns of one check: remembers which types fit which test."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self._fitting: dict[tuple[int, int], bool] = {}

    def fits(self, test: TokenTest, index: int) -> bool:
        kind = self.tokens.ids[index]
        key = (id(test), kind)
        fits = self._fitting.get(key)
        if fits is None:
            fits = self._fitting[key] = test.fits_type(self.tokens.types[kind])
        if not fits or not test.placed:
            return fits
        spec = test.spec
        if spec.space_before is not None and spec.space_before != self.document.spaced(index):
            return False
        if spec.quoted is not None and spec.quoted != self._quoted(index):
            return False
        if spec.elsewhere and not self._in_lower_case(kind):
            return False
        if spec.tag and not test.fits_tag(self.document.tags[index]):
            return False
        if spec.lemma and self.document.lemma(index) not in spec.lemma:
            return False
        if any(self.fits(inner, index) for inner in test.negated):
            return False
        return not test.alternatives or any(self.fits(inner, index) for inner in test.alternatives)

    def _quoted(self, index: int) -> bool:
        from paralint.evidence.quotations import quotations  # few patterns ask

        return bool(self.document.derive(quotations).inside[index])

    def _in_lower_case(self, kind: int) -> bool:
        types = self.tokens.types
        return any(types[other].form == types[kind].lower for other in self.document.by_lower[types[kind].lower])

    def match(self, tests: list[TokenTest], first: int, last: int, item: int = 0) -> list[Run] | None:
        """Match the tests from ``item`` on, beginning at the token ``first``, short of the token ``last``; greedy."""
        if item == len(tests):
            return []
        test = tests[item]
        spec = test.spec
        for skipped in range(spec.skip + 1):
            start = first + skipped
            if start > last:
                break
            count = 0
            while count < spec.most and start + count < last and self.fits(test, start + count):
                count += 1
            while count >= spec.least:
                rest = self.match(tests, start + count, last, item + 1)
                if rest is not None:
                    return [Run(start, start + count), *rest]
                count -= 1
        return None


class Sequence:
    """A sequence of token tests, and where in it to look first.

    Attributes:
        anchor: the required token with the fewest words, or the next best that can be looked up.
        nearest, farthest: how many tokens at least, and at most, stand between the beginning and the anchor.
    """

    def __init__(self, tokens: tuple[TokenSpec, ...], *, trusted: bool) -> None:
        self.tokens = tokens
        self.tests = [TokenTest(token, trusted=trusted) for token in tokens]
        self.anchor = min((index for index, token in enumerate(tokens) if token.least > 0), key=self._commonness)
        before = tokens[: self.anchor]
        self.nearest = sum(token.least for token in before)
        self.farthest = sum(token.most + token.skip for token in before) + tokens[self.anchor].skip
        self.longest = sum(token.most + token.skip for token in tokens)

    @property
    def words(self) -> frozenset[str] | None:
        return self.tests[self.anchor].words

    def _commonness(self, index: int) -> tuple[int, int, int]:
        """Order tokens by how often they will be met: few words, then a test of types, then of tags, then anything."""
        test = self.tests[index]
        if test.words is not None:
            return 0, len(test.words), index
        spec = test.spec
        return (1 if spec.regex or spec.sound or spec.like else 2 if spec.tag or spec.shape else 3), 0, index

    def starts(self, search: Search) -> set[int]:
        """Return where the sequence may begin: so far before each place of the anchor as its tokens allow."""
        document = search.document
        test = self.tests[self.anchor]
        places: list[int] = []
        if self.words is not None:
            for word in self.words:
                for kind in document.by_lower.get(word, ()):
                    places += document.places[kind]
        elif test.spec.tag and not test.spec.regex:
            for tag, tagged in document.tag_places.items():
                if test.fits_tag(tag):
                    places += tagged
        else:
            for kind, form in enumerate(document.tokens.types):
                if test.fits_type(form):
                    places += document.places[kind]
        starts: set[int] = set()
        for place in places:
            if search.fits(test, place):
                starts.update(range(max(0, place - self.farthest), place - self.nearest + 1))
        return starts


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


class PatternCheck(Check):
    """Runs the alternative sequences of one rule with its antipatterns."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, PatternSpec)
        self.spec = spec
        self.sequences = [Sequence(tokens, trusted=rule.trusted) for tokens in spec.patterns]
        self.unless = [Sequence(tokens, trusted=rule.trusted) for tokens in spec.unless]
        words = [sequence.words for sequence in self.sequences]
        if all(known is not None for known in words):
            self.words = frozenset().union(*(known for known in words if known is not None))

    def run(self, document: Document) -> Iterator[Finding]:
        search = Search(document)
        for sequence in self.sequences:
            yield from self._matches(search, sequence)

    def _matches(self, search: Search, sequence: Sequence) -> Iterator[Finding]:
        document = search.document
        bounds = document.tokens.sentences
        found_up_to = -1
        for start in sorted(sequence.starts(search)):
            if start < found_up_to:
                continue
            sentence = document.sentence_of(start)
            first, last = bounds[sentence], bounds[sentence + 1]
            if self.rule.scope and document.blocks[document.block_of(start)].kind not in self.rule.scope:
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
        silent = (TokenKind.PUNCTUATION, TokenKind.SYMBOL)
        if self.spec.start and any(word(index).kind not in silent for index in range(first, runs[0].first)):
            return False
        return not self.spec.end or all(word(index).kind in silent for index in range(runs[-1].last, last))

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
        """As the base class, but from any form of the word, and with ``{noun:indefinite}`` for "a noun" or "an noun"."""
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


def _has_shape(word: WordType, shape: str) -> bool:
    if shape == "upper":
        return word.upper
    return word.kind is TokenKind.WORD and word.capital == (shape == "capital")


def _fits_lexicon(word: WordType, spec: TokenSpec) -> bool:
    """Whether a word type meets the conditions that are looked up in the lexicon."""
    asked = spec.sound or spec.forms or spec.classes or spec.number or spec.countability or spec.known is not None
    if not asked:
        return True
    if word.kind not in (TokenKind.WORD, TokenKind.NUMBER):
        return False
    from paralint.text import morphology

    if spec.sound and morphology.vowel_sound(word.form) is not (spec.sound == "vowel"):
        return False
    if spec.forms and spec.forms.isdisjoint(morphology.verb_forms(word.lower)):
        return False
    if spec.classes and spec.classes.isdisjoint(morphology.word_classes(word.lower)):
        return False
    if spec.number and morphology.number(word.lower) != spec.number:
        return False
    if spec.countability and morphology.countability(morphology.singular(word.lower)) not in spec.countability:
        return False
    return spec.known is None or morphology.is_word(word.lower) == spec.known


def _disagree(one: str, other: str) -> bool:
    return {one, other} == {"singular", "plural"}
