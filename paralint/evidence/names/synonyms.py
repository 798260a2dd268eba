"""Names of the document with a word exchanged for its like: *Mr. Swamp* for Jonas Marsh, *Unlocked* for Open Hands.

A paraphraser that takes a name for words looks them up as it does any other word. The name as it was stands elsewhere
in the document, and a thesaurus has the one word for the other; what else the names have is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from paralint.evidence.names.chains import chains
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import acts, is_person, peoples, places_of_names
from paralint.evidence.names.likened_words import means, replaces
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.misnamed import known, one_body
from paralint.evidence.names.spellings import fold
from paralint.evidence.names.usage import american
from paralint.evidence.words.closed import COMPASS, GENITIVES, words
from paralint.evidence.words.exchanges import may_stand_for
from paralint.evidence.words.titles import CALENDAR, HEADS, ROLES
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma, word_classes
from paralint.values import NamedTuple

_JOINING = GENITIVES | words("of for &")
_SHORTEST = 3  # letters of a word that is exchanged
_MOST = 7  # words of a name
# Words of which many names have one or the other: two names that differ in them are two.
_TOLD_APART = COMPASS | words(
    """
    upper lower inner
    outer first second third fourth fifth one two three four five senior junior men women boys girls mens womens boy
    girl man woman male female day night summer winter spring autumn old new black white red blue green yellow american
    british european international national federal state regional local provincial municipal metropolitan royal
    """
)
_OF_PERSONS = ("crat", "er", "or", "ist", "an", "ee", "ant")  # whoever is one of a party or a people


class _Name(NamedTuple):
    """A name: its tokens, half open, its words without the small ones, and whether the first one opens a sentence."""

    first: int
    last: int
    parts: tuple[str, ...]
    begun: bool


def synonym_flaws(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws synonym of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    flaws = {flaw.span.start: flaw for flaw in (*_families(found), *_names(found))}
    return tuple(flaws[start] for start in sorted(flaws))


def _families(found: Mentions) -> Iterator[Flaw]:
    """Mr. Swamp, where Jonas Marsh is introduced: a word that nobody bears, for a family name that is a word."""
    bearers = {mention.parts[-1]: mention for mention in reversed(found.full) if _is_bearer(mention)}
    if not bearers:
        return
    borne = {part for mention in found.full for part in mention.parts}
    for first, last, mention in places_of_names(found):
        form = found.document.tokens.word(first).form
        if last - first > 1 or form in borne or form.isupper() or form.lower() in HEADS | CALENDAR:
            continue
        if not is_word(form) or not _is_somebody(found, first, last, mention):
            continue
        for family, bearer in bearers.items():
            if bearer.first < first and like(form.lower(), family.lower()):
                span, other = found.document.tokens.span(first, last), found.span(bearer)
                yield Flaw("synonym", span, form, family, other, "")
                break


def _is_somebody(found: Mentions, first: int, last: int, mention: Mention | None) -> bool:
    """Tell whether a word stands where only a person of that name does."""
    if mention is None or mention.title < mention.first:
        return True
    form = mention.parts[0]
    return acts(found, mention) and found.counts[form] == 1 and fold(form) not in load().given_names


def _is_bearer(mention: Mention) -> bool:
    """Tell whether a mention is a person's, of a family name that is a word."""
    family = mention.parts[-1]
    if not family.istitle() or not is_word(family) or family.lower() in CALENDAR:
        return False
    return is_person(mention) or (len(mention.parts) == 2 and fold(mention.parts[0]) in load().given_names)


def like(word: str, owed: str) -> bool:
    """Tell whether a lower-case word can have come in for another one: as they are, or both in the singular."""
    if min(len(word), len(owed)) < _SHORTEST or not (word.isalpha() and is_word(word) and is_word(owed)):
        return False
    one, other = lemma(word, "NNS"), lemma(owed, "NNS")
    if american(one) == american(other) or not {word, owed, one, other}.isdisjoint(CALENDAR):
        return False
    return replaces(word, owed) or means(word, owed) or may_stand_for(word, owed) or may_stand_for(one, other)


def _names(found: Mentions) -> Iterator[Flaw]:
    """Northgate Corn Marketplace beside Northgate Corn Market: a name of the document with one word exchanged."""
    document = found.document
    names = list(_several(found))
    yield from _turned(found, names)
    yield from _turned_by_of(found)
    uses: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
    slots: dict[tuple[int, tuple[str, ...]], dict[tuple[str, ...], None]] = defaultdict(dict)
    for name in names:
        uses[name.parts].append(name)
        for index in range(len(name.parts)):
            slots[index, name.parts[:index] + name.parts[index + 1 :]][name.parts] = None
    for (index, _), rivals in slots.items():
        if len(rivals) != 2:
            continue
        # The later of two equals is the changed one.
        one, other = rivals
        minor, major = (one, other) if len(uses[one]) < len(uses[other]) else (other, one)
        if (
            len(uses[minor]) > 1
            or uses[major][0].begun
            or not _is_changed(found, minor, major, index, len(uses[major]))
        ):
            continue
        (here,), there = uses[minor], uses[major][0]
        if lemma(major[-1].lower(), "NNS") == minor[-1].lower() != major[-1].lower() and not _ends(document, here.last):
            continue  # the Western Highland league
        span, other_span = document.tokens.span(here.first, here.last), document.tokens.span(there.first, there.last)
        yield Flaw("synonym", span, document.quote(span), document.quote(other_span), other_span, "")


