"""Conflicting polarity: what is so in one place and is not so, or is the opposite, in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from paralint.data import listed
from paralint.evidence.claims.opposed import opposites
from paralint.evidence.names.mentions import mentions
from paralint.evidence.restatements.conflicts import Comparison, Conflict, comparisons, next_content, without_repeats
from paralint.evidence.restatements.names import last_name
from paralint.evidence.restatements.restatements import Passage
from paralint.evidence.words.thesaurus import entry, opposite, related
from paralint.evidence.words.vocabulary import NO_STEM, stem, stems_of, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import is_word, lemma, verb_forms
from paralint.text.words import TokenKind

_NEGATOR_WORDS = "not n't n’t never no neither nor cannot hardly scarcely none nobody nothing"
_NEGATORS = frozenset(_NEGATOR_WORDS.split())
# Words that deny what follows them without being negators: their sentences are not compared by negators.
_DENYING = stems_of(
    """
    deny refuse reject fail lack avoid unclear unlikely unable impossible refute doubt stop prevent ban forbid
    neglect decline cancel exclude dispel dismiss
    """
)
_REFUSALS = frozenset(("refused", "refuses", "refuse", "refusing", "declined", "declines", "failed", "fails", "unable"))
_ALMOST_EQUAL = 0.8
_SYNONYMS = 0.65  # least score from which a synonym of what is negated stands for it
_MISPLACED = ("'nt", "’nt")  # does'nt
_COMPARED = frozenset(("more", "less", "fewer", "later", "earlier", "sooner", "higher", "lower"))  # no … than: a bound
_REACH = 4  # tokens behind a negator within which the word that it negates stands
_PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "non-", "de")
# Opposites that the thesaurus does not have.
_MORE_PAIRS = (
    "confirm deny", "support oppose", "approve reject", "win lose", "rise drop", "increase reduce", "gain lose",
    "guilty innocent", "approve veto", "praise criticise", "praise criticize", "allow ban", "agree refuse",
    "arrest release", "early late", "widen narrow", "accelerate slow", "hire dismiss", "hire fire", "strengthen weaken",
    "kill injure", "kill wound", "kill rescue", "die survive", "dead injured", "import export", "minority majority",
    "minimum maximum", "convict clear", "profit loss", "surplus deficit", "victory defeat", "ally enemy",
    "supporter opponent", "supporter critic", "predecessor successor", "include exclude", "permanent temporary",
    "voluntary mandatory", "expand shrink", "raise lower", "lift impose", "tighten ease", "tighten loosen",
    "suspend resume", "vacant occupied", "urban rural", "domestic foreign", "join leave", "build demolish",
    "enter leave", "enter exit", "arrive depart", "board leave", "climb descend", "lead trail", "praise condemn",
    "welcome condemn", "welcome criticise", "welcome criticize", "hail condemn", "celebrate mourn", "resume halt",
    "begin halt", "improve worsen", "improve deteriorate", "ease worsen", "acquit convict", "jail free",
    "detain release", "detain free", "appoint dismiss", "appoint sack", "promote demote", "defend attack",
    "protect endanger", "strike miss", "pass fail", "succeed fail", "repay owe", "injured unhurt",
    "injured unharmed", "wounded unhurt", "clean polluted", "clean contaminated", "healthy sick", "young elderly",
    "amateur professional", "flat mountainous", "flat hilly", "crowded empty", "calm stormy", "part-time full-time",
    "partly fully", "partial full", "partially completely", "partially fully", "often rarely", "often seldom",
    "frequently rarely", "always never", "deliberate accidental", "deliberately accidentally", "openly secretly",
    "publicly privately", "directly indirectly", "optimistic pessimistic", "relieved worried",
    "upstream downstream", "uphill downhill", "indoors outdoors", "offshore onshore", "winner loser",
    "buyer seller", "donor recipient", "plaintiff defendant", "creditor debtor",
    "double halve", "peace war", "friend enemy", "majority minority", "agreement dispute", "ceasefire offensive",
)  # fmt: skip


@cache
def _more_opposites() -> frozenset[frozenset[str]]:
    """Return the pairs of stems of the list of antonyms and of the pairs above.

    Raises:
        DataError: if the list cannot be read.
    """
    listed_pairs = (pair for line in listed("antonyms") for pair in line.split(", "))
    return frozenset(frozenset(map(stem, pair.split())) for pair in (*_MORE_PAIRS, *listed_pairs))


@cache
def _listed() -> dict[str, frozenset[tuple[int, bool]]]:
    """Return for each stem of the list of opposites the lines that it is of, and on which side."""
    found: dict[str, set[tuple[int, bool]]] = {}
    for form, sides in opposites().items():
        found.setdefault(stem(form), set()).update((side.pair, side.sign) for side in sides)
    return {key: frozenset(sides) for key, sides in found.items()}


# Opposites that tell one event from its two sides, or that can both be true: they count only where the words before
# and behind them are the same.
_CONVERSE = stems_of(
    """
    buy sell bought sold win lose won lost give take gave took given taken go come went came lend borrow teach learn
    ask answer mother father man woman men women boy girl son daughter brother sister husband wife husbands wives
    last early late day night more less most least old new young start end begin finish north south east west
    northern southern eastern western arrive leave departure enter home away open close winner loser buyer seller
    donor recipient board begin halt resume lead trail pass fail defend attack
    """
)
_PAIRED = stems_of("left right front back top bottom upper lower up down last one other")  # told of in turns
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


def polarity(document: Document) -> tuple[Conflict, ...]:
    """Return the conflicts of polarity (a layer: see ``Document.derive``)."""
    found = [
        conflict
        for comparison in document.derive(comparisons)
        for find in (_negations, _antonyms)
        for conflict in find(document, comparison)
    ]
    return without_repeats([*found, *_opposite_fates(document), *_denied_things(document)])


def _negations(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find words that are negated in one passage only."""
    forward, backward = comparison.words.forward, comparison.words.backward
    before, after = (_negated(document, passage) for passage in (comparison.pair.first, comparison.pair.second))
    for one, negator in sorted(before.items()):
        other = forward.get(one)
        if (
            other is not None
            and other not in after
            and _only_negated_once(document, comparison, one, other, before, after)
        ):
            spans = document.tokens.span(other, other + 1), document.tokens.span(negator, one + 1)
            yield Conflict("negation", *spans, comparison.pair.score)
    for other, negator in sorted(after.items()):
        one = backward.get(other, -1)
        if one not in before and one >= 0 and _only_negated_once(document, comparison, one, other, before, after):
            spans = document.tokens.span(negator, other + 1), document.tokens.span(one, one + 1)
            yield Conflict("negation", *spans, comparison.pair.score)


