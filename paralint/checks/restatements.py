"""``restatements``: report paragraphs and sentences that tell again, and facts that change when they are told again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import groupby

from paralint.checks.base import Check, shorten
from paralint.evidence.names.mentions import mentions
from paralint.evidence.restatements.alignment import align
from paralint.evidence.restatements.conflicts import (
    ALIKE_BESIDE,
    Conflict,
    comparisons,
    competing_names,
    is_question,
    is_renamed_caption,
    shared_names,
)
from paralint.evidence.restatements.restatements import Passage, Restatement, is_pulled, restatements
from paralint.evidence.restatements.retellings import retellings
from paralint.evidence.restatements.retold_sentences import retold_sentences
from paralint.findings import Finding, Label, Overlaps, Span
from paralint.ruleset.kinds.restatements import PARAPHRASE, REPEAT, SENTENCE, RestatementsSpec
from paralint.ruleset.rule import Rule
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.words import TokenKind

# The layers of each fact, as module of the evidence, and function where that has another name than its module.
_LAYERS = {
    "quantity": ("figures.figures", "figures.totals", "figures.ordinals", "figures.slips"),
    "scale": ("figures.figures", "figures.totals"),
    "total": ("figures.totals",),
    "arithmetic": ("figures.arithmetic",),
    "duration": ("figures.figures", "figures.slips", "figures.event_times"),
    "date": ("figures.dates", "figures.slips", "figures.event_times"),
    "bound": ("figures.dates",),
    "order": ("restatements.relations",),
    "cause": ("restatements.relations",),
    "direction": ("restatements.relations", "restatements.directions"),
    "place": (
        "restatements.relations",
        "restatements.roles",
        "figures.totals",
        "restatements.renamed:exchanged_places",
    ),
    "negation": ("claims.polarity",),
    "antonym": ("figures.figures", "claims.polarity", "restatements.directions", "restatements.fields"),
    "certainty": ("claims.certainty:certainties",),
    "hedge": ("claims.certainty:certainties",),
    "state": ("restatements.relations",),
    "role": ("restatements.roles", "restatements.retied"),
    "attribute": ("restatements.roles",),
    "addressee": ("restatements.roles",),
    "speaker": ("restatements.speakers",),
    "title": ("restatements.roles",),
    "gender": ("restatements.pronouns",),
    "event": ("claims.events",),
}
# Those that only compare restatements: where nothing is told twice they need not even be imported.
_PAIRED = frozenset(
    {
        "figures.figures",
        "figures.slips",
        "figures.ordinals",
        "restatements.pronouns",
        "restatements.relations",
        "restatements.directions",
        "restatements.fields",
        "restatements.retied",
        "claims.certainty:certainties",
    }
)
_LARGEST_CLUSTER = 3  # paragraphs alike; what is more is a series, and reported once
_ALMOST_EQUAL = 0.8  # score from which a name of its own no longer speaks against a paraphrase
_STOPS = frozenset(".!?\"'”’…")
_SHORTEST = 0.5  # the length of the shorter of two paragraphs over that of the longer, in words
_SHORTEST_DOUBTFUL = 0.6  # the same below the score _DOUBTFUL, where a caption may just sum up the paragraph beside it
_DOUBTFUL = 0.6
_SHARED_NAMES = 2
_CREDIT = lazy.pattern(r"\b(?:PHOTOS?|PICTURES?|IMAGES?): ?[A-Z][^a-z]{2,70}$")
_PARALLEL = 4  # tokens on end with which parallel sentences begin
_DATELINE = 10  # tokens in which a dateline ends
_LONGEST_HEADLINE = 9  # words of a headline; a caption is longer
_MOST_RELATED = 8  # repeats of one paragraph that are pointed at; the rest is only counted


class RestatementsCheck(Check):
    """Reports one kind of restatement."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        spec = rule.spec
        assert isinstance(spec, RestatementsSpec)
        self.spec = spec

    def run(self, document: Document) -> Iterator[Finding]:
        if self.spec.find == PARAPHRASE:
            return self._paraphrases(document)
        if self.spec.find == REPEAT:
            return self._repeats(document)
        if self.spec.find == SENTENCE:
            return self._sentences(document)
        return self._conflicts(document)

    def _paraphrases(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for each paragraph that paraphrases an earlier one, and one for each series of them."""
        pairs = [pair for pair in document.derive(restatements).paragraphs if self._is_paraphrase(document, pair)]
        told = {_blocks(document, pair) for pair in pairs}
        pairs += [
            pair
            for pair in document.derive(retellings)
            if _blocks(document, pair) not in told and self._is_paraphrase(document, pair)
        ]
        pairs.sort(key=lambda pair: pair.second)
        series = _clusters(pairs)
        for second, group in groupby(pairs, key=lambda pair: pair.second):
            cluster = series[second]
            if len(cluster) > _LARGEST_CLUSTER:
                if second == cluster[1]:
                    first, here, *rest = (_span(document, passage) for passage in cluster[: _MOST_RELATED + 1])
                    labels = [Label(first, "first told here"), *(Label(span, "and again here") for span in rest)]
                    yield self.finding(here, self._values(document, here, first, ""), labels)
                continue
            pair = max(group, key=lambda pair: (pair.score, pair.first))
            yield self._report(document, _span(document, second), _span(document, pair.first), "first told here")

    def _is_paraphrase(self, document: Document, pair: Restatement) -> bool:
        spec = self.spec
        if pair.score < (spec.similar if pair.distance == 1 else spec.apart):
            return False
        lengths = sorted(_words(document, passage) for passage in (pair.first, pair.second))
        shortest = _SHORTEST_DOUBTFUL if pair.score < _DOUBTFUL else _SHORTEST
        if lengths[0] < spec.fewest or lengths[0] < shortest * lengths[1] or is_question(document, pair):
            return False
        if not _shares_words(document, pair) or _is_headline(document, pair) or _are_two_refusals(document, pair):
            return False
        if _are_calls(document, pair) or _has_credit(document, pair.first) or _has_credit(document, pair.second):
            return False
        if is_pulled(document, pair):
            return False
        # One name among several may have been changed by the paraphraser; two items of a list share none.
        alike = pair.score >= (ALIKE_BESIDE if pair.distance == 1 else _ALMOST_EQUAL)
        alike = alike or (pair.distance == 1 and shared_names(document, pair) >= _SHARED_NAMES)
        alike = alike or is_renamed_caption(document, pair)
        return alike or not competing_names(document, pair)

    def _repeats(self, document: Document) -> Iterator[Finding]:
        for cluster in document.derive(restatements).repeats:
            if _words(document, cluster[0]) < self.spec.fewest:
                continue
            if document.tokens.word(cluster[0].last - 1).form == ":" or _has_credit(document, cluster[0]):
                continue  # words of procedure: "Ms DUBE: Madam Speaker, I move without notice:"
            first, second, *rest = (_span(document, passage) for passage in cluster[: _MOST_RELATED + 1])
            labels = [Label(first, "first told here"), *(Label(span, "and again here") for span in rest)]
            yield self.finding(second, self._values(document, second, first, str(len(cluster))), labels)

    def _sentences(self, document: Document) -> Iterator[Finding]:
        for pair in document.derive(retold_sentences).pairs:
            if _are_parallel(document, pair):
                continue
            if min(_words(document, pair.first), _words(document, pair.second)) >= self.spec.fewest:
                here, there = _span(document, pair.second), _span(document, pair.first)
                yield self._report(document, here, there, "first told here")

    def _conflicts(self, document: Document) -> Iterator[Finding]:
        spec = self.spec
        reported: Overlaps[tuple[Span, Span]] = Overlaps()
        for name in _LAYERS[spec.find]:
            if name in _PAIRED and not document.derive(comparisons):
                continue
            for conflict in document.derive(_layer(name)):
                if conflict.slot != spec.find or conflict.score < spec.similar:
                    continue
                here, there = conflict.here, conflict.there
                if any(here.overlaps(a) or (here.overlaps(b) and there.overlaps(a)) for a, b in reported.near(here)):
                    continue
                reported.add(here, (here, there))
                reported.add(there, (here, there))
                label = f"'{shorten(document.quote(conflict.there))}' here"
                yield self._report(document, here, there, label, conflict.subject)

    def _report(self, document: Document, here: Span, there: Span, label: str, subject: str = "") -> Finding:
        return self.finding(here, self._values(document, here, there, subject), (Label(there, label),))

    def _values(self, document: Document, here: Span, there: Span, subject: str) -> dict[str, str]:
        return {
            "match": shorten(document.quote(here)),
            "other": shorten(document.quote(there)),
            "subject": subject,
        }


@cache
def _layer(name: str) -> Callable[[Document], tuple[Conflict, ...]]:
    module, _, layer = name.partition(":")
    found: Callable[[Document], tuple[Conflict, ...]]
    found = getattr(import_module(f"paralint.evidence.{module}"), layer or module.rpartition(".")[2])
    return found


def _clusters(pairs: Sequence[Restatement]) -> dict[Passage, list[Passage]]:
    """Return for each passage of the pairs all the passages that it is tied to, directly or through others, sorted."""
    cluster: dict[Passage, list[Passage]] = {}
    for pair in pairs:
        one = cluster.setdefault(pair.first, [pair.first])
        other = cluster.setdefault(pair.second, [pair.second])
        if one is not other:
            smaller, larger = sorted((one, other), key=len)
            larger += smaller
            for passage in smaller:
                cluster[passage] = larger
    for members in {id(members): members for members in cluster.values()}.values():
        members.sort()
    return cluster


def _blocks(document: Document, pair: Restatement) -> tuple[int, int]:
    return document.block_of(pair.first.first), document.block_of(pair.second.first)


def _span(document: Document, passage: Passage) -> Span:
    return document.tokens.span(*passage)


def _shares_words(document: Document, pair: Restatement) -> bool:
    """Whether two passages share words that are neither names nor figures, or words that stand for each other."""
    aligned = align(document, *pair[:2])
    return any(_is_plain(document, one) and _is_plain(document, other) for one, other in aligned.forward.items())


def _is_plain(document: Document, token: int) -> bool:
    word = document.tokens.word(token)
    return word.kind is TokenKind.WORD and (not word.capital or is_word(word.lower))


def _is_headline(document: Document, pair: Restatement) -> bool:
    """Whether the first passage is the headline of the second: short, without a full stop, and right above it.

    Under the first line of a text the second may have no full stop either.
    """
    stopped = [document.tokens.word(passage.last - 1).form in _STOPS for passage in (pair.first, pair.second)]
    if pair.distance != 1 or stopped[0] or not (stopped[1] or pair.first.first == 0):
        return False
    if _words(document, pair.first) <= _LONGEST_HEADLINE:
        return True
    headed = document.block_of(pair.first.first) in document.derive(mentions).titled
    return pair.first.first == 0 and (headed or _has_dateline(document, pair.second))


def _has_dateline(document: Document, passage: Passage) -> bool:
    """Whether a passage begins with the place it is written at: "SEOUL - ", "NEW DELHI (Agency) – "."""
    last = min(passage.last, passage.first + _DATELINE)
    opening = [document.tokens.word(token) for token in range(passage.first, last)]
    dashes = [at for at, word in enumerate(opening) if word.form in ("-", "–", "—")]
    return bool(dashes) and len(opening[0].form) > 1 and opening[0].upper


def _are_parallel(document: Document, pair: Restatement) -> bool:
    """Whether two sentences begin alike, as in a speech: "We have no right to fail. We have no right to err"."""
    one, other = (document.lowers[slice(*passage)] for passage in (pair.first, pair.second))
    return one[:_PARALLEL] == other[:_PARALLEL]


def _has_credit(document: Document, passage: Passage) -> bool:
    """Whether a passage is the caption of a picture, with its source: what it shows is told in the story, too."""
    return _CREDIT.search(document.quote(document.tokens.span(*passage))) is not None


def _are_calls(document: Document, pair: Restatement) -> bool:
    """Whether two passages are words of procedure that lead to others: "Mr LEE: Madam, I move without notice:"."""
    return all(document.tokens.word(passage.last - 1).form == ":" for passage in (pair.first, pair.second))


def _are_two_refusals(document: Document, pair: Restatement) -> bool:
    """Whether each of two passages says of others that they have not commented."""
    one, other = (_refusers(document, passage) for passage in (pair.first, pair.second))
    return bool(one) and bool(other) and one.isdisjoint(other)


def _refusers(document: Document, passage: Passage) -> frozenset[str]:
    """Return the names of the sentences of a passage that speak of comment that was asked for."""
    lowers, found = document.lowers, set[str]()
    for place in range(*passage):
        if lowers[place] in ("comment", "comments") and lowers[place - 1] in ("for", "to"):
            first = document.tokens.sentences[document.sentence_of(place)]
            found.update(lowers[token] for token in range(first, place) if document.tokens.word(token).capital)
    return frozenset(found)


def _words(document: Document, passage: Passage) -> int:
    word = document.tokens.word
    return sum(word(token).kind in (TokenKind.WORD, TokenKind.NUMBER) for token in range(*passage))
