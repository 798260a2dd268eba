"""Conflicting roles: who does what to whom, whose a thing is, where it happens.

The names stay and change places: buyer and bought, winner and runner-up, the countries of two presidents. Or what was
said of one word is said of another: an exercise in Crimea becomes a Crimean team.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.times import is_date_word
from paralint.evidence.names.mentions import Mention, mentions
from paralint.evidence.quotations.reporting import REPORTING, TELLING
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, without_repeats
from paralint.evidence.restatements.names import names_in, same_name
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.restatements.voices import MUTUAL, exchanged_markers, exchanged_parts
from paralint.evidence.words.thesaurus import related
from paralint.evidence.words.vocabulary import NO_STEM, stem, stems_of, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind
from paralint.values import NamedTuple

# Verbs that one of two does to the other once and for all; any other deed may be returned.
_ONE_WAY = stems_of(
    """
    buy bought acquire purchase beat defeat overtake overtook succeed replace kill murder shot adopt inherit found
    outbid outscore employ hire sack dismiss sue arrest
    """
)
_TIED = stems_of("draw drew")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s"))
_WIN = 5  # tokens between a name with its 's and the preposition: 's 3-2 victory over
_LOCATIVE = frozenset(("in", "at", "near"))


class Deed(NamedTuple):
    """A verb between two names: the bearer of ``agent_parts`` does it to the bearer of ``patient_parts``.

    ``first`` is the first token of the agent, ``last`` the token behind the patient.
    """

    first: int
    verb: int
    stem: str
    last: int
    agent_parts: frozenset[str]
    patient_parts: frozenset[str]


def roles(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of roles (a layer: see ``Document.derive``)."""
    found: list[Conflict] = []
    for comparison in document.derive(comparisons):
        told = [
            conflict
            for find in (_exchanged, _belonging, _moved_attribute, _moved_place, _titles)
            for conflict in find(document, comparison)
        ]
        found += told
        if not told:  # an exchange of names is told once
            found += (*exchanged_parts(document, comparison), *exchanged_markers(document, comparison))
    return without_repeats([*found, *_reversed_deeds(document), *_warned_of_themselves(document)])