def _only_negated_once(
    document: Document, comparison: Comparison, one: int, other: int, before: dict[int, int], after: dict[int, int]
) -> bool:
    """Whether the sentences of a word and its counterpart say the same, but for a negator on one side.

    What is negated in other words in both ("not clear", "unclear"; "did not agree", "refused") says the same.
    """
    stems = document.derive(vocabulary).stems
    if comparison.words.support(one, other) < _needed(comparison):
        return False
    if any(_is_lacking(document, token) for token in (one, other)):
        return False
    if stems[one] != stems[other] and comparison.pair.score < _SYNONYMS:
        return False  # the less alike two passages are, the likelier a synonym is one by chance
    sentences = [_sentence(document, token) for token in (one, other)]
    if _denials(document, sentences[0]) != _denials(document, sentences[1]):
        return False
    here = [token for token in before if sentences[0].first <= token < sentences[0].last]
    there = [token for token in after if sentences[1].first <= token < sentences[1].last]
    kept = sum(comparison.words.forward.get(token) in after for token in here)
    return kept >= min(len(here), len(there))


def _is_lacking(document: Document, token: int) -> bool:
    """Whether "without" stands before a word, which denies it as "with no" does."""
    word = document.tokens.word
    return any(word(index).lower == "without" for index in range(max(0, token - _REACH), token))


