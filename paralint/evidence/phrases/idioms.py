"""Paraphrased idioms: a fixed expression in which one content word was exchanged for a related one.

"Run out of vapour", "a guideline of thumb": the rest of the expression says what belongs there. That the word that
stands there is related to it, and rarer, says that it was put there by a thesaurus. Expressions whose open place good
writers fill with related words are not in the data (see ``tools/build_expressions.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from paralint.evidence.phrases.expressions import DROPPED, Key, Template, key_of, seconds, templates
from paralint.evidence.phrases.paraphrases import LETTERS, Paraphrase
from paralint.evidence.phrases.triples import LIKELY, around, levels
from paralint.evidence.words.exchanges import word_letters
from paralint.evidence.words.terms import COST, FUNCTION_WORDS, STRENGTH, bases, load
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import inflect
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

SHORTEST = 3  # letters of a word that may have been exchanged
RELATED = 0.35  # the strength of a relation, at least
LONG = 3  # words of an expression; what is longer says more, so that a word may be further from its own
DISTANT = 0.9  # taken off the score then
VERB = 2.0  # taken off the score of a verb: good writers exchange those too
LISTED = 1.0  # added to that of a word that is listed as one that paraphrasers put for the other, verb or not
POSSESSIVE = lazy.pattern(r" (['’]s?)(?!\S)")
_VERBS = "take make get give have put go come do keep be set run turn bring leave hold let look fall stand"
_LIGHT = frozenset(_VERBS.split())
_LIKELY = 2  # word classes of a word that are looked at

Lookup = Callable[[str], Mapping[Key, tuple[Template, ...]]]


class Entry(NamedTuple):
    """What is known of a word type.

    Attributes:
        readings: its base forms.
        known: the templates that are looked for at them, by what else they are looked up by.
        seconds: the words, one of which stands near by then.
    """

    readings: tuple[str, ...]
    known: tuple[Mapping[Key, tuple[Template, ...]], ...] = ()
    seconds: frozenset[str] = frozenset()


class Occurrence(NamedTuple):
    """Where the words of a template stand in a document.

    Attributes:
        template: which.
        first, last: its first and its last token.
        place: the token that stands in the open place.
        whole: whether the word of the expression itself stands there.
    """

    template: Template
    first: int
    last: int
    place: int
    whole: bool


def idioms(document: Document) -> tuple[Paraphrase, ...]:
    """Return the likely paraphrases of fixed expressions, in text order (a layer: see ``Document.derive``).

    The score of each says by what factor of ten the word that stands there is rarer than that of the expression.

    Raises:
        DataError: if the expressions or the terms cannot be read.
    """
    return best_of(document, _score)


def exchanged(document: Document) -> tuple[Occurrence, ...]:
    """Return the expressions in whose open place another word stands (a layer: see ``Document.derive``).

    Raises:
        DataError: if the expressions cannot be read.
    """
    found = []
    entries = index(document, templates)
    for run in runs(document):
        here = list(search(document, run, entries))
        covered = {place for each in here if each.whole for place in range(each.first, each.last + 1)}
        found += [each for each in here if not each.whole and each.place not in covered]
    return tuple(found)


def best_of(document: Document, judge: Callable[[Document, Occurrence], float | None]) -> tuple[Paraphrase, ...]:
    """Return the expressions with a word exchanged, the likeliest one for each word, in text order.

    Args:
        document: the document.
        judge: the score of an occurrence, None if the word may stay.
    """
    found: dict[int, Paraphrase] = {}
    for each in document.derive(exchanged):
        if (score := judge(document, each)) is not None:
            paraphrase = _paraphrase(document, each, score)
            known = found.get(each.place)
            if known is None or (paraphrase.score, paraphrase.span) > (known.score, known.span):
                found[each.place] = paraphrase
    return tuple(sorted(found.values(), key=lambda paraphrase: paraphrase.span))


def runs(document: Document) -> Iterator[list[int]]:
    """Yield the tokens of each stretch between punctuation marks, without articles and possessives."""
    tokens = document.tokens
    kinds = [2 if word.kind is not TokenKind.WORD else 1 if word.lower in DROPPED else 0 for word in tokens.types]
    starts, ids = frozenset(tokens.sentences), tokens.ids
    run: list[int] = []
    for place, number in enumerate(ids):
        if place in starts or kinds[number] == 2:
            if len(run) > 2:
                yield run
            run = []
        if not kinds[number]:
            run.append(place)
    if len(run) > 2:
        yield run


def index(document: Document, lookup: Lookup) -> list[Entry]:
    """Return what ``search`` needs to know of each type of a document."""
    return [_entry(word.lower, lookup) if word.kind is TokenKind.WORD else _NO_WORD for word in document.tokens.types]


def search(document: Document, run: list[int], entries: list[Entry]) -> Iterator[Occurrence]:
    """Yield where templates stand in a run of tokens, whatever stands in the open place.

    Args:
        document: the document.
        run: tokens of it.
        entries: what ``index`` says of its types.
    """
    ids = document.tokens.ids
    here = [entries[ids[place]] for place in run]
    for start, entry in enumerate(here):
        if not entry.known:
            continue
        for gap, near in enumerate(here[start + 1 : start + 3], 1):
            if entry.seconds.isdisjoint(near.readings):
                continue
            for key in [key_of(other, gap) for other in near.readings]:
                for known in entry.known:
                    if key in known:
                        yield from _occurrences(known[key], run, here, start)


def _occurrences(found: tuple[Template, ...], run: list[int], here: list[Entry], start: int) -> Iterator[Occurrence]:
    for template in found:
        begin = start - template.anchor
        end = begin + len(template.words)
        if begin >= 0 and end <= len(run) and _fits(template, here[begin:end]):
            place = begin + template.open
            whole = template.words[template.open] in here[place].readings
            yield Occurrence(template, run[begin], run[end - 1], run[place], whole)


def exchangeable(document: Document, place: int) -> bool:
    """Whether the word at a token may have been exchanged: a content word that is no name."""
    word = document.tokens.word(place)
    form = word.lower
    return not word.capital and len(form) >= SHORTEST and form.isalpha() and form not in FUNCTION_WORDS


@lru_cache(maxsize=1 << 15)
def relation(form: str, meant: str) -> float:
    """Return how close a word is to another one that it may have been put for, from 0 to 1; more if it is listed."""
    terms = load()
    number = terms.number(meant)
    if number is None or not form.isascii():
        return 0.0
    return max((terms.neighbours(each).get(number, 0) for each in terms.numbers(form)), default=0) / STRENGTH


@lru_cache(maxsize=1 << 12)
def _by_way_of_another(form: str, meant: str) -> float:
    """Return how close a word is to another one by way of a third, from 0 to 1."""
    terms = load()
    number = terms.number(meant)
    if number is None:
        return 0.0
    return max(
        (
            strength * terms.neighbours(between).get(number, 0)
            for each in terms.numbers(form)
            for between, strength in terms.neighbours(each).items()
        ),
        default=0,
    ) / (STRENGTH * STRENGTH)


def written(meant: str, tag: str) -> str:
    """Return a word of an expression in the form that a tag asks for."""
    return (inflect(meant, tag) if tag not in ("NN", "JJ", "RB") else meant) or meant


_NO_WORD = Entry(())


@lru_cache(maxsize=1 << 15)
def _entry(form: str, lookup: Lookup) -> Entry:
    readings = _readings(form)
    known = tuple(filter(None, map(lookup, readings)))
    return Entry(readings, known, frozenset(chain.from_iterable(map(seconds, known))))


@lru_cache(maxsize=1 << 15)
def _readings(form: str) -> tuple[str, ...]:
    return (form,) if form in FUNCTION_WORDS else bases(form)


def _fits(template: Template, here: list[Entry]) -> bool:
    for place, word in enumerate(template.words):  # a generator would cost more than what it asks
        if word not in here[place].readings and place != template.open:
            return False
    return True


def _score(document: Document, found: Occurrence) -> float | None:
    """Return how much rarer the word that stands there is than the one that belongs there; None if it may stay."""
    template, place = found.template, found.place
    form, meant = document.tokens.word(place).lower, template.words[template.open]
    if meant in FUNCTION_WORDS or not exchangeable(document, place):
        return None
    letter = LETTERS.get(document.tags[place][0])
    if letter is None or letter not in word_letters(meant)[:_LIKELY]:
        return None
    if not template.fillers.isdisjoint(_readings(form)):
        return None
    close = relation(form, meant)
    distant, listed = close < RELATED, close > 1
    if not listed and _says_little(template):
        return None  # "takes effect at" is as good as "takes a look at"
    if distant and (len(template.words) <= LONG or _by_way_of_another(form, meant) < RELATED):
        return None
    if max(levels(around(document, place, place), form)) >= LIKELY:
        return None  # "on top of" is as good as "on end of"
    terms = load()
    source, target = terms.numbers(form)[0], terms.numbers(meant)[0]
    rarer = (terms.costs[source] - terms.costs[target]) / COST
    return rarer + (LISTED if listed else -VERB * (letter == "v") - DISTANT * distant)


@lru_cache(maxsize=1 << 12)
def _says_little(template: Template) -> bool:
    """Whether the rest of an expression is of small words and verbs that go with any noun."""
    return all(
        word in FUNCTION_WORDS or word in _LIGHT for place, word in enumerate(template.words) if place != template.open
    )


def _paraphrase(document: Document, found: Occurrence, score: float) -> Paraphrase:
    tokens, meant = document.tokens, found.template.words[found.template.open]
    forms = chain(
        (tokens.word(place).form for place in range(found.first, found.place)),
        (written(meant, document.tags[found.place]),),
        (tokens.word(place).form for place in range(found.place + 1, found.last + 1)),
    )
    span: Span = tokens.span(found.first, found.last + 1)
    term = POSSESSIVE.sub(r"\1", " ".join(forms))
    return Paraphrase(span, term[:1].lower() + term[1:], score, None)
