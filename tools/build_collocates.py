"""Build ``paralint/data/collocates.txt``: which words are put for which, and the collocations of the latter.

    python tools/build_collocates.py

Its sources were written for paralint: ``wrong_senses.txt``, ``look_alikes.txt``, ``collocated_senses.txt`` and
``senses.txt`` say what is put for what, ``collocations.txt``, ``crossed.txt`` and ``idioms.txt`` what goes together.
Words of one stem are put for one another, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from paralint.evidence.phrases.collocates import FIRST, HEADER, HOLE, LONG, PUT
from paralint.evidence.phrases.expressions import DROPPED
from paralint.evidence.words.terms import CLASSES, FUNCTION_WORDS, LIKELY, bases, load
from paralint.text.morphology import zipf_frequency

HERE = Path(__file__).parent
TARGET = HERE.parent / "paralint" / "data" / "collocates.txt"
LONGEST = 6
ANYWHERE = 6.0  # how common a word is that may stand anywhere, log10 in a billion words
STEM = 4  # letters of a stem
RAREST = 2.5  # how common a word is that is put for one of its stem, at least
_ENDINGS = """
    s e y er or ist ian ics ic al ial ical ing ment ness ity ty ship hood place ism age ance ence ancy ency ation
    ition ion tion sion ative ive ous ful less able ible ly ally ure ary ory house man ster let dom ant ent th ise ize
    ify ish le el ette et ade ard ee eer ess iac oid ose um us ix itis en erel tail ome ote ine in on ot at ace ice
    icle ling kin ia ium arium orium oir eur ane ene ole ock ow ey ie some ward wise like
"""
ENDINGS = ("", *_ENDINGS.split())
_PLAIN = "be have do get go make take someone something somebody oneself other one thing way"
PLAIN = frozenset(_PLAIN.split())


def relatives() -> Iterator[tuple[str, str]]:
    """Yield words of one stem with another ending, the second with its class behind a stroke."""
    terms = load()
    families: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(terms.words):
        if word.isalpha() and base(word) == word and zipf_frequency(word) >= RAREST:
            for ending in ENDINGS:
                if word.endswith(ending) and len(word) - len(ending) >= STEM:
                    families[word.removesuffix(ending)].append(number)
    for family in families.values():
        for number, other in permutations(family, 2):
            if number != other:
                pair = terms.words[number], terms.words[other]
                yield from ((pair[0], f"{pair[1]}/{letter}") for letter in shared(number, other) if letter != "v")


def shared(one: int, other: int) -> list[str]:
    """Return the classes, as letters, that two words often are of, by their numbers."""
    of = load().classes
    return [letter for place, letter in enumerate(CLASSES) if (of[one] & of[other]) >> (LIKELY + place) & 1]


def exchanged() -> dict[str, set[str]]:
    """Return by what may be put for others what may be meant, with its class behind a stroke."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in ("wrong_senses.txt", "look_alikes.txt", "collocated_senses.txt"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                head, _, tail = line.partition(": ")
                meant, letter = head.split()
                for word in tail.split():
                    found[word].add(f"{plain(meant, letter)}/{letter}")
    for line in (HERE / "senses.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "=#":
            head, _, tail = line.partition(":")
            meant, _, letter = head.partition("/")
            for word in tail.split():
                if "-" not in meant + word:
                    found[word].add(f"{plain(meant, letter or 'n')}/{letter or 'n'}")
    return found


def plain(meant: str, letter: str) -> str:
    """Return what is listed as meant in the form that collocations are told of: rights by those of a right."""
    return base(meant) if letter == "n" else meant


def main() -> None:
    put = exchanged()
    for word, each in relatives():
        put[word].add(each)
    asked = {each.rsplit("/", 1)[0] for row in put.values() for each in row} | put.keys()
    rows: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in told():
        words = [word for word in line.lower().split() if word not in DROPPED]
        if len(words) == len(line.split()) == 2 and words[0] in FUNCTION_WORDS and base(words[1]) in asked:
            rows[base(words[1])][words[0]].add(f"{FIRST}+{HOLE}")
        if not 2 <= len(words) <= LONGEST or not all(word.isascii() for word in words):
            continue
        words = [word if word in FUNCTION_WORDS else base(word) for word in words]
        for place, word in enumerate(words):
            others = [each for each in words[:place] + words[place + 1 :] if each not in FUNCTION_WORDS]
            if word in asked and word not in FUNCTION_WORDS and any(each not in PLAIN for each in others):
                rest = [HOLE if at == place else each for at, each in enumerate(words)]
                rest[rest.index(others[0])] = FIRST
                rows[word][others[0]].add("+".join(rest))
    met = pairs_met()
    used = {
        word: sorted(
            each + LONG * ((word, each) in met)
            for each in found
            if each.rsplit("/", 1)[0] in rows and met.get((word, each)) != LONG
        )
        for word, found in put.items()
        if zipf_frequency(word) < ANYWHERE
    }
    lines = [f"{PUT}{word}\t{' '.join(each)}\n" for word, each in used.items() if each]
    for word, told_by in rows.items():
        joined = (":".join((first, *sorted(each))) for first, each in sorted(told_by.items()))
        lines.append(f"{word}\t{' '.join(joined)}\n")
    TARGET.write_text(HEADER + "".join(sorted(lines, key=str.encode)), encoding="utf-8")


def told() -> Iterator[str]:
    """Yield the collocations and idioms."""
    for name in ("collocations.txt", "idioms.txt"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line
    for line in (HERE / "crossed.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield from crossed(line)


def crossed(line: str) -> Iterator[str]:
    """Yield the collocations of a line of ``crossed.txt``, which says how its lines are written."""
    firsts, sign, seconds = line.partition(">")
    if sign:
        pairs = [(first, second) for first in firsts.split() for second in seconds.split()]
    else:
        head, _, rest = line.partition(":")
        before, _, behind = rest.partition("|")
        pairs = [(word, head) for word in before.split()] + [(head, word) for word in behind.split()]
    for first, second in pairs:
        yield f"{first} {second}".replace("~", " ")


def pairs_met() -> dict[tuple[str, str], str]:
    """Return the pairs that clean texts have: a word, and what might have been meant by it.

    Each has ``LONG`` if they have it in a collocation of three words and more.
    """
    lines = (HERE / "collocates_met.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition(LONG) for line in lines if not line.startswith("#")]
    return {(word, each): long for row, long, _ in rows for word, each in [row.split()]}


def base(word: str) -> str:
    return bases(word)[0]


if __name__ == "__main__":
    main()
