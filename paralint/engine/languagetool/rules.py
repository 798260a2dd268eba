"""The LTL codes: one for each sort of LanguageTool's categories, with the header that listings and settings know.

LanguageTool has thousands of rules; they are told apart by the id at the beginning of a message. The categories are
those of LanguageTool 6.8 for English.
"""

from __future__ import annotations

from paralint.findings import Confidence, Severity
from paralint.ruleset.rule import Status
from paralint.values import NamedTuple


class LanguageToolRule(NamedTuple):
    """One LTL code.

    Attributes:
        categories: ids of LanguageTool's categories that are reported under this code; empty for the code that takes
            all categories which no other code names.
        kin: families of ours that report the same kind of damage: their finding wins where it overlaps.
        status: preview codes, matters of taste and what cries wolf at names, must be selected.
    """

    code: str
    name: str
    summary: str
    categories: tuple[str, ...]
    kin: tuple[str, ...]
    why: str
    status: Status = Status.STABLE
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.MEDIUM
    since: str = "0.1.0"
    kind: str = "languagetool"
    fixable: bool = True
    url: str | None = "https://community.languagetool.org/rule/list?lang=en"

    @property
    def family(self) -> str:
        return self.code[:3]

    def with_severity(self, severity: Severity) -> LanguageToolRule:
        return self._replace(severity=severity)


_MANUAL = (
    "LanguageTool reports this, not paralint; the layer is off unless the setting 'languagetool' turns it on. The "
    "message begins with the id of LanguageTool's own rule, by which 'languagetool-disable' switches it off. A fix is "
    "LanguageTool's first suggestion and always unsafe. Where a rule of paralint reports the same place, only that is "
    "shown, with a note that LanguageTool agrees."
)


def _rule(
    number: int,
    name: str,
    summary: str,
    categories: tuple[str, ...],
    kin: tuple[str, ...],
    status: Status = Status.STABLE,
) -> LanguageToolRule:
    named = f"Categories: {', '.join(categories)}." if categories else "Categories: all that no other code names."
    taste = " Off unless it is selected." if status is Status.PREVIEW else ""
    return LanguageToolRule(
        f"LTL{number:03}", f"languagetool-{name}", summary, categories, kin, f"{_MANUAL}\n\n{named}{taste}", status
    )


RULES = (
    _rule(1, "grammar", "LanguageTool reports broken grammar", ("GRAMMAR",), ("GRM",)),
    _rule(2, "confused-word", "LanguageTool reports a confused word", ("CONFUSED_WORDS",), ("GRM", "PHR")),
    _rule(
        3,
        "phrase",
        "LanguageTool reports words that do not go together",
        ("COLLOCATIONS", "NONSTANDARD_PHRASES"),
        ("GRM", "PHR"),
    ),
    _rule(4, "punctuation", "LanguageTool reports wrong punctuation", ("PUNCTUATION",), ("GRM", "QUO")),
    _rule(
        5, "capitals", "LanguageTool reports wrong capitals or a wrong name", ("CASING", "PROPER_NOUNS"), ("GRM", "NAM")
    ),
    _rule(6, "compound", "LanguageTool reports a wrongly joined or split word", ("COMPOUNDING",), ("GRM",)),
    _rule(7, "meaning", "LanguageTool reports something that cannot be meant", ("SEMANTICS",), ("CON", "PHR")),
    _rule(8, "other", "LanguageTool reports something else", (), ("GRM",)),
    _rule(
        9,
        "spelling",
        "LanguageTool does not know a word",
        ("TYPOS", "MULTITOKEN_SPELLING"),
        ("NAM", "GRM"),
        Status.PREVIEW,
    ),
    _rule(
        10,
        "style",
        "LanguageTool would write it in another style",
        (
            "STYLE",
            "REDUNDANCY",
            "PLAIN_ENGLISH",
            "COLLOQUIALISMS",
            "REPETITIONS",
            "REPETITIONS_STYLE",
            "GENDER_NEUTRALITY",
            "CREATIVE_WRITING",
            "TON_ACADEMIC",
            "AMERICAN_ENGLISH",
            "AMERICAN_ENGLISH_STYLE",
            "BRITISH_ENGLISH",
            "BRE_STYLE_OXFORD_SPELLING",
            "WIKIPEDIA",
        ),
        ("PHR",),
        Status.PREVIEW,
    ),
    _rule(11, "typography", "LanguageTool would set it otherwise", ("TYPOGRAPHY",), ("QUO", "GRM"), Status.PREVIEW),
)

CATEGORIES = {category: rule.code for rule in RULES for category in rule.categories}
OTHER = next(rule.code for rule in RULES if not rule.categories)

SWITCHED_OFF = (
    # Commas and hyphens that careful writers set and leave out.
    "COMMA_COMPOUND_SENTENCE",
    "COMMA_COMPOUND_SENTENCE_2",
    "COMMA_AFTER_A_MONTH",
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE",
    "MISSING_HYPHEN",
    "NOWADAYS_COMMA",
    "PRP_COMMA",
    "RB_RB_COMMA",
    "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA",
    # British usage, or American.
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBD",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBP",
    "EN_WORD_COHERENCY",
    "PER_CENT",
    "QUOTATION_MARKS_COMMA",
    # Spoken English, as quotations have it.
    "THERE_IS_A_LOT_OF",
    "THERE_S_MANY",
    # Wants a capital after every abbreviation and in every item of a list.
    "UPPERCASE_SENTENCE_START",
    # Typography under another name.
    "HYPHEN_TO_EN",
    "POKEMON",
)
"""Ids of LanguageTool's rules that the layer never asks for: taste, or right less often than wrong on edited news."""
