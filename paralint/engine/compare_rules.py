"""CMP: what a rewrite has lost, added or changed. Only ``compare`` reports it, since it takes two texts to see it."""

from __future__ import annotations

from paralint.checks.base import shorten
from paralint.findings import Confidence, Edit, Finding, Fix, Label, Safety, Severity, Span
from paralint.ruleset.rule import Status
from paralint.values import NamedTuple


class CompareRule(NamedTuple):
    """One CMP code, with the same header as a rule of one text.

    Attributes:
        message: the template of its message, over ``form`` and ``other``.
        swapped: the same where something else stands in the place; empty if that makes no difference.
        label: what is said of the place in the original.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    why: str
    message: str
    swapped: str
    label: str
    confidence: Confidence = Confidence.HIGH
    status: Status = Status.STABLE
    since: str = "0.1.0"
    kind: str = "compare"
    fixable: bool = False
    url: str | None = None

    @property
    def family(self) -> str:
        return self.code[:3]

    def with_severity(self, severity: Severity) -> CompareRule:
        return self._replace(severity=severity)

    def finding(self, here: Span, label: Label | None, form: str, other: str, words: str | None) -> Finding:
        """Make a finding at ``here``, whose fix, if there is one, puts ``words`` there."""
        template = self.swapped if other and self.swapped else self.message
        fix = Fix((Edit(here, words),), Safety.UNSAFE) if self.fixable and words is not None else None
        return Finding(
            self.code,
            self.name,
            here,
            template.format(form=shorten(form), other=shorten(other)),
            self.severity,
            self.confidence,
            () if label is None else (label,),
            fix,
        )


_ANYWHERE = (
    "What is lost or added is reported only if no form of it is anywhere in the other text. Reported once, at its "
    "first place."
)

RULES = (
    CompareRule(
        "CMP001",
        "lost-name",
        "A name of the original is nowhere in the rewrite",
        Severity.WARNING,
        "The rewrite leaves out a person, place or body, or has replaced its name. A part of the name, its initials, "
        f"another romanisation and the adjective of a country count as the name. {_ANYWHERE}\n\nFine in a rewrite that "
        "is meant to be shorter.",
        "the rewrite has lost the name '{form}'",
        "'{form}' of the original is nowhere in the rewrite; '{other}' stands in its place",
        "the name is here",
        Confidence.MEDIUM,
    ),
    CompareRule(
        "CMP002",
        "added-name",
        "A name of the rewrite is nowhere in the original",
        Severity.ERROR,
        "A paraphraser damages names and replaces their words by synonyms: 'Home of Representatives', 'Severe Fraud "
        f"Bureau'. A name that the original does not have has no source. {_ANYWHERE}",
        "the original has no '{form}'",
        "'{form}' is nowhere in the original, which has '{other}' here",
        "the original here",
    ),
    CompareRule(
        "CMP003",
        "lost-figure",
        "A figure of the original is nowhere in the rewrite",
        Severity.WARNING,
        "The rewrite leaves out a figure, or has changed it. Roundings, conversions and other spellings count as the "
        f"figure; counts below three and indefinite ones ('hundreds') are not looked for. {_ANYWHERE}\n\nFine in a "
        "rewrite that is meant to be shorter.",
        "the rewrite has lost the figure '{form}'",
        "'{form}' of the original is nowhere in the rewrite; '{other}' stands in its place",
        "the figure is here",
        Confidence.MEDIUM,
    ),
    CompareRule(
        "CMP004",
        "added-figure",
        "A figure of the rewrite is nowhere in the original",
        Severity.ERROR,
        "A figure that the original does not have has no source. Roundings, conversions and other spellings of a "
        f"figure count as the figure. {_ANYWHERE}",
        "the original has no figure '{form}'",
        "'{form}' is nowhere in the original, which has '{other}' here",
        "the original here",
    ),
    CompareRule(
        "CMP005",
        "changed-quotation",
        "Quoted words are not those of the original",
        Severity.ERROR,
        "Quoted words belong to who said them. A rewrite may cut a quotation or tell it in its own words, without "
        "marks; it may not put other words between the marks. The fix puts the original's words back.",
        "the quotation has '{form}' where the original has '{other}'",
        "",
        "quoted here",
        fixable=True,
    ),
    CompareRule(
        "CMP006",
        "lost-quotation",
        "A quotation of the original is nowhere in the rewrite",
        Severity.WARNING,
        "The rewrite leaves out what somebody is quoted with. A quotation whose words, or half of them, stand in one "
        "paragraph of the rewrite is not lost.\n\nFine in a rewrite that is meant to be shorter.",
        "the rewrite has lost the quotation '{form}'",
        "",
        "quoted here",
        Confidence.MEDIUM,
    ),
    CompareRule(
        "CMP007",
        "added-quotation",
        "A quotation of the rewrite is nowhere in the original",
        Severity.ERROR,
        "The rewrite quotes words that stand nowhere in the original, and no quotation of the original has half of "
        "them: either they are made up, or a quotation has been paraphrased beyond recognition.",
        "the original does not quote '{form}'",
        "",
        "the original here",
    ),
    CompareRule(
        "CMP008",
        "lost-date",
        "A day, month or year of the original is nowhere in the rewrite",
        Severity.WARNING,
        "The rewrite leaves out a weekday, a month, a day or a year, or has changed it. Where the other text counts "
        f"from its own day ('today', 'last year'), nothing is said. {_ANYWHERE}",
        "the rewrite has lost the date '{form}'",
        "'{form}' of the original is nowhere in the rewrite; '{other}' stands in its place",
        "the date is here",
        Confidence.MEDIUM,
    ),
    CompareRule(
        "CMP009",
        "added-date",
        "A day, month or year of the rewrite is nowhere in the original",
        Severity.ERROR,
        "A weekday, a month, a day or a year that the original does not name has no source. Where the other text "
        f"counts from its own day ('today', 'last year'), nothing is said. {_ANYWHERE}",
        "the original does not name '{form}'",
        "'{form}' is nowhere in the original, which has '{other}' here",
        "the original here",
    ),
    CompareRule(
        "CMP010",
        "changed-pronoun",
        "A pronoun has another gender than in the original",
        Severity.ERROR,
        "Between the same words stands 'she' where the original has 'he', or the other way round.",
        "'{form}' where the original has '{other}'",
        "",
        "the original here",
        fixable=True,
    ),
    CompareRule(
        "CMP011",
        "changed-negation",
        "A statement is denied in one text and not in the other",
        Severity.ERROR,
        "Between the same words the rewrite has lost a 'not', 'never' or 'no', or has added one, and nothing else has "
        "changed there.",
        "'{form}' where the original has '{other}': one denies what the other says",
        "",
        "the original here",
        fixable=True,
    ),
    CompareRule(
        "CMP012",
        "turned-word",
        "A word stands where the original has its opposite",
        Severity.ERROR,
        "Between the same words stands 'before' for 'after', 'up' for 'down', 'forward' for 'back' or another antonym.",
        "'{form}' where the original has its opposite, '{other}'",
        "",
        "the original here",
        fixable=True,
    ),
    CompareRule(
        "CMP013",
        "changed-certainty",
        "What was certain is possible, or the other way round",
        Severity.ERROR,
        "Between the same words stands 'may', 'might' or 'could' where the original has 'will', 'would' or 'must', or "
        "the other way round.",
        "'{form}' where the original has '{other}'",
        "",
        "the original here",
        fixable=True,
    ),
    CompareRule(
        "CMP014",
        "changed-name",
        "A part of a name is another one than in the original",
        Severity.ERROR,
        "Between the same words stands another name, or another form of the name, though both texts may have both "
        "elsewhere. A person called by another part of the same name is not reported.",
        "'{form}' where the original has '{other}'",
        "",
        "the original here",
        fixable=True,
    ),
    CompareRule(
        "CMP015",
        "lost-passage",
        "A paragraph of the original is told nowhere in the rewrite",
        Severity.INFO,
        "No paragraph of the rewrite has a fair share of the words of this one. Its names, figures and quotations are "
        "not reported one by one.\n\nFine in a rewrite that is meant to be shorter.",
        "the rewrite does not tell '{form}'",
        "",
        "told here",
        Confidence.MEDIUM,
    ),
    CompareRule(
        "CMP016",
        "added-passage",
        "A paragraph of the rewrite tells what the original does not",
        Severity.WARNING,
        "No paragraph of the original has a fair share of the words of this one. Its names, figures and quotations are "
        "not reported one by one.",
        "the original does not tell '{form}'",
        "",
        "the original here",
        Confidence.MEDIUM,
    ),
)
