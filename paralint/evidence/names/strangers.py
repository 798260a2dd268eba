"""Names that nobody bears, right behind a person who is never named again.

*Its director, Hannelore Bighead, said that it would appeal. "It costs the price of a label," Großkopf said*: whoever
speaks behind a person that has just been brought in is that person, if nobody was brought in under the name of the
speaker. So the two names need not be alike: one of them was translated, made from a neighbour or read in another
language. In a million words of edited news this happens three times, so the rule that asks is heard in damaged texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.names.cities import cities
from paralint.evidence.names.drift import drifts, likely_drifts
from paralint.evidence.names.flaws import Flaw
from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.introductions import acts, is_person, peoples, places_of_names
from paralint.evidence.names.likely_truncated import likely_truncated
from paralint.evidence.names.mentions import Mention, Mentions, mentions
from paralint.evidence.names.near_names import near_names
from paralint.evidence.names.persons import person_flaws
from paralint.evidence.names.spellings import fold, gendered, likeness
from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.quotations.reporting import REPORTING
from paralint.evidence.words.closed import ARTICLES, QUOTES
from paralint.evidence.words.sexes import KIN
from paralint.evidence.words.titles import FIRST_NAME_TITLES, TITLES
from paralint.text.document import Document
from paralint.text.morphology import is_word, word_classes

_ENDS = frozenset(".,;:")
_LIKE = 0.5  # least likeness of two names of which one is taken for a slip of the other
_PIECE = 3  # letters of a word that a name is made of


def strangers(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws stranger of a document (a layer: see ``Document.derive``)."""
    found = document.derive(mentions)
    layers = (drifts, likely_drifts, near_names, likely_truncated, person_flaws)
    told = {part for layer in layers for flaw in document.derive(layer) for part in _parts(flaw)}
    flaws = (_flaw(found, *pair) for pair in _pairs(found))
    return tuple(flaw for flaw in flaws if told.isdisjoint(_parts(flaw)))


def _parts(flaw: Flaw) -> frozenset[str]:
    return frozenset((*flaw.form.split(), *flaw.major.split()))


def _pairs(found: Mentions) -> Iterator[tuple[Mention, str, int]]:
    """Yield the persons who are brought in, each with the name that is called right behind, and its place."""
    person: Mention | None = None
    heard: set[str] = set()
    for first, last, mention in places_of_names(found):
        if mention is not None and (mention.full or _is_titled(found, mention, heard)):
            if _is_brought_in(found, mention):
                person = mention
            heard.update(mention.parts)
            continue
        form = found.document.tokens.word(first).form
        if form in heard:
            continue
        heard.add(form)
        if person is not None and _may_speak(form) and _is_next(found, person, first, last):
            yield person, form, first


def _is_titled(found: Mentions, mention: Mention, heard: set[str]) -> bool:
    """Tell whether somebody is brought in by a title and one name: Captain Lightning."""
    return mention.title < mention.first and mention.parts[0] not in heard and not mention.opening


def _is_brought_in(found: Mentions, mention: Mention) -> bool:
    """Tell whether a person is brought in by a name: by a given name, a title, an age, or what is said of them."""
    word, size = found.document.tokens.word, len(found.document.tokens)
    behind = [word(at).lower for at in range(mention.last, min(mention.last + 2, size))]
    if behind[:1] == [","] and (behind[1:] in (["who"], ["whose"]) or behind[-1].isdecimal()):
        return True
    apposed = behind[:1] == [","] and not ARTICLES.isdisjoint(behind[1:])
    if not is_person(mention) and mention.full:
        return apposed and fold(mention.parts[0]) in load().given_names
    before = word(mention.first - 1).lower if mention.first else ""
    return (
        bool(mention.role)
        or fold(mention.parts[0]) in load().given_names
        or before in REPORTING
        or apposed
        or (before == "," and behind[:1] in ([","], ["."]))
    )


def _may_speak(form: str) -> bool:
    """Tell whether a form may be the name of a person."""
    lower = form.lower()
    return not (
        form.isupper()
        or lower.endswith("body")
        or fold(form) in peoples()
        or form in cities()
        or lower in KIN | TITLES | FIRST_NAME_TITLES
        or not {"function", "adverb"}.isdisjoint(word_classes(lower))
    )


def _is_next(found: Mentions, person: Mention, first: int, last: int) -> bool:
    """Tell whether a name is called where the person before it speaks on, who is called by no name of their own."""
    document, family = found.document, person.parts[-1]
    if document.block_of(first) - document.block_of(person.first) > 1 or not _speaks(found, first, last):
        return False
    for each in found.by_part[family]:
        again = each.first > person.first and not each.full and (each.opening or acts(found, each))
        if again or (each.first < person.first and each.full and is_person(each)):
            return False
    return True


def _speaks(found: Mentions, first: int, last: int) -> bool:
    """Tell whether a name stands by a quotation, or begins its sentence as that of somebody who has an age."""
    document = found.document
    word, size = document.tokens.word, len(document.tokens)
    if first < 2 or last >= size:
        return False
    before, after = word(first - 1), word(last)
    quoted = before.form in QUOTES and word(first - 2).form in _ENDS
    if quoted and after.lower in REPORTING:
        return True
    if before.lower in REPORTING and after.form in _ENDS:
        return word(first - 2).form in QUOTES or (
            word(first - 2).form == "," and document.derive(quotations).inside[first] > 0
        )
    if first not in document.tokens.sentences:
        return False
    behind = word(min(last + 1, size - 1)).lower
    aged = behind.isdecimal() and len(behind) == 2 and last + 2 < size and word(last + 2).form == ","
    return after.form == "," and (behind == "who" or aged)


def _flaw(found: Mentions, person: Mention, form: str, first: int) -> Flaw:
    tokens = found.document.tokens
    family = person.parts[-1]
    here, there = tokens.span(first, first + 1), tokens.span(person.last - 1, person.last)
    if _is_damaged(found, person, form):
        return Flaw("stranger", there, family, form, here, "")
    return Flaw("stranger", here, form, family, there, "")


def _is_damaged(found: Mentions, person: Mention, form: str) -> bool:
    """Tell whether it is the fuller name that is wrong: by its words, or for a half lost."""
    family = person.parts[-1]
    if _is_made_of_words(form) != _is_made_of_words(family):
        return _is_made_of_words(family)
    if found.counts[form] > found.counts[family] or form.endswith(f"-{family}") or form.startswith(f"{family}-"):
        return True
    one, other = fold(form), fold(family)
    return likeness(one, other) < _LIKE and not gendered(one, other)


def _is_made_of_words(form: str) -> bool:
    """Tell whether a name is a word, or two of them: Bighead."""
    lower = form.lower()
    return is_word(lower) or any(
        is_word(lower[:cut]) and is_word(lower[cut:]) for cut in range(_PIECE, len(lower) - _PIECE + 1)
    )
