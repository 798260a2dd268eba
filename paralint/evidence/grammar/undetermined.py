"""Singular nouns that stand without a determiner, and how likely each of them is to have lost one.

A table can tell of a noun that it is bare nowhere, or not behind a preposition. What is bare in some company ("took
office", "in favour of", "as captain", "talk of war") only all that stands around it can tell: the two words before it,
its modifiers, what follows, the class and the ending of the noun. So each of these, and some pairs
of them, has a weight; a logistic regression sets them (``tools/train_articles.py``), which has read sound text, with
one article in each sentence left out in a copy of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from paralint.data import DataError, listed, read
from paralint.evidence.grammar.articles import count_nouns, is_told_in_full
from paralint.evidence.grammar.noun_phrases import BarePhrase
from paralint.evidence.words.closed import NOUNS, words
from paralint.evidence.words.nouns import agents
from paralint.text.document import Document
from paralint.text.morphology import countability, verb_forms, zipf_frequency
from paralint.values import NamedTuple

FILE = "undetermined.bin"


def _terms(listed: str) -> frozenset[str]:
    """Return the terms of a text, divided by semicolons, as a set."""
    return frozenset(" ".join(term.split()) for term in listed.split(";"))


SIZE = 1 << 18
"""The number of weights: a feature's is found by its hash, so that the table needs no names."""
SCALE = 16
"""What a weight is multiplied by, so that it fits a byte."""

_GO_ON = NOUNS | {"HYPH", "CD", "$", "FW", "LS", "ADD", "SYM"}  # the noun before them is no head
_LINKS = frozenset({"-", "–", "/", "(", "&", "["})
_DETERMINERS = frozenset({"DT", "PRP$", "POS", "CD", "WP$", "WDT", "PDT", "$"})
_QUANTIFIERS = words(
    """
    such much more most less little enough many few fewer no any some every each another either neither own what which
    whose both half one per all
    """
)
_MODIFIERS = NOUNS | {"JJ", "JJR", "JJS", "HYPH", "VBN", "VBG", "RBS", "RBR"}
_PARTICIPLES = frozenset({"VBN", "VBG"})
_DESCRIBING = frozenset({"JJ", "JJR", "JJS", "RB", "RBR", "RBS", "VBN", "VBG", "VBD", ",", "CC", "``", "''", "HYPH"})
_FIRST = "^"
_SHORTEST = 5  # tokens of a sentence
_LIKELY, _SURE = 4.2, 5.6  # logarithms of odds in texts that leave an article out in each sentence
_JOINING = frozenset({"and", "or", ",", "/"})
_TITLED = frozenset({"best", "worst", "sister", "fellow", "acting", "deputy"})  # before prizes, names and offices
_TERMS = _terms(
    """
    age group; back page; bad faith; bad luck; bad news; bad shape; best practice; big business; book value; broad
    daylight; business class; cabin crew; capital punishment; case law; center stage; central government; centre
    stage; civil society; civil war; close range; cold water; common ground; common knowledge; common law; common
    sense; community service; criminal law; critical condition; daily life; day school; death row; deep water;
    domestic policy; drinking water; dry land; due course; due diligence; due process; economy class; everyday life;
    extra time; eye level; face value; fair game; fair value; family life; federal court; federal law; first choice;
    first class; first half; first instance; first place; first sight; fiscal policy; foreign policy; foreign soil;
    free agent; free kick; free rein; free speech; fresh air; front page; front row; full capacity; full cost; full
    force; full price; full speed; full stop; full strength; full swing; full time; further notice; goal difference;
    good condition; good faith; good form; good luck; good news; good practice; good reason; good shape; good work;
    great shape; ground level; half price; half time; high ground; high office; high school; home ground; home life;
    home soil; home turf; hot water; house arrest; human error; human nature; industrial action; injury time;
    international law; last minute; last place; law school; legal action; life expectancy; life imprisonment; live
    television; local government; local media; long term; market price; market share; market value; martial law;
    mass media; match point; media centre; medical school; mid-air; mid-table; middle age; military action; mobile
    phone; monetary policy; national television; night school; old age; open air; open court; open sea; open water;
    overtime; plain sight; point-blank range; pole position; primary school; prime time; private jet; private life;
    private sector; public life; public office; public opinion; public policy; public sector; public transport; real
    estate; real life; real time; record time; red wine; room temperature; satellite television; sea level; second
    class; second half; second place; secondary school; serious condition; set point; shallow water; short notice;
    short term; single file; small print; small talk; social media; stable condition; state court; state government;
    state law; state media; state television; stoppage time; street level; strike action; text message; third place;
    top form; top speed; top spot; video link; white wine; word of mouth; world record; world war; young age
    """
)


