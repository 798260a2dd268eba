"""Texts of odd shape, of any size: what a linter may be given beside articles, from one word to broken markup.

A shape is the suffix of its file and a function that makes its text, out of random numbers that are always the same,
as long as is asked. ``benchmarks/scaling.py`` checks each at two sizes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

from paralint.values import NamedTuple

ROOT = Path(__file__).parent.parent
SPUN = ROOT / "seeds" / "000_8140ba24074b4d3e.txt"
CLEAN = ROOT / "tests" / "articles"

Pieces = Iterable[str]
Maker = Callable[[random.Random], Pieces]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_FIRST = [
    "Anna",
    "Ben",
    "Clara",
    "David",
    "Elena",
    "Frank",
    "Grace",
    "Hugo",
    "Irene",
    "James",
    "Karen",
    "Louis",
    "Maria",
    "Nathan",
    "Olga",
    "Peter",
    "Rosa",
    "Simon",
]
_FUNCTION = [
    "the",
    "of",
    "to",
    "and",
    "a",
    "in",
    "for",
    "said",
    "that",
    "was",
    "it",
    "is",
    "on",
    "with",
    "by",
    "he",
    "they",
    "his",
    "not",
    "from",
    "at",
    "as",
    "had",
    "were",
    "who",
]
_NOUNS = [
    "president",
    "city",
    "war",
    "soldier",
    "minister",
    "report",
    "company",
    "people",
    "attack",
    "police",
    "court",
    "man",
    "woman",
    "day",
    "game",
    "team",
]
_VERBS = [
    "said",
    "told",
    "attacked",
    "killed",
    "won",
    "lost",
    "met",
    "sold",
    "bought",
    "left",
    "found",
    "saw",
    "went",
    "came",
    "gave",
    "took",
    "made",
]
_EMOJI = "😀👩‍👩‍👧🇺🇦✊🏽e\u0301a\u0308\u0323"


class Shape(NamedTuple):
    """One kind of text: the suffix that tells its format, and what makes its pieces, without end."""

    suffix: str
    pieces: Maker

    def text(self, size: int, seed: int = 1) -> str:
        """Return a text of ``size`` characters, the same for the same seed."""
        made: list[str] = []
        missing = size
        for piece in self.pieces(random.Random(seed)):
            made.append(piece)
            missing -= len(piece)
            if missing <= 0:
                break
        return "".join(made)[:size]


def _lexicon() -> list[str]:
    """Return some thousand words, sorted, out of the lists that come with paralint."""
    words: set[str] = set()
    for name in ("complements.txt", "count_nouns.txt", "phrasal_verbs.txt", "governors.txt"):
        text = (ROOT / "paralint" / "data" / name).read_text(encoding="utf-8")
        words.update(word for word in text.split() if word.isalpha() and word.islower())
    return sorted(words)


_WORDS = _lexicon()
_ARTICLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CLEAN.glob("*.txt"))}


def _again(*pieces: str) -> Maker:
    return lambda _: cycle(pieces)


def _each(make: Callable[[random.Random, int], str]) -> Maker:
    """Make each piece of random numbers and its own number."""

    def pieces(dice: random.Random) -> Iterator[str]:
        number = 0
        while True:
            yield make(dice, number)
            number += 1

    return pieces


def _choice(words: str | list[str], between: str = " ") -> Maker:
    return _each(lambda dice, _: dice.choice(words) + between)


def _opened(opening: str, inside: Maker) -> Maker:
    def pieces(dice: random.Random) -> Iterator[str]:
        yield opening
        yield from inside(dice)

    return pieces


def _nested(opening: str, closing: str, depth: int = 10_000, inside: str = "the president said ") -> Maker:
    """Open so many, then close them, and again."""

    def pieces(_: random.Random) -> Iterator[str]:
        while True:
            for _number in range(depth):
                yield opening + inside
            for _number in range(depth):
                yield closing

    return pieces


def _word(dice: random.Random, length: int = 7) -> str:
    return "".join(dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(length))


def _name(number: int) -> str:
    """Return a name for each number, pronounceable and long."""
    syllables = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"]
    made = ""
    number += 15 * 15
    while number:
        number, which = divmod(number, 15)
        made += syllables[which]
    return made.capitalize() + "v"


def _sentence(dice: random.Random) -> str:
    kinds: Mapping[str, list[str]] = {"f": _FUNCTION, "n": _NOUNS, "v": _VERBS}
    return " ".join(dice.choice(kinds[kind]) for kind in "fnvfnfn").capitalize() + ". "


def _renamed(text: str, number: int) -> str:
    """Return an article in which each person and place has another name."""
    for place, name in enumerate(("Biden", "Putin", "Ukraine", "Russia", "Zelensky", "Moscow", "Kyiv", "Germany")):
        text = text.replace(name, _name(8 * number + place))
    return text + "\n\n"


def _article(text: str) -> Maker:
    return _again(text + "\n\n")


def _columns(dice: random.Random, number: int) -> str:
    return f"{_name(number % 400)} City\t{dice.randrange(99)}\t{dice.randrange(9999):,}\t{dice.random():.2f}%\n"


def _results(dice: random.Random, number: int) -> str:
    one, other = _name(dice.randrange(60)), _name(dice.randrange(60))
    return f"{one} United {dice.randrange(6)}-{dice.randrange(6)} {other} Town (att. {dice.randrange(60000):,})\n"


def _turn(dice: random.Random, number: int) -> str:
    speaker = ("INTERVIEWER", "SMITH", "Q", "A")[number % 4]
    return f"{speaker}: {_sentence(dice)}{_sentence(dice)}I think {_sentence(dice).lower()}\n\n"


def _date(dice: random.Random) -> str:
    return f"{dice.randrange(1, 29)} {dice.choice(_MONTHS)} {dice.randrange(1900, 2025)}"


def _marks(dice: random.Random, _: int) -> str:
    """Return a few words with quotation marks wherever they fall."""
    mark = dice.choice(['"', "“", "”", "'", "‘", "’", "", "", ". ", "«", "»"])
    return mark + dice.choice(_FUNCTION + _NOUNS) + dice.choice([" ", " ", mark + " "])


def _quotation(dice: random.Random, number: int) -> str:
    opening, closing = (("“", "”"), ('"', '"'), ("‘", "’"))[number % 3]
    return f"{opening}{_sentence(dice)[:-2]},{closing} said {dice.choice(_FIRST)} {_name(number % 300)}. "


def _figures(dice: random.Random, number: int) -> str:
    return (
        f"{dice.randrange(2, 900)} people were killed and {dice.randrange(2, 900)} injured in "
        f"{_name(number % 50)} on {dice.choice(_WEEKDAYS)}. "
    )


def _every(text: str) -> list[str]:
    return [sentence + ". " for sentence in text.replace("\n", " ").split(". ")]


def _same_but(template: str) -> Maker:
    """Repeat a sentence with its number and name changed."""
    return _each(
        lambda dice, number: template.format(number=number + 2, name=_name(number), any=dice.randrange(2, 999))
    )


SHAPES: Mapping[str, Shape] = {
    "one word": Shape(".txt", _again("war ")),
    "one capital word": Shape(".txt", _again("War ")),
    "one function word": Shape(".txt", _again("the ")),
    "one word, commas": Shape(".txt", _again("war, ")),
    "one word, full stops": Shape(".txt", _again("War. ")),
    "two numbers, commas": Shape(".txt", _again("one, two, ")),
    "one sentence without end": Shape(".txt", _choice(_FUNCTION + _NOUNS + _VERBS)),
    "random sentences": Shape(".txt", _each(lambda dice, _: _sentence(dice))),
    "random words, one sentence": Shape(".txt", _choice(_WORDS)),
    "random words, sentences": Shape(
        ".txt", _each(lambda dice, _: " ".join(dice.choices(_WORDS, k=12)).capitalize() + ". ")
    ),
    "random words, title case": Shape(".txt", _choice([word.title() for word in _WORDS])),
    "random letters": Shape(".txt", _each(lambda dice, _: _word(dice) + " ")),
    "random capitalized letters": Shape(".txt", _each(lambda dice, _: _word(dice).title() + " ")),
    "all capitals": Shape(".txt", _choice([word.upper() for word in _FUNCTION + _NOUNS] + ["."])),
    "capital sentences": Shape(".txt", _each(lambda dice, _: _sentence(dice).upper())),
    "title case": Shape(".txt", _each(lambda dice, _: _sentence(dice).title())),
    "no spaces": Shape(".txt", _again("a")),
    "no spaces, letters": Shape(".txt", _each(lambda dice, _: _word(dice))),
    "spaces": Shape(".txt", _again("  ", "\t", " \u00a0")),
    "one name": Shape(".txt", _again("Oleksii Reznikov ")),
    "one name, sentences": Shape(".txt", _again("Oleksii Reznikov said so. ")),
    "two names": Shape(".txt", _again("John Smith met Mary Jones. ", "Mary Jones met John Smyth. ")),
    "names": Shape(".txt", _choice(["John Smith", "Mary Jones", "Reznikov", "Ryzkov", "President Zelensky", "Paris"])),
    "distinct names": Shape(".txt", _same_but("{name} said so. ")),
    "distinct full names": Shape(".txt", _same_but("Minister Anna {name} met Peter {name}son in Paris. ")),
    "distinct names, one sentence": Shape(".txt", _same_but("{name} ")),
    "one surname, many first names": Shape(".txt", _same_but("{name} Reznikov said so. ")),
    "one first name, many surnames": Shape(".txt", _same_but("Oleksii {name} said so. ")),
    "names and initials": Shape(".txt", _same_but("J. K. {name} met Gen. A. {name} Jr. ")),
    "titles and names": Shape(
        ".txt",
        _each(
            lambda dice, number: (
                f"{dice.choice(['President', 'Mr', 'Gen.', 'Prime Minister', 'Dr'])} {_name(number % 500)} said so. "
            )
        ),
    ),
    "bodies": Shape(".txt", _same_but("The {name} Institute of Science (NIS) and the Ministry of {name} agreed. ")),
    "acronyms": Shape(
        ".txt", _each(lambda dice, _: f"The {_word(dice, 3).upper()} met the {_word(dice, 4).upper()}. ")
    ),
    "ages": Shape(
        ".txt", _each(lambda dice, number: f"{dice.choice(_FIRST)} {_name(number % 90)}, {dice.randrange(99)}, won. ")
    ),
    "numbers": Shape(".txt", _each(lambda dice, _: f"{dice.randrange(10**6)} ")),
    "deaths and dates": Shape(
        ".txt",
        _each(
            lambda dice, _: (
                f"{dice.randrange(99999)} people died on {dice.randrange(1, 29)} May 19{dice.randrange(10, 99)}. "
            )
        ),
    ),
    "dates": Shape(".txt", _each(lambda dice, _: f"{_date(dice)}, ")),
    "births and deaths": Shape(
        ".txt",
        _each(lambda dice, n: f"{_name(n % 40)} was born on {_date(dice)} and died in {dice.randrange(1900, 2030)}. "),
    ),
    "years": Shape(".txt", _each(lambda dice, _: f"In {dice.randrange(1000, 2100)} the war began. ")),
    "weekdays": Shape(".txt", _each(lambda dice, _: f"The meeting was on {dice.choice(_WEEKDAYS)}. ")),
    "money": Shape(".txt", _each(lambda dice, _: f"The company paid ${dice.randrange(999)} million for the plant. ")),
    "percentages": Shape(
        ".txt", _each(lambda dice, _: f"Sales rose by {dice.randrange(99)} percent to {dice.randrange(999)}. ")
    ),
    "durations": Shape(
        ".txt",
        _each(
            lambda dice, _: (
                f"The {dice.choice(_NOUNS)} lasted {dice.randrange(2, 99)} {dice.choice(['days', 'weeks', 'hours'])}. "
            )
        ),
    ),
    "times": Shape(
        ".txt", _each(lambda dice, _: f"It began at {dice.randrange(1, 13)}:{dice.randrange(10, 60)} p.m. ")
    ),
    "casualties": Shape(".txt", _each(_figures)),
    "number words": Shape(
        ".txt",
        _choice(
            ["one", "two", "three", "twenty", "hundred", "thousand", "million", "first", "third", "half", "of", "the"]
        ),
    ),
    "measures": Shape(
        ".txt", _each(lambda dice, _: f"The road is {dice.randrange(99)} km long and {dice.randrange(99)} miles away. ")
    ),
    "scores": Shape(".txt", _each(_results)),
    "quotations": Shape(".txt", _each(_quotation)),
    "quotations, paragraphs": Shape(".txt", _each(lambda dice, number: _quotation(dice, number) + "\n\n")),
    "quotation marks anywhere": Shape(".txt", _each(_marks)),
    "straight marks": Shape(".txt", _choice(['"', "he", "said", "war", '"We', 'you"', "."])),
    "apostrophes": Shape(".txt", _choice(["'", "he's", "dogs'", "'tis", "the", "'em", "n't", "'s"])),
    "opening marks": Shape(".txt", _again("“We said ")),
    "closing marks": Shape(".txt", _again("we” said ")),
    "nested marks": Shape(".txt", _nested("“‘", "’” ")),
    "unclosed quotation": Shape(".txt", _opened("He said: “", _each(lambda dice, _: _sentence(dice)))),
    "unclosed quotation, paragraphs": Shape(".txt", _again("“We said that the war is over.\n\n")),
    "very long quotation": Shape(".txt", _opened('He said: "', _each(lambda dice, _: _sentence(dice)))),
    "opening parentheses": Shape(".txt", _again("(")),
    "parentheses": Shape(".txt", _nested("(", ")")),
    "opened parentheses": Shape(".txt", _again("the (president said ")),
    "brackets": Shape(".txt", _choice(["[", "]", "{", "}", "(", ")", "word"])),
    "dashes": Shape(".txt", _again("war - ", "peace — ", "a--b ")),
    "ellipses": Shape(".txt", _again("war... ", "and … ", ". . . ")),
    "full stops": Shape(".txt", _again(".")),
    "marks": Shape(".txt", _choice(list(".,;:!?-–—…/\\@#$%^&*_+=<>|~`'\""), "")),
    "commas": Shape(".txt", _again(", ")),
    "chain of hyphens": Shape(".txt", _again("state-of-the-art-")),
    "chain of dots": Shape(".txt", _again("a.b.")),
    "slashes": Shape(".txt", _again("and/or/")),
    "list of bullets": Shape(".txt", _each(lambda dice, _: f"- {_sentence(dice)}\n")),
    "numbered lines": Shape(".txt", _same_but("{number}. The {name} won {any} games\n")),
    "short lines": Shape(".txt", _same_but("Line {number} said Mr {name}\n")),
    "table with tabs": Shape(".txt", _each(_columns)),
    "list of results": Shape(".txt", _each(_results)),
    "headings": Shape(".txt", _each(lambda dice, _: _sentence(dice).title()[:-2] + "\n\n")),
    "captions": Shape(".txt", _same_but("Photo {number}: {name} Smith (left) meets Anna {name}. /AP\n\n")),
    "transcript": Shape(".txt", _each(_turn)),
    "interview": Shape(".txt", _again("Q: Did you say so?\n\nA: No. I didn't said that, he go there.\n\n")),
    "addresses": Shape(".txt", _same_but("https://example.org/{name}/{number}?a={any} me{number}@example.org ")),
    "emoji": Shape(".txt", _choice(list(_EMOJI), "")),
    "combining characters": Shape(".txt", _again("e\u0301")),
    "other scripts": Shape(".txt", _choice(["Президент", "сказал", "总统说", "大統領は", "الرئيس"])),
    "carriage returns": Shape(".txt", _each(lambda dice, _: _sentence(dice) + "\r\n\r\n\r\n")),
    "blank lines": Shape(".txt", _again("\n\n", "\r\n", "  \n")),
    "lines of one word": Shape(".txt", _again("war\n")),
    "paragraphs of one word": Shape(".txt", _again("War\n\n")),
    "one sentence again": Shape(".txt", _again("The president said on Monday that 20 people were killed in Kyiv. ")),
    "one paragraph again": Shape(".txt", _again("The minister said so on Monday. He had met Anna Smith, 40.\n\n")),
    "one sentence, numbers": Shape(".txt", _same_but("The president said that {any} people were killed in Kyiv. ")),
    "one sentence, names": Shape(".txt", _same_but("President {name} said that 20 people were killed in Kyiv. ")),
    "one paragraph, numbers": Shape(".txt", _same_but("The president said that {any} people were killed in Kyiv.\n\n")),
    "slips": Shape(".txt", _again("They was go to a apples, he have did it. ")),
    "slips, one sentence": Shape(".txt", _again("they was go to a apples he have did ")),
    "articles": Shape(".txt", _again(*[text + "\n\n" for text in _ARTICLES.values()])),
    "sentences of articles": Shape(".txt", _choice([each for text in _ARTICLES.values() for each in _every(text)], "")),
    "spun article": Shape(".txt", _article(SPUN.read_text(encoding="utf-8"))),
    "spun article, other names": Shape(
        ".txt", _each(lambda _, number: _renamed(SPUN.read_text(encoding="utf-8"), number))
    ),
    "sentences of a spun article": Shape(".txt", _choice(_every(SPUN.read_text(encoding="utf-8")), "")),
    "Markdown: article": Shape(".md", _article((CLEAN / "chip.md").read_text(encoding="utf-8"))),
    "Markdown: deep list": Shape(".md", _each(lambda dice, number: "  " * (number % 300) + f"- {_sentence(dice)}\n")),
    "Markdown: deep quotation": Shape(
        ".md", _each(lambda dice, number: "> " * (number % 100) + _sentence(dice) + "\n")
    ),
    "Markdown: opened links": Shape(".md", _again("[war ")),
    "Markdown: links": Shape(".md", _same_but("[{name}](http://example.org/{number}) ![x](y{number}.png) ")),
    "Markdown: references": Shape(".md", _same_but("[{name}][{number}]\n\n[{number}]: http://example.org\n\n")),
    "Markdown: emphasis": Shape(".md", _choice(["*", "**", "_", "__", "*a", "b*", "**c", "_d", "~~", "`", "``"], "")),
    "Markdown: stars": Shape(".md", _again("*a **b ")),
    "Markdown: backticks": Shape(".md", _each(lambda dice, number: "`" * (1 + number % 50) + "a ")),
    "Markdown: open fence": Shape(".md", _opened("```\n", _each(lambda dice, _: _sentence(dice) + "\n"))),
    "Markdown: fences": Shape(".md", _again("```\ncode\n", "~~~\nThe war is over.\n")),
    "Markdown: table": Shape(".md", _same_but("| {name} | {any} | {number} |\n")),
    "Markdown: headings": Shape(".md", _each(lambda dice, number: "#" * (number % 7) + f" {_sentence(dice)}\n")),
    "Markdown: comments": Shape(
        ".md", _again("<!-- paralint-disable NAM -->\nHe go.\n\n<!-- paralint-enable NAM -->\n\n")
    ),
    "Markdown: disabled lines": Shape(
        ".md", _again("<!-- paralint-disable-next-line -->\n\nThey was go to a apples.\n\n")
    ),
    "Markdown: never enabled": Shape(".md", _again("<!-- paralint-disable GRM -->\n\nThey was go to a apples.\n\n")),
    "Markdown: open comments": Shape(".md", _again("<!-- paralint-disable \n\nThe war is over. ")),
    "HTML: paragraphs": Shape(".html", _each(lambda dice, _: f"<p>{_sentence(dice)}<b>{_sentence(dice)}</b></p>\n")),
    "HTML: nested": Shape(".html", _nested("<div>", "</div>")),
    "HTML: open elements": Shape(".html", _again("<div><b>The war <i>is over. ")),
    "HTML: closed elements": Shape(".html", _again("</div></b>The war is over. ")),
    "HTML: entities": Shape(".html", _again("&amp;&lt;&eacute;&#8217;&nosuch; &")),
    "HTML: less-than": Shape(".html", _again("<")),
    "HTML: open tags": Shape(".html", _again("<a href=")),
    "HTML: open comments": Shape(".html", _again("<!-- a ")),
    "HTML: declarations": Shape(".html", _again("<!a <![CDATA[ <? ")),
    "HTML: attributes": Shape(".html", _opened("<a ", _again('a="b" c '))),
    "HTML: scripts": Shape(".html", _again("<script> The war ")),
    "HTML: table": Shape(".html", _same_but("<tr><td>{name}<td>{any}</tr>")),
    "HTML: lists": Shape(".html", _again("<ul><li>The war is over. ")),
}
