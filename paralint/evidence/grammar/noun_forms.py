"""Which article and which number a noun has: where another form is far more likely than the one that stands.

The likelihood is that of a log-linear model over the words around the noun, as in the literature on the correction of
articles and noun number (Han, Chodorow & Leacock 2006; Rozovskaya & Roth 2013). ``tools/build_noun_forms.py`` trains
it over the reading of :mod:`paralint.evidence.grammar.noun_phrases`.

Weights are kept in steps of 1/16 nat, a byte each.
"""

from __future__ import annotations

import operator
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf

from paralint.data import DataError, integers, mapped
from paralint.evidence.grammar.captions import captions
from paralint.evidence.grammar.noun_phrases import (
    ARTICLE,
    FORMS,
    MANY,
    MODIFIER,
    NUMBER,
    NounPhrase,
    context_features,
    noun_phrases,
    own,
    own_features,
)
from paralint.text.document import Document
from paralint.text.memo import Memo
from paralint.values import NamedTuple

FILE = "noun_forms.bin"
STEP = 16  # weight units in a nat

_MEMO = 1 << 15  # features whose weights are remembered
_ASKED = ARTICLE, NUMBER, MODIFIER
_MAGIC = b"PLNF"
_VERSION = 1
_HEADER = struct.Struct("<4sHHI3I")  # magic, version, reserved, CRC-32 of the rest, features of each question
_ENDS = frozenset({".", "''", "-RRB-"})
_INSTEAD = {  # one change away; whether things are "the" things depends on what was said before, which is not looked at
    (ARTICLE, 0): (1, 2, 3),
    (ARTICLE, 2): (0, 4),
    (ARTICLE, 4): (2,),
}
_SURE = 0.7 * STEP  # what the noun alone must say against its form; most nouns are left there
_IDIOMS = frozenset({("in", "future"), ("at", "weekends"), ("across", "goal")})
_NEGATIVE = frozenset({"without", "not", "never", "nor", "than"})  # "without a scratch": any one will do
_BRITISH = frozenset(
    {"drugs", "games", "pensions", "metals", "maths", "trades", "arms", "sports", "careers", "roads"}
)  # also where American English has the singular
_OWN = frozenset({"my", "your", "his", "her", "its", "our", "their"})  # how many somebody has is not known
_MEASURES = frozenset(
    {"m", "km", "metre", "meter", "foot", "inch", "mile", "pound", "stone", "per", "mph", "dollar", "euro", "cent"}
)
_COUNTED = 3.3 * STEP  # for a singular behind a number above one; behind other determiners it may be right
_NEVER = inf  # "a surgery" and bare plurals: right as often as wrong in damaged text, however unlikely
_LIMITS: Mapping[str, Sequence[float]] = {
    ARTICLE: [4.1 * STEP, _NEVER, 5.0 * STEP, _NEVER, 6.5 * STEP],
    NUMBER: [4.3 * STEP, 4.7 * STEP],
    MODIFIER: [7.0 * STEP, 4.9 * STEP],
}
"""How much likelier another form must be, by question and form, so that each has at most one finding in ten
thousand words of sound news."""


class Unusual(NamedTuple):
    """A noun whose form does not fit.

    Attributes:
        phrase: the noun in its phrase.
        expected: which of the forms of the question is likeliest.
        doubt: how much likelier that is, in units of ``1 / STEP`` nat.
    """

    phrase: NounPhrase
    expected: int
    doubt: int


class NounForms:
    """The opened table.

    Attributes:
        known: what ``weights`` says of a feature, whose first letter is that of the question.
        own: what a noun says by itself, named as by :func:`paralint.evidence.grammar.noun_phrases.own`; nothing if
            unknown.

    Raises:
        DataError: if ``content`` is not a table of this version, or is cut short.
    """

    def __init__(self, content: memoryview | bytes) -> None:
        content = memoryview(content)
        if len(content) < _HEADER.size or content[:4] != _MAGIC:
            raise DataError(f"paralint/data/{FILE}: not a table of noun forms")
        _, version, _, self.checksum, *sizes = _HEADER.unpack_from(content)
        if version != _VERSION:
            raise DataError(f"paralint/data/{FILE}: version {version}, {_VERSION} expected")
        self._rows: dict[str, tuple[Sequence[int], memoryview, int]] = {}
        at = _HEADER.size
        for question, size in zip(_ASKED, sizes, strict=True):
            width = len(FORMS[question])
            end = at + (4 + width) * size
            if end > len(content):
                raise DataError(f"paralint/data/{FILE}: cut short")
            keys = integers(content[at : at + 4 * size], "I")
            self._rows[question] = keys, content[at + 4 * size : end].cast("b"), width
            at = end + -end % 4
        self.own = lru_cache(maxsize=1 << 13)(self._own)
        self.known = Memo(lambda feature: self.weights(feature[0], feature), _MEMO)

    def weights(self, question: str, feature: str) -> tuple[int, ...]:
        """Return what a feature says for each form; nothing if the table does not have it."""
        keys, values, width = self._rows[question]
        wanted = zlib.crc32(feature.encode())
        at = bisect_left(keys, wanted)
        if at == len(keys) or keys[at] != wanted:
            return ()
        return tuple(values[at * width : (at + 1) * width])

    def _own(self, question: str, lower: str, tag: str, determiner: str, described: bool) -> Sequence[int]:
        """Return what a noun says by itself for each form; nothing if it is unknown."""
        found = own_features(question, lower, tag, determiner, described)
        return self.sum(found, (0,) * len(FORMS[question])) if self.known[found[0]] else ()

    def sum(self, found: Iterable[str], scores: Sequence[int]) -> Sequence[int]:
        """Add to the scores of the forms what features say."""
        for feature in found:
            if row := self.known[feature]:
                scores = list(map(operator.add, scores, row))
        return scores


