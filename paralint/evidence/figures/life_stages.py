"""Ages that the word for a person's time of life refutes: "the octogenarian, 64", "who, at 42, is in her twenties"."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.figures.figured import Figured, figured
from paralint.evidence.measures.quantities import Hedge, Quantity
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text import lazy
from paralint.text.document import Document

# The ages, in years, that each word leaves room for; generous, for nobody counts exactly.
_STAGES = {
    "newborn": (0, 1), "baby": (0, 3), "infant": (0, 7), "toddler": (0.8, 4.9), "preschooler": (2, 6.9),
    "teenager": (12, 20),
    "teen": (12, 20), "adolescent": (9, 20), "schoolboy": (4, 19), "schoolgirl": (4, 19), "schoolchild": (4, 19),
    "pensioner": (50, 130),
    "sexagenarian": (60, 69), "septuagenarian": (70, 79), "octogenarian": (80, 89), "nonagenarian": (90, 99),
    "centenarian": (100, 130), "quadragenarian": (40, 49), "quinquagenarian": (50, 59), "boy": (0, 23),
    "girl": (0, 24), "minor": (0, 18),
    "grandmother": (28, 130), "grandfather": (28, 130), "great-grandmother": (45, 130), "great-grandfather": (45, 130),
    "widow": (16, 130), "widower": (16, 130), "retiree": (35, 130), "undergraduate": (15, 130), "man": (14, 130),
    "woman": (14, 130),
    "twentysomething": (20, 29), "thirtysomething": (30, 39), "fortysomething": (40, 49), "fiftysomething": (50, 59),
}  # fmt: skip
_STAGE = "|".join(sorted(_STAGES, key=len, reverse=True))
_DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90, "20s": 20, "30s": 30, "40s": 40, "50s": 50, "60s": 60, "70s": 70,
            "80s": 80, "90s": 90}  # fmt: skip
_BEFORE = lazy.pattern(
    r"(?P<age>#a\d+) (?!(?:of|for|from|and|or|to|in|was|is|with|who|had)\b)(?:[a-z-]+ )??"
    rf"(?P<stage>{_STAGE})\b(?! (?:and|or|'s|’s)\b)"
)
_BEHIND = lazy.pattern(
    rf"\b(?:the|a|an|that|this|one) (?:[a-z-]+ )?(?P<stage>{_STAGE}) (?:, (?:aged )?|\(|aged )"
    r"(?P<age>#[ac]\d+) (?:,|\)|\.|(?:was|is|has|had|who|from|died)\b)"
)
_IN_TENS = lazy.pattern(
    r"(?:, (?:aged )?|aged |\()(?P<age>#[ac]\d+) (?:,|\))(?: who)? (?:is |are |still |now |already |both ){0,2}in "
    r"(?:his|her|their) "
    rf"(?:early |mid |mid- |late |middle )?(?P<tens>{'|'.join(_DECADES)})\b"
)
_BIRTHDAY = lazy.pattern(
    r"\b(?:died|dies|passed away|retired|killed)\b[^#.;]{0,40} (?:at|aged|at the age of|at age|,) (?P<age>#[acd]\d+) "
    r",[^#.;]{0,40}(?P<way>after|before|short of|from)"
    r" (?:what would have been )?(?:his|her) (?P<day>#o\d+) birthday\b"
)
_YEAR = 365.25


def wrong_stages(document: Document) -> Iterator[Conflict]:
    """Yield the ages that the word for a time of life, a decade of life or a birthday refutes."""
    for sentence in document.derive(figured):
        for find in (_stages, _tens, _birthdays):
            yield from find(document, sentence)


def _stages(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "the 17-year-old pensioner" and "the baby, 14, was found"."""
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(sentence.text):
            age = sentence.figure(match["age"])
            years = _years(document, age)
            low, high = _STAGES[match["stage"]]
            if years is not None and not low <= years <= high:
                here = document.tokens.span(age.first, age.last)
                there = sentence.span(document, *match.span("stage"))
                yield Conflict("age", here, there, 1.0, f"who is {years:g} is no {match['stage']}")


def _tens(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "Lund, 42, who is in her twenties"."""
    for match in _IN_TENS.finditer(sentence.text):
        age = sentence.figure(match["age"])
        years = _years(document, age)
        ten = _DECADES[match["tens"]]
        if years is not None and not ten <= years < ten + 10:
            here = sentence.span(document, *match.span("tens"))
            there = document.tokens.span(age.first, age.last)
            yield Conflict("age", here, there, 1.0, f"who is {years:g} is not in those years")


def _birthdays(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "died at 61, a week after his 80th birthday"."""
    for match in _BIRTHDAY.finditer(sentence.text):
        age, day = sentence.figure(match["age"]), sentence.figure(match["day"])
        years = _years(document, age)
        expected = day.digits if match["way"] == "after" else day.digits - 1
        if years is not None and years != expected and years > 1:
            reason = f"{match['way']} that birthday one is {expected:g}"
            yield sentence.refuted(document, "age", match["age"], match["day"], reason)


def _years(document: Document, age: Quantity) -> float | None:
    """Return an age in years; None for a number of other things."""
    if age.hedge is not Hedge.NONE or age.nouns:
        return None
    if age.measure is Measure.AGE:
        return age.value / _YEAR if age.unit != "year" else age.digits
    return age.value if document.tokens.word(age.first).form.isdecimal() and age.last - age.first == 1 else None
