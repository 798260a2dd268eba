"""Words that only stand where something is denied, asked or doubted, in a sentence that does none of it.

"She would ever have spoken", "He has been charged yet", "They live there anymore": English has words, negative
polarity items, that need a licence: a negation, a question, a condition, a comparison, a superlative or a word of doubt
in their sentence (Ladusaw 1979, "Polarity sensitivity as inherent scope relations"). A sentence that has the word and
no licence has lost its negation. Licences are taken generously: anything that can be one is one, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind

_LICENCES = words(
    """
    not n't nt no nobody noone none nothing nowhere never neither nor without cannot cant dont didnt wont few fewer
    fewest little less least hardly scarcely barely rarely seldom infrequently only solely if whether unless lest
    before until till than too every all any anyone anybody anything anywhere everyone everybody everything
    most first last best worst final half rather instead no-one sole unique whoever whatever whichever wherever
    whenever what when why how one
    doubt doubts doubted doubtful deny denies denied denying denial refuse refuses refused refusing refusal reject
    rejects rejected decline declines declined fail fails failed failing failure avoid avoids avoided avoiding prevent
    prevents prevented preventing stop stops stopped stopping forbid forbids forbade forbidden ban bans banned banning
    bar barred oppose opposes opposed opposing opposition against surprise surprised surprising surprisingly amazed
    amazing astonished shocked sorry regret regrets regretted wonder wonders wondered lucky fortunate glad miracle
    difficult hard tough impossible improbable rare lack lacks lacked lacking absence absent far ruled ruling rule
    question questions questioned ask asks asked asking challenge dispute disputes disputed disputing reluctant
    reluctance loath loth afraid fear fears feared warn warned warning hesitate hesitates hesitated dismiss dismissed
    dismisses dismissing exclude excluded resist resisted hate hates hated dare neglect neglected forget forgot long
    stupid foolish crazy mad odd strange ridiculous ludicrous absurd shame ashamed incapable minus nil zero
    idea notion thought chance chances odds hope hopes prospect likelihood possibility belief suggestion
    """
)
_SUPERLATIVES = ("est", "n't", "less")
_RELATIVES = frozenset(("who", "which", "where", "whose", "whom"))
_DENYING = ("un", "im", "in", "dis")
_AUXILIARIES = words("has have had would will could should might can 've 'd 'll did does do")
_MODALS = words("would could should might may must will can 'd")
_PERFECT = words("has have had 've")
_Look: TypeAlias = Callable[[Document, int, range], "range | None"]
_STOPS = frozenset('.,;:!?”"’)—–')
_FREE = words("since after so more as if hardly than lasting present green changing growing increasing popular")
_BE = words("is are was were am 's 're")
# What somebody may be at all times, as careful writers have it.
_EVER_SO = _FREE | words(
    "ready hopeful vigilant optimistic watchful eager mindful alert faithful loyal cheerful cautious wary gracious "
    "polite resourceful grateful practical elusive conscious willing generous modest diplomatic restless"
)


def unlicensed(document: Document) -> tuple[Conflict, ...]:
    """Return the words that need a negation and have none (a layer: see ``Document.derive``)."""
    lowers = document.by_lower
    found = (
        conflict
        for lower, look in _ITEMS.items()
        for kind in lowers.get(lower, ())
        for place in document.places[kind]
        for conflict in _unlicensed(document, place, look)
    )
    return without_repeats(found)


def _unlicensed(document: Document, place: int, look: _Look) -> Iterator[Conflict]:
    sentence = document.sentences[document.sentence_of(place)]
    word = document.tokens.word
    here = look(document, place, range(sentence.first, sentence.last))
    if here is None or any("?" in word(token).form for token in range(place, sentence.last)):
        return
    # "Any" licenses what follows it, but not the phrase that it opens.
    opened = word(here.start).lower in ("any", "at", "in", ",")
    if look is _anyone or not _licensed(document, sentence.first, here.start if opened else place):
        tokens = document.tokens
        item = tokens.span(place, place + 1)
        yield Conflict("licence", tokens.span(here.start, here.stop), item, 1.0, document.quote(item))


def _licensed(document: Document, first: int, item: int) -> bool:
    """Whether a licence stands before a place: what stands behind reaches it in a question only."""
    word = document.tokens.word
    if item - first < 1 or word(first).lower == "that":
        return True
    likened = False
    for token in range(first, item):
        lower = word(token).lower
        if lower in _LICENCES or lower.endswith(_SUPERLATIVES) or "..." in lower or "…" in lower:
            return True
        if lower in _RELATIVES and token > first and word(token - 1).form != ",":
            return True  # people who have ever smoked
        if lower == "as":
            if likened:
                return True  # as good as it had ever been
            likened = True
        if lower.startswith(_DENYING) and len(lower) > 5 and _opposes(lower):
            return True
    return False


def _opposes(lower: str) -> bool:
    from paralint.text.morphology import is_word

    return any(lower.startswith(prefix) and is_word(lower[len(prefix) :]) for prefix in _DENYING)


def _ends_clause(document: Document, place: int, sentence: range) -> bool:
    return place >= sentence.stop or document.tokens.word(place).form[0] in _STOPS


def _ever(document: Document, place: int, sentence: range) -> range | None:
    """ "would ever have spoken", "has ever spoken": between an auxiliary and its verb."""
    word = document.tokens.word
    verb = place + 1
    while verb < sentence.stop and word(verb).lower in ("before", "really", "even", "been", "actually"):
        verb += 1
    if place == sentence.start or verb >= sentence.stop or word(place + 1).lower in _FREE:
        return None
    before, after = word(place - 1).lower, word(verb).lower
    if before in _BE and document.tags[place + 1].startswith(("JJ", "VBN")) and place + 2 < sentence.stop:
        free = word(place + 1).lower in _EVER_SO or not _ends_clause(document, place + 2, sentence)
        return None if free else range(place - 1, place + 2)
    if before not in _AUXILIARIES:
        return None
    if before in _PERFECT:
        fits = "VBN" in verb_forms(after) or word(place + 1).lower == "been"
    else:
        fits = after in ("have", "be") or "VB" in verb_forms(after)
    return range(place - 1, place + 2) if fits else None


def _closing(*before: str) -> _Look:
    """Return a look for an item that ends its clause behind the given words."""

    def look(document: Document, place: int, sentence: range) -> range | None:
        word = document.tokens.word
        first = place - len(before)
        if first <= sentence.start or not _ends_clause(document, place + 1, sentence):
            return None
        if tuple(word(token).lower for token in range(first, place)) != before:
            return None
        return range(first, place + 1)

    return look


def _yet(document: Document, place: int, sentence: range) -> range | None:
    """ "has been charged yet": closing a clause in the perfect."""
    word = document.tokens.word
    if not _ends_clause(document, place + 1, sentence) or "VBN" not in verb_forms(word(place - 1).lower):
        return None
    for token in range(place - 2, max(sentence.start, place - 6), -1):
        if word(token).lower in _PERFECT:
            return range(token, place + 1)
    return None


def _any(document: Document, place: int, sentence: range) -> range | None:
    """ "has been charged with any offence", "there was any damage": told as a fact, and not of all that there are."""
    word = document.tokens.word
    begin = max(sentence.start, place - 6)
    for token in range(place - 1, begin - 1, -1):
        lower = word(token).lower
        if lower in ("is", "was", "are", "were") and token == place - 1 and token > sentence.start:
            if word(token - 1).lower == "there":
                first = token - 1
                break
            return None
        if lower == "that":
            return None
        if lower in ("has", "have", "had", "'ve") and "VBN" in verb_forms(word(token + 1).lower) and token + 1 < place:
            first = token
            break
        if word(token).kind is not TokenKind.WORD:
            return None
    else:
        return None
    if first > sentence.start and word(first - 1).lower in _MODALS:
        return None
    for token in range(place + 1, min(sentence.stop, place + 6)):
        lower = word(token).lower
        if word(token).form[0] in _STOPS:
            break
        if lower in _RESTRICTING or lower.endswith("ing"):
            return None
    return range(first, place + 2) if place + 1 < sentence.stop else None


_RESTRICTING = words(
    "that who whom which whose he she they it i you we of with to willing able else other more available possible "
    "capable caught found given"
)


def _anyone(document: Document, place: int, sentence: range) -> range | None:
    """ "Anyone was hurt", "Anybody came": told as a fact, at the beginning of a sentence."""
    word, tags = document.tokens.word, document.tags
    if place > sentence.start or place + 2 >= sentence.stop:
        return None
    after, participle = word(place + 1).lower, word(place + 2).lower
    if after in ("was", "were", "has", "had", "is"):
        fact = "VBN" in verb_forms(participle) and participle not in _OPEN_TO and not participle.endswith("ing")
    else:
        fact = tags[place + 1] == "VBD" and after not in _MODALS and "VBN" not in tags[place + 1]
    ends = any(word(token).lower in _TELLING for token in range(place + 1, sentence.stop))
    return range(place, place + 3) if fact and not ends else None


_TELLING = words("who that with if whether would could can may might should must or will whose")
_OPEN_TO = words(
    "allowed invited permitted entitled encouraged welcomed asked supposed expected advised urged required banned "
    "barred forbidden caught found considered deemed obliged born suspected accused"
)


def _least(*before: str) -> _Look:
    """Return a look for the least of its kind behind sets of words: "lifted a finger", "slept a wink"."""
    sets = [words(each) for each in before]

    def look(document: Document, place: int, sentence: range) -> range | None:
        first = place - len(sets)
        if first <= sentence.start:
            return None
        lowers = document.lowers[first:place]
        return range(first, place + 1) if all(map(frozenset.__contains__, sets, lowers)) else None

    return look


def _drop(document: Document, place: int, sentence: range) -> range | None:
    """ "A drop had fallen", "a drop of rain has fallen"."""
    lowers = document.lowers
    behind = place + 1 + 2 * (lowers[place + 1 : place + 3] in (["of", "rain"], ["of", "water"]))
    fell = lowers[behind : behind + 1] == ["fell"] or lowers[behind : behind + 2] in (
        ["has", "fallen"],
        ["had", "fallen"],
    )
    return range(place - 1, behind + 1) if fell and place > sentence.start + 1 and lowers[place - 1] == "a" else None


_ITEMS: dict[str, _Look] = {
    "ever": _ever,
    "yet": _yet,
    "anymore": _closing(),
    "more": _closing("any"),
    "longer": _closing("any"),
    "all": _closing("at"),
    "either": _closing(","),
    "whatsoever": _closing(),
    "slightest": _closing("in", "the"),
    "any": _any,
    "anyone": _anyone,
    "anybody": _anyone,
    "anything": _anyone,
    "drop": _drop,
    "eyelid": _least("bat bats batted batting", "an"),
    "finger": _least("lift lifts lifted lifting raise raised", "a"),
    "wink": _least("sleep slept sleeping", "a"),
    "damn": _least("give gives gave given care cared", "a"),
    "hoot": _least("give gives gave care cared", "a"),
    "penny": _least("in paid pay received receive seen see spent given contributed earned got owed lost", "a"),
    "cent": _least("in paid pay received receive seen see spent given contributed earned got owed lost", "a"),
    "soul": _least("tell told met meet", "a"),
    "word": _least("uttered utter breathed breathe understood understand spoken say said", "a"),
    "inch": _least("budge budged yield yielded give gave given", "an"),
    "iota": _least("an one"),
    "shred": _least("have has had is was found with seen", "a"),
    "fly": _least("hurt harm harmed", "a"),
    "straw": _least("care cared cares", "a"),
    "budge": _least("to would will did does do"),
    "idea": _least("the", "slightest faintest foggiest"),
    "clue": _least("the", "slightest faintest foggiest"),
    "inkling": _least("the", "slightest faintest"),
    "notion": _least("the", "slightest faintest"),
    "doubt": _least("the", "slightest faintest"),
    "intention": _least("the", "slightest faintest"),
}
