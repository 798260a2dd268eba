"""Two texts: what a rewrite says otherwise than its original, and what it has lost or added.

The rules that hold the places of one document against each other (NAM, CON) run over the collation of the two
texts; what they find in the rewrite against the original is kept. CMP reports what only one of the texts has.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from paralint.engine.chosen_rules import AnyRule, rules_of, without_ignored
from paralint.engine.compare_rules import CompareRule
from paralint.engine.filters import in_order, without_duplicates
from paralint.engine.linter import Linter
from paralint.engine.notices import BREAKING, UNREADABLE
from paralint.engine.report import FileReport
from paralint.engine.score import count_sentences
from paralint.engine.settings import Settings
from paralint.engine.suppressions import RuleName, suppressed
from paralint.evidence.originals.carried import Correspondence, Difference, Wording, plain_words
from paralint.evidence.originals.carried_figures import date_differences, figure_differences
from paralint.evidence.originals.carried_names import name_differences
from paralint.evidence.originals.carried_quotations import quotation_differences
from paralint.evidence.originals.carried_words import WORD_KINDS, word_differences
from paralint.evidence.originals.collation import Collation, collate
from paralint.findings import Edit, Finding, Fix, Label, Span
from paralint.ruleset.kinds.contradiction import ContradictionSpec
from paralint.ruleset.kinds.restatements import PARAPHRASE, REPEAT, RestatementsSpec
from paralint.ruleset.rule import PATIENT, Rule
from paralint.text.document import Document
from paralint.text.read import document
from paralint.text.source import SourceError, read_source

_OF_PASSAGES = frozenset({"restatements", "contradiction"})
_KINDS = _OF_PASSAGES | {"mentions"}


def compare(original: Document, rewrite: Document, rules: Sequence[AnyRule] | None = None) -> list[Finding]:
    """Return what is wrong with ``rewrite`` if ``original`` is right, sorted by place.

    The findings stand in ``rewrite``; labels whose ``filename`` is ``original.path`` point into ``original``.

    Args:
        original: the text that was rewritten.
        rewrite: the text that was made of it.
        rules: the rules to apply; those that do not compare places are left out. None means all stable ones.
    """
    if rules is None:
        rules = rules_of(Settings()).rules
    collation = collate(original, rewrite)
    own = {rule.name: rule for rule in rules if isinstance(rule, CompareRule)}
    held = [rule for rule in rules if isinstance(rule, Rule) and _compares(rule)]
    # Two versions of one text are company enough for what compares passages.
    held = [rule.on_its_own() if rule.kind in _OF_PASSAGES else rule for rule in held]
    wording, places = Wording(original), Correspondence(collation)
    across = [
        finding
        for found in Linter(held).lint(collation.joint)
        if (finding := _across(places, wording, found)) is not None
    ]
    across = list(_one_a_place(across))
    # A change that one of the rules names is told by it alone.
    alone = [
        finding
        for finding in _differences(places, own)
        if finding.name == "changed-quotation" or not any(finding.span.overlaps(other.span) for other in across)
    ]
    names = [RuleName(rule.code, rule.name) for rule in rules]
    return in_order(without_duplicates(suppressed(rewrite, [*across, *_told_once(alone, across)], names)))


def compare_files(original: Path, rewrite: Path, settings: Settings, rules: Sequence[AnyRule]) -> FileReport:
    """Compare two files. Never raises for what is in them: the report of a file that cannot be read says so."""
    texts = []
    for path in (original, rewrite):
        try:
            texts.append(document(str(path), read_source(path, settings.max_bytes).text))
        except SourceError as error:
            return FileReport(str(path), "", (UNREADABLE.finding(error.message),), broken=True)
    first, second = texts
    findings = without_ignored(compare(first, second, rules), second.path, settings)
    broken = any(finding.code in BREAKING for finding in findings)
    return FileReport(
        second.path,
        second.text,
        tuple(findings),
        second.word_count,
        broken,
        sentences=count_sentences(second),
        others={first.path: first.text},
    )


def _compares(rule: Rule) -> bool:
    if isinstance(rule.spec, RestatementsSpec) and rule.spec.find in (PARAPHRASE, REPEAT):
        return False  # that a rewrite paraphrases its original is what it is for
    if isinstance(rule.spec, ContradictionSpec) and rule.company >= PATIENT:
        return False  # sure in a damaged text alone, which a rewrite need not be
    return rule.kind in _KINDS


def _across(places: Correspondence, wording: Wording, finding: Finding) -> Finding | None:
    """Return a finding of the joint document as one of the rewrite; None unless it compares that with the original."""
    if finding.code in BREAKING:
        return finding
    collation = places.collation
    here = collation.place(finding.span)
    if here is None or not here.rewritten:
        return None
    related = []
    for label in finding.related:
        place = collation.place(label.span)
        if place is not None:
            related.append(Label(place.span, label.message, None if place.rewritten else collation.original.path))
    theirs = [label for label in related if label.filename is not None]
    if not theirs or _in_original_too(places, wording, finding, here.span, theirs):
        return None
    edits = [(collation.place(edit.span), edit.content) for edit in finding.fix.edits] if finding.fix else []
    fix = None
    if finding.fix is not None and all(place is not None and place.rewritten for place, _ in edits):
        moved = tuple(Edit(place.span, content) for place, content in edits if place is not None)
        fix = Fix(moved, finding.fix.safety, finding.fix.message)
    return finding._replace(span=here.span, related=tuple(related), fix=fix)


def _in_original_too(
    places: Correspondence, wording: Wording, finding: Finding, here: Span, theirs: Sequence[Label]
) -> bool:
    """Whether it is the original's own doing: its words stand there where they were rewritten from."""
    collation = places.collation
    joint, original = collation.joint, collation.original
    words = joint.quote(finding.span)
    if finding.code.startswith("NAM"):
        return words in original.text
    sentence = joint.sentences[joint.sentence_of(max(0, bisect_right(joint.tokens.starts, finding.span.start) - 1))]
    if wording.has(plain_words(joint, sentence.first, sentence.last)):
        return True
    # The words are as they were, and the place that they conflict with is another sentence: so they did before.
    kept = places.unchanged(max(0, bisect_right(collation.rewrite.tokens.starts, here.start) - 1))
    if kept is not None and words in original.text:
        first, last = original.sentences[original.sentence_of(kept)][1:3]
        if not any(original.tokens.span(first, last).covers(label.span) for label in theirs):
            return True
    source = collation.source_of(finding.span)
    if source is None:
        return False
    block = original.blocks[source]
    place = block.locate(0, len(block.text))
    return words in block.text and not any(place.covers(label.span) for label in theirs)