def _sentence(document: Document, token: int) -> Passage:
    number = document.sentence_of(token)
    return Passage(document.tokens.sentences[number], document.tokens.sentences[number + 1])


def _needed(comparison: Comparison) -> int:
    """Return how many words around a negated one must match: fewer where the passages are nearly the same."""
    return 1 if comparison.beside or comparison.pair.score >= _ALMOST_EQUAL else 2


def _than(document: Document, token: int, passage: Passage) -> bool:
    return token < passage.last and document.tokens.word(token).lower == "than"


def _negated(document: Document, passage: Passage) -> dict[int, int]:
    """Return the content words that stand right behind a negator, with the negator."""
    word = document.tokens.word
    stems = document.derive(vocabulary).stems
    found: dict[int, int] = {}
    for token in range(*passage):
        refused = _is_refusal(document, token, passage)
        if not refused and word(token).lower not in _NEGATORS and not word(token).lower.endswith(_MISPLACED):
            continue
        follower = word(token + 1 if token + 1 < passage.last else token).lower
        if follower in ("only", "just", "least", ".") or (
            follower in _COMPARED and _than(document, token + 2, passage)
        ):
            continue
        for index in range(token + 1, min(passage.last, token + 1 + _REACH)):
            if word(index).kind is TokenKind.PUNCTUATION:
                break
            if stems[index] != NO_STEM or (refused and word(index).lower == "do"):
                found.setdefault(index, token)
                break
    return found


def _is_refusal(document: Document, token: int, passage: Passage) -> bool:
    """Whether a word denies the verb behind its "to": "refused to resign"."""
    lowers = document.lowers
    return lowers[token] in _REFUSALS and token + 1 < passage.last and lowers[token + 1] == "to"


def _denials(document: Document, passage: Passage) -> list[str]:
    """Return the stems of the words of a passage that deny without being negators, sorted."""
    words = document.derive(vocabulary)
    lowers = document.lowers
    ruled = [token for token in range(*passage) if lowers[token] == "out" and lowers[token - 1].startswith("rul")]
    denying = (
        name
        for token in range(*passage)
        if (name := words.names[words.stems[token]]) in _DENYING and not _is_refusal(document, token, passage)
    )
    return sorted([*denying, *("rule" for _ in ruled)])


def _antonyms(document: Document, comparison: Comparison) -> Iterator[Conflict]:
    """Find a word whose opposite stands where it should be."""
    words = document.derive(vocabulary)
    forward, backward = comparison.words.forward, comparison.words.backward
    loose_before, loose_after = (
        [token for token in range(*passage) if token not in matched and words.stems[token] != NO_STEM]
        for passage, matched in ((comparison.pair.first, forward), (comparison.pair.second, backward))
    )
    if len(loose_before) * len(loose_after) > 2500:
        return
    # The opposite of a word may have been taken for the synonym of another: "planned", "opening" for "closing".
    loose_after += [other for other, one in backward.items() if words.stems[one] != words.stems[other]]
    roots = {token: _roots(document, token) for token in (*loose_before, *loose_after)}
    fixed = comparison.beside and comparison.pair.score >= _SYNONYMS
    tags = document.tags
    for other in loose_after:
        for one in loose_before:
            if not any(_are_opposite(a, b) for a in roots[one] for b in roots[other]):
                continue
            alike = tags[one][:2] == tags[other][:2] or document.lowers[one - 1] == document.lowers[other - 1]
            needed = 1 if fixed and alike else 2
            if comparison.words.support(one, other) < needed or _is_negated(document, one, other):
                continue
            if not roots[one].isdisjoint(_PAIRED) and not _counted_from(document, one, other):
                continue
            tight = not (roots[one].isdisjoint(_CONVERSE) or roots[other].isdisjoint(_CONVERSE))
            if tight and not _in_one_place(document, comparison, one, other, fixed):
                continue
            if _is_told(document, comparison.pair.first, roots[other]) or _is_told(
                document, comparison.pair.second, roots[one]
            ):
                continue
            yield Conflict(
                "antonym",
                document.tokens.span(other, other + 1),
                document.tokens.span(one, one + 1),
                comparison.pair.score,
            )
            break


