"""``pattern``: find sequences of tokens.

A pattern is tried only where its anchor stands: of the tokens that it requires the one that the document has least
often, with the fixed tokens beside it. What a token spec asks of a word and its tag is decided once for each reading
(distinct pair of word type and tag) of a document; only white space and quotations are looked at per place.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from paralint.checks.base import Check
from paralint.checks.substitution import cased
from paralint.findings import Edit, Finding
from paralint.ruleset.kinds.pattern import PatternSpec, TokenSpec
from paralint.ruleset.rule import Rule
from paralint.text.document import Document, Readings
from paralint.text.words import TokenKind, WordType

SILENT = (TokenKind.PUNCTUATION, TokenKind.SYMBOL)  # may stand outside the words of a sentence


_MANY = math.inf
_FEW = 5  # places of a token behind the beginning that are cheaper to look at than to match


class Run(NamedTuple):
    """The tokens that one item of a pattern matched; empty where an optional item matched none."""

    first: int
    last: int


class TokenTest:
    """A token spec made runnable.

    Attributes:
        spec: the spec.
        negated, alternatives: the tests of the specs inside it.
        tag_only, lower_only: whether a reading fits by its tag alone, or by its word in lower case alone.
        placed: whether some of its conditions depend on where the token stands, so that ``fits`` does not decide alone.
    """

    def __init__(self, spec: TokenSpec, *, trusted: bool) -> None:
        self.spec = spec
        self._trusted = trusted
        self.negated = [TokenTest(inner, trusted=trusted) for inner in spec.negated]
        self.alternatives = [TokenTest(inner, trusted=trusted) for inner in spec.alternatives]
        more = spec.lemma or spec.negated or spec.alternatives
        self.tag_only = bool(spec.tag) and not more and _asked(spec) == 0
        self.lower_only = bool(spec.lower) and not more and not spec.tag and _asked(spec) == 1
        self._exact_tags = frozenset(tag for tag in spec.tag if not tag.endswith("*"))
        self._tag_prefixes = tuple(tag[:-1] for tag in spec.tag if tag.endswith("*"))
        self.placed: bool = (
            spec.space_before is not None
            or spec.quoted is not None
            or spec.first is not None
            or bool(spec.elsewhere)
            or any(inner.placed for inner in (*self.negated, *self.alternatives))
        )

    @cached_property
    def words(self) -> frozenset[str] | None:
        """The lower-cased words, one of which every fitting token is; None if the spec names none."""
        return _words(self.spec)

    @cached_property
    def _conditions(self) -> list[Callable[[WordType], object]]:
        return list(_conditions(self.spec, self._trusted))

    def fits(self, word: WordType, tag: str) -> bool:
        """Whether a word with a tag meets every condition that does not depend on where it stands."""
        spec = self.spec
        if (spec.tag and not self.fits_tag(tag)) or not self.fits_type(word):
            return False
        if spec.lemma and _lemma(word, tag) not in spec.lemma:
            return False
        if any(inner.fits(word, tag) for inner in self.negated if not inner.placed):
            return False
        return not self.alternatives or any(inner.fits(word, tag) for inner in self.alternatives)

    def fits_type(self, word: WordType) -> bool:
        """Whether a word type meets every condition on the word alone."""
        for holds in self._conditions:  # noqa: SIM110  # a generator would cost more than the conditions
            if not holds(word):
                return False
        return True

    def fits_tag(self, tag: str) -> bool:
        return tag in self._exact_tags or (bool(self._tag_prefixes) and tag.startswith(self._tag_prefixes))


def _lemma(word: WordType, tag: str) -> str:
    from paralint.text.morphology import lemma

    return lemma(word.lower, tag)


def _words(spec: TokenSpec) -> frozenset[str] | None:
    if spec.lower:
        return spec.lower
    if spec.text:
        return frozenset(text.lower().replace("’", "'") for text in spec.text)
    if spec.listed:
        return spec.listed
    inner = [_words(alternative) for alternative in spec.alternatives]
    known = [words for words in inner if words is not None]
    return frozenset().union(*known) if known and len(known) == len(inner) else None


def _conditions(spec: TokenSpec, trusted: bool) -> Iterator[Callable[[WordType], object]]:
    """Yield what a spec asks of a word type, the cheapest first."""
    if spec.lower:
        yield lambda word: word.lower in spec.lower
    if spec.text:
        yield lambda word: word.form in spec.text
    if spec.like:
        yield lambda word: word.kind in spec.like
    if spec.shape == "upper":
        yield lambda word: word.upper
    elif spec.shape:
        yield lambda word: word.kind is TokenKind.WORD and word.capital == (spec.shape == "capital")
    if spec.listed:
        yield lambda word: word.lower in spec.listed
    if spec.regex:
        expressions = [_fullmatch(source, trusted) for source in spec.regex]
        if len(expressions) == 1:
            fullmatch = expressions[0]
            yield lambda word: fullmatch(word.lower)
        else:
            yield lambda word: any(fullmatch(word.lower) for fullmatch in expressions)
    if spec.sound or spec.forms or spec.classes or spec.number or spec.countability or spec.known is not None:
        yield lambda word: word.kind in (TokenKind.WORD, TokenKind.NUMBER) and _fits_lexicon(word, spec)


def _asked(spec: TokenSpec) -> int:
    """Return how many conditions ``_conditions`` yields."""
    lexicon = spec.sound or spec.forms or spec.classes or spec.number or spec.countability or spec.known is not None
    return sum(map(bool, (spec.lower, spec.text, spec.like, spec.shape, spec.listed, spec.regex, lexicon)))


def _fullmatch(source: str, trusted: bool) -> Callable[[str], object]:
    if trusted:
        return re.compile(source).fullmatch
    import regex

    fullmatch: Callable[[str], object] = regex.compile(source).fullmatch
    return fullmatch


def _fits_lexicon(word: WordType, spec: TokenSpec) -> bool:
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


class _Fits(dict[int, bool]):
    """Which readings of a document fit a test; each is decided when it is first asked for."""

    def __init__(self, test: TokenTest, readings: Readings) -> None:
        super().__init__()
        self._test = test
        self._readings = readings

    def __missing__(self, reading: int) -> bool:
        fits = self[reading] = self._test.fits(self._readings.words[reading], self._readings.tags[reading])
        return fits


class Search:
    """One document under patterns: remembers which readings fit which test."""

    def __init__(self, document: Document, *, tagged: bool = True) -> None:
        """Args:
        document: the document.
        tagged: whether tags matter; without them the tagger is not asked.
        """
        self.document = document
        self._readings = document.readings if tagged else document.untagged
        self._ids = self._readings.ids
        self._fitting: dict[TokenTest, bytes | bytearray | _Fits] = {}
        self._by_tags: dict[tuple[str, ...], bytes] = {}
        self._counts: dict[TokenTest, float] = {}
        self._tag_counts: dict[tuple[str, ...], int] = {}
        self._kinds: dict[frozenset[str], list[int]] = {}
        self._sorted: dict[TokenTest, list[int]] = {}

    def fits(self, test: TokenTest, index: int) -> bool:
        """Whether the token ``index`` fits a test."""
        return bool(self._table(test)[self._ids[index]]) and (not test.placed or self._in_place(test, index))

    def _table(self, test: TokenTest) -> bytes | bytearray | _Fits:
        """Return which readings fit a test, by reading."""
        table = self._fitting.get(test)
        if table is None:
            readings = self._readings
            if test.tag_only:
                table = self._tagged_table(test)
            elif test.words is None:
                table = _Fits(test, readings)
            else:
                # Few readings have the words; all others are out without a look at them.
                table = bytearray(len(readings.words))
                for kind in self._kinds_of(test.words):
                    for reading in readings.of_type[kind]:
                        table[reading] = test.lower_only or test.fits(readings.words[reading], readings.tags[reading])
            self._fitting[test] = table
        return table

    def _tagged_table(self, test: TokenTest) -> bytes:
        """Return which readings have a tag that fits a test, by reading; tests for the same tags share it."""
        tags = test.spec.tag
        table = self._by_tags.get(tags)
        if table is None:
            codes = bytearray(256)
            for code, tag in enumerate(self._readings.tag_names):
                codes[code] = test.fits_tag(tag)
            table = self._by_tags[tags] = self._readings.tag_codes.translate(codes)
        return table

    def _in_place(self, test: TokenTest, index: int) -> bool:
        """Whether a token whose reading fits meets the conditions on its place, too."""
        spec = test.spec
        if spec.space_before is not None and spec.space_before != self.document.spaced(index):
            return False
        if spec.quoted is not None and spec.quoted != self._quoted(index):
            return False
        if spec.first is not None and spec.first != self._first(index):
            return False
        if spec.elsewhere and not self._in_lower_case(index):
            return False
        if any(self.fits(inner, index) for inner in test.negated if inner.placed):
            return False
        return not test.alternatives or any(self.fits(inner, index) for inner in test.alternatives)

    def _first(self, index: int) -> bool:
        """Whether no word stands before the token in its sentence."""
        first = self.document.tokens.sentences[self.document.sentence_of(index)]
        return all(self.document.tokens.word(before).kind in SILENT for before in range(first, index))

    def _quoted(self, index: int) -> bool:
        from paralint.evidence.quotations import quotations  # few patterns ask

        return bool(self.document.derive(quotations).inside[index])

    def _in_lower_case(self, index: int) -> bool:
        types = self.document.tokens.types
        lower = self.document.tokens.word(index).lower
        return any(types[other].form == lower for other in self.document.by_lower[lower])

    def match(self, tests: list[TokenTest], first: int, last: int, item: int = 0) -> list[Run] | None:
        """Match the tests from ``item`` on, beginning at the token ``first``, short of the token ``last``; greedy."""
        runs: list[Run] = []
        while item < len(tests):
            test = tests[item]
            spec = test.spec
            if spec.least == spec.most == 1 and not spec.skip:
                if first >= last or not self.fits(test, first):
                    return None
                runs.append(Run(first, first + 1))
                first += 1
                item += 1
                continue
            following = tests[item + 1] if item + 1 < len(tests) else None
            if following is not None and (following.spec.least == 0 or following.spec.skip):
                following = None  # it need not stand right behind
            for start in range(first, min(first + spec.skip, last) + 1):
                count = 0
                while count < spec.most and start + count < last and self.fits(test, start + count):
                    count += 1
                while count >= spec.least:
                    behind = start + count
                    if following is None or (behind < last and self.fits(following, behind)):
                        rest = self.match(tests, behind, last, item + 1)
                        if rest is not None:
                            return [*runs, Run(start, behind), *rest]
                    count -= 1
            return None
        return runs

    def starts(self, sequence: Sequence) -> list[int]:
        """Return, ascending, where a sequence may begin, judged by its anchor and the fixed tokens beside the anchor.

        The anchor is the required token that allows the fewest beginnings.
        """
        if not all(map(self._kinds_of, sequence.named)):
            return []
        fewest, anchor = min((self._count(required.test) * required.spread, required) for required in sequence.required)
        if not fewest:
            return []
        places = self._places(anchor.test)
        for distance, test in anchor.neighbours:
            places = self._kept(places, distance, test)
        if anchor.nearest == anchor.farthest:
            starts = [place - anchor.nearest for place in places if place >= anchor.nearest]
        else:
            near, far = anchor.nearest, anchor.farthest
            starts = list({start for place in places for start in range(max(0, place - far), place - near + 1)})
        fixed = {anchor.item + distance for distance, _ in anchor.neighbours}
        for other in sequence.required:
            if not starts or other.item in fixed:
                continue
            if other.test.words is not None and other.spread > 1:
                starts = self._followed(starts, other)
            elif other.spread <= _FEW:
                near, far = other.nearest, other.farthest
                starts = list(
                    {start for away in range(near, far + 1) for start in self._kept(starts, away, other.test)}
                )
        return sorted(starts)

    def _kept(self, places: list[int], distance: int, test: TokenTest) -> list[int]:
        """Return the places from which the reading so many tokens away fits a test."""
        ids, total = self._ids, len(self._ids)
        if distance:
            places = [place for place in places if 0 <= place + distance < total]
        if test.spec.tag and not test.tag_only and test.words is None:
            tagged = self._tagged_table(test)
            places = [place for place in places if tagged[ids[place + distance]]]
        table = self._table(test)
        return [place for place in places if table[ids[place + distance]]]

    def _followed(self, starts: list[int], required: Required) -> list[int]:
        """Return the beginnings behind which a required token stands as near as it must."""
        places = self._sorted.get(required.test)
        if places is None:
            places = self._sorted[required.test] = sorted(self._places(required.test))
        found = []
        for start in starts:
            index = bisect_left(places, start + required.nearest)
            if index < len(places) and places[index] <= start + required.farthest:
                found.append(start)
        return found

    def _count(self, test: TokenTest) -> float:
        """Return how many tokens can fit a test at most, or infinity where finding out is not cheap."""
        count = self._counts.get(test)
        if count is None:
            words = test.words
            document = self.document
            if words is not None:
                count = sum([len(document.places[kind]) for kind in self._kinds_of(words)])
            elif test.spec.tag:
                count = self._tag_count(test)
            else:
                count = _MANY
            self._counts[test] = count
        return count

    def _tag_count(self, test: TokenTest) -> int:
        tags = test.spec.tag
        count = self._tag_counts.get(tags)
        if count is None:
            tagged = self.document.tag_places.items()
            count = self._tag_counts[tags] = sum([len(places) for tag, places in tagged if test.fits_tag(tag)])
        return count

    def _kinds_of(self, words: frozenset[str]) -> list[int]:
        """Return the word types of the document whose lower-cased form is among ``words``."""
        kinds = self._kinds.get(words)
        if kinds is None:
            by_lower = self.document.by_lower
            kinds = self._kinds[words] = [kind for word in by_lower.keys() & words for kind in by_lower[word]]
        return kinds

    def _places(self, test: TokenTest) -> list[int]:
        """Return the tokens that can fit a test, in no order."""
        document = self.document
        words = test.words
        if words is not None:
            return [place for kind in self._kinds_of(words) for place in document.places[kind]]
        if test.spec.tag:
            return [place for tag, places in document.tag_places.items() if test.fits_tag(tag) for place in places]
        kinds = [kind for kind, word in enumerate(document.tokens.types) if test.fits_type(word)]
        return [place for kind in kinds for place in document.places[kind]]


def _tagged(document: Document) -> Search:
    return Search(document)


def _untagged(document: Document) -> Search:
    return Search(document, tagged=False)


class Required(NamedTuple):
    """A token that every match of a sequence has.

    Attributes:
        item: its number in the sequence.
        test: its test.
        nearest, farthest: how many tokens at least, and at most, stand between the beginning of a match and the token.
        spread: how many beginnings one place of the token allows.
        neighbours: the tests of the token and of those that stand at a fixed distance from it, with the distance.
    """

    item: int
    test: TokenTest
    nearest: int
    farthest: int
    spread: int
    neighbours: tuple[tuple[int, TokenTest], ...]


class Sequence:
    """A sequence of token specs; its tests are made when a document may have a match.

    Attributes:
        tokens: the specs.
        named: sets of words in lower case, rare ones first; every match has one of each.
        words: the first of them, or None.
        longest: how many tokens a match can have.
    """

    def __init__(self, tokens: tuple[TokenSpec, ...], *, trusted: bool) -> None:
        self.tokens = tokens
        self._trusted = trusted
        named = [words for token in tokens if token.least > 0 and (words := _words(token)) is not None]
        self.named = sorted(named, key=_commonness)
        self.words = self.named[0] if named else None
        self.longest = sum(token.most + token.skip for token in tokens)

    @cached_property
    def tests(self) -> list[TokenTest]:
        return [TokenTest(token, trusted=self._trusted) for token in self.tokens]

    @cached_property
    def required(self) -> list[Required]:
        found = []
        nearest = farthest = 0
        for item, (token, test) in enumerate(zip(self.tokens, self.tests, strict=True)):
            farthest += token.skip
            if token.least > 0:
                spread = farthest - nearest + 1
                found.append(Required(item, test, nearest, farthest, spread, self._neighbours(item)))
            nearest += token.least
            farthest += token.most
        return found

    def _neighbours(self, item: int) -> tuple[tuple[int, TokenTest], ...]:
        """The token itself comes first, then those on the right, then those on the left."""
        tokens, tests = self.tokens, self.tests
        found = [(0, tests[item])]
        if tokens[item].most == 1:
            right = item + 1
            while right < len(tokens) and _is_fixed(tokens[right]) and not tokens[right].skip:
                found.append((right - item, tests[right]))
                right += 1
        left = item - 1
        while left >= 0 and _is_fixed(tokens[left]) and not tokens[left + 1].skip:
            found.append((left - item, tests[left]))
            left -= 1
        return tuple(found)


def _commonness(words: frozenset[str]) -> float:
    """Guess how often words are met: the shorter a word, the more frequent it is (Zipf 1935)."""
    return sum([3.0 ** -len(word) for word in words])


def _is_fixed(token: TokenSpec) -> bool:
    return token.least == token.most == 1


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
        words = [sequence.words for sequence in self.sequences]
        if all(known is not None for known in words):
            self.words = frozenset().union(*(known for known in words if known is not None))

    @cached_property
    def unless(self) -> list[Sequence]:
        return [Sequence(tokens, trusted=self.rule.trusted) for tokens in self.spec.unless]

    def run(self, document: Document) -> Iterator[Finding]:
        search = document.derive(_tagged if "tags" in self.spec.needs else _untagged)
        for sequence in self.sequences:
            yield from self._matches(search, sequence)

    def _matches(self, search: Search, sequence: Sequence) -> Iterator[Finding]:
        document = search.document
        bounds = document.tokens.sentences
        found_up_to = -1
        for start in search.starts(sequence):
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
