"""A part-of-speech tagger with the Penn Treebank tags of Universal Dependencies (XPOS), in pure Python.

The model is a multinomial logistic regression over a window of two tokens on either side. It looks at words,
suffixes, shapes, word clusters and *ambiguity classes* (the set of tags that a word has in the training data; Cutting
et al. 1992, "A practical part-of-speech tagger"), never at tags it has just assigned. So no mistake travels along the
sentence, and damage in one place does not change how the rest is read. ``docs/tagger.md`` gives the method and the
figures; ``tools/train_tagger.py`` trains the weights; both take the features from ``tagger_features``.

The speed comes from three things. All that depends on one word alone is added up once per distinct word of the
document; what depends on a word and the classes of its neighbours is added up once for each such context of a run. And
a vector of scores is one Python integer with a lane of 16 bits for each tag: adding two vectors is one addition.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import count, pairwise

from paralint.data import integers, mapped
from paralint.text.memo import Memo
from paralint.text.tagger_features import (
    AFTER,
    BEFORE,
    KEY_BITS,
    OFFSETS,
    PAIRS,
    Word,
    centre_features,
    fold,
    letter_kind,
    lettering,
    shape,
    unknown_class,
    wide_features,
)
from paralint.text.tagger_model import FILE_NAME, ZERO, read_lines, read_sections
from paralint.values import NamedTuple

LANE_BITS = 16
LANE_MASK = (1 << LANE_BITS) - 1
# Candidates whose score from the word alone is lower than the best by more than this (in 1/16 nat) are out.
MARGIN = 6 * 16
MAX_CANDIDATES = 6
OPEN_CLASS = ("JJ", "NN", "NNP", "NNPS", "NNS", "VB", "VBG", "VBN")  # a capitalised word with one of them may be a name
_MEMO = 1 << 14  # words and features, under a kilobyte each: articles of a run share them
_FEW = 3000  # tokens
_CONTEXTS = 1 << 16  # words with the classes of their neighbours, 300 bytes each
_LONGEST = 64  # characters of a form that is remembered
OPEN, BOUNDARY = -1, -2  # instead of a tag: the context decides; not a token


class _Entry(NamedTuple):
    """A distinct word of the document with all that depends on it alone. Vectors are integers, a lane for each tag."""

    only: int  # its tag if it can have but one, else OPEN; BOUNDARY at the edges of a sentence
    lanes: tuple[int, ...]  # of its possible tags: how many bits of a vector stand before each
    base: int  # the scores of its own tags
    two_after: int  # what it adds to the scores of the token two after it
    one_after: int
    one_before: int
    two_before: int
    word: int  # the numbers of its features that take part in pairs, 0: none
    ambiguity: int


class _Pairs:
    """The weights of the pairs of one template, by the pair's key."""

    def __init__(self, keys: Sequence[int], rows: memoryview, size: int) -> None:
        self._keys = keys
        self._rows = rows
        self._size = size

    def find(self, key: int, default: int) -> int:
        """Return the vector of a pair, or the default if the model does not have it."""
        keys, size = self._keys, self._size
        place = bisect_left(keys, key)
        if place == len(keys) or keys[place] != key:
            return default
        return _lanes(self._rows[place * size : (place + 1) * size])

    @cached_property
    def decoded(self) -> dict[int, int]:
        """The vectors of all pairs: quicker to ask, and decoded in the time in which some thousand words are tagged."""
        lanes = bytearray(2 * len(self._rows))
        lanes[::2] = self._rows
        rows = struct.iter_unpack(f"{2 * self._size}s", lanes)
        return dict(zip(self._keys, [int.from_bytes(row, "little") for (row,) in rows], strict=True))