_BODIES = words(
    """
    council court school college university academy hospital infirmary prison jail station airport airfield castle
    cathedral abbey priory church chapel palace park market stadium racecourse racetrack circuit harbour harbor port
    pier dock docks bridge beach bay museum gallery library theatre theater zoo parliament assembly hall house town city
    county borough district parish street road lane avenue square crescent junction marina forest moor common
    """
)
_OF_ONE_BODY = words("cast crew faculty personnel staff aircraft craft spacecraft hovercraft watercraft series means")


class _Around(NamedTuple):
    """What most features of a phrase are made of.

    Attributes:
        head: its noun.
        sort: how the lexicon counts it, and how common it is.
        kind: what the lists that were written by hand have it for.
        shape: how many words it has before its noun, three and more as two.
        before: the word before it.
        place: the preposition or the conjunction before it, or the tag of another word.
        behind: the word behind it, and
        tag_behind: its tag.
    """

    head: str
    sort: str
    kind: str
    shape: int
    before: str
    place: str
    behind: str
    tag_behind: str


def undetermined(document: Document) -> Iterator[BarePhrase]:
    """Yield the phrases of a singular noun that no determiner begins, in order."""
    tags, word, bounds = document.tags, document.tokens.word, document.tokens.sentences
    number, first, last = 0, 0, 0
    for noun, tag in enumerate(tags):
        if tag != "NN":
            continue
        while noun >= last:
            first, last = bounds[number], bounds[number + 1]
            number += 1
        if noun + 1 >= last or tags[noun + 1] in _GO_ON or word(noun + 1).lower in _LINKS:
            continue
        if word(noun).capital and noun > first:
            continue
        begin = _begin(document, noun, first)
        if begin > first and (tags[begin - 1] in _DETERMINERS or word(begin - 1).lower in _QUANTIFIERS):
            continue
        if _shares_determiner(document, begin, first):
            continue
        if word(begin).lower not in _QUANTIFIERS and word(noun).lower not in _QUANTIFIERS:
            yield BarePhrase(begin, noun)


def _begin(document: Document, noun: int, first: int) -> int:
    """Return where the modifiers of a noun begin."""
    tags, word = document.tags, document.tokens.word
    at = noun
    while at > first and noun - at < 6:
        tag, lower = tags[at - 1], word(at - 1).lower
        if tag in _PARTICIPLES:
            # Behind a verb, a preposition or a noun it may govern the noun: "by driving force", "has driven".
            if at - 1 > first and tags[at - 2] not in _DETERMINERS | {"JJ"}:
                break
        elif tag == "CD" and len(lower) == 4 and lower.isdigit() and lower[:2] in ("19", "20"):
            pass
        elif tag not in _MODIFIERS or lower in _LINKS or lower in _QUANTIFIERS:
            break
        at -= 1
    return at


def _shares_determiner(document: Document, begin: int, first: int) -> bool:
    """Whether adjectives and participles before a phrase go on with it: "an edgy, aggressive air"."""
    tags = document.tags
    at = begin - 1
    while at > first and begin - at < 8 and tags[at] in _DESCRIBING:
        at -= 1
    return at < begin - 1 and tags[at] in _DETERMINERS and at >= first


