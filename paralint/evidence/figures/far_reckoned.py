"""Figures of one place that those of another place of the text refute, worked out.

"A majority of three" and "101 backed it; 89 voted against"; "€2.4m over three weeks" and "the €800,000 a year"; "of the
award, £310,000 is for …, £80,000 for … and £58,000" where £418,000 were awarded; "eleven of the 18 have withdrawn" and
"the withdrawals leave nine". Far apart, figures fit by chance, so the right figure must be near at hand: what is made
differs from what is told by a digit, or by a unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from paralint.evidence.figures.figured import OWNED, Figured, bare
from paralint.evidence.measures.quantities import Hedge, Quantity, quantities
from paralint.evidence.measures.units import Measure
from paralint.evidence.restatements.conflicts import Conflict, conflict
from paralint.evidence.words.closed import words
from paralint.text import lazy
from paralint.text.document import Document

_MAJORITY = lazy.pattern(
    r"\b(?:majority|margin|lead) of (?:just |only )?(?P<all>#c\d+)(?! (?:seats|per|to|points|goals|runs))|\bby "
    r"(?:just |only )?(?P<by>#c\d+) "
    r"votes?(?! to\b| against\b)"
)
_FOR_AND_AGAINST = (
    lazy.pattern(
        r"(?P<one>#c\d+)(?: \w[\w'’-]*){0,9}? (?:;|,|and|while|with|to) (?:another |the other )?(?P<two>#c\d+)(?: "
        r"[a-z]+){0,2}? "
        r"(?:against|opposed|opposing|voted no)\b"
    ),
    lazy.pattern(r"\bby (?P<one>#c\d+)(?: votes?)? (?:to|against) (?P<two>#c\d+)\b(?! on penalties)"),
    lazy.pattern(r"(?P<one>#c\d+) votes? (?:to|against) (?P<two>#c\d+)\b"),
    lazy.pattern(r"\b(?:voted|vote was|vote of) (?P<one>#c\d+) (?:to|against|–|-) (?P<two>#c\d+)\b"),
)
_VOTED = words("vote votes voted voting ballot majority backed favour favor motion bill against")
_TOLD = words("majority margin lead by")
_OVER = lazy.pattern(
    r"(?P<sum>#m\d+)(?: [a-z]+){0,3}? (?:over|for|across|spread over|in|during|within) (?:the |a |each of )?(?:next |"
    r"first |last |past )?"
    r"(?P<time>#d\d+)"
)
_RATE = lazy.pattern(r"(?P<sum>#m\d+) (?:a|per|each|every) (?P<unit>hour|day|night|week|month|year)\b")
_LIST = lazy.pattern(
    r"^(?:“ )?of (?:the|that|this|its|his|her|their) [a-z][^#;.]{0,40}?(?P<parts>#(?P<sort>[mc])\d+[^#;.]{1,60}, "
    r"(?:and )?#(?P=sort)\d+[^;.]{1,160}"
    r"\band (?:the (?:rest|other|remaining) , )?#(?P=sort)\d+)"
)
_LOOSE = lazy.pattern(
    r"\b(?:of (?:whom|which|them|these)|including|about|around|some|nearly|almost|more than|less than|per|over|up to|"
    r"rest)\b"
)
_GONE = {
    noun: frozenset(verbs.split())
    for noun, _, verbs in (
        line.partition(": ")
        for line in [
            "withdrawals: withdrawn withdrew withdraw pulled",
            "resignations: resigned resign quit",
            "departures: left departed quit gone leave",
            "defections: defected left quit switched",
            "closures: closed shut close",
            "deaths: died dead killed drowned",
            "dismissals: dismissed fired sacked",
            "sackings: sacked fired dismissed",
            "losses: lost sank lose",
            "arrests: arrested detained",
            "sales: sold sell",
            "retirements: retired retire",
            "expulsions: expelled",
            "redundancies: redundant laid",
            "exits: left quit gone",
            "cancellations: cancelled canceled",
            "injuries: injured hurt",
            "evictions: evicted",
            "demolitions: demolished",
            "escapes: escaped fled",
            "thefts: stolen",
            "departure: left",
            "cuts: cut lost",
            "transfers: transferred moved",
            "suspensions: suspended",
            "disqualifications: disqualified",
            "withdrawal: withdrawn",
            "layoffs: laid",
            "walkouts: walked",
        ]
    )
}
_LEAVE = lazy.pattern(
    rf"\bthe (?P<noun>{'|'.join(_GONE)})\b[^#;.]{{0,40}} (?:leaves?|left|leaving)\b[^#;.]{{0,40}} (?P<left>#c\d+)\b"
)
_SOME_OF = lazy.pattern(rf"(?P<part>#c\d+) of (?:{OWNED}|a total of) (?P<all>#c\d+)\b")
_FEWEST = 3  # parts of a list whose sum is looked for in the text
_EXACTLY = 1e-6


def far_reckonings(document: Document) -> Iterator[Conflict]:
    """Yield the figures that others elsewhere in the text refute when they are worked out."""
    sentences = document.derive(bare)
    if not _VOTED.isdisjoint(document.by_lower) and "of" in document.by_lower:
        yield from _majorities(document, sentences)
    yield from _rates(document, sentences)
    yield from _prices(document, sentences)
    if not document.by_lower.keys().isdisjoint(("rest", "remainder", "balance", "remaining")):
        yield from _rests(document, sentences)
    for sentence in sentences:
        if sentence.text.startswith(("of ", "“ of ")) and len(sentence.known) >= _FEWEST:
            yield from _lists(document, sentence)
    if not document.by_lower.keys().isdisjoint(_GONE):
        yield from _remainders(document, sentences)


def is_a_slip(one: float, other: float) -> bool:
    """Whether two numbers differ by one digit, or by the order of their digits."""
    if one != int(one) or other != int(other) or one == other or min(one, other) < 1:
        return False
    low, high = f"{min(one, other):.0f}", f"{max(one, other):.0f}"
    if len(low) == len(high):
        return sum(a != b for a, b in zip(low, high, strict=True)) == 1 or (
            sorted(low) == sorted(high) and len(low) < 7
        )
    return len(high) == len(low) + 1 and any(high[:at] + high[at + 1 :] == low for at in range(len(high)))


def _majorities(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "by a majority of three … backed by 101 members; 89 voted against"."""
    told = [
        sentence.figure(match["all"] or match["by"])
        for sentence in sentences
        if not _VOTED.isdisjoint(sentence.words) and not _TOLD.isdisjoint(sentence.words)
        for match in _MAJORITY.finditer(sentence.text)
    ]
    if len(told) != 1 or not told[0].plain:
        return
    votes = {
        (one.first, two.first): (one, two)
        for sentence in sentences
        if not _VOTED.isdisjoint(sentence.words)
        for match in chain.from_iterable(pattern.finditer(sentence.text) for pattern in _FOR_AND_AGAINST)
        for one, two in [(sentence.figure(match["one"]), sentence.figure(match["two"]))]
    }
    if len(votes) != 1:
        return
    majority, (one, two) = told[0], next(iter(votes.values()))
    made = abs(one.value - two.value)
    if (
        not (one.plain and two.plain)
        or made == majority.value
        or document.sentence_of(one.first) == document.sentence_of(majority.first)
    ):
        return
    if one.value == majority.value or two.value == majority.value:
        return
    ways = (
        (two, one.value - majority.value),
        (two, one.value + majority.value),
        (one, two.value + majority.value),
        (majority, made),
    )
    for wrong, right in ways:
        if is_a_slip(wrong.value, right):
            against = one if wrong is majority else majority
            yield conflict(document, "reckoning", wrong, against, f"the difference is {made:,g}")
            return


