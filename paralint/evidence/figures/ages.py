"""Ages that the year of birth refutes: "born in 1935 … In 1960, at the age of 35, she won".

Only a text that tells one year of birth is looked at, and only where a pronoun of the person's sex says whose age it
is: a profile or an obituary. An age fits if it is the difference of the years, or one less.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.quantities import quantities
from paralint.evidence.measures.units import cardinal
from paralint.evidence.names.genders import PRONOUNS
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.places import blocks_with
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_YEAR = r"(?P<year>(?:1[789]|20)\d\d)"
_BORN = lazy.pattern(
    rf"\b(?P<who>[Hh]e|[Ss]he|[A-Z][\w’'-]+)\s(?:was\s)?born\s(?:[^.;\d]{{0,40}}?\s)?(?:in|on)\s"
    rf"(?:(?:\d{{1,2}}\s)?[A-Z][a-z]+\s(?:\d{{1,2}},\s)?)?{_YEAR}\b"
)
_ANY_YEAR = lazy.pattern(rf"\b{_YEAR}\b(?![-–]|s\b)")
_COUNT = r"(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)"
_AGED = lazy.pattern(
    rf"\b(?:[Aa]t\sthe\sage\sof|[Aa]t\sage|[Aa]ged)\s{_COUNT},?\s(?P<who>he|she)\b"
    rf"|\b(?P<subject>[Hh]e|[Ss]he)\swas\s(?:then\s|only\s|just\s)?(?P<age>\d{{2}}|[a-z]+-[a-z]+)(?=[.,;]|\sand\b|"
    rf"\swhen\b)"
    rf"|\b(?:turned|turning)\s(?P<turned>\d{{2}})\sin\s(?:1[789]|20)\d\d\b"
)
_SENTENCE = lazy.pattern(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“])")
_LATEST = 110  # years after a birth


def wrong_ages(document: Document) -> tuple[Conflict, ...]:
    """Return the ages that the only year of birth of a text refutes (a layer: see ``Document.derive``)."""
    found = list(_by_birth(document))
    if document.derive(quantities):
        from paralint.evidence.figures.life_stages import wrong_stages  # of no use where nothing is counted

        found += wrong_stages(document)
    return without_repeats(found)


def _by_birth(document: Document) -> tuple[Conflict, ...]:
    blocks = blocks_with(document, frozenset(("born",)))
    births = [(number, match) for number, block in blocks for match in _BORN.finditer(block.text)]
    if len({match["year"] for _, match in births}) != 1:
        return ()
    number, match = births[0]
    sex = PRONOUNS.get(match["who"].lower(), "")
    there = document.blocks[number].locate(match.start("year"), match.end("year"))
    return tuple(_in_text(document, int(match["year"]), sex, there))


def _in_text(document: Document, born: int, sex: str, there: Span) -> Iterator[Conflict]:
    for block in document.blocks:
        text = block.text
        starts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
        for index, (start, stop) in enumerate(pairwise(starts)):
            for match in _AGED.finditer(text, start, stop):
                who = match["who"] or match["subject"] or ""
                age = cardinal(match["count"] or match["age"] or match["turned"])
                if age is None or (sex and who and PRONOUNS[who.lower()] != sex):
                    continue
                years = {int(each["year"]) for each in _ANY_YEAR.finditer(text, start, stop)} - {born}
                if not years and match["subject"] and index and match.start() == start:  # "… in 2009. She was 47."
                    years = {int(each["year"]) for each in _ANY_YEAR.finditer(text, starts[index - 1], start)}
                if len(years) != 1:
                    continue
                (year,) = years
                if not 0 < year - born <= _LATEST or year - born - 1 <= age <= year - born:
                    continue
                group = next(name for name in ("count", "age", "turned") if match[name])
                here = block.locate(match.start(group), match.end(group))
                yield Conflict("age", here, there, 1.0, f"who was born in {born} was {year - born} in {year}")
