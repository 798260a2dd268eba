"""Names of the document put into English: *King said* beside Vesna Kralj, *Star of Sirocco* beside Étoile de Sirocco.

A machine that rewrites a text translates the names in it, too, part by part. The name as it was stands elsewhere in the
document, and a dictionary says that one is a translation of the other. Likeness alone would say nothing of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from paralint.evidence.names.chains import chains
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import is_person
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.misnamed import known
from paralint.evidence.names.spellings import fold, likeness
from paralint.evidence.names.translations import translations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.words.closed import ARTICLES, words
from paralint.evidence.words.titles import COURTESY, HEADS, PARTICLES, TITLES
from paralint.text.document import Document
from paralint.text.morphology import countability, is_word, lemma
from paralint.values import NamedTuple

_JOINING = frozenset(("of", "&"))
_PARTICLES = frozenset(("the", "of", "from"))  # what stands for one of a family name
_MOST = 6  # parts of a name
_COGNATE = 0.8  # likeness of two words of one root: Credit, Crédito
_LONGER = 4  # letters by which a form is longer than the word that a dictionary has: southern, south
_PLURALS = ("es", "s", "en", "i", "e", "er", "y")
_KINDS = words("channel strait canal mount mountain cape hill peak desert forest volcano gulf creek pass airport fort")
_VERBS = words("has had was is would will could may might must did does")


class _Name(NamedTuple):
    """A name of several parts: its tokens, half open, and its parts without particles and *of*."""

    first: int
    last: int
    parts: tuple[str, ...]


def translated_names(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws foreign of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    flaws = [*_persons(found), *_particles(found), *_sons(found), *_names(found)]
    return tuple(sorted(flaws, key=lambda flaw: flaw.span.start))


def _persons(found: Mentions) -> Iterator[Flaw]:
    """King said, where a person named Kralj is introduced."""
    document = found.document
    families: dict[str, Mention] = {}
    named = {part.lower() for mention in found.full for part in mention.parts}
    for mention in found.full:
        if is_person(mention) and not is_word(mention.parts[-1].lower()):
            families.setdefault(mention.parts[-1], mention)
    for family, bearer in families.items():
        for english in sorted((translations(family) & document.by_lower.keys()) - named):
            for place in _alone(document, english):
                span, other = document.tokens.span(place, place + 1), found.span(bearer)
                yield Flaw("foreign", span, document.quote(span), family, other, "")


def _alone(document: Document, english: str) -> Iterator[int]:
    """Yield where a word stands alone like a name, which nothing introduces anywhere in this spelling."""
    for number in document.by_lower[english]:
        places = document.places[number]
        if document.tokens.types[number].form.istitle() and not any(_introduced(document, at) for at in places):
            yield from (place for place in places if _stands_alone(document, place))


def _particles(found: Mentions) -> Iterator[Flaw]:
    """Joris the Wit, where Joris de Wit is named: a particle put into English."""
    document = found.document
    word = document.tokens.word
    bearers = {(parts[0], parts[-1]): mention for mention in found.full if len(parts := mention.parts) == 3}
    for (given, family), bearer in bearers.items():
        if bearer.parts[1].lower() not in PARTICLES or not is_person(bearer):
            continue
        for mention in found.by_part[given]:
            place = mention.last
            if mention.parts != (given,) or place + 1 >= len(document.tokens):
                continue
            if word(place).lower in _PARTICLES and word(place + 1).form == family:
                span, other = document.tokens.span(mention.first, place + 2), found.span(bearer)
                yield Flaw("foreign", span, document.quote(span), document.quote(other), other, "")


def _sons(found: Mentions) -> Iterator[Flaw]:
    """Rashid Son of Majid: the word for a son or a daughter inside an Arabic or Hebrew name."""
    document = found.document
    word = document.tokens.word
    for number in document.by_lower.get("son", []) + document.by_lower.get("daughter", []):
        if not document.tokens.types[number].capital:
            continue
        for place in document.places[number]:
            if not 0 < place < len(document.tokens) - 2 or word(place + 1).lower != "of":
                continue
            left, right = word(place - 1), word(place + 2)
            if left.capital and right.capital and not is_word(left.lower) and not is_word(right.lower):
                span = document.tokens.span(place - 1, place + 3)
                owed = "bin" if word(place).lower == "son" else "bint"
                yield Flaw("foreign", span, document.quote(span), f"{left.form} {owed} {right.form}", None, "")


def _introduced(document: Document, place: int) -> bool:
    """Tell whether a word stands behind a given name: *John* Baker, at the start of a sentence, too."""
    before = document.tokens.word(place - 1) if place else None
    return before is not None and before.capital and fold(before.form) in load().given_names


def _stands_alone(document: Document, place: int) -> bool:
    """Tell whether a word bears a courtesy title or speaks, without an article, as only a person of that name does."""
    word = document.tokens.word
    before = word(place - 1) if place else None
    opens = place in document.tokens.sentences
    if place + 1 < len(document.tokens) and word(place + 1).capital:
        return False
    if before is not None and before.capital and before.lower.rstrip(".") in COURTESY | {"mr", "mrs", "ms", "dr"}:
        return place not in document.tokens.sentences
    if before is not None and (before.lower in ARTICLES or before.capital) and place not in document.tokens.sentences:
        return False
    after = word(place + 1) if place + 1 < len(document.tokens) else None
    if _like_name(document, place, opens):
        return True
    speaks = after is not None and after.lower in REPORTING and not after.capital
    spoken = before is not None and before.lower in ("said", "says", "added", "told") and not before.capital
    return speaks or (spoken and place not in document.tokens.sentences)


def _like_name(document: Document, place: int, opens: bool) -> bool:
    """Tell whether a noun stands without an article as no noun does: *Glazier*, who denies it; *Miller* has asked."""
    word = document.tokens.word
    lower = word(place).lower
    if len(document.by_lower[lower]) > 1 or len(document.places[document.tokens.ids[place]]) > 2:
        return False
    if is_word(lower) and (lower in TITLES or lower in HEADS or countability(lower) != "count" or lower.endswith("s")):
        return False
    if not opens:
        return True
    after, then = (word(at).lower if at < len(document.tokens) else "" for at in (place + 1, place + 2))
    return (after == "," and then in ("who", "whose", "for")) or after in _VERBS


def _names(found: Mentions) -> Iterator[Flaw]:
    """Southern Pacific beside Pacífico Sur, Emperor & Fox beside Keizer & Vos."""
    document = found.document
    names = list(dict.fromkeys(_several(found)))
    by_word: dict[str, list[_Name]] = defaultdict(list)
    uses: dict[tuple[str, ...], int] = defaultdict(int)
    for name in names:
        uses[name.parts] += 1
        for part in dict.fromkeys(name.parts):
            if is_word(part):
                by_word[part].append(name)
    told: set[int] = set()
    for original in names:
        for english in _candidates(original, by_word):
            if english.first in told or english.parts == original.parts or uses[english.parts] > uses[original.parts]:
                continue
            if document.sentence_of(english.first) == document.sentence_of(original.first):
                continue  # it is explained
            if known(english.parts) and all(map(is_word, original.parts)):
                continue  # United Nations, beside a slip for the United States
            if _translates(english.parts, original.parts) and not (known(english.parts) and known(original.parts)):
                told.add(english.first)
                span = document.tokens.span(english.first, english.last)
                other = document.tokens.span(original.first, original.last)
                yield Flaw("foreign", span, document.quote(span), document.quote(other), other, "")


def _several(found: Mentions) -> Iterator[_Name]:
    """Yield the names of several parts, those joined by *of* and *&* in one piece, hyphens cut."""
    for chain in chains(found, _JOINING):
        yield from _in_one(chain)


def _in_one(chain: list[Mention]) -> Iterator[_Name]:
    parts: list[str] = []
    for mention in chain:
        for part in mention.parts:
            if part.lower() not in PARTICLES:
                parts += [fold(piece) for piece in part.split("-") if piece]
    if 1 < len(parts) <= _MOST:
        yield _Name(chain[0].first, chain[-1].last, tuple(parts))


def _candidates(original: _Name, by_word: dict[str, list[_Name]]) -> Iterator[_Name]:
    """Yield the names that have a translation of a word of another one in them, and as many parts."""
    for part in original.parts:
        translated = translations(part).union(*(translations(stem) for stem in _singulars(part)))
        for form in (word + ending for word in sorted(translated) for ending in ("", "ern", "s")):
            yield from (name for name in by_word.get(form, ()) if len(name.parts) == len(original.parts))


def _singulars(part: str) -> Iterator[str]:
    return (part.removesuffix(ending) for ending in _PLURALS if part.endswith(ending) and len(part) > _LONGER - 1)


def _translates(english: tuple[str, ...], original: tuple[str, ...]) -> bool:
    """Tell whether each part of a name is the part of another one or its translation, in order or turned round."""
    for order in (original, original[::-1]):
        same = changed = 0
        for word, part in zip(english, order, strict=True):
            if word == part:
                same += 1
            elif _means(word, part) and not (is_word(part) and (word.startswith(part) or part.startswith(word))):
                changed += 1  # West and Western are two English words
            else:
                break
        else:
            # The words of a body are said in many ways; what names it must be foreign.
            foreign = [part for part in original if not is_word(part)]
            return changed > 0 and (same + changed > 1) and bool(foreign or same) and not _is_kind(english, original)
    return False


def _is_kind(english: tuple[str, ...], original: tuple[str, ...]) -> bool:
    """Tell whether nothing but the kind of a body is translated: the University of Salamanca."""
    return all(word in HEADS or word in TITLES or word in _KINDS for word in english if word not in original)


def _means(word: str, part: str) -> bool:
    if not is_word(word):
        return False
    meanings = translations(part)
    if word in meanings:
        return True
    singular = lemma(word, "NNS")
    if singular != word and any(singular in translations(stem) for stem in _singulars(part)):
        return True
    if is_word(part):
        return False
    if any(word.startswith(each) and len(word) - len(each) < _LONGER for each in meanings if len(each) >= _LONGER):
        return True
    return word[0] == part[0] and len(word) > 3 and likeness(word, part) >= _COGNATE