def features(document: Document, phrase: BarePhrase, first: int, last: int) -> list[str]:
    """Return what is told by the words in and around a phrase of the sentence from ``first`` to ``last``."""
    word, tags = document.tokens.word, document.tags
    begin, noun = phrase
    head = word(noun).lower
    around = _Around(
        head=head,
        sort=f"{countability(head)}{int(zipf_frequency(head))}",
        kind=_kind(head),
        shape=min(noun - begin, 2),
        before=word(begin - 1).lower if begin > first else _FIRST,
        place=_place(word(begin - 1).lower, tags[begin - 1]) if begin > first else _FIRST,
        behind=word(noun + 1).lower,
        tag_behind=tags[noun + 1],
    )
    told = [*_of_noun(document, phrase, first, last, around), *_of_neighbours(document, phrase, first, last, around)]
    if around.shape:
        told += _of_modifiers(document, phrase, around)
    if begin > first and (tags[begin - 1] == "CC" or around.before == ","):
        joined = _determined_before(document, begin, first)
        told += [f"co {joined} {around.sort} {around.shape}", f"ch {joined} {head}"]
    if around.tag_behind == "CC":
        further, tag_further = _further(document, noun, last)
        told += [f"cf {tag_further} {around.sort} {around.place}", f"cff {head} {further}"]
    return told


def _of_noun(document: Document, phrase: BarePhrase, first: int, last: int, around: _Around) -> Iterator[str]:
    """Yield what a noun tells together with each of the words beside its phrase."""
    begin = phrase.first
    governor = document.lemma(begin - 1) if begin > first else _FIRST
    earlier = document.tokens.word(begin - 2).lower if begin > first + 1 else _FIRST
    head, sort, kind, shape, before, place, behind, tag_behind = around
    yield from ("-", f"h {head}", f"hp {head} {place}", f"hb {head} {behind}", f"ht {head} {tag_behind}")
    yield from (f"hs {head} {shape}", f"hg {head} {governor}", f"hge {head} {before} {earlier}")
    yield from (f"hgb {head} {before} {behind}", f"he {head} {earlier} {before}")
    yield from (f"e {head[-4:]} {place}", f"e3 {head[-3:]} {sort}")
    yield f"v {'VB' in verb_forms(head)} {place} {tag_behind}"
    yield from (f"k {kind} {place} {shape}", f"kt {kind} {tag_behind} {place}", f"kb {kind} {behind}")
    yield f"kg {kind} {governor} {shape}"


def _of_neighbours(document: Document, phrase: BarePhrase, first: int, last: int, around: _Around) -> Iterator[str]:
    """Yield what the words beside a phrase tell, whatever its noun."""
    begin, noun = phrase
    tags, second = document.tags, begin > first + 1
    governor = document.lemma(begin - 1) if begin > first else _FIRST
    tag_before = tags[begin - 1] if begin > first else _FIRST
    earlier = document.tokens.word(begin - 2).lower if second else _FIRST
    lemma_earlier = document.lemma(begin - 2) if second else _FIRST
    further, tag_further = _further(document, noun, last)
    _, sort, kind, shape, before, place, behind, tag_behind = around
    yield from (f"p {place} {shape}", f"pc {place} {sort} {shape}", f"pt {place} {tag_behind} {tag_further}")
    yield from (
        f"cb {sort} {behind}",
        f"ct {sort} {tag_behind} {shape}",
        f"g {governor}",
        f"gs {governor} {sort} {shape}",
    )
    yield from (
        f"ge {before} {earlier}",
        f"gb {before} {behind} {shape}",
        f"b {behind} {shape}",
        f"bf {behind} {further}",
    )
    yield from (f"le {before} {lemma_earlier} {sort}", f"lk {before} {lemma_earlier} {kind} {shape}")
    yield f"te {tags[begin - 2] if second else _FIRST} {tag_before} {sort}"


def _of_modifiers(document: Document, phrase: BarePhrase, around: _Around) -> Iterator[str]:
    """Yield what the words between the beginning of a phrase and its noun tell."""
    begin, noun = phrase
    tags, word = document.tags, document.tokens.word
    head, sort, _, _, _, place, _, _ = around
    nearest, farthest = word(noun - 1).lower, word(begin).lower
    yield from (f"m {nearest}", f"mt {tags[noun - 1]} {sort} {place}", f"mh {nearest} {head}", f"mc {nearest} {sort}")
    yield from (
        f"f {farthest} {place}",
        f"fh {farthest} {head}",
        f"ft {tags[begin]} {sort}",
        f"me {nearest[-3:]} {sort}",
    )


def _further(document: Document, noun: int, last: int) -> tuple[str, str]:
    """Return the second word behind a noun, and its tag."""
    at = noun + 2
    return (document.tokens.word(at).lower, document.tags[at]) if at < last else (_FIRST, _FIRST)


