"""What stands around a place between two words, for the question which small word belongs there.

A gap is a sentence without the preposition that stands there, or as it is if none does; the words beside it are tagged
anew, so that what is seen does not tell which word was taken out. Its features are strings, one for each template, that
begin with a letter of their own: words, lemmas, tags and clusters on either side, the noun that ends the phrase behind
it, the verb before it, whether a finite verb follows. ``tools/train_small_words.py`` and
:mod:`paralint.evidence.grammar.small_words` both take them from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar import prepositions
from paralint.evidence.phrases.triples import level
from paralint.evidence.words.closed import BE, HAVE, NOUNS, VERBS, words
from paralint.text.document import Document, Sentence
from paralint.text.lazy import pattern
from paralint.text.morphology import lemma, verb_forms
from paralint.text.tagger import load_tagger
from paralint.values import NamedTuple

CLASSES = (
    *("", "of", "in", "to", "for", "on", "at", "with", "from", "by", "about", "as", "into", "over", "after", "*"),
)
"""What may stand in a gap: nothing, a small word, or ``*`` for any other preposition."""
_OTHERS = words(
    """
    through between against under during around without before than like since until towards toward among across within
    near behind along amid despite upon onto
    """
)
NUMBERS = {word: number for number, word in enumerate(CLASSES) if word} | dict.fromkeys(_OTHERS, len(CLASSES) - 1)
"""The number of the class of each small word."""
_LEFT = words("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB RBR RBS RP PRP CD UH FW")
_LEFT_WORDS = words(
    """
    because out up off away along except apart due according instead such all both half none some many few most several
    ahead down
    """
)
_RIGHT = words("DT PDT PRP$ PRP NN NNS NNP NNPS CD JJ JJR JJS VBG VBN $ VB VBP WP WDT RB")
_BEFORE_HEAD = words("JJ JJR JJS VBN VBG CD $ HYPH NN NNS NNP NNPS POS RBS RBR AFX")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_MARKS = words(", ; : . ( ) — – - \" “ ” ' ‘ ’ ? !")
_CUTS = _MARKS | {"and", "but", "or"}
_PAUSES = words(', ; : — – ( “ "')
_SUBORDINATORS = words(
    """
    that which who whom whose where when while because if although though as since after before until whether what how
    why than
    """
)
_TRIED = CLASSES[1:12]
_YEAR = pattern(r"(?:1[5-9]|20)\d\d$")
_NEAR = 4  # tokens on either side of a gap that are tagged anew, of which two take other tags
_HEAD, _BEHIND, _BEFORE = 9, 10, 14  # tokens that are looked at for the noun, for a finite verb behind it, and before


class Gap(NamedTuple):
    """A place between two words.

    Attributes:
        filler: the number of the class of what stands there.
        token: the token that stands there, or, if nothing does, the one behind it.
        words, tags: of the sentence without it, in lower case.
        at: the place among these of what stands behind.
    """

    filler: int
    token: int
    words: list[str]
    tags: list[str]
    at: int


def filled(document: Document) -> Iterator[Gap]:
    """Yield the gaps in which a small word stands, in reading order."""
    tokens, tags, lowers = document.tokens, document.tags, document.lowers
    tagger = load_tagger()
    ids: list[int] = []
    bounds, places = [0], []
    for sentence in document.sentences:
        for at in range(sentence.first + 1, sentence.last - 1):
            if lowers[at] not in NUMBERS or tags[at] not in ("IN", "TO", "RP", "RB", "JJ"):
                continue
            if lowers[at + 1] in _CUTS or lowers[at - 1] in _CUTS:
                continue
            start, end = max(sentence.first, at - _NEAR), min(sentence.last, at + _NEAR + 1)
            ids += tokens.ids[start:at] + tokens.ids[at + 1 : end]
            bounds.append(len(ids))
            places.append((sentence, at, start))
    new = tagger.tag(tokens.forms, ids, bounds) if ids else []
    for (sentence, at, start), begin, end in zip(places, bounds, bounds[1:], strict=False):
        others = tags[sentence.first : at] + tags[at + 1 : sentence.last]
        for place in range(at - 2, at + 2):
            number = begin + place - start
            if place >= start and number < end:
                others[place - sentence.first] = tagger.names[new[number]]
        gap = Gap(NUMBERS[lowers[at]], at, _without(lowers, sentence, at), others, at - sentence.first)
        if _is_place(gap):
            yield gap


def _without(lowers: list[str], sentence: Sentence, at: int) -> list[str]:
    return lowers[sentence.first : at] + lowers[at + 1 : sentence.last]


def empty(document: Document) -> Iterator[Gap]:
    """Yield the gaps in which nothing stands, in reading order."""
    for sentence in document.sentences:
        lowers = document.lowers[sentence.first : sentence.last]
        tags = document.tags[sentence.first : sentence.last]
        for at in range(1, len(lowers) - 1):
            before = lowers[at - 1]
            if (before in NUMBERS and before not in _LEFT_WORDS) or lowers[at] in NUMBERS:
                continue
            gap = Gap(0, sentence.first + at, lowers, tags, at)
            if _is_place(gap):
                yield gap


def _is_place(gap: Gap) -> bool:
    """Whether a small word might stand there."""
    _, _, lowers, tags, at = gap
    if at == 0 or at >= len(lowers) or tags[at] not in _RIGHT or lowers[at] in _CUTS | _SUBORDINATORS:
        return False
    return (tags[at - 1] in _LEFT or lowers[at - 1] in _LEFT_WORDS) and lowers[at - 1] not in _CUTS


@lru_cache(maxsize=1 << 14)
def _cluster(form: str) -> tuple[int, int]:
    return load_tagger().clusters(form)


def is_year(word: str) -> bool:
    """Whether a number may be a year."""
    return _YEAR.match(word) is not None


@lru_cache(maxsize=1 << 14)
def _normal(lower: str) -> str:
    """Return a word, or what stands for a number of its kind."""
    if not lower[:1].isdigit():
        return lower
    if is_year(lower):
        return "<year>"
    if lower.endswith("s") and lower[:-1].isdigit():
        return "<dec>"
    return "<clock>" if ":" in lower else "<num>"


def _lemma(word: str, tag: str) -> str:
    return _normal(lemma(word, tag)) if tag in VERBS or tag in ("NNS", "NN") else _normal(word)


def _phrase(lowers: list[str], tags: list[str], at: int) -> tuple[int, int, str]:
    """Return the noun that ends the phrase that begins at a place, or -1; where it ends; the kind of its determiner."""
    size, place, determiner, head = len(lowers), at + (tags[at] == "PDT"), "", -1
    if place < size and tags[place] in ("DT", "PRP$"):
        determiner = {"a": "a", "an": "a", "the": "t"}.get(lowers[place], "d")
        place += 1
    if place < size and not determiner and tags[place] == "PRP":
        return place, place + 1, "p"
    while place < size and place < at + _HEAD:
        tag = tags[place]
        if tag in NOUNS:
            head = place
        elif tag == "POS":
            head = -1
        elif tag == "CD":
            head = place if head < 0 or tags[head] == "CD" else head
        elif tag not in _BEFORE_HEAD or (head >= 0 and tags[head] != "CD" and tag != "HYPH"):
            break
        place += 1
    return (head, head + 1, determiner) if head >= 0 else (head, place, determiner)


class _Before(NamedTuple):
    """What stands before a gap.

    Attributes:
        lead: the tag of the word there, with "be" or "have" before it.
        outside, verb: what stands before its phrase, and the verb there.
        opening: how the phrase begins.
        finite: whether the clause has a finite verb, 1 or 0.
        opener: the tag of what opens the clause.
        last_verb: the verb nearest to the gap.
    """

    lead: str
    outside: str
    verb: str
    opening: str
    finite: int
    opener: str
    last_verb: str


def _before(lowers: list[str], tags: list[str], at: int) -> _Before:
    left = at - 1
    tag, near = tags[left], lowers[left - 1] if left >= 1 else ""
    auxiliary = {near, lowers[left - 2]} if left >= 2 and tags[left - 1] == "RB" else {near}
    lead = tag
    if tag in ("VBN", "VBD", "VBG", "JJ") and auxiliary & BE:
        lead += "b"
    if auxiliary & HAVE:
        lead += "h"
    outside, verb, opening = _outside(lowers, tags, left)
    finite, opener, last_verb = 0, "", "-"
    for place in range(left, max(-1, left - _BEFORE), -1):
        word = lowers[place]
        if word in _PAUSES and place < left:
            break
        finite |= tags[place] in _FINITE
        if tags[place] in VERBS and last_verb == "-":
            last_verb = lemma(word, tags[place])
        if tags[place] in _ASKING or word in ("that", "because", "if", "than", "as"):
            opener = tags[place]
            break
    return _Before(lead, outside, verb, opening, int(finite), opener, last_verb)


def _outside(lowers: list[str], tags: list[str], left: int) -> tuple[str, str, str]:
    """Return what stands before the phrase that ends before a gap, the verb there, and how the phrase begins."""
    start, outside, verb, tag = left, "-", "-", tags[left]
    if tag in NOUNS or tag in ("PRP", "CD", "RP", "RB") or tag[:2] == "JJ":
        while start > 0 and (
            tags[start - 1] in _BEFORE_HEAD
            or tags[start - 1] in ("DT", "PRP$", "PDT")
            or (tags[start - 1] == "RB" and tags[start][:2] == "JJ")
        ):
            start -= 1
            if tags[start] in ("DT", "PRP$"):
                break
        outside = "^"
        if start > 0:
            word, outside = lowers[start - 1], tags[start - 1]
            if outside in VERBS:
                verb, outside = lemma(word, outside), "V"
            elif outside in ("IN", "TO"):
                outside = "P" + word
            elif word in _CUTS:
                outside = ","
            elif outside == "MD":
                outside = "M"
    return outside, verb, "d" if tags[start] in ("DT", "PRP$") else "s" if start < left else "0"


def _later(lowers: list[str], tags: list[str], end: int) -> int:
    """Whether a finite verb follows in the clause, 1 or 0."""
    for place in range(end, min(len(lowers), end + _BEHIND)):
        if lowers[place] in _CUTS or tags[place] in _ASKING or lowers[place] in _SUBORDINATORS:
            return 0
        if tags[place] in _FINITE:
            return 1
    return 0


def later(gap: Gap) -> bool:
    """Whether a finite verb follows the noun phrase behind a gap."""
    return bool(_later(gap.words, gap.tags, _phrase(gap.words, gap.tags, gap.at)[1]))


def behind(gap: Gap) -> tuple[int, int]:
    """Return the noun that ends the phrase behind a gap, or -1, and where that phrase ends."""
    return _phrase(gap.words, gap.tags, gap.at)[:2]


def _next(lowers: list[str], tags: list[str], end: int) -> str:
    """Return what follows a phrase: a finite verb, another one, a mark or small word, or a tag."""
    if end >= len(lowers):
        return "$"
    if tags[end] in _FINITE:
        return "V"
    if tags[end] in VERBS:
        return "B"
    return lowers[end] if lowers[end] in _CUTS or lowers[end] in NUMBERS else tags[end]


@lru_cache(maxsize=1 << 14)
def _usual(first: str, second: str) -> str:
    """Return what the table of prepositions says: the two likeliest, and the one that is most above its usual share."""
    table = prepositions.load()
    row = table.row(first, second)
    if row is None:
        return "?"
    order = sorted(range(len(row)), key=row.__getitem__)
    costs = [
        cost - usual if cost < 3 * prepositions.COST else 999 for cost, usual in zip(row, table.prior, strict=False)
    ]
    above = min(range(len(row)), key=costs.__getitem__)
    return f"{order[0]}.{min(row[order[0]] // 8, 4)}.{order[1]}.{above}"


_DETERMINERS = {"a": "a", "t": "the", "d": "this"}
_STANDING = {"<num>": prepositions.NUMBER, "<year>": prepositions.YEAR}


def features(gap: Gap) -> list[str]:
    """Return the features of a gap, but for those of the language model."""
    _, _, lowers, tags, at = gap
    left, size = at - 1, len(lowers)
    before = _before(lowers, tags, at)
    lead, outside, verb, opening, finite, opener, last_verb = before
    head, end, determiner = _phrase(lowers, tags, at)
    lw, lt, rw, rt = _normal(lowers[left]), tags[left], _normal(lowers[at]), tags[at]
    ll = _lemma(lowers[left], lt)
    hw, ht = (_normal(lowers[head]), tags[head]) if head >= 0 else ("-", "-")
    (lc, lg), rc = _cluster(lowers[left]), _cluster(lowers[at])[0]
    hc, hg = _cluster(lowers[head]) if head >= 0 else (-2, -2)
    rv = rt + "v" if rt in ("VB", "VBP", "NN") and "VB" in verb_forms(lowers[at]) else rt
    nv, later = _next(lowers, tags, end), _later(lowers, tags, end)
    l2w, l2t = (_normal(lowers[left - 1]), tags[left - 1]) if left >= 1 else ("^", "^")
    l3t = tags[left - 2] if left >= 2 else "^"
    r2w, r2t = (_normal(lowers[at + 1]), tags[at + 1]) if at + 1 < size else ("$", "$")
    r3t = tags[at + 2] if at + 2 < size else "$"
    kind = "a" if lt[:2] == "JJ" else "p" if lt == "VBN" or "b" in lead else "v" if lt in VERBS else ""
    governed = _usual(kind, lowers[left]) if kind else "-"
    wanted = _usual(_DETERMINERS.get(determiner, "-"), _STANDING.get(hw, hw)) if head >= 0 else "-"
    return [
        "",
        *(f"a{lw}", f"b{ll} {lead}", f"c{lead}", f"d{lc} {lead}", f"e{lg} {lead}", f"f{l2w} {lw}", f"g{l2t} {lead}"),
        *(f"h{l2w}", f"i{l3t} {l2t} {lead}", f"j{rw}", f"k{rv}", f"l{rc}", f"m{rw} {r2w}", f"n{rt} {r2t} {r3t}"),
        *(f"o{r2w}", f"p{hw} {determiner}", f"q{hc} {determiner}", f"r{hg} {ht} {determiner}", f"s{hw}"),
        *(f"t{nv} {determiner}", f"u{ll} {hw}", f"v{lead} {rv} {nv}", f"w{lg} {hg} {determiner}"),
        *(f"x{ll} {rt} {determiner}", f"y{lead} {hw} {determiner}", f"z{lw} {rw}", f"A{outside} {lt} {opening} {rt}"),
        *(f"B{verb} {rt}", f"C{verb} {lt} {determiner} {nv}", f"D{finite}{opener} {lead} {rt} {nv}"),
        *(f"E{outside} {lw}", f"F{last_verb} {rt} {lt}", f"G{ll} {hg}", f"H{lg} {hw}", f"I{lw} {nv} {determiner}"),
        *(f"J{l2w} {lw} {rt}", f"K{lead} {rw} {r2t}", f"L{lc} {hc}", f"M{last_verb} {hg}"),
        *(f"N{opening} {lt} {determiner} {ht} {nv} {finite}{later}", f"O{ll} {rt} {nv}", f"P{governed}", f"Q{wanted}"),
        *(f"R{governed} {wanted}", f"S{governed} {rt}", f"T{lt} {wanted}", f"U{lt} {opener} {rt} {later} {nv}"),
        *(f"V{ll} {later} {determiner}", f"W{outside} {lt} {opening} {rt} {nv} {later} {finite}"),
    ]


def modelled(gap: Gap) -> list[str]:
    """Return what the triples of a language model say of a gap as it is, and with each small word in it."""
    _, _, lowers, tags, at = gap
    first = _word(lowers[at - 2]) if at >= 2 else "<s>"
    left, right = _word(lowers[at - 1]), _word(lowers[at])
    last = _word(lowers[at + 1]) if at + 1 < len(lowers) else ""
    bare = f"{level(first, left, right)}{level(left, right, last)}"
    tried = (
        f"#{word}{level(first, left, word)}{level(left, word, right)}{level(word, right, last)}" for word in _TRIED
    )
    return [f"#0{bare}{tags[at - 1]}{tags[at]}", f"#1{bare}", *tried]


def _word(lower: str) -> str:
    return lower if lower[:1].isalpha() or lower[:1] == "'" else ""
