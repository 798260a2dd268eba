"""What happens to findings between the checks and the output: small pure functions, applied in this file's order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from enum import Enum

from paralint.data import DataError
from paralint.evidence.encoder.odds import likeliest, odd_share, odds
from paralint.evidence.grammar.odd_words import surely_odd
from paralint.evidence.quotations.transcripts import transcripts
from paralint.findings import Finding, Overlaps, Span
from paralint.text.document import Document

_DAMAGED = 5  # findings per thousand tokens, or in all in a shorter document
_DOUBTFUL = 3  # findings, likewise, from which on the encoder has a say in that
READ = 2  # findings, likewise, from which on the encoder reads along
_TOGETHER = 19  # words that are odd to the encoder, and findings, which count twice, per thousand tokens
_TOKENS = 1000
_GRAMMAR, _CONTRADICTION, _PHRASE, _NAME = "GRM", "CON", "PHR", "NAM"
_SPOKEN = 5 / 1000
"""Grammar findings per token of a transcript up to which they are slips of the speakers: people who talk make one or
two in 1,000 words (at most 2.1 in ten interviews of Wikinews), a paraphraser makes ten and more."""


def without_slips_of_speech(document: Document, findings: list[Finding]) -> list[Finding]:
    """Drop what is said of the grammar of a transcript, unless there is more of it than people's slips would be."""
    if not any(finding.code.startswith(_GRAMMAR) for finding in findings):
        return findings
    spoken = document.derive(transcripts)
    if not spoken:
        return findings
    tokens = document.tokens
    starts = [block.start for block in document.blocks]
    slips = [
        finding
        for finding in findings
        if finding.code.startswith(_GRAMMAR) and bisect_right(starts, finding.span.start) - 1 in spoken
    ]
    size = sum(tokens.blocks[number + 1] - tokens.blocks[number] for number in spoken)
    if len(slips) > max(1, _SPOKEN * size):
        return findings
    dropped = frozenset(map(id, slips))
    return [finding for finding in findings if id(finding) not in dropped]


def without_duplicates(findings: Iterable[Finding]) -> list[Finding]:
    """Drop findings that say the same of the same place."""
    seen: set[tuple[str, int, int, str]] = set()
    kept = []
    for finding in findings:
        key = (finding.code, finding.span.start, finding.span.end, finding.message)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """Drop what a second rule says of the grammar of a place that lies in that of a first one, or around it.

    Rules see one slip from several sides ("Two soldier", "soldier was"). The surest is told: the more severe, the more
    confident, the one with a fix, at last the one that was there first. Contradictions, and phrases told against
    another place, are dropped likewise if both hold their place against one other place; of what two rules say of one
    name, one is told.
    """
    findings = sorted(findings, key=lambda finding: finding.span)
    grammar = [finding for finding in findings if finding.code.startswith(_GRAMMAR)]
    compared = [
        finding for finding in findings if finding.code.startswith((_CONTRADICTION, _PHRASE)) and finding.related
    ]
    names = [finding for finding in findings if finding.code.startswith(_NAME)]
    told_apart = {id(finding) for finding in (*grammar, *compared, *names)}
    kept = [finding for finding in findings if id(finding) not in told_apart]
    for family in (grammar, compared, names):
        kept += _surest(family, _is_echo)
    return kept


def _surest(findings: Sequence[Finding], is_echo: Callable[[Finding, Finding], bool]) -> list[Finding]:
    """Return the findings that are no echoes of surer ones.

    Each is held against those alone that are told of its place.
    """
    told: list[Finding] = []
    by_place: Overlaps[Finding] = Overlaps()
    for slip in sorted(findings, key=lambda slip: (-slip.severity, -slip.confidence, not slip.fix, slip.code)):
        if not any(is_echo(slip, other) for other in by_place.near(slip.span)):
            told.append(slip)
            by_place.add(slip.span, slip)
    return told


def is_told_with(slip: Finding, other: Finding) -> bool:
    """Whether two findings tell of one damage, so that only the surer of them is shown."""
    if slip.code[:3] != other.code[:3] or not slip.code.startswith((_GRAMMAR, _CONTRADICTION, _PHRASE, _NAME)):
        return False
    return _is_echo(slip, other) or (slip.code.startswith(_PHRASE) and _is_one_place(slip, other))


def _is_echo(slip: Finding, other: Finding) -> bool:
    if slip.code.startswith(_NAME):
        return slip.code != other.code and slip.span == other.span
    return _is_one_place(slip, other) and (
        slip.code.startswith(_GRAMMAR)
        or any(one.span.overlaps(another.span) for one in slip.related for another in other.related)
    )


def _is_one_place(slip: Finding, other: Finding) -> bool:
    return slip.code != other.code and _nested(slip.span, other.span)


