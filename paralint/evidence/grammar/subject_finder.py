"""The subject of a verb: of the nouns and pronouns around it the one that a linear model takes for it.

A sentence is read as a row of signs, one for each phrase, preposition, comma, conjunction, verb or relative word. A
candidate is described by what stands before it, by the signs between it and the verb, and by its own kind; a relative
pronoun stands for its noun. Nothing is asked of the verb's own form, so that a damaged one finds the subject of the
sound one. ``tools/train_expected_forms.py`` has the weights from treebanks, ``docs/government.md`` the figures.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from paralint.evidence.grammar.linear_model import LinearModel
from paralint.evidence.words.closed import BE, DO, HAVE, QUOTES, words
from paralint.values import NamedTuple

NONE = -1
"""Instead of a candidate: the verb has no subject."""
SUBJECT_SCALE = 16  # of the weights of the model: so many of theirs are one
_REACH_LEFT, _REACH_RIGHT = 45, 9  # tokens
_MOST_LEFT, _MOST_RIGHT = 12, 3  # candidates
_LONGEST_PATH = 9  # signs that are told in full
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "GW"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "PDT", "JJ", "JJR", "JJS", "CD", "POS", "$", "#", "HYPH", "AFX", "WP$"})
_OPENS_PHRASE = frozenset({"DT", "PRP$", "PDT", "WP$"})
_SUBORDINATORS = words(
    """
    because if while although though that whether unless whereas lest once provided so
    """
)
_EITHER = words("since after before until till as like than except but for")
_SAYING = words(
    """
    said says say told tells added adds believe believes believed think thinks thought know knows knew hope hopes hoped
    claim claims claimed argue argues argued insist insists insisted suggest suggests suggested warn warns warned show
    shows showed mean means meant feel feels felt understand understood
    """
)
_SIGNS = {
    "TO": "T", "WDT": "R", "WP": "R", "WRB": "W", "MD": "V", "VBD": "V", "VBZ": "V", "VBP": "V", "VB": "B", "VBN": "E",
    "VBG": "G", ",": "C", ":": "D", "-LRB-": "(", "-RRB-": ")", "EX": "X", ".": ".", "RP": "", "RB": "", "RBR": "",
    "RBS": "", "UH": "U", "LS": "", "SYM": "D", "NFP": "D",
}  # fmt: skip
_NOMINATIVE = words("he she they we i")


class Signs(NamedTuple):
    """A sentence in signs.

    Attributes:
        words: the lower-cased tokens of the document.
        tags: their tags.
        first: the first token of the sentence.
        last: the token behind it.
        signs: a letter for each token of the sentence, or nothing: "n" for the first token of a noun phrase, "m" for
            one that ends it and is no first one, "p" for a pronoun, "P" for a preposition …
        heads: for each token of the sentence, whether a noun phrase ends there.
        starts: for each token, where its noun phrase begins.
    """

    words: Sequence[str]
    tags: Sequence[str]
    first: int
    last: int
    signs: list[str]
    heads: list[bool]
    starts: list[int]


class Subject(NamedTuple):
    """What may be the subject of a verb.

    Attributes:
        head: its last token, ``NONE``: the verb has none.
        share: how likely it is, of 1.
        path: the signs between it and the verb, those of a subject behind its verb after a ">".
    """

    head: int
    share: float
    path: str


def signs_of(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> Signs:
    """Return a sentence in signs."""
    signs: list[str] = []
    heads = [False] * (last - first)
    starts = list(range(first, last))
    open_ = False  # a noun phrase that may go on
    begun = first
    has_noun = False
    for at in range(first, last):
        word, tag = words[at], tags[at]
        noun = tag in _NOUN_TAGS
        if noun or tag in _BEFORE_NOUN:
            opens = not open_ or (has_noun and (tag in _OPENS_PHRASE or tag in ("CD", "JJ", "$") or tag == "PDT"))
            if opens:
                begun, has_noun = at, False
            signs.append("n" if opens else "")
            starts[at - first] = begun
            has_noun = has_noun or noun
            if tag == "POS":
                has_noun = False
            open_ = True
            heads[at - first] = noun or tag in ("CD", "DT", "JJ", "JJS", "PDT")
            if not opens:
                heads[at - 1 - first] = False
            continue
        open_ = tag in ("RB", "RBR", "RBS", "VBN", "VBG", "CC") and open_ and not has_noun
        if tag == "PRP":
            signs.append("p" if word in _NOMINATIVE else "o" if word in ("it", "you") else "q")
            heads[at - first] = True
        elif open_ and tag != "CC":
            signs.append("")
            starts[at - first] = begun
        else:
            signs.append(_sign(word, tag))
    return Signs(words, tags, first, last, signs, heads, starts)


def _sign(word: str, tag: str) -> str:
    if tag == "IN":
        if word in _SUBORDINATORS:
            return "S"
        return "s" if word in _EITHER else "O" if word == "of" else "P"
    if tag == "CC":
        return "b" if word in ("but", "yet") else "r" if word in ("or", "nor") else "&"
    if word in QUOTES:
        return "Q"
    if word in BE or word in HAVE or word in DO:
        return "H" if tag != "VB" and word not in ("been", "being", "having") else "h"
    if word in _SAYING and tag in ("VBD", "VBZ", "VBP"):
        return "Y"
    return _SIGNS.get(tag, "D" if word in ("—", "–", "-", ";") else "x")


def candidates(here: Signs, verb: int) -> tuple[list[int], list[int]]:
    """Return the tokens before a verb that may be its subject, the nearest first, and those behind it."""
    first = here.first
    before = []
    for at in range(verb - 1, max(first, verb - _REACH_LEFT) - 1, -1):
        tag = here.tags[at]
        noun = here.heads[at - first] or (at == verb - 1 and tag in _NOUN_TAGS)
        if noun or tag == "WP" or (tag == "VBG" and _opens(here, at)):
            before.append(at)
            if len(before) == _MOST_LEFT:
                break
    behind = [at for at in range(verb + 1, min(here.last, verb + _REACH_RIGHT)) if here.heads[at - first]]
    return before, behind[:_MOST_RIGHT]


def _opens(here: Signs, at: int) -> bool:
    """Whether a form in -ing stands where a clause may begin: "knowing that is hard"."""
    return at == here.first or here.signs[at - 1 - here.first] in ("C", "S", "s", "D", "Q", "Y", "&", "b", "W")


def described(here: Signs, verb: int) -> Iterator[tuple[int, str, list[str]]]:
    """Yield what may be the subject of a verb, ``NONE`` first, the signs between them, and its features."""
    first = here.first
    before, behind = candidates(here, verb)
    signs = here.signs
    left = "".join(signs[max(0, verb - first - 6) : verb - first])[-3:]
    previous = here.words[verb - 1] if verb > first else "^"
    kind = "is" if here.words[verb] in BE else "has" if here.words[verb] in HAVE or here.words[verb] in DO else "v"
    yield NONE, "", ["0", "0" + left, "0w" + previous, "0" + left[-1:] + kind, "0" + ("^" if verb == first else "")]
    free = 0  # candidates so far without a preposition before them
    for rank, at in enumerate(before):
        path = "".join(signs[at - first + 1 : verb - first])
        start = here.starts[at - first]
        if here.heads[at - first] is False and here.tags[at] in _NOUN_TAGS:
            path = "+" + path
        lead = "".join(signs[max(0, start - first - 5) : start - first])[-3:] if start > first else "^"
        if start - first <= 5:
            lead = ("^" + lead)[-3:]
        yield at, path, _features(here, at, path, lead, kind, rank, free, previous)
        free += lead[-1:] not in ("P", "O")
    for rank, at in enumerate(behind):
        start = here.starts[at - first]
        path = "".join(signs[verb - first + 1 : start - first])
        own = _kind(here, at)
        yield (
            at,
            ">" + path,
            [
                ">" + own,
                ">p" + path[:6],
                f">{left}|{path[:3]}",
                f">r{rank}{kind}{left[-1:]}",
                f">{previous}|{path[:2]}",
                f">k{kind}{own}{path[:2]}",
                ">x" + ("X" if "X" in left else "") + str(rank) + path[:1],
                ">q" + here.words[here.last - 1] + left[-1:],
            ],
        )


def _kind(here: Signs, at: int) -> str:
    """The kind of a candidate: its tag, a pronoun itself."""
    tag = here.tags[at]
    return here.words[at] if tag in ("PRP", "DT", "WP") else tag


def _features(here: Signs, at: int, path: str, lead: str, kind: str, rank: int, free: int, previous: str) -> list[str]:
    own = _kind(here, at)
    verbs = sum(map(path.count, "VHY"))
    openers = sum(map(path.count, "RWS"))
    told = path if len(path) <= _LONGEST_PATH else f"{path[:4]}~{path[-4:]}"
    balance = max(-3, min(3, verbs - openers))
    relative = "".join(sign for sign in path if sign in "RWSVHYCb;DQ&")[:8]
    behind = path[:2]
    return [
        "k" + own,
        "p" + told,
        f"l{lead}",
        f"l{lead[-1:]}|{told}",
        f"l{lead[-2:]}|{behind}|{path[-2:]}",
        f"b{balance}|{lead[-1:]}",
        f"r{rank}|{lead[-1:]}",
        f"f{min(free, 4)}|{lead[-1:]}|{balance}",
        f"c{relative}|{lead[-1:]}",
        f"k{own}|{behind}",
        f"k{own}|{lead[-1:]}|{path[-1:]}",
        f"e{path[-3:]}",
        f"e{path[-2:]}|{kind}|{own}",
        f"v{min(verbs, 3)}{min(openers, 3)}{min(path.count('C'), 4)}{lead[-1:]}",
        f"w{previous}|{min(rank, 3)}",
        f"d{min(len(path), 12)}|{lead[-1:]}",
        f"a{here.words[at + 1] if path else ''}|{own}",
        f"o{here.words[here.starts[at - here.first] - 1] if here.starts[at - here.first] > here.first else '^'}",
    ]


def subjects(model: LinearModel, here: Signs, verb: int) -> list[Subject]:
    """Return what may be the subject of a verb, the likeliest first."""
    found = []
    scores = []
    for at, path, features in described(here, verb):
        found.append((at, path))
        scores.append(model.scores(features)[0])
    top = max(scores)
    weights = [math.exp((score - top) / SUBJECT_SCALE) for score in scores]
    total = sum(weights)
    read = [Subject(at, weight / total, path) for (at, path), weight in zip(found, weights, strict=True)]
    read.sort(key=lambda subject: -subject.share)
    return read