def _rates(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "€2.4m over three weeks … the €800,000 a year": three times as much is three years' worth."""
    paid = [sentence for sentence in sentences if "#m" in sentence.text]
    sums = [(each, match) for each in paid if "#d" in each.text for match in _OVER.finditer(each.text)]
    rates = [(each, match) for each in paid for match in _RATE.finditer(each.text)] if sums else []
    for sentence, match in sums:
        whole, time = sentence.figure(match["sum"]), sentence.figure(match["time"])
        fitting = [
            (rate, told["unit"])
            for where, told in rates
            for rate in [where.figure(told["sum"])]
            if rate.value and rate.unit == whole.unit and whole.value > rate.value and time.exact
            if abs(whole.value / rate.value - time.digits) < _EXACTLY * time.digits
        ]
        if fitting and time.unit and all(unit != time.unit for _, unit in fitting):
            here, there = sentence.span(document, match.start("sum"), match.end("time")), fitting[0][0]
            reason = f"it is as much in {time.digits:g} {fitting[0][1]}s"
            yield Conflict("reckoning", here, document.tokens.span(there.first, there.last), 1.0, reason)


_PRICE = lazy.pattern(
    r"(?P<price>#m\d+) (?:(?:for (?:every|each)|per|a|each|every) (?:[a-z]+ )?(?P<noun>[a-z]+)|each\b|apiece\b)"
)
_MANY_FOR = (
    lazy.pattern(r"(?P<many>#c\d+)\b[^#;]{0,60}?(?P<sum>#m\d+)"),
    lazy.pattern(r"(?P<sum>#m\d+)\b[^#;]{0,40}? for (?P<many>#c\d+)"),
)
_SCALES = (1e3, 1e6, 1e-3)


def _prices(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "$58 for every reindeer … 4,100 reindeer, or about $238 million": a thousand times what is right."""
    for index, sentence in enumerate(sentences):
        prices = [sentence.figure(match["price"]) for match in _PRICE.finditer(sentence.text)]
        near = [each for each in sentences[index : index + 3] if each.block == sentence.block] if prices else []
        sums = [
            (where.figure(match["many"]), where.figure(match["sum"]))
            for where in near
            for match in chain.from_iterable(pattern.finditer(where.text) for pattern in _MANY_FOR)
        ]
        for many, whole in sums:
            for price in prices:
                made = price.value * many.value
                if whole.unit != price.unit or not made or many.value < _FEW or whole.value == price.value:
                    continue
                if any(abs(whole.value / made / scale - 1) < _ROUNDED for scale in _SCALES):
                    yield conflict(document, "reckoning", whole, price, f"it is {made:,.0f}")


_FEW = 10  # things whose price is reckoned
_ROUNDED = 0.03
_REST = lazy.pattern(r"\bthe (?:rest|remainder|balance|remaining) ,? ?(?P<rest>#m\d+)")
_BEYOND_ALL = 100.0  # times by which a rest exceeds every other sum of its paragraph


def _rests(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "lends $900 million … The rest, $800 billion": a scale that no other sum of the paragraph has."""
    for sentence in sentences:
        for match in _REST.finditer(sentence.text) if "#m" in sentence.text else ():
            rest = sentence.figure(match["rest"])
            others = [
                each
                for where in sentences
                if where.block == sentence.block
                for each in where.known
                if each.measure is Measure.MONEY and each is not rest
            ]
            if others and rest.value >= _BEYOND_ALL * max(each.value for each in others):
                largest = max(others, key=lambda each: each.value)
                yield conflict(document, "reckoning", rest, largest, "a rest is no such multiple")


def _lists(document: Document, sentence: Figured) -> Iterator[Conflict]:
    """Find "of the award £310,000 is for …, £80,000 for … and £58,000 in interest" where £418,000 are told."""
    match = _LIST.search(sentence.text)
    if match is None or _LOOSE.search(match["parts"]):
        return
    parts = sentence.figures(match["parts"])
    first = parts[0]
    if (
        len(parts) < _FEWEST
        or any(each.measure is not first.measure or each.unit != first.unit for each in parts)
        or not all(each.plain for each in parts)
    ):
        return
    made = sum(each.value for each in parts)
    others = [
        each
        for each in _known(document)
        if each.measure is first.measure and each.unit == first.unit and each not in parts
    ]
    if any(abs(each.value - made) < _EXACTLY * made for each in (*others, first._replace(value=2 * first.value))):
        return  # told as a total, or the first is the total of the rest
    for whole in others:
        if whole.value <= max(each.value for each in parts) or whole.hedge is not Hedge.NONE:
            continue
        for part in parts:
            right = part.value + whole.value - made
            size = part.value / part.digits if part.digits else 1.0
            if size >= 1 and is_a_slip(_shortened(part.value), right / _cut(part.value)):
                tokens = document.tokens
                here, there = tokens.span(parts[0].first, parts[-1].last), tokens.span(whole.first, whole.last)
                yield Conflict("reckoning", here, there, 1.0, f"the parts make {made:,g}")
                return


def _cut(value: float) -> float:
    """Return the power of ten that a number ends in: 1,000 for 58,000."""
    size = 1.0
    while value and value % (10 * size) == 0:
        size *= 10
    return size


def _shortened(value: float) -> float:
    return value / _cut(value)


def _remainders(document: Document, sentences: Sequence[Figured]) -> Iterator[Conflict]:
    """Find "eleven of the 18 directors have withdrawn … the withdrawals leave the festival with nine films"."""
    pairs = [(sentence, match) for sentence in sentences for match in _SOME_OF.finditer(sentence.text)]
    for sentence in sentences:
        for match in _LEAVE.finditer(sentence.text):
            verbs = _GONE[match["noun"]]
            fitting = [
                (where, pair) for where, pair in pairs if where is not sentence and not verbs.isdisjoint(where.words)
            ]
            if len(fitting) != 1:
                continue
            where, pair = fitting[0]
            part, whole, left = where.figure(pair["part"]), where.figure(pair["all"]), sentence.figure(match["left"])
            made = whole.value - part.value
            if part.plain and whole.plain and left.plain and made > 0 and left.value not in (made, part.value):
                yield conflict(document, "reckoning", left, part, f"{made:,g} are left of {whole.value:,g}")


def _known(document: Document) -> list[Quantity]:
    return [each for each in document.derive(quantities) if each.measure in (Measure.MONEY, Measure.COUNT)]