def _nested(one: Span, other: Span) -> bool:
    return one.covers(other) or other.covers(one)


class Damage(Enum):
    """How damaged a document is as a whole."""

    NONE = 0
    SOME = 1  # or none: the rules have found something, and no more than that is known
    MUCH = 2


def damage_of(document: Document, findings: Sized, *, read_along: bool = False) -> Damage:
    """Return how damaged a document is.

    Sound text has four findings per thousand tokens at most, if it is prose: of scores, lists and what was badly cut
    out of the web rules find a lot to say. The encoder does not, and where rules find little it may find enough.

    Args:
        read_along: whether the encoder has a say. It reads nothing that has fewer than two findings.
    """
    density = len(findings) / max(1.0, len(document.tokens) / _TOKENS)
    if read_along:
        if density < READ:
            return Damage.NONE
        try:
            odd = _TOKENS * odd_share(document.derive(odds))
            return Damage.MUCH if density >= _DOUBTFUL and 2 * density + odd >= _TOGETHER else Damage.SOME
        except DataError:  # its rules will tell
            pass
    return Damage.MUCH if density >= _DAMAGED else Damage.NONE


def surely_damaged(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of the encoder that it would be as sure of on a sound page."""
    places: Overlaps[Span] = Overlaps()
    for odd in document.derive(surely_odd):
        place = document.tokens.span(odd.first, odd.last + 1)
        places.add(place, place)
    return [finding for finding in findings if any(place.overlaps(finding.span) for place in places.near(finding.span))]


def corroborated(
    document: Document, findings: list[Finding], company: Mapping[str, int], fewest: int = 0
) -> list[Finding]:
    """Drop the findings of rules that are heard only in company, where the document has too little of it.

    A weak sign is worth something in a document that is damaged anyway. What asks for more company is none for what
    asks for less; and weak signs alone, however many, are none for one another: something surer must be among them.

    Args:
        company: by the code of each rule that asks for company, how many findings a document must have per thousand
            tokens, or in all if it is shorter; the rule's own are among them.
        fewest: what the rule of the run asks for that asks for least; nothing surer can be found.
    """
    size = max(1.0, len(document.tokens) / _TOKENS)
    asked = [company.get(finding.code, 0) for finding in findings]
    surest = min(asked, default=0)
    heard = {
        least
        for least in set(asked)
        if least == 0
        or ((surest < least or least == fewest) and sum(other <= least for other in asked) >= least * size)
    }
    return [finding for finding, least in zip(findings, asked, strict=True) if least in heard]


def confirmed(document: Document, findings: list[Finding], asked: Mapping[str, float]) -> list[Finding]:
    """Drop what the encoder takes for sound of what rules find that ask for its opinion.

    Where nobody has had it read the document, all are kept.

    Args:
        asked: by the code of each rule that asks, how likely a word of what it finds has to be damaged, from 0 to 1.
    """
    judged = document.derived(odds) if asked else None
    if judged is None:
        return findings
    return [
        finding
        for finding in findings
        if finding.code not in asked or likeliest(document, judged, finding.span) >= asked[finding.code]
    ]


def without_repeats(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Drop what is said of a place twice, of that which is told: an editor reads of each damage once.

    Of what rules say of one phrase, one is told. A contradiction is not, where a name is told to be damaged and both
    are held against the same words: the spelling that stands elsewhere. ``corroborated`` counts them all the same.
    """
    findings = list(findings)
    phrases = [finding for finding in findings if finding.code.startswith(_PHRASE)]
    names: Overlaps[Finding] = Overlaps()
    for finding in findings:
        if finding.code.startswith(_NAME) and finding.related:
            names.add(finding.span, finding)
    told = {id(finding) for finding in _surest(phrases, _is_one_place)}
    return [
        finding
        for finding in findings
        if not (finding.code.startswith(_PHRASE) and id(finding) not in told)
        and not (finding.code.startswith(_CONTRADICTION) and _is_of_a_name(document, finding, names))
    ]


def _is_of_a_name(document: Document, conflict: Finding, names: Overlaps[Finding]) -> bool:
    """Whether a conflict is that of a damaged name with the words that the name is held against."""
    return any(
        _nested(conflict.span, name.span) and _are_one(document, one.span, another.span)
        for name in names.near(conflict.span)
        for one in conflict.related
        for another in name.related
    )


def _are_one(document: Document, one: Span, other: Span) -> bool:
    """Whether the words of one stretch are among those of another."""
    first, second = document.quote(one).lower(), document.quote(other).lower()
    return first in second or second in first


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by place, wider spans first, then by code: the same for any number of processes."""
    return sorted(findings, key=lambda f: (f.span.start, -f.span.end, f.code, f.message))
