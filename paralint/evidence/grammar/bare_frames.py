"""Noun phrases that stand where only a preposition could bring them: behind verbs that have no object, and passives.

"They resorted violence", "she depends the river": some verbs have no object at all, and what follows them without a
preposition is a time, a measure or a word of their own root. "The rules are maintained bosses": a verb of one object
has none left in the passive, and who acts stands behind "by". "Went the hospital": a place behind a verb of going or
being somewhere is no object either. The verbs stand in ``complements.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.government import TIMES
from paralint.evidence.grammar.predicates import BE, DO, HAVE, NOMINATIVE, NOUNS, Words, standing
from paralint.evidence.words.closed import words
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import word_classes

_MEASURED = words(
    """
    time times way ways lot bit deal metre metres meter meters kilometre kilometres mile miles foot feet inch inches
    yard yards cent percent point points per half third quarter extent distance course degree degrees step steps
    fraction some little number thing something anything nothing everything somewhat more less most least much many
    both all each none one yesterday today tomorrow tonight last next first second twice once straight fast hard
    home back north south east west downtown upstairs downstairs indoors outdoors overseas abroad alone together
    apart side pp
    """
)
_TIMES = TIMES | MONTHS | WEEKDAYS
_COGNATE = words(
    """
    life lives death deaths smile dream laugh sigh battle war race fight struggle sleep blow blows card cards drug
    drugs cocaine heroin cannabis damage hand setback defeat himself herself itself themselves myself ourselves
    yourself
    """
)
PLACES = words(
    """
    hospital clinic surgery ward station airport hotel hostel office offices court courtroom courthouse church
    chapel cathedral mosque temple synagogue school college university campus classroom kindergarten museum gallery
    theatre theater cinema stadium arena palace castle embassy consulate headquarters prison jail camp barracks base
    factory plant mill mine farm ranch village town city capital house flat apartment cottage villa mansion building
    tower room bedroom bathroom kitchen basement cellar attic garage tent cabin shelter bunker bridge tunnel square
    park garden beach coast shore border frontier island peninsula hall lobby restaurant café cafe pub bar shop
    store supermarket market bank library port harbour harbor quay pier dock street road lane avenue motorway
    highway neighbourhood neighborhood suburb suburbs district region province county country area zone valley
    mountain mountains hill hills forest woods jungle desert swamp river lake scene site venue table desk bench sofa
    couch bed chair roof doorstep corridor corner entrance exit gate gates door platform terminal checkpoint
    cemetery monastery convent laboratory lab workshop warehouse studio club gym pool bus train plane boat ship car
    van club outskirts edge middle centre center bottom top front
    """
)
"""Where somebody may be or go."""
_BEGIN = frozenset({"DT", "PRP$", "PRP", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "PDT", "VBG"})
_BARE = frozenset({"NN", "NNS", "JJ", "VBG", "NNP", "NNPS"})
_SUBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "MD", "TO", "WDT", "WP", "RB", "CC", "VBN"})
_BEHIND = frozenset({".", ",", "IN", "CC", "TO", ":", "WDT", "WP", "WRB", "RB", "VBN", "VBG", "''"})
_SPEAKING = frozenset({"''", "”", '"', "’", ","})
_ENDS = words("and but , . ; : — – who which because when while that where as if")
_MARKS = frozenset({".", "!", "?", "”", '"', "’", "''"})
_CLEFT = words("what whom whatever where which how than as like")
_OPENING = words("after when once if because as before while although though since until")
_DEGREES = words("so too as how that this such quite rather not")
_LIKE = words(
    "worth like unlike near nearer nearest opposite such half all both due many much few several own only able"
)
_COPULAS = BE - {"'s", "'m", "'re"} | words(
    "seem seems seemed become becomes became remain remains remained feel feels felt"
)
_PREDICATIVE = words(
    """
    afraid aware unaware akin averse conducive devoid dependent reliant fond indicative intent liable loath mindful
    oblivious prone reminiscent rife fraught subject tantamount susceptible synonymous wary beholden bereft
    commensurate dismissive distrustful mistrustful desirous heedless incumbent redolent unaccustomed accustomed
    allergic amenable answerable contingent deserving impervious indifferent opposed preferable resigned subservient
    conversant infatuated smitten besotted riddled versed steeped predicated hellbent exempt immune unworthy worthy
    bound suited inclined indebted incapable capable ignorant supportive skeptical sceptical appreciative
    contemptuous undeterred unfazed reluctant eligible ineligible addicted attuned adjacent detrimental inferior
    superior commensurable compatible incompatible inconsistent consistent convinced ashamed guilty innocent
    suspicious jealous envious tired weary resentful respectful tolerant intolerant protective possessive
    symptomatic illustrative
    """
)
_MOSTLY_PREDICATIVE = words(
    """
    full critical familiar unfamiliar equal comparable equivalent proportional sensitive vulnerable resistant
    hostile responsible proud glad happy angry anxious certain sure unsure confident content popular famous notable
    essential vital crucial important harmful toxic dangerous safe free open similar identical different separate
    distinct parallel relevant related attributable applicable available accessible visible known loyal faithful
    obedient grateful thankful kind cruel rude polite generous rich poor ready fit keen good bad adept proficient
    fluent deficient instrumental lacking involved interested engrossed absorbed rooted present absent based
    dependent focused keen insistent concerned worried curious serious enthusiastic optimistic pessimistic excited
    upset crazy passionate adamant pleased satisfied dissatisfied disappointed furious bored obsessed consistent
    compatible associated acquainted covered filled crowded packed lined littered patient impatient
    """
)
_CLAUSAL = words(
    """
    afraid aware unaware convinced confident certain sure unsure proud glad happy angry worried concerned hopeful
    adamant optimistic pleased upset disappointed sorry ashamed insistent skeptical sceptical
    """
)
_QUANTITIES = words("much many several few none plenty lots dozens hundreds thousands millions billions scores most")
_DETERMINERS = words("the his her their its our my your these those")
_SAME = words("same better worse more less way bigger larger greater stronger weaker poorer richer")
_COMPARING = words("how as so very too not the a pretty")
_LINKING = words("compared coupled depending according owing pursuant")
_DEBTS = words(
    """
    money debt debts tax taxes rent arrears sum sums fortune millions billions thousands hundreds wages fees duty
    allegiance loyalty obedience nothing everything something apology favour favor interest dues
    """
)
_SUMS = frozenset({"CD", "$", "#"})
_SAYING = (
    "hope",
    "hoping",
    "insist",
    "hint",
    "complain",
    "testif",
    "speculat",
    "object",
    "repl",
    "respon",
    "muse",
    "enthuse",
)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    known = classes()
    return known["v bare-never"] | known["v somewhere"] | known["v undergoing-alone"] | known["v one-object"]


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs with a noun phrase that only a preposition could bring, in reading order."""
    found = [*_verbs_in(document), *_adjectives(document), *_participles(document)]
    found += [*_predicatives(document), *_quantities(document)]
    return tuple(sorted(set(found), key=lambda slip: slip.first))