def _kind(head: str) -> str:
    """Return what sort of noun the lists that were written by hand have it for."""
    if head in agents():
        return "person"
    return "count" if head in count_nouns() else countability(head)


def _place(before: str, tag: str) -> str:
    """Return the sort of place behind a word."""
    if tag in ("IN", "TO"):
        return before
    if tag in ("CC", ",", ":", "``"):
        return before
    return tag


def _determined_before(document: Document, begin: int, first: int) -> str:
    """Return what begins the phrase that a conjunction or a comma joins to this one."""
    tags = document.tags
    at = begin - 2
    if at < first or tags[at] not in NOUNS:
        return tags[at] if at >= first else _FIRST
    while at > first and tags[at] in _MODIFIERS:
        at -= 1
    return f"N {tags[at] if tags[at] in _DETERMINERS else ''}"


def lost(document: Document) -> Iterator[BarePhrase]:
    """Yield the phrases that have most likely lost their determiner, in order."""
    bounds = document.tokens.sentences
    for phrase in undetermined(document):
        number = document.sentence_of(phrase.noun)
        first, last = bounds[number], bounds[number + 1]
        if (
            last - first < _SHORTEST
            or not is_told_in_full(document, number)
            or _is_whole(document, phrase, first, last)
        ):
            continue
        if score(document, phrase, first, last) > _asked(document, phrase, first):
            yield phrase


def _asked(document: Document, phrase: BarePhrase, first: int) -> float:
    """Return how likely a phrase must have lost its determiner: names and "that" may stand for one."""
    word = document.tokens.word
    named = any(word(at).capital for at in range(phrase.first, phrase.noun) if at > first)
    return _SURE if named or phrase.first == first or word(phrase.first - 1).lower == "that" else _LIKELY


def _is_whole(document: Document, phrase: BarePhrase, first: int, last: int) -> bool:
    """Whether a phrase is an award, goes with a name or another noun, is a term, or has a verb for its noun."""
    tags, word = document.tags, document.tokens.word
    begin, noun = phrase
    if word(begin).lower in _TITLED or " ".join(word(at).lower for at in range(begin, noun + 1)) in _TERMS:
        return True
    if word(noun).lower in _one_form() or _is_body(document, phrase):
        return True  # "dead carp", "Dover crown court"
    behind = word(noun + 1).lower
    if begin == noun and word(noun).capital and behind == "of":
        return True  # Bank of America
    if noun > first and tags[noun - 1] in ("NNS", "NNP", "NNPS") and "VB" in verb_forms(word(noun).lower):
        return True  # women disapprove of it
    if noun + 3 < last and behind in _JOINING and tags[noun + 2] in NOUNS | {"JJ"} and tags[noun + 3] in NOUNS:
        return True  # job and wage gains
    named = behind == "," and noun + 2 < last and tags[noun + 2] in ("NNP", "NNPS")
    return named or (begin > first + 1 and word(begin - 1).lower == "," and tags[begin - 2] in ("NNP", "NNPS"))


def _is_body(document: Document, phrase: BarePhrase) -> bool:
    """Whether a phrase is the name of a body or a place whose last words are in lower case: "Kent county council"."""
    tags, word = document.tags, document.tokens.word
    if word(phrase.noun).lower not in _BODIES or phrase.noun == phrase.first:
        return False
    return word(phrase.first).capital and tags[phrase.first] in ("NNP", "NNPS")


@lru_cache(maxsize=1)
def _one_form() -> frozenset[str]:
    return frozenset(listed("one-form-nouns")) - _OF_ONE_BODY


def score(document: Document, phrase: BarePhrase, first: int, last: int) -> float:
    """Return how likely a phrase has lost its determiner, as the logarithm of the odds."""
    weights = load()
    return sum(weights[crc32(feature.encode()) % SIZE] for feature in features(document, phrase, first, last)) / SCALE


@lru_cache(maxsize=1)
def load() -> memoryview:
    """Return the packaged weights, read once.

    Raises:
        DataError: if the file is missing or damaged.
    """
    content = read(FILE)
    if len(content) != SIZE:
        raise DataError(f"paralint/data/{FILE}: damaged (length)")
    return memoryview(content).cast("b")
