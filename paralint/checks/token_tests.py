"""What one token of a pattern asks of a word and its tag, made runnable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from operator import attrgetter

from paralint.ruleset.kinds.pattern import TokenSpec
from paralint.text.words import WORD_TYPES, TokenKind, WordType

_FORMS = 1 << 14  # forms that a test remembers to have been asked of; an article has some hundred
_MEMO = 1 << 10  # decisions that a test remembers, about a hundred bytes each; rules have some thousand tests

_FULL_STOP = WORD_TYPES["."]
_FINAL = frozenset({".", "!", "?", ".”", '."'})
_SPOKEN = (TokenKind.WORD, TokenKind.NUMBER)


_PLACED, _SETTLED = attrgetter("placed"), attrgetter("settled")


class TokenTest:
    """A token spec made runnable.

    Attributes:
        spec: the spec.
        negated, alternatives: the tests of the specs inside it.
        simple: whether a token fits by its tag alone, or by its word in lower case alone.
        settled: whether ``words`` and ``tags``, of the test and of those inside it, decide alone.
        placed: whether some of its conditions depend on where the token stands, so that ``fits`` does not decide alone.
    """

    def __init__(self, spec: TokenSpec, *, trusted: bool) -> None:
        self.spec = spec
        self._trusted = trusted
        self.negated = [TokenTest(inner, trusted=trusted) for inner in spec.negated]
        self.alternatives = [TokenTest(inner, trusted=trusted) for inner in spec.alternatives]
        self._decided: dict[tuple[str, str], bool] = {}
        self._exact_tags = frozenset([tag for tag in spec.tag if not tag.endswith("*")])
        self._tag_prefixes = tuple([tag[:-1] for tag in spec.tag if tag.endswith("*")])
        self.placed: bool = (
            spec.space_before is not None
            or spec.quoted is not None
            or spec.first is not None
            or bool(spec.elsewhere)
            or any(map(_PLACED, self.negated))
            or any(map(_PLACED, self.alternatives))
        )
        asked = _asked(spec)
        self.simple = not (self.placed or spec.lemma or spec.negated or spec.alternatives) and (
            asked == 0 if spec.tag else asked == 1 and bool(spec.lower)
        )
        named = bool(spec.lower or spec.listed)
        self.settled: bool = (
            not (self.placed or spec.lemma)
            and asked == named
            and not (named and spec.alternatives)
            and not self.negated
            and all(map(_SETTLED, self.alternatives))
        )

    @cached_property
    def closing(self) -> bool:
        """Whether it asks for one token that is not reported and may be, but need not be, a full stop."""
        spec = self.spec
        single = spec.least == spec.most == 1 and not (spec.skip or spec.mark or self.placed)
        return single and self.fits(_FULL_STOP, ".") and not (self.words is not None and self.words <= _FINAL)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many tokens in a row may fit, at least and at most, and how many others may stand before them."""
        return self.spec.least, self.spec.most, self.spec.skip

    @cached_property
    def words(self) -> frozenset[str] | None:
        """The lower-cased words, one of which every fitting token is; None if the spec names none."""
        return words_of(self.spec)

    @cached_property
    def tags(self) -> frozenset[str] | None:
        """The tags, one of which every fitting token has; None if the spec names none."""
        return _tags(self.spec.tag) if self.spec.tag else None

    @cached_property
    def of_form(self) -> FormTest:
        """The conditions on the word alone."""
        return _form_test(_of_form_alone(self.spec), self._trusted)

    def fits(self, word: WordType, tag: str) -> bool:
        """Whether a word with a tag meets every condition that does not depend on where it stands."""
        key = word.form, tag
        fits = self._decided.get(key)
        if fits is None:
            if len(self._decided) >= _MEMO:
                self._decided.clear()
            fits = self._decided[key] = self._decide(word, tag)
        return fits

    def _decide(self, word: WordType, tag: str) -> bool:
        spec = self.spec
        if (spec.tag and not self.fits_tag(tag)) or not self.of_form.fits(word):
            return False
        if spec.lemma and _lemma(word, tag) not in spec.lemma:
            return False
        if any(inner.fits(word, tag) for inner in self.negated if not inner.placed):
            return False
        return not self.alternatives or any(inner.fits(word, tag) for inner in self.alternatives)

    def fits_tag(self, tag: str) -> bool:
        return tag in self._exact_tags or (bool(self._tag_prefixes) and tag.startswith(self._tag_prefixes))