def _differences(places: Correspondence, rules: dict[str, CompareRule]) -> Iterator[Finding]:
    collation = places.collation
    found: list[Difference] = []
    for layer in _LAYERS:
        found += layer(collation, places)
    for difference in found:
        rule = rules.get(difference.kind)
        if rule is None:
            continue
        label = None
        if difference.there is not None:
            label = Label(difference.there, rule.label, collation.original.path)
        yield rule.finding(difference.here, label, difference.form, difference.other, difference.words)


def _passages(collation: Collation, places: Correspondence) -> Iterator[Difference]:
    original, rewrite = collation.original, collation.rewrite
    # Of paragraphs that follow each other the first stands for all.
    lost, added = frozenset(collation.lost), frozenset(collation.added)
    for number in collation.lost:
        if number - 1 in lost:
            continue
        first, last = original.tokens.blocks[number : number + 2]
        there = original.tokens.span(first, last)
        yield Difference("lost-passage", places.in_rewrite(first, first + 1)[0], there, original.quote(there))
    for number in collation.added:
        if number - 1 in added:
            continue
        here = rewrite.tokens.span(*rewrite.tokens.blocks[number : number + 2])
        yield Difference("added-passage", here, None, rewrite.quote(here))


_LAYERS = (
    name_differences,
    figure_differences,
    date_differences,
    quotation_differences,
    word_differences,
    _passages,
)


def _one_a_place(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Keep of the findings that hold one place against another only the gravest: it is one change."""
    gravest: dict[tuple[Span, tuple[Span, ...]], Finding] = {}
    for finding in sorted(findings, key=lambda finding: (-finding.severity, finding.code)):
        gravest.setdefault((finding.span, tuple(label.span for label in finding.related)), finding)
    yield from gravest.values()


def _told_once(alone: Sequence[Finding], across: Sequence[Finding]) -> Iterator[Finding]:
    """Drop what is lost where it is told already as what something else was made of, and a single word that has been
    exchanged where it is told already as part of something else."""
    made_of = [
        label.span
        for finding in (*across, *alone)
        if not (finding.code.startswith("CMP") and finding.name.startswith("lost-"))
        for label in finding.related
        if label.filename is not None
    ]
    whole = [
        finding.span for finding in alone if finding.name not in WORD_KINDS and not finding.name.startswith("lost-")
    ]
    for finding in alone:
        if finding.name in WORD_KINDS and any(finding.span.overlaps(span) for span in whole):
            continue
        if not finding.name.startswith("lost-") or not any(
            label.span.overlaps(span) for label in finding.related for span in made_of
        ):
            yield finding