def _verbs_in(document: Document) -> Iterator[Slip]:
    for here, at in standing(document, places_of(document, _verbs())):
        if not here.first < at < here.last - 2 or here.tags[at][:2] != "VB" or here.word(here.last - 1) not in _MARKS:
            continue
        word = here.words[at]
        if is_of("v bare-never", word):
            if _is_predicate(here, at) and _has_phrase(here, at):
                yield Slip("bare-object", at, at + 1)
        elif is_of("v somewhere", word):
            if _is_predicate(here, at) and _has_place(here, at):
                yield Slip("bare-object", at, at + 1)
        elif _is_passive(here, at) and _has_phrase(here, at):
            yield Slip("passive-object", at, at + 1)


def _adjectives(document: Document) -> Iterator[Slip]:
    """Yield the adjectives behind "be" with a noun phrase behind them: "is responsible the attack"."""
    for here, at in standing(document, places_of(document, BE - {"'s"})):
        place = at + 1
        while here.tag(place) == "RB" and here.words[place] not in _DEGREES:
            place += 1
        word = here.word(place)
        if here.tag(place) != "JJ" or here.tag(place + 1) not in ("DT", "PRP$") or word in _LIKE or "-" in word:
            continue
        if word_classes(word) & {"verb", "adverb", "function"} or here.word(here.last - 1) not in _MARKS:
            continue
        if here.words[here.first] in _OPENING or here.word(at - 1) in _CLEFT or here.word(place + 1) in ("that", "all"):
            continue
        end = here.phrase(place + 1)
        known = end > place + 1 and (_MEASURED | _TIMES | _COGNATE).isdisjoint(here.words[place + 1 : end])
        if known and here.tag(end) in _BEHIND and not here.has_finite(end, here.last):
            yield Slip("bare-object", place, place + 1)


