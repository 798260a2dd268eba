"""What stands around a gap where an auxiliary may have been lost, told in features.

A participle, an adjective or a determiner behind a subject needs a "be" or "have" in front of it if nothing else is
finite in its clause. Whether something is, is told by the verbs, the words that open clauses and the marks of the
sentence, counted without the word at the gap, since the tagger takes a participle that has lost its auxiliary for a
finite verb where it can. ``lost_verbs`` weighs these.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from paralint.evidence.grammar.verb_contexts import Sentence, kind_of, reading, valencies
from paralint.evidence.words.closed import BE, DO, FINITE, HAVE, NOUNS, words
from paralint.text.morphology import word_classes

_OPENS = words(
    "that which who whom whose because although though while when where if whether since until unless as than"
)
_MARKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "“", "”", '"', "‘", "’", "''", "``"})
_AUXILIARY = BE | HAVE | DO
_SMALL = frozenset({"IN", "TO", "DT", "PRP", "PRP$", "CC", "WDT", "WP", "WRB", "EX", "MD", "RP"})


def _name(here: Sentence, place: int) -> str:
    """Return a small word as it is, and the tag of any other one."""
    tag, word = here.tag(place), here.word(place)
    return word if tag in _SMALL or word in _AUXILIARY or not tag.isalpha() else tag


@lru_cache(maxsize=1 << 13)
def form(word: str) -> str:
    """Return what a word can be: its labels as a verb, and its classes."""
    return reading(word)[1] + "/" + "".join(sorted(one[:3] for one in word_classes(word)))


def features(words: Sequence[str], tags: Sequence[str], first: int, last: int, at: int) -> list[str]:
    """Return the features of the gap before the token at ``at``."""
    here = Sentence(words, tags, first, last)
    word, tag = here.word(at), here.tag(at)
    what = form(word)
    verb = reading(word)[0]
    before, behind = _before(here, at), _behind(here, at)
    whole = f"{before} {behind}"
    subject = at - 1
    while subject > first and tags[subject] == "RB":
        subject -= 1
    who = kind_of(here.word(subject), here.tag(subject))
    start = _phrase(here, subject)
    opens = _name(here, start - 1)
    one, two, three = _name(here, at - 1), _name(here, at - 2), _name(here, at - 3)
    next_, second, third = _name(here, at + 1), _name(here, at + 2), _name(here, at + 3)
    return [
        "",
        f"a{one} {what}",
        f"b{two} {one} {what}",
        f"c{three} {two} {one}",
        f"d{what} {next_}",
        f"e{what} {next_} {second}",
        f"f{one} {what} {next_}",
        f"g{one} {what} {next_} {second}",
        f"h{who} {word}",
        f"i{who} {tag} {next_}",
        f"j{word} {next_}",
        f"k{word}",
        f"l{here.word(at - 1)} {what}",
        f"m{verb} {next_}",
        f"n{valencies(verb)} {next_} {who}",
        f"o{before} {what}",
        f"p{whole} {what}",
        f"q{whole}",
        f"r{whole} {who} {what}",
        f"s{opens} {who} {what}",
        f"t{opens} {before} {what}",
        f"u{opens} {whole} {what}",
        f"v{opens} {who} {whole} {what} {next_}",
        f"w{start == first:d} {whole} {what} {who}",
        f"x{tag} {what} {one}",
        f"y{at - subject} {here.word(at - 1)} {what}",
        f"z{next_} {second} {third}",
        f"A{who} {what} {next_} {before}",
        f"B{opens} {what} {next_}",
        f"C{valencies(verb)} {next_} {whole}",
        f"D{min(at - start, 4)} {opens} {what} {whole}",
        f"E{here.word(subject)} {what} {whole}",
    ]


def _phrase(here: Sentence, at: int) -> int:
    """Return where the noun phrase that ends at a token begins."""
    while at > here.first and here.tags[at] in NOUNS and here.tags[at - 1] in (*NOUNS, "JJ", "DT", "CD", "PRP$", "POS"):
        at -= 1
    while at > here.first and here.tags[at - 1] in ("DT", "JJ", "CD", "PRP$"):
        at -= 1
    return at


def _before(here: Sentence, at: int) -> str:
    """Return how many finite verbs stand before a gap in its clause, and more of them than of openers before that."""
    place, near = at - 1, 0
    while place >= here.first and here.words[place] not in _OPENS and here.words[place] not in _MARKS:
        near += here.tags[place] in FINITE
        place -= 1
    opener = here.words[place] if place >= here.first else "^"
    finite = sum(tag in FINITE for tag in here.tags[here.first : at])
    openers = sum(word in _OPENS for word in here.words[here.first : at])
    name = "w" if opener in _OPENS and opener != "that" else opener if opener in ("^", ",", "that", ";") else "m"
    return f"{name}{min(near, 2)}{max(-2, min(finite - openers, 2))}"


def _behind(here: Sentence, at: int) -> str:
    """Return the same of what stands behind a gap and the token after it."""
    place, near = at + 1, 0
    while place < here.last and here.words[place] not in _OPENS and here.words[place] not in _MARKS:
        near += here.tags[place] in FINITE
        place += 1
    mark = here.words[place] if place < here.last else "^"
    finite = sum(tag in FINITE for tag in here.tags[at + 1 : here.last])
    openers = sum(word in _OPENS for word in here.words[at + 1 : here.last])
    name = "w" if mark in _OPENS else mark if mark in (",", "^") else "m"
    return f"{name}{min(near, 2)}{max(-2, min(finite - openers, 2))}"