def _exchanged(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find two names that have changed places on the two sides of the same words."""
    words = document.derive(vocabulary)
    before, after = (names_in(document, passage) for passage in (comparison.pair.first, comparison.pair.second))
    for left, right in _neighbours(document, after):
        if same_name(left, right):
            continue
        here = _between(document, left, right)
        for first, second in _neighbours(document, before):
            if not (same_name(first, right) and same_name(second, left)):
                continue
            there = _between(document, first, second)
            if _owns_win(document, left, right) and _owns_win(document, first, second):
                yield Conflict(
                    "role",
                    document.tokens.span(left.first, right.last),
                    document.tokens.span(first.first, second.last),
                    comparison.pair.score,
                    document.quote(document.tokens.span(right.first, right.last)),
                )
                continue
            if _is_set(document, left) or _is_set(document, first):
                continue
            shared = {words.stems[token] for token in here} & {words.stems[token] for token in there}
            named = {words.names[key] for key in shared}
            deeds = (token for token in here if words.stems[token] in shared and document.tags[token].startswith("V"))
            if not any(verb_forms(document.tokens.word(token).lower) for token in deeds):
                continue  # the Vasa branch in Leer, the Leer branch of Vasa
            if named & (MUTUAL | _TIED) or _passive(document, left, right) != _passive(document, first, second):
                continue
            if len(shared) * 2 < min(len(here), len(there)) or _is_owner(document, left):
                continue
            yield Conflict(
                "role",
                document.tokens.span(left.first, left.last),
                document.tokens.span(first.first, first.last),
                comparison.pair.score,
                document.quote(document.tokens.span(right.first, right.last)),
            )


def _neighbours(document: Document, names: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield pairs of names of one sentence, the later one not more than two names behind."""
    for index, left in enumerate(names):
        for right in names[index + 1 : index + 4]:
            if document.sentence_of(left.first) == document.sentence_of(right.first):
                yield left, right


def _between(document: Document, left: Mention, right: Mention) -> list[int]:
    """Return the content words between two names, other names apart; none if the two are merely joined."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    return [
        token
        for token in range(left.last, right.title)
        if stems[token] != NO_STEM and not word(token).capital and word(token).kind is TokenKind.WORD
    ]


def _passive(document: Document, left: Mention, right: Mention) -> bool:
    word = document.tokens.word
    return any(word(token).lower == "by" for token in range(max(left.last, right.title - 3), right.title))


def _owns_win(document: Document, left: Mention, right: Mention) -> bool:
    """Whether one name owns what it did to the other: Zambia's 3-2 victory over Norway."""
    word = document.tokens.word
    before = right.title - 1
    return (
        word(left.last).lower == "'s"
        and left.last < before <= left.last + _WIN
        and word(before).lower in ("over", "against", "of", "by", "to", "from")
    )


def _is_set(document: Document, mention: Mention) -> bool:
    """Whether a name tells where something happens, or of what people somebody is: it does nothing itself."""
    lowers, tags = document.lowers, document.tags
    placed = mention.first > 0 and lowers[mention.first - 1] in _LOCATIVE
    return placed or tags[mention.last - 1] in ("JJ", "NNPS")


def _is_owner(document: Document, mention: Mention) -> bool:
    return mention.title > 0 and document.tokens.word(mention.title - 1).lower == "of"


def _belonging(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find "X of P" that has become "X of Q" where both P and Q stand in both passages."""
    before, after = (_owned(document, passage) for passage in (comparison.pair.first, comparison.pair.second))
    places = [place for _, place in before]
    for bearer, place in after:
        if not any(same_name(place, known) for known in places):
            continue
        for original, owner in before:
            if same_name(original, bearer) and not same_name(owner, place):
                yield Conflict(
                    "role",
                    document.tokens.span(bearer.first, place.last),
                    document.tokens.span(original.first, owner.last),
                    comparison.pair.score,
                    document.quote(document.tokens.span(bearer.first, bearer.last)),
                )


def _owned(document: Document, passage: Passage) -> list[tuple[Mention, Mention]]:
    """Return the pairs of names with nothing but "of" between them."""
    word = document.tokens.word
    names = names_in(document, passage)
    return [
        (one, other) for one, other in pairwise(names) if other.title == one.last + 1 and word(one.last).lower == "of"
    ]


def _moved_attribute(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a place of the event that has become the home of one who takes part: "a Crimean team", "X's army corps"."""
    word = document.tokens.word
    words = document.derive(vocabulary)
    backward = comparison.words.backward
    locatives = _locatives(document, comparison.pair.first)
    first, last = comparison.pair.second
    for token in range(first, last - 1):
        if not word(token).capital or words.stems[token] == NO_STEM:
            continue
        head = token + 1
        start = token
        possessive = word(head).lower == "'s"
        if possessive:
            head += 1
            while start > first and word(start - 1).capital and words.stems[start - 1] != NO_STEM:
                start -= 1
        elif word(token).lower[-1] not in "nseic":  # an adjective of a place: Crimean, Chinese, Polish, Israeli
            continue
        if head >= last or words.stems[head] == NO_STEM or word(head).capital or head not in backward:
            continue
        owner = {words.names[words.stems[index]] for index in range(start, token + 1)}
        noun = backward[head]
        while possessive and noun + 1 < comparison.pair.first.last and words.stems[noun + 1] != NO_STEM:
            noun += 1  # Leer's main bus station: the main bus station in Leer
        if any(
            _same_root(words.names[words.stems[index]], name) for index in _modifiers(document, noun) for name in owner
        ):
            continue
        for place, preposition in locatives:
            if not any(_same_root(words.names[words.stems[place]], name) for name in owner):
                continue
            if word(place).lower == word(token).lower and not possessive:
                continue
            content = [index for index in range(noun + 1, preposition) if words.stems[index] != NO_STEM]
            if noun < place and len(content) >= 2:
                yield Conflict(
                    "attribute",
                    document.tokens.span(start, head + 1),
                    document.tokens.span(preposition, place + 1),
                    comparison.pair.score,
                    word(noun).form,
                )
                break


def _same_root(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and one[:5] == other[:5])


def _locatives(document: Document, passage: Passage) -> list[tuple[int, int]]:
    """Return the capitalised words that a preposition of place stands before, with that preposition."""
    found = document.derive(_all_locatives)
    return found[bisect_left(found, (passage.first, 0)) : bisect_left(found, (passage.last, 0))]


def _all_locatives(document: Document) -> list[tuple[int, int]]:
    """Return the locatives of the whole document, ascending (a layer)."""
    word = document.tokens.word
    found: dict[int, int] = {}
    for preposition in sorted(
        token for lower in _LOCATIVE for kind in document.by_lower.get(lower, ()) for token in document.places[kind]
    ):
        end = document.tokens.sentences[document.sentence_of(preposition) + 1]
        token = preposition + 1
        while token < end and (word(token).capital or word(token).lower == "the"):
            if word(token).capital and word(token).kind is TokenKind.WORD:
                found[token] = preposition
            token += 1
    return sorted(found.items())


def _modifiers(document: Document, noun: int) -> range:
    """Return the tokens that stand before a noun in its phrase."""
    word = document.tokens.word
    first = noun
    while first > 0 and word(first - 1).kind is TokenKind.WORD and noun - first < 4:
        first -= 1
    return range(first, noun)


def _reversed_deeds(document: Document) -> Iterator[Conflict]:
    """Find deeds that two names do to each other, anywhere in the document, though only one of them can."""
    done: dict[tuple[str, str], list[Deed]] = {}
    for deed in _deeds(document):
        known = next(
            (
                other
                for part in sorted(deed.patient_parts)
                for other in done.get((deed.stem, part), ())
                if other.patient_parts & deed.agent_parts and not other.agent_parts & deed.agent_parts
            ),
            None,
        )
        if known is not None:
            yield Conflict(
                "role",
                document.tokens.span(deed.verb, deed.last),
                document.tokens.span(known.first, known.last),
                1.0,
                document.quote(document.tokens.span(deed.first, deed.first + 1)),
            )
        else:
            for part in deed.agent_parts:
                done.setdefault((deed.stem, part), []).append(deed)


def _deeds(document: Document) -> Iterator[Deed]:
    words = document.derive(vocabulary)
    wanted = {key for key, name in enumerate(words.names) if name in _ONE_WAY}
    if not wanted:
        return
    named = {stem(part.lower()) for mention in document.derive(mentions).all for part in mention.parts}
    word = document.tokens.word

    def is_named(token: int) -> bool:
        return word(token).capital and words.names[words.stems[token]] in named

    bounds = document.tokens.sentences
    for token in sorted(place for places in document.places if words.stems[places[0]] in wanted for place in places):
        sentence = document.sentence_of(token)
        begin, end = bounds[sentence], bounds[sentence + 1]
        patient = next((index for index in range(token + 1, min(end, token + 4)) if is_named(index)), None)
        if patient is None:
            continue
        agent = next(
            (index for index in range(token - 1, begin - 1, -1) if is_named(index) and not is_date_word(word(index))),
            None,
        )
        if agent is None or any(word(index).lower in _BE for index in range(token - 2, token)):
            continue
        if any(word(index).lower not in ("the", "a", "an", "its", "rival") for index in range(token + 1, patient)):
            continue
        if word(agent + 1).lower in ("'s", "and", ",", "or"):
            continue
        first, last = agent, patient + 1
        while first > begin and is_named(first - 1):
            first -= 1
        while last < end and is_named(last):
            last += 1
        agents = frozenset(words.names[words.stems[index]] for index in range(first, agent + 1))
        patients = frozenset(words.names[words.stems[index]] for index in range(patient, last))
        yield Deed(first, token, words.names[words.stems[token]], last, agents, patients)


def _warned_of_themselves(document: Document) -> Iterator[Conflict]:
    """Find the addressee of a warning who is also what the warning is of: "warned Russia that Russia may invade"."""
    word = document.tokens.word
    everything = document.derive(mentions).all
    for one, other in pairwise(everything):
        if one.parts[-1] != other.parts[-1] or other.title - one.last not in (0, 1) or one.title < 1:
            continue
        if word(one.title - 1).lower not in TELLING or (other.title > one.last and word(one.last).lower != "that"):
            continue
        if other.last < len(document.tokens) and word(other.last).lower in _WILL:
            yield Conflict(
                "addressee",
                document.tokens.span(one.title - 1, other.last + 1),
                document.tokens.span(other.first, other.last),
                1.0,
                one.parts[-1],
            )


_WILL = frozenset(("may", "might", "could", "will", "would", "plans", "planned", "is", "was", "intends"))


def _moved_place(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find the place of one thing that has become the place of another: "said in Bonn", "was seen in Bonn"."""
    word = document.tokens.word
    first, second = comparison.pair.first, comparison.pair.second
    governors = [
        {token: _governor(document, token, passage) for token, _ in _locatives(document, passage)}
        for passage in (first, second)
    ]
    for other, verb in sorted(governors[1].items()):
        for one, original in sorted(governors[0].items()):
            if verb is None or original is None or word(one).lower != word(other).lower:
                continue
            new, old = _action(document, verb), _action(document, original)
            if new == old or related(new, old):
                continue
            if old in _actions(document, second) and new in _actions(document, first):
                yield Conflict(
                    "place",
                    document.tokens.span(verb, other + 1),
                    document.tokens.span(original, one + 1),
                    comparison.pair.score,
                    word(other).form,
                )


def _governor(document: Document, place: int, passage: Passage) -> int | None:
    """Return the verb that the phrase "in PLACE" stands behind, dates passed over; None if there is another noun."""
    word = document.tokens.word
    token = place - 1
    while token >= passage.first and (word(token).capital or word(token).lower in ("the", "on", "in", "at", "near")):
        token -= 1
    forms = verb_forms(word(token).lower) if token >= passage.first else frozenset()
    return token if forms & {"VBD", "VBN", "VBZ"} and word(token).lower not in ("is", "was", "are", "were") else None


def _action(document: Document, verb: int) -> str:
    """Return the stem of a verb; all verbs of reporting are one."""
    lower = document.tokens.word(verb).lower
    return "say" if lower in REPORTING else stem(lower)


def _actions(document: Document, passage: Passage) -> set[str]:
    word = document.tokens.word
    return {_action(document, token) for token in range(*passage) if verb_forms(word(token).lower)}


def _titles(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find an office that has become another one before the same name: "Governor Ruiz", "Senator Ruiz"."""
    if not comparison.beside:
        return
    before, after = (names_in(document, passage) for passage in (comparison.pair.first, comparison.pair.second))
    for other in after:
        same = [one for one in before if one.parts[-1] == other.parts[-1]]
        offices = {_office(one) for one in same} - {""}
        office = _office(other)
        if office and offices and office not in offices and not any(related(office, known) for known in offices):
            one = next(one for one in same if _office(one))
            yield Conflict(
                "title",
                document.tokens.span(other.title, other.last),
                document.tokens.span(one.title, one.last),
                comparison.pair.score,
                other.parts[-1],
            )


def _office(mention: Mention) -> str:
    """Return the last word of the title before a name if it is an office of which one person holds one at a time."""
    last = mention.role.split()[-1].rstrip(".") if mention.role and mention.title < mention.first else ""
    office = _SHORT_TITLES.get(last, last)
    return office if office in _OFFICES else ""


_SHORT_TITLES = {
    "pres": "president", "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general",
    "capt": "captain", "col": "colonel", "sgt": "sergeant", "adm": "admiral", "sec": "secretary",
}  # fmt: skip
_OFFICE_WORDS = """
    president minister chancellor governor mayor senator representative ambassador secretary king queen prince princess
    pope cardinal bishop judge general colonel captain sergeant admiral commissioner premier sheriff
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