def _turned(found: Mentions, names: Sequence[_Name]) -> Iterator[Flaw]:
    """Alpine Cup of Women's Champions, of the Women's Alpine Cup of Champions: words of a long name turned round."""
    document = found.document
    orders: dict[tuple[str, ...], dict[tuple[str, ...], list[_Name]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        if len(name.parts) > 2 and not name.begun:
            orders[tuple(sorted(name.parts))][name.parts].append(name)
    for order in orders.values():
        if len(order) != 2 or not all(map(is_word, next(iter(order)))):
            continue
        major, minor = sorted(order.values(), key=len, reverse=True)
        here, there = minor[0], major[0]
        # A head may stand before or behind: National Office of Grain, National Grain Office.
        if len(minor) == 1 and here.last - here.first == there.last - there.first:
            span, other = document.tokens.span(here.first, here.last), document.tokens.span(there.first, there.last)
            yield Flaw("synonym", span, document.quote(span), document.quote(other), other, "")


def _turned_by_of(found: Mentions) -> Iterator[Flaw]:
    """The Hall of White, of the White Hall: an adjective behind *of*."""
    document = found.document
    word = document.tokens.word
    whole = {
        pair: mention
        for mention in reversed(found.full)
        for pair in zip(mention.parts, mention.parts[1:], strict=False)
    }
    for number in document.by_lower.get("of", ()) if whole else ():
        for place in document.places[number]:
            if not 0 < place < len(document.tokens) - 1:
                continue
            head, adjective = word(place - 1), word(place + 1)
            there = whole.get((adjective.form, head.form))
            if there is None or not is_word(adjective.lower) or (place > 1 and word(place - 2).capital):
                continue
            if adjective.lower in _TOLD_APART or "adjective" in word_classes(adjective.lower):
                span, other = document.tokens.span(place - 1, place + 2), found.span(there)
                yield Flaw("synonym", span, document.quote(span), f"{adjective.form} {head.form}", other, "")


def _is_changed(found: Mentions, minor: tuple[str, ...], major: tuple[str, ...], index: int, uses: int) -> bool:
    """Tell whether one name is another one with the word at a place exchanged."""
    word, owed = minor[index].lower(), major[index].lower()
    if found.counts[minor[index]] > 1 or known(minor):
        return False
    if lemma(word, "NNS") == lemma(owed, "NNS"):
        return _renumbered(minor, major, index, uses)
    if not like(word, owed) or {word, owed} <= HEADS:
        return False
    if {word, owed} & _TOLD_APART and not replaces(word, owed):
        return False
    if {word, owed} <= _TOLD_APART or not peoples().isdisjoint((fold(word), fold(owed))):
        return False
    if len(minor) > 2:
        return True
    if minor[1].istitle() and fold(major[0]) in load().given_names and major[1].lower() not in HEADS | ROLES:
        return index == 1 or fold(minor[0]) not in load().given_names
    if known(major):
        return False  # what may stand for it is told by its own list
    if index == 1:
        return (replaces(word, owed) and one_body(minor, major)) or word not in HEADS | ROLES
    return minor[1].lower() not in ROLES and not (word in HEADS and owed in HEADS)


def _renumbered(minor: tuple[str, ...], major: tuple[str, ...], index: int, uses: int) -> bool:
    """Tell whether a word inside a name stands in the other number: Health Services Executive, of a Health Service."""
    word, owed = minor[index].lower(), major[index].lower()
    if not (word.isalpha() and is_word(word) and is_word(owed)) or {word, owed} & ROLES:
        return False
    if index < len(minor) - 1:
        return len(minor) > 2 or uses > 1
    return uses > 1 and owed.endswith("s") and is_word(minor[0]) and not word.endswith(_OF_PERSONS)


def _ends(document: Document, place: int) -> bool:
    """Tell whether a name ends its phrase before a token: a mark or a function word stands there."""
    if place >= len(document.tokens):
        return True
    word = document.tokens.word(place)
    return not word.form[0].isalpha() or "function" in word_classes(word.lower)


def _several(found: Mentions) -> Iterator[_Name]:
    """Yield the names of several words, also with the word before them where it opens the sentence."""
    tokens = found.document.tokens
    sentences = frozenset(tokens.sentences)
    for chain in chains(found, _JOINING):
        parts = tuple(part for mention in chain for part in mention.parts)
        first, last = chain[0].first, chain[-1].last
        before = tokens.word(first - 1) if first else None
        begun = first - 1 in sentences and before is not None and before.form.istitle() and chain[0].title == first
        if 1 < len(parts) <= _MOST:
            yield _Name(first, last, parts, False)
        if begun and before is not None and "function" not in word_classes(before.lower) and len(parts) < _MOST:
            yield _Name(first - 1, last, (before.form, *parts), True)