class Tagger:
    """Penn tags for tokenised sentences.

    Attributes:
        names: the tags' names by tag id.
    """

    names: tuple[str, ...]

    def __init__(self, data: bytes | memoryview, source: str = FILE_NAME) -> None:
        """Read a model.

        Args:
            data: the bytes of the model file.
            source: what error messages call the file.

        Raises:
            ModelError: if ``data`` is not a whole model of this version.
        """
        sections = iter(read_sections(data, source))
        self.names = tuple(read_lines(next(sections)))
        # Words, by their folded form, and features are found by the CRC-32 of their name, in sorted arrays: 100,000
        # entries cost nothing to load, and one unknown word in 50,000 is taken for another one.
        self._key_hashes = integers(next(sections), "I")
        self._key_class = integers(next(sections), "H")
        self._key_set = integers(next(sections), "H")
        self._key_number = integers(next(sections), "H")
        self._key_cluster = integers(next(sections), "H")  # from 1; 0: none
        self._key_rank = bytes(next(sections))
        self._groups = integers(next(sections), "H")
        self._class_names = read_lines(next(sections))
        self._class_number = integers(next(sections), "H")
        self._sets = [tuple(map(int, line.split())) for line in read_lines(next(sections))]
        self._wide_hashes = integers(next(sections), "I")
        self._centre_hashes = integers(next(sections), "I")
        self._unary = next(sections)
        self._usual = _lanes(next(sections))
        # Forms that are frequent enough have all their unary features added up already.
        self._forms = dict(zip(read_lines(next(sections)), count()))
        self._form_key = integers(next(sections), "I")
        self._form_set = integers(next(sections), "H")
        self._form_rows = next(sections)
        self._form_entries: list[_Entry | None] = [None] * len(self._forms)
        size = len(self.names)
        pairs = [_Pairs(integers(next(sections), "Q"), next(sections), size) for _ in PAIRS]
        self._pairs = pairs
        self._none = _lanes(memoryview(bytes([ZERO]) * size))  # the vector of a pair that the model does not have
        self._asked = 0  # tokens so far
        self._near: dict[tuple[int, int, int, int], int] = {}  # all pairs of a word with its neighbours added up
        self._wide = Memo(self._wide_feature, _MEMO)
        self._centre = Memo(self._centre_feature, _MEMO)
        self._size = 2 * size  # bytes of a vector
        self._unpack = struct.Struct(f"<{size}H").unpack
        self._proper = [self.names.index(tag) for tag in ("NNP", "NNPS")]
        self._open_class = {self.names.index(tag) for tag in OPEN_CLASS}
        self._letter_kinds = Memo(letter_kind, _MEMO)
        self._small: dict[str, _Entry] = {}  # of forms without a capital, which are the same word everywhere
        self._made = lru_cache(maxsize=_MEMO)(self._make)
        self._before = self._built(BEFORE, ())._replace(only=BOUNDARY)
        self._after = self._built(AFTER, ())._replace(only=BOUNDARY)

    def tag(self, forms: Sequence[str], ids: Sequence[int], bounds: Sequence[int]) -> list[int]:
        """Tag the sentences of a document.

        Args:
            forms: the distinct word forms, by type id.
            ids: the type id of each token.
            bounds: the index of the first token of each sentence and, at the end, the number of tokens.

        Returns:
            A tag id for each token.
        """
        entries, stream = self._entries(forms, ids, bounds)
        only, lanes, bases, twos_after, ones_after, ones_before, twos_before, words, classes = zip(
            *entries, strict=True
        )
        left_word, left_class, right_word, right_class, around, far_left, far_right, triple = self._lookups(len(ids))
        near, none = self._near, self._none
        high = [number << KEY_BITS for number in classes]
        tags = list(map(only.__getitem__, stream))
        for place in [place for place, tag in enumerate(tags) if tag == OPEN]:
            left_2, left, entry, right, right_2 = stream[place - 2 : place + 3]
            before, word, own, after = context = high[left], words[entry], classes[entry], classes[right]
            pairs = near.get(context)
            if pairs is None:
                if len(near) >= _CONTEXTS:
                    near.clear()
                pairs = near[context] = (
                    left_word(before | word, none)
                    + left_class(before | own, none)
                    + right_word(word << KEY_BITS | after, none)
                    + right_class(own << KEY_BITS | after, none)
                    + around(before | after, none)
                    + triple((before | own) << KEY_BITS | after, none)
                )
            scores = (
                bases[entry]
                + twos_after[left_2]
                + ones_after[left]
                + ones_before[right]
                + twos_before[right_2]
                + pairs
                + far_left(high[left_2] | classes[left], none)
                + far_right(high[right] | classes[right_2], none)
            )
            best = chosen = -1
            for lane in lanes[entry]:
                score = scores >> lane & LANE_MASK
                if score > best:
                    best, chosen = score, lane
            tags[place] = chosen // LANE_BITS
        return [tag for tag in tags if tag != BOUNDARY]

    def clusters(self, form: str) -> tuple[int, int]:
        """Return the numbers of a form's cluster and of its coarser one, by what stands around it; -1: none."""
        word, _ = self._word(form, "", False)
        return word.cluster, word.group

    def _lookups(self, tokens: int) -> list[Callable[[int, int], int]]:
        """Return, for each template, what gives a pair's vector by its key, for so many tokens more."""
        self._asked += tokens
        return [pairs.find if self._asked < _FEW else pairs.decoded.get for pairs in self._pairs]

    def _entries(
        self, forms: Sequence[str], ids: Sequence[int], bounds: Sequence[int]
    ) -> tuple[list[_Entry], list[int]]:
        """The distinct words (a word in a headline is another one than in running text), and for each token in order
        the index of its word; two boundaries stand on either side of a sentence."""
        seen = frozenset(forms)
        entries = [self._before, self._after]
        small = self._small.get
        entries += [small(form) or self._entry(form, "", seen) for form in forms]
        headline: dict[tuple[int, str], int] = {}
        letters = "".join(map(list(map(self._letter_kinds.__getitem__, forms)).__getitem__, ids))
        stream: list[int] = []
        for begin, end in pairwise(bounds):
            sentence = [type_id + 2 for type_id in ids[begin:end]]
            mark = lettering(letters[begin:end])
            for place, type_id in enumerate(ids[begin:end]) if mark else ():
                form = forms[type_id]
                if form[:1].isupper():
                    index = headline.get((type_id, mark))
                    if index is None:
                        index = headline[type_id, mark] = len(entries)
                        entries.append(self._entry(form, mark, seen))
                    sentence[place] = index
            stream += (0, 0, *sentence, 1, 1)
        return entries, stream

    def _entry(self, form: str, mark: str, seen: frozenset[str]) -> _Entry:
        capital = form[:1].isupper()
        lower_seen = capital and form.lower() in seen
        index = self._forms.get(form)
        if index is None or (mark and capital):
            entry = self._made(form, mark, lower_seen)
        else:
            known = self._form_entries[index]
            entry = known or self._decoded(index)
            if known is None:
                self._form_entries[index] = entry
            if lower_seen:
                entry = entry._replace(base=entry.base + self._centre["d" + shape(form)])
        if not capital and len(form) <= _LONGEST:
            if len(self._small) >= _MEMO:
                self._small.clear()
            self._small[form] = entry
        return entry

    def _decoded(self, index: int) -> _Entry:
        """The entry of a form of the table."""
        key, size = self._form_key[index], len(self.names)
        start = len(OFFSETS) * size * index
        rows = _lanes(self._form_rows[start : start + len(OFFSETS) * size])
        two_after, one_after, base, one_before, two_before = self._parts(rows)
        candidates = self._sets[self._form_set[index]]
        return _Entry(
            candidates[0] if len(candidates) == 1 else OPEN,
            tuple([tag * LANE_BITS for tag in candidates]),
            base,
            two_after,
            one_after,
            one_before,
            two_before,
            self._key_number[key],
            self._class_number[self._key_class[key]],
        )

    def _make(self, form: str, mark: str, lower_seen: bool) -> _Entry:
        return self._built(*self._word(form, mark, lower_seen))

    def _word(self, form: str, mark: str, lower_seen: bool) -> tuple[Word, tuple[int, ...]]:
        """What the features of a form are made from, and the tags it may have (none: any)."""
        key = fold(form)
        pattern = shape(form)
        index = _find(self._key_hashes, key)
        known = index >= 0
        cluster = self._key_cluster[index] - 1 if known else -1
        ambiguity = self._class_names[self._key_class[index]] if known else ""
        word = Word(
            form,
            key,
            pattern + mark if pattern[0] == "X" else pattern,
            ambiguity or unknown_class(key, pattern),
            cluster,
            self._groups[cluster] if cluster >= 0 else -1,
            self._key_rank[index] if known else 0,
            pattern[0] == "X" and lower_seen,
        )
        allowed = self._sets[self._key_set[index]] if known else ()
        acronym = form == "AI"  # which is half of "ain't" in lower case
        if pattern[0] == "X" and (acronym or not self._open_class.isdisjoint(allowed)):
            allowed = (*allowed, *[tag for tag in self._proper if tag not in allowed])
        return word, allowed

    def _built(self, word: Word, allowed: tuple[int, ...]) -> _Entry:
        """The entry of a word whose features have to be added up."""
        size = self._size
        total = 0
        numbers = []
        for feature in wide_features(word):
            number, vector = self._wide[feature]
            numbers.append(number)
            total += vector
        two_after, one_after, base, one_before, two_before = self._parts(total)
        for feature in centre_features(word):
            base += self._centre[feature]
        scores = self._unpack((base + self._usual).to_bytes(size, "little"))
        if not allowed:
            least = max(scores) - MARGIN
            allowed = tuple([tag for tag, score in enumerate(scores) if score >= least])
        candidates = sorted(allowed, key=scores.__getitem__, reverse=True)[:MAX_CANDIDATES]
        return _Entry(
            candidates[0] if len(candidates) == 1 else OPEN,
            tuple([tag * LANE_BITS for tag in candidates]),
            base,
            two_after,
            one_after,
            one_before,
            two_before,
            numbers[0],
            numbers[1],
        )

    def _parts(self, vectors: int) -> list[int]:
        """The vectors of the five offsets, which are stored as one."""
        bits = 8 * self._size
        return [vectors >> place & (1 << bits) - 1 for place in range(0, len(OFFSETS) * bits, bits)]

    def _wide_feature(self, feature: str) -> tuple[int, int]:
        """The number of a wide feature and its weights for all offsets; zeros if the model does not have it."""
        size = len(OFFSETS) * len(self.names)
        row = _find(self._wide_hashes, feature)
        return (row + 1, _lanes(self._unary[row * size : (row + 1) * size])) if row >= 0 else (0, 0)

    def _centre_feature(self, feature: str) -> int:
        """The weights of a centre feature; 0 if the model does not have it."""
        size = len(self.names)
        row = _find(self._centre_hashes, feature)
        start = (len(OFFSETS) * len(self._wide_hashes) + row) * size
        return _lanes(self._unary[start : start + size]) if row >= 0 else 0


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """The packaged tagger.

    Raises:
        DataError: if the model file is not in the package.
        ModelError: if it is damaged.
    """
    return Tagger(mapped(FILE_NAME), f"paralint/data/{FILE_NAME}")


def _find(hashes: Sequence[int], name: str) -> int:
    """The place of a name in a sorted array of hashes, -1 if it is not there."""
    wanted = zlib.crc32(name.encode())
    place = bisect_left(hashes, wanted)
    return place if place < len(hashes) and hashes[place] == wanted else -1


def _lanes(weights: memoryview) -> int:
    """Weights of a byte as a vector. Lanes of 16 bits have room for the sum of 256 of them."""
    lanes = bytearray(2 * len(weights))
    lanes[::2] = weights
    return int.from_bytes(lanes, "little")