def _is_told(document: Document, passage: Passage, roots: frozenset[str]) -> bool:
    """Whether a passage tells somewhere, in this or another word, what a word of the other passage says."""
    words = document.derive(vocabulary)
    if not roots.isdisjoint(words.names[key] for key in words.stems[passage.first : passage.last]):
        return True
    sides = {side for root in roots for side in _listed().get(root, ())}
    keys = {words.names[key] for key in words.stems[passage.first : passage.last]} if sides else ()
    return any(key not in roots and not sides.isdisjoint(_listed().get(key, ())) for key in keys)


def _counted_from(document: Document, one: int, other: int) -> bool:
    """Whether a place in a row is counted from either side: "second from left", "second from the right"."""
    lowers = document.lowers
    return all("from" in lowers[max(0, token - 2) : token] for token in (one, other))


def _roots(document: Document, token: int) -> frozenset[str]:
    """Return the stem of a word and that of the verb that it may be a form of ("fell": fall)."""
    lower = document.tokens.word(token).lower
    return frozenset((stem(lower), *(stem(lemma(lower, tag)) for tag in ("VBD", "VBZ", "VBG"))))


def _are_opposite(one: str, other: str) -> bool:
    if opposite(one, other) or frozenset((one, other)) in _more_opposites():
        return True
    if any((pair, not sign) in _listed().get(other, ()) for pair, sign in _listed().get(one, ())):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and any(longer == prefix + shorter for prefix in _PREFIXES) and not related(one, other)


def _in_one_place(document: Document, comparison: Comparison, one: int, other: int, one_side: bool = False) -> bool:
    """Whether the content words right before and right behind two words, in their clauses, stand for each other.

    Args:
        document: the document.
        comparison: what is compared.
        one, other: the words, one of each passage.
        one_side: whether it is enough if those on one side do.
    """
    passages = comparison.pair.first, comparison.pair.second
    found = False
    for step in (-1, 1):
        a, b = (
            next_content(document, token, step, passage) for token, passage in zip((one, other), passages, strict=True)
        )
        if a is not None and b is not None and comparison.words.forward.get(a) == b:
            found = True
        elif (a is not None or b is not None) and not one_side:
            return False
    return found


def _is_negated(document: Document, *tokens: int) -> bool:
    word = document.tokens.word
    return any(word(index).lower in _NEGATORS for token in tokens for index in range(max(0, token - _REACH), token))


def _opposite_fates(document: Document) -> Iterator[Conflict]:
    """Find one person to whom opposite things were done: "convicted" in one paragraph, "acquitted" in the next."""
    words = document.derive(vocabulary)
    done: defaultdict[str, list[int]] = defaultdict(list)
    ids = document.tokens.ids
    followers = {kind for lower in (*_BE, ",") for kind in document.by_lower.get(lower, ())}
    for mention in document.derive(mentions).all:
        if mention.last >= len(ids) or ids[mention.last] not in followers:
            continue
        token = _fate(document, mention.last)
        if token is None:
            continue
        name = last_name(mention)
        fate = words.names[words.stems[token]]
        for known in done[name][-_LATEST:]:
            other = words.names[words.stems[known]]
            if opposite(fate, other) and not {fate, other} & _CONVERSE:
                yield Conflict(
                    "antonym",
                    document.tokens.span(known, known + 1),
                    document.tokens.span(token, token + 1),
                    1.0,
                    mention.parts[-1],
                )
                break
        if not any(words.stems[known] == words.stems[token] for known in done[name]):
            done[name].append(token)


_LATEST = 8  # deeds per person that a new one is held against