def _predicatives(document: Document) -> Iterator[Slip]:
    """Yield the adjectives that stand before no noun, with one at once behind them: "conducive growth", "fond cats"."""
    for here, at in standing(document, places_of(document, _PREDICATIVE | _MOSTLY_PREDICATIVE)):
        before = here.skip_adverbs(at - 1)
        link, start = here.word(before), at + 1
        if link not in _COPULAS or here.tag(start) not in _BEGIN or not here.word(start)[:1].isalnum():
            continue
        if here.word(start) in NOMINATIVE | {"that", "there"}:
            continue
        if here.tag(at) not in ("JJ", "VBN", "VBD", "NN") or here.word(here.last - 1) not in _MARKS:
            continue
        end = start + 1 if here.tag(start) == "VBG" else here.phrase(start)
        if end == start or not (_MEASURED | _TIMES | _COGNATE).isdisjoint(here.words[start:end]):
            continue
        several = here.tag(end - 1) in ("NNS", "VBG") and link in ("is", "was", "seems", "seemed", "remains", "becomes")
        if here.words[at] not in _PREDICATIVE and not several and here.tag(start) not in ("DT", "PRP$"):
            continue
        if here.words[at] in _CLAUSAL and here.has_finite(end, here.last):
            continue  # "is convinced the plan is sound"
        if (here.tag(start) == "VBG" or _ends(here, end)) and _may_follow(here, end):
            yield Slip("bare-object", at, at + 1)


def _quantities(document: Document) -> Iterator[Slip]:
    """Yield the quantities with "the" or an owner at once behind them: "much the coverage", "many their friends"."""
    for here, at in standing(document, places_of(document, _QUANTITIES)):
        if here.tag(at + 1) not in ("DT", "PRP$") or here.word(at + 1) not in _DETERMINERS or at + 3 >= here.last:
            continue
        if here.word(at + 2) in _SAME or here.word(at - 1) in _DEGREES | _COMPARING:
            continue
        end = here.phrase(at + 1)
        alone = at == here.first or here.tag(at - 1) in ("IN", "VBD", "VBZ", "VBP", "VB", ",", "CC", "WRB")
        if alone and end > at + 1 and (at == here.first or here.tag(at - 1) == "IN" or here.tag(end) == "IN"):
            yield Slip("bare-object", at, at + 1)


def _participles(document: Document) -> Iterator[Slip]:
    """Yield "compared" and its like with a noun phrase at once behind: "£3m, compared the £5m of May"."""
    for here, at in standing(document, places_of(document, _LINKING)):
        end = here.phrase(at + 1)
        before = here.tag(here.skip_adverbs(at - 1))
        if before not in (*NOUNS, "CD", ",", "IN") or here.tag(at) not in ("VBN", "VBD", "JJ", "VBG"):
            continue
        if here.words[at] == "compared" and before not in ("CD", ",") and here.tag(at + 1) not in ("CD", "$"):
            continue
        if here.words[at] == "compared" and here.tag(at + 1) == "NNP":
            continue
        if here.words[at] == "owing" and _is_owed(here, at + 1, end):
            continue
        if (
            here.tag(at + 1) in ("DT", "PRP$", "CD", "$", "NNP")
            and end > at + 1
            and not here.has_finite(end, here.last)
        ):
            yield Slip("bare-object", at, at + 1)


def _is_owed(here: Words, start: int, end: int) -> bool:
    """Whether "owing" has an object: a sum or what is owed, to whom or not: "owing £3m", "owing the bank a fortune"."""
    if here.tag(start) in _SUMS or here.word(start)[:1] in "£$€¥" or here.word(end) == "to":
        return True
    owed = here.words[start : end + 4]
    return not _DEBTS.isdisjoint(owed) or not _SUMS.isdisjoint(here.tags[end : end + 3])


