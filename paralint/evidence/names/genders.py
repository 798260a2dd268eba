"""The gender of a person as far as a word tells it: a title, a noun, a given name, a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from paralint.data import listed
from paralint.evidence.names.gazetteer import load
from paralint.evidence.words.closed import words
from paralint.evidence.words.sexes import EITHER, RANKS, SEXES
from paralint.text.words import WordType, by_form

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
# Nouns that are also said of women are no evidence, only candidates.
WEAK = EITHER | words("spokesman salesman businessman sportsman")
TITLES = {**RANKS, **dict.fromkeys(words("mrs ms miss madam madame"), "f"), **dict.fromkeys(words("mr monsieur"), "m")}
# Persons of either gender. Other nouns are found by their endings; what is too many only costs findings.
_HUMANS = words(
    """
    child baby kid teenager adult person someone somebody anyone anybody patient victim student
    pupil guest cousin parent spouse partner friend colleague coach judge nurse clerk chief boss guard guide cook pilot
    poet artist captain star rookie striker winner teen youth citizen resident official suspect infant toddler
    lawyer soldier client whoever professor candidate dog cat horse individual champion mp novelist novice opponent
    rival successor predecessor accused defendant applicant claimant
    """
)
_PERSONS = _HUMANS | SEXES.keys()
_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee")
_NOT_HUMAN = words(
    """
    murder header receiver server computer printer router transfer disaster barrier career newspaper outdoor
    after over under never however other rather whether number order power water paper matter quarter october september
    november december another together ever later earlier former further better greater former either neither summer
    winter corner center computer chapter letter weather river dinner shoulder finger offer answer cover error mirror
    major minor prior floor door poor color labor honor favor important significant relevant restaurant committee
    degree fee coffee guarantee employee's consider remember enter deliver suffer differ refer prefer occur longer
    lower higher larger smaller newer older younger easier bigger wider closer faster harder fewer cheaper stronger
    proper super per register semester theater theatre tower fever layer meter counter silver timber member's factor
    sector interior exterior superior senior junior motor doctor's tractor reactor monitor mayor's visitor's
    current constant instant distant giant plant grant want warrant gallant italian russian iranian asian canadian
    australian indian brazilian egyptian ukrainian palestinian agree disagree three see free tree between
    """
)


def _gender_of_noun(word: WordType) -> str | None:
    """Return the gender of a noun for a person, an empty string if it may be of either, None for any other word."""
    lower = word.lower
    if not (lower in _PERSONS or lower.endswith(_HUMAN_ENDINGS)) or lower in _NOT_HUMAN or len(lower) < 3:
        return None
    gender = SEXES.get(lower, "")
    return gender if gender or len(lower) >= 5 or lower in _PERSONS else None


GENDERS_OF_NOUNS = by_form(_gender_of_noun)
TITLE_WEIGHT, NAME_WEIGHT, PRONOUN_WEIGHT = 3.0, 1.5, 1.0
_HINT_WEIGHT = 0.9  # of a given name that is seldom heard, or that may be of another sex in another country
OF_NAMES = (NAME_WEIGHT, _HINT_WEIGHT)
_WEIGHTS = (NAME_WEIGHT, NAME_WEIGHT, _HINT_WEIGHT, _HINT_WEIGHT)  # of the lines of the list of given names


@cache
def _more_names() -> list[list[str]]:
    return [line.split() for line in listed("given-names")]


@cache
def _sure_names() -> list[list[str]]:
    return [line.split() for line in listed("sure-given-names")]


def _is_among(name: str, names: Sequence[str]) -> bool:
    """Whether a name is one of a sorted list."""
    place = bisect_left(names, name)
    return place < len(names) and names[place] == name


@lru_cache(maxsize=1 << 12)
def given_sex(first: str) -> tuple[str, float]:
    """Return the sex of a folded given name, empty if not told, and its weight."""
    sure = next((sex for names, sex in zip(_sure_names(), "fm", strict=True) if _is_among(first, names)), "")
    if sure:
        return sure, NAME_WEIGHT
    if first in load().formal:
        return load().given_names.get(first, ""), _HINT_WEIGHT if _is_among(first, _more_names()[-1]) else NAME_WEIGHT
    by_line = zip(_more_names(), "fmfm", _WEIGHTS, strict=False)
    told = next(((sex, weight) for names, sex, weight in by_line if _is_among(first, names)), None)
    # Where family names come first or given names have no sex, the list of names.bin does not hold alone.
    return told or (load().given_names.get(first, ""), _HINT_WEIGHT)