def _fate(document: Document, token: int) -> int | None:
    """Return the participle that says what was done to the name before ``token``: ", acquitted", "was convicted"."""
    word = document.tokens.word
    end = document.tokens.sentences[document.sentence_of(token - 1) + 1]
    passed = False
    if token < end and word(token).form == ",":
        # Step over appositions: "Kumaravel, 47, the finance director, was convicted".
        commas = [index for index in range(token + 1, min(end - 1, token + 16)) if word(index).form == ","]
        token = next((comma + 1 for comma in commas if word(comma + 1).lower in _BE), token)
    for index in range(token, min(end, token + 9)):
        form = word(index)
        if form.lower in _NEGATORS or form.lower in ("if", "unless", "would", "could", "should", "may", "might"):
            return None
        if form.lower in _BE:
            passed = True
        elif (passed or (index == token + 1 and word(token).form == ",")) and _is_participle(form.lower):
            return index
        elif passed and form.lower not in ("also", "later", "then", "been", "being", "since", "finally"):
            return None
    return None


def _is_participle(lower: str) -> bool:
    return "VBN" in verb_forms(lower) and bool(entry(stem(lower)).opposites)


def _denied_things(document: Document) -> Iterator[Conflict]:
    """Find a thing that is ruled out or denied in one place, and possible or coming in another."""
    words = document.derive(vocabulary)
    word = document.tokens.word
    affirmed: dict[int, tuple[int, int]] = {}
    denied: dict[int, tuple[int, int]] = {}
    for kind in (*document.by_lower.get("possible", ()), *document.by_lower.get("ruled", ())):
        for token in document.places[kind]:
            if word(token).lower == "possible" and word(token - 1).lower in ("is", "was", "be"):
                thing = _before(document, token - 1)
                if thing is not None and not _is_negated(document, token):
                    affirmed.setdefault(words.stems[thing], (thing, token + 1))
            elif word(token).lower == "ruled" and token + 2 < len(document.tokens) and word(token + 1).lower == "out":
                thing = _behind(document, token + 2)
                if thing is not None and not _is_negated(document, token):
                    denied.setdefault(words.stems[thing], (token, thing + 1))
    for key in sorted(affirmed.keys() & denied.keys()):
        yield Conflict("negation", document.tokens.span(*denied[key]), document.tokens.span(*affirmed[key]), 1.0)
    yield from _missing_things(document)


def _before(document: Document, token: int) -> int | None:
    """Return the noun of "a pause" right before a token."""
    stems = document.derive(vocabulary).stems
    return token - 1 if token >= 2 and stems[token - 1] != NO_STEM else None


def _behind(document: Document, token: int) -> int | None:
    """Return the noun of "a pause" right behind a token."""
    stems = document.derive(vocabulary).stems
    word = document.tokens.word
    if word(token).lower in ("a", "an", "any", "the") and token + 1 < len(stems):
        token += 1
    return token if stems[token] != NO_STEM else None


def _missing_things(document: Document) -> Iterator[Conflict]:
    """Find "there would be layoffs among front-line workers" beside "the promise of no front-line layoffs"."""
    words = document.derive(vocabulary)
    word = document.tokens.word
    none: list[tuple[int, int, frozenset[int]]] = []
    for kind in document.by_lower.get("no", ()):
        for token in document.places[kind]:
            end = document.tokens.sentences[document.sentence_of(token) + 1]
            last = token + 1
            while last < min(end, token + 5) and words.stems[last] != NO_STEM and word(last).kind is TokenKind.WORD:
                last += 1
            key = frozenset(words.stems[token + 1 : last])
            if len(key) >= 2 and is_word(word(last - 1).lower):
                none.append((token, last, key))
    if not none:
        return
    for kind in document.by_lower.get("there", ()):
        for token in document.places[kind]:
            end = min(document.tokens.sentences[document.sentence_of(token) + 1], token + 12)
            if not any(word(index).lower in _BE for index in range(token + 1, min(end, token + 4))):
                continue
            if any(word(index).lower in _NEGATORS for index in range(token, end)):
                continue
            near = frozenset(words.stems[token:end])
            for first, last, key in none[:_LATEST]:
                if key <= near:
                    yield Conflict(
                        "negation",
                        document.tokens.span(token, max(i for i in range(token, end) if words.stems[i] in key) + 1),
                        document.tokens.span(first, last),
                        1.0,
                    )
                    break