def _is_predicate(here: Words, at: int) -> bool:
    """Whether a verb is active, and its subject stands before it."""
    tag, before = here.tags[at], here.skip_adverbs(at - 1)
    if before < here.first:
        return False
    ahead, ahead_tag = here.words[before], here.tags[before]
    if tag == "VB":
        return ahead == "to" or ahead_tag == "MD" or ahead in DO
    if tag == "VBG":
        if ahead in BE:
            return ahead != "'s" and here.word(before - 1) != "there"
        return ahead in ("by", "of", "without", "after", "before", "from") and _is_determined(here, at)
    if tag == "VBN" and ahead in HAVE:
        return True
    if ahead_tag not in _SUBJECT or ahead in _SPEAKING:
        return False
    # "In the corner lurked a man", "there arose a dispute": the subject follows.
    start = at
    while start > here.first and here.words[start - 1] not in _ENDS:
        start -= 1
    return here.tags[start] not in ("IN", "EX", "RB", "WRB", "VBN") and ahead_tag != "CC"


def _is_determined(here: Words, at: int) -> bool:
    return here.tag(at + 1) in ("DT", "PRP$")


def _is_passive(here: Words, at: int) -> bool:
    """Whether a participle is a passive, whose subject is no object of another verb in front."""
    if here.tags[at] not in ("VBN", "VBD"):
        return False
    before = here.skip_adverbs(at - 1)
    if before < here.first or here.words[before] not in BE - {"'s"}:
        return False
    if here.word(before - 1) == "there" or here.words[here.first] in _OPENING or here.word(here.last - 1) == "?":
        return False
    if here.tag(at + 1) in _BARE and here.words[before] not in ("been", "being"):
        # "They were convicted criminals": an attribute, unless one is told to be many.
        end = here.phrase(at + 1)
        if here.words[before] not in ("is", "was") or here.tag(end - 1) != "NNS":
            return False
    return here.tag(at + 1) != "CD" and _CLEFT.isdisjoint(here.words[max(here.first, before - 6) : before])


def _has_phrase(here: Words, at: int) -> bool:
    """Whether a noun phrase that may be an object stands behind a verb, and is no subject of what follows."""
    start = at + 1
    word, tag = here.word(start), here.tag(start)
    if tag not in _BEGIN or not word[:1].isalnum() or word in NOMINATIVE or word in ("that", "there", "such"):
        return False
    if tag == "VBG":
        return here.words[at].startswith(("resort", "object", "insist", "refrain", "abstain", "rel")) and _may_follow(
            here, start
        )
    end = here.phrase(start)
    if end == start:
        return False
    phrase = here.words[start:end]
    if not (_MEASURED | _TIMES | _COGNATE).isdisjoint(phrase) or (tag == "CD" and end == start + 1):
        return False
    if tag in _BARE and (not _ends(here, end) or not _is_noun_phrase(here, start, end)):
        return False
    if here.words[at].startswith(_SAYING) and here.has_finite(end, here.last):
        return False  # a clause
    if here.word(end) in ("ago", "away", "later", "earlier", "-", "/"):
        return False
    return _may_follow(here, end)


def _ends(here: Words, end: int) -> bool:
    """Whether a phrase ends where it seems to: before a mark, another phrase or a time."""
    return here.tag(end) in _BEHIND or here.word(end) in ("this", "last", "next", "every", "each")


def _is_noun_phrase(here: Words, start: int, end: int) -> bool:
    """Whether a phrase without a determiner ends in what can be nothing but a noun or a name."""
    if here.tags[end - 1] in ("NNP", "NNPS"):
        return True
    return here.tags[end - 1] in NOUNS and not word_classes(here.words[end - 1]) & {"adverb", "adjective", "function"}


def _may_follow(here: Words, end: int) -> bool:
    """Whether no finite verb follows in the clause, so that the phrase is no subject."""
    stop = next((place for place in range(end, here.last) if here.words[place] in _ENDS), here.last)
    return not here.has_finite(end, stop)


def _has_place(here: Words, at: int) -> bool:
    """Whether a place with its determiner stands behind a verb."""
    start = at + 1
    if here.tag(start) not in ("DT", "PRP$") or here.word(start) in ("that", "all"):
        return False
    end = here.phrase(start)
    if end == start or here.words[end - 1] not in PLACES or here.tag(end) not in _BEHIND:
        return False
    return _may_follow(here, end)
