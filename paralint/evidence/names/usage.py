"""Usage: one thing named in two accepted ways, where a document should keep to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.mentions import mentions
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes
from paralint.text.words import TokenKind

_DATELINE = 2  # tokens at the start of a block whose capitals may be those of a dateline: ST. PAUL, Minn.
_POINTED = lazy.pattern(r"(?:[A-Z]\.){2,}")
_SHORT = {"st.": "saint", "st": "saint", "mt.": "mount", "mt": "mount", "ft.": "fort"}
# British endings and their American counterparts, in words long enough for them to be endings.
_BRITISH = tuple(
    (lazy.pattern(pattern), american)
    for pattern, american in (
        (r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|ite$|able$|er)", "or"),
        (r"(?<=def|off)ence", "ense"),
        (r"(?<=[a-z]{2}[btd])re(?=s?$)", "er"),
        (r"is(?=ations?$|ational$|ed$|ing$|e$|es$|ers?$)", "iz"),
        (r"(?<=progra)mme", "m"),
    )
)
_PREPOSITIONS = words("in of from to at by with into against near across for over within around through")
_FOLLOWERS = words(
    """and or but in on at by from to with as for is was were are has had have will would could can may might since
    after before during when while where than because if that which who"""
) - {"that", "who"}  # "the Europe that we know" wants its article


def usages(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws pointed, national, acronym-case and article of a document."""
    found = [*_pointed(document), *_national(document), *_acronym_case(document), *_article(document)]
    return tuple(sorted(found, key=lambda flaw: flaw.span.start))


@lru_cache(maxsize=1 << 14)
def american(word: str) -> str:
    """Return the American spelling of a lower-case word."""
    for pattern, ending in _BRITISH:
        word, changed = pattern.subn(ending, word)
        if changed:
            break
    return word