def unusual(document: Document) -> Iterator[Unusual]:
    """Yield the nouns of a document whose article or number is unlikely where they stand.

    Sentences without a full stop are left out unless they are captions: headlines leave articles out.
    """
    table = load()
    tags, bounds = document.tags, document.tokens.sentences
    for phrase in noun_phrases(document):
        scores = table.own(*own(document, phrase))
        if not scores or max(scores) - scores[phrase.form] < _SURE or phrase.determiner == "no":
            continue  # an unknown noun, or one that is often met so; "no deaths" and "no death" say the same
        sentence = document.sentence_of(phrase.noun)
        if tags[bounds[sentence + 1] - 1] not in _ENDS and sentence not in document.derive(captions):
            continue
        scores = table.sum(context_features(document, phrase), scores)
        others = _INSTEAD.get((phrase.question, phrase.form), (0, 1))
        expected = max(others, key=scores.__getitem__)
        doubt = scores[expected] - scores[phrase.form]
        counted = phrase.determiner in MANY and not phrase.form
        if doubt >= (_COUNTED if counted else _LIMITS[phrase.question][phrase.form]) and not _is_excused(
            document, phrase
        ):
            yield Unusual(phrase, expected, doubt)


def _is_excused(document: Document, phrase: NounPhrase) -> bool:
    """Whether a noun may stand so for what the model does not know.

    It is a measure; it is British, as most of the counted texts are not; or an adjective behind it tells that it is no
    noun here; or "a" stands for "any".
    """
    word, at = document.tokens.word, phrase.noun
    noun = word(at).lower
    return (
        noun in _BRITISH
        or (phrase.question == NUMBER and phrase.form == 1 and phrase.determiner in _OWN)
        or noun in _MEASURES
        or (at > 0 and word(at - 1).lower in _MEASURES)
        or (word(phrase.first - 1).lower, noun) in _IDIOMS
        or (phrase.determiner == "a" and word(phrase.first - 1).lower in _NEGATIVE)
        or document.tags[at + 1 : at + 2] == ["JJ"]
        or _is_of_a_longer_phrase(document, phrase)
    )


def _is_of_a_longer_phrase(document: Document, phrase: NounPhrase) -> bool:
    """Whether words before a bare phrase belong to it: a name ("Kano state"), a participle ("the last named point")."""
    tags, before = document.tags, phrase.first - 1
    if phrase.determiner or before < 1:
        return False
    if tags[before] in ("NNP", "NNPS") or (document.tokens.word(phrase.first).capital and phrase.first < phrase.noun):
        return True
    return tags[before] in ("VBD", "VBN") and tags[before - 1] in ("DT", "PRP$", "JJS", "JJ", "POS")


def encode(rows: Mapping[str, Mapping[int, Sequence[int]]]) -> bytes:
    """Return the content of a data file; the same weights give the same content."""
    body = b""
    sizes = []
    for question in _ASKED:
        ordered = sorted(rows[question])
        sizes.append(len(ordered))
        keys = array("I", ordered)
        body += keys.tobytes() + b"".join(
            struct.pack(f"{len(rows[question][key])}b", *rows[question][key]) for key in ordered
        )
        body += bytes(-len(body) % 4)
    return _HEADER.pack(_MAGIC, _VERSION, 0, zlib.crc32(body), *sizes) + body


@lru_cache(maxsize=1)
def load() -> NounForms:
    """Open the packaged table, once.

    Raises:
        DataError: if the file is missing, damaged or of another version.
    """
    return NounForms(mapped(FILE))