class FormTest:
    """What a token spec asks of a word type alone. Specs that ask the same share one, and what it has decided."""

    def __init__(self, spec: TokenSpec, trusted: bool) -> None:
        self._conditions = list(_conditions(spec, trusted))
        self._asked: set[str] = set()  # forms, of which …
        self._fitting: set[str] = set()

    def fits(self, word: WordType) -> bool:
        """Whether a word type meets every condition."""
        for holds in self._conditions:  # noqa: SIM110  # a generator would cost more than the conditions
            if not holds(word):
                return False
        return True

    def fitting(self, forms: frozenset[str]) -> frozenset[str]:
        """Return those of some word forms that meet every condition."""
        if not self._conditions:
            return forms
        fresh = forms - self._asked
        if len(self._asked) + len(fresh) > _FORMS:
            self._asked.clear()
            self._fitting.clear()
            fresh = forms
            if len(forms) > _FORMS:  # those of a book, which no other document has
                return frozenset([form for form in forms if self.fits(WORD_TYPES[form])])
        self._asked |= fresh
        self._fitting.update([form for form in fresh if self.fits(WORD_TYPES[form])])
        return forms & self._fitting


_form_test = cache(FormTest)


def _of_form_alone(spec: TokenSpec) -> TokenSpec:
    """Return a spec without what it asks of tags, places and neighbours, and without its name."""
    return TokenSpec(
        text=spec.text,
        lower=spec.lower,
        regex=spec.regex,
        like=spec.like,
        shape=spec.shape,
        sound=spec.sound,
        forms=spec.forms,
        classes=spec.classes,
        number=spec.number,
        countability=spec.countability,
        known=spec.known,
        listed=spec.listed,
    )


@cache
def _tags(named: tuple[str, ...]) -> frozenset[str]:
    """Return the tags that some names of tags, with or without a star at the end, mean."""
    from paralint.text.tagger import load_tagger  # many runs need no tags

    prefixes = tuple(name[:-1] for name in named if name.endswith("*"))
    return frozenset(tag for tag in load_tagger().names if tag in named or tag.startswith(prefixes))


def _lemma(word: WordType, tag: str) -> str:
    from paralint.text.morphology import lemma

    return lemma(word.lower, tag)


def words_of(spec: TokenSpec) -> frozenset[str] | None:
    """Return the lower-cased words, one of which every fitting token is; None if the spec names none."""
    if spec.lower:
        return spec.lower
    if spec.text:
        return frozenset(text.lower().replace("’", "'") for text in spec.text)
    if spec.listed:
        return spec.listed
    inner = [words_of(alternative) for alternative in spec.alternatives]
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
        yield lambda word: word.kind in _SPOKEN
        yield from _of_lexicon(spec)


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


def _of_lexicon(spec: TokenSpec) -> Iterator[Callable[[WordType], object]]:
    """Yield what a spec asks of what is known of a word, the cheapest first."""
    from paralint.text import morphology  # many runs need no lexicon

    if spec.sound:
        vowel = spec.sound == "vowel"
        yield lambda word: morphology.vowel_sound(word.form) is vowel
    if spec.forms:
        yield lambda word: not spec.forms.isdisjoint(morphology.verb_forms(word.lower))
    if spec.classes:
        yield lambda word: not spec.classes.isdisjoint(morphology.word_classes(word.lower))
    if spec.number:
        yield lambda word: morphology.number(word.lower) == spec.number
    if spec.countability:
        yield lambda word: morphology.countability(morphology.singular(word.lower)) in spec.countability
    if spec.known is not None:
        yield lambda word: morphology.is_word(word.lower) == spec.known