def _minor(one: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    """Return the rarer of two lists of places; of equals the one that begins later."""
    return min(one, other, key=lambda places: (len(places), -places[0]))


def _pointed(document: Document) -> Iterator[Flaw]:
    """US beside U.S., St. Paul beside Saint Paul."""
    tokens = document.tokens
    # Headlines and captions write US where the text has U.S.
    titled = document.derive(mentions).titled | {document.block_of(end) for end in document.unclosed}
    bare: dict[str, list[tuple[int, int]]] = {}
    pointed: dict[str, list[int]] = {}
    for number, word in enumerate(tokens.types):
        if not word.capital:
            continue
        if _POINTED.fullmatch(word.form):
            pointed.setdefault(word.form.replace(".", ""), []).extend(document.places[number])
        else:
            first, hyphen, last = word.form.partition("-")
            for piece, offset in ((first, 0), (last, len(first) + 1)) if hyphen else ((first, 0),):
                if 1 < len(piece) < 5 and piece.isupper() and piece.isalpha():
                    bare.setdefault(piece, []).extend((place, offset) for place in document.places[number])
    for letters, places in pointed.items():
        others = sorted(
            pair
            for pair in bare.get(letters, ())
            if document.block_of(pair[0]) not in titled and not _in_capitals(document, pair[0])
        )
        places = sorted(place for place in places if document.block_of(place) not in titled)
        if not others or not places:
            continue
        minor = _minor(places, [place for place, _ in others])
        dotted = ".".join(letters) + "."
        if minor is places:
            start = tokens.starts[others[0][0]] + others[0][1]
            other = Span(start, start + len(letters))
            for place in places:
                yield Flaw("pointed", tokens.span(place, place + 1), dotted, letters, other, "without points elsewhere")
        else:
            other = tokens.span(places[0], places[0] + 1)
            for place, offset in others:
                span = Span(tokens.starts[place] + offset, tokens.starts[place] + offset + len(letters))
                yield Flaw("pointed", span, letters, dotted, other, "with points elsewhere")
    yield from _shortened(document)


def _in_capitals(document: Document, place: int) -> bool:
    """Whether the two words before one stand in capitals too: DO NOT TRY US."""
    before = [document.tokens.word(token) for token in range(max(0, place - 2), place)]
    return len(before) == 2 and all(word.upper and word.form.isalpha() for word in before)


def _shortened(document: Document) -> Iterator[Flaw]:
    tokens = document.tokens
    seen: dict[tuple[str, str], dict[bool, list[int]]] = {}
    for short, long in _SHORT.items():
        for place in places_of(document, frozenset((short, long))):
            if tokens.word(place).capital and place + 1 < len(tokens) and tokens.word(place + 1).capital:
                both = seen.setdefault((long, tokens.word(place + 1).form), {})
                places = both.setdefault(tokens.word(place).lower == long, [])
                if place not in places:
                    places.append(place)
    for both in seen.values():
        if len(both) == 2:
            minor = _minor(sorted(both[True]), sorted(both[False]))
            major = min(both[minor[0] not in both[True]])
            other = tokens.span(major, major + 2)
            for place in minor:
                span = tokens.span(place, place + 2)
                yield Flaw("pointed", span, document.quote(span), document.quote(other), other, "so elsewhere")


def _national(document: Document) -> Iterator[Flaw]:
    """Defence Minister beside Defense Minister: one title in British and in American spelling."""
    tokens = document.tokens
    for number, word in enumerate(tokens.types):
        if not word.capital or word.kind is not TokenKind.WORD or len(word.lower) < 6:
            continue
        spelling = american(word.lower)
        if spelling == word.lower or spelling not in document.by_lower:
            continue
        british = _beside(document, document.places[number])
        for twin in document.by_lower[spelling]:
            if not tokens.types[twin].capital:
                continue
            others = _beside(document, document.places[twin])
            shared = {neighbour for neighbour, _ in british} & {neighbour for neighbour, _ in others}
            here = sorted({place for neighbour, place in british if neighbour in shared})
            there = sorted({place for neighbour, place in others if neighbour in shared})
            if not shared:
                continue
            yield from _rarer(document, "national", here, there, "beside the same word")


def _rarer(document: Document, kind: str, here: list[int], there: list[int], reason: str) -> Iterator[Flaw]:
    """Report the places of the rarer of two forms, each beside the first place of the other."""
    tokens = document.tokens
    minor = _minor(here, there)
    major = there if minor is here else here
    other = tokens.span(major[0], major[0] + 1)
    for place in minor:
        span = tokens.span(place, place + 1)
        yield Flaw(kind, span, document.quote(span), document.quote(other), other, reason)


def _beside(document: Document, places: Sequence[int]) -> list[tuple[tuple[int, str], int]]:
    """Return the capitalised neighbours of each place, with the side they stand on."""
    tokens = document.tokens
    found = []
    for place in places:
        for side in (-1, 1):
            if 0 <= place + side < len(tokens):
                word = tokens.word(place + side)
                if word.capital and word.kind is TokenKind.WORD and not word_classes(word.lower) >= {"function"}:
                    found.append(((side, word.lower), place))
    return found


def _acronym_case(document: Document) -> Iterator[Flaw]:
    """Nato beside NATO. A person or a country in capitals is no acronym."""
    tokens = document.tokens
    persons = {mention.parts[-1].lower() for mention in document.derive(mentions).all if mention.full or mention.role}
    titled = document.derive(mentions).titled
    for number, word in enumerate(tokens.types):
        if not word.upper or not 3 < len(word.form) < 7 or not word.form.isalpha():
            continue
        twins = document.by_lower[word.lower]
        if len(twins) == 1 or word.lower in persons or word.lower in _never_acronyms():
            continue
        if is_word(word.lower) or _shouted(document, number):
            continue
        for twin in twins:
            if tokens.types[twin].form != word.form.capitalize():
                continue
            here, there = (
                [place for place in document.places[kind] if document.block_of(place) not in titled]
                for kind in (number, twin)
            )
            here = [
                place
                for place in here
                if place - tokens.blocks[document.block_of(place)] > _DATELINE
                and (place + 1 == len(tokens) or tokens.word(place + 1).form != ":")
            ]  # who speaks stands in capitals in a transcript
            if not here or not there:
                continue
            yield from _rarer(document, "acronym-case", here, there, "so elsewhere")


@lru_cache(maxsize=1)
def _never_acronyms() -> frozenset[str]:
    return frozenset(load().given_names) | {country.name.lower() for country in load().countries}


def _shouted(document: Document, number: int) -> bool:
    """Tell whether a word in capitals stands beside another one: a line, or a speaker, in capitals."""
    tokens = document.tokens
    return any(
        0 <= beside < len(tokens) and tokens.word(beside).upper and len(tokens.word(beside).form) > 3
        for place in document.places[number]
        for beside in (place - 1, place + 1)
    )


def _article(document: Document) -> Iterator[Flaw]:
    """The Crimea beside Crimea: an article before a name that has none elsewhere."""
    tokens = document.tokens
    articles = set(document.by_lower.get("the", ()))
    with_article: dict[str, list[int]] = {}
    without: dict[str, list[int]] = {}
    for mention in document.derive(mentions).all:
        place = mention.first
        if len(mention.parts) > 1 or mention.acronym or mention.opening or place == 0 or mention.title != place:
            continue
        form = mention.parts[0]
        if is_word(form) or not form.istitle() or not form.isalpha() or form.endswith("s"):
            continue
        follower = tokens.word(place + 1).lower if place + 1 < len(tokens) else "."
        if follower not in _FOLLOWERS and follower not in ',.;:!?)”’"':
            continue
        if follower == "and" and place + 2 < len(tokens) and tokens.word(place + 2).capital:
            continue  # the Russia and Eurasia Program
        if tokens.ids[place - 1] in articles:
            with_article.setdefault(form, []).append(place)
        elif tokens.word(place - 1).lower in _PREPOSITIONS:
            without.setdefault(form, []).append(place)
    for form, places in with_article.items():
        bare = without.get(form, [])
        if len(bare) < 2 * len(places):
            continue
        other = tokens.span(bare[0] - 1, bare[0] + 1)
        for place in places:
            span = tokens.span(place - 1, place + 1)
            yield Flaw("article", span, document.quote(span), form, other, "without an article elsewhere")
