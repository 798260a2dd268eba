"""Small words before, and the order of, what neighbouring lines that tell the same both have.

*On the bridge* and *under the bridge*, *the Tileyard plant* and *the plant Tileyard*, *his team has studied* and *has
studied his team*, *drinks from a tap* and *is drunk from a tap*: who tells a caption again may move its parts about,
yet a thing keeps the preposition before it, what stands side by side keeps its order unless a small word ties the two
anew, and a verb agrees with the subject that it had. Heard in damaged texts alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paralint.evidence.measures.units import cardinal
from paralint.evidence.restatements.conflicts import Comparison
from paralint.evidence.words.closed import GENITIVES, words
from paralint.evidence.words.titles import CALENDAR, ROLES, WEEKDAYS
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text import lazy
from paralint.text.document import Document
from paralint.text.morphology import verb_forms
from paralint.text.words import TokenKind

Bounds = tuple[int, int]
Change = tuple[Bounds, Bounds]
"""What stands in the second passage and what it was in the first, as bounds of tokens."""
_DETERMINERS = words("a an the this that these those his her its their our my some any another each every both")
_REACH = 3  # tokens between a preposition and the word behind it
# What a thing may have before it, by the place, time or part that it says: those of one group say nearly the same.
_SINGLE = words(
    "in at on by from off out over under above below into onto through across along against between among behind "
    "before after around during towards toward near beside besides beneath without with until since outside "
    "inside within beyond past opposite amid for about despite throughout"
)
_DOUBLE = {
    ("out", "of"): "out of", ("off", "of"): "off", ("down", "of"): "down", ("in", "front"): "before",
    ("next", "to"): "beside", ("on", "top"): "on", ("up", "to"): "to", ("because", "of"): "because",
    ("away", "from"): "from", ("outside", "of"): "outside", ("inside", "of"): "in",
}  # fmt: skip
_ALIKE = tuple(
    words(group)
    for group in (
        "in at within inside during over throughout into around across", "on in at during over upon",
        "before outside near by at beside opposite",
        "on upon over across onto along in", "from off since", "to toward towards into onto for",
        "through by via across along over in past during around", "with by amid among",
        "under beneath below", "above over on", "behind after past", "between among in amid with",
        "for about on over of to", "against before over on at for", "around about in near",
        "near around by at beside in on",
        "with and in of for from by to on at", "beside with by near along next", "for during in over to of",
        "after following behind since in on at from", "before until by ahead",
        "despite amid in", "outside before near off", "in of to", "at to", "past beyond by", "off near from outside",
        "inside in within behind", "since after from in", "for after",
    )
)  # fmt: skip
# What may stand before its name.
_NAMED_BEHIND = words(
    "river lake mount ship ferry trawler vessel boat yacht satellite rocket probe magazine newspaper film novel "
    "play book song album opera island village town city region province state hotel pub club team company firm "
    "group brothers sisters planet comet asteroid hurricane storm typhoon cyclone horse dog cat fortress castle "
    "project operation flight"
)
_AUXILIARIES = words("is are was were be been being has have had will would can could may might")
_TIES = words("of on in for at from over against under behind into to by")
_BREAKS = frozenset(',;:()–—-"“”')
_BE = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
_FREE = words("and or & of to in at by for with from on as who which that than - /")


def reordered(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Yield what has changed in the second passage of a comparison, and what it was, as bounds of tokens."""
    for find in (
        _prepositions,
        _relative,
        _orders,
        _numbers,
        _passives,
        _actives,
        _resumed,
        _genitives,
        _unwrapped,
        _times,
        _counts,
        _units,
        _measures,
        _turned_passives,
        _prefixed,
        _ranges,
        _givers,
    ):
        yield from find(document, comparison)


def _prepositions(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "under the bridge" for "on the bridge", whatever stands before it."""
    lowers = document.lowers
    for one, other in comparison.words.forward.items():
        if lowers[one] in WEEKDAYS or document.tokens.word(one).lower != document.tokens.word(other).lower:
            continue
        there = _before(document, one, comparison.pair.first.first)
        here = _before(document, other, comparison.pair.second.first)
        if there is None or here is None or there[0] == here[0]:
            continue
        if (
            {there[0], here[0]} in _OUT
            or any(there[0] in group and here[0] in group for group in _ALIKE)
            or not _same_phrase(comparison, one, other)
        ):
            continue
        yield (here[1], here[2]), (there[1], there[2])


def _same_phrase(comparison: Comparison, one: int, other: int) -> bool:
    """Whether what goes on behind two words goes on alike: "a warehouse in Hull" is no "Hull warehouse"."""
    pair, forward = comparison.pair, comparison.words.forward
    while forward.get(one + 1) == other + 1 < pair.second.last:
        one, other = one + 1, other + 1
    return one + 1 not in forward and other + 1 not in comparison.words.backward


def _before(document: Document, token: int, begin: int) -> tuple[str, int, int] | None:
    """Return the preposition before the phrase that a word begins, and its tokens."""
    lowers = document.lowers
    at = token - 1
    while at > begin and token - at <= _REACH and lowers[at] in _DETERMINERS:
        at -= 1
    if at < begin:
        return None
    if at > begin and (lowers[at - 1], lowers[at]) in _DOUBLE:
        return _DOUBLE[lowers[at - 1], lowers[at]], at - 1, at + 1
    if at > begin + 1 and lowers[at] == "of" and (lowers[at - 2], lowers[at - 1]) in _DOUBLE:
        return _DOUBLE[lowers[at - 2], lowers[at - 1]], at - 2, at + 1
    if lowers[at] in _SINGLE and (at == begin or lowers[at - 1] not in _SINGLE):
        return lowers[at], at, at + 1
    return None


def _orders(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the plant Tintalba" for "the Tintalba plant": two neighbours that have changed places and nothing ties."""
    stems, lowers = document.derive(vocabulary).stems, document.lowers
    pair, forward = comparison.pair, comparison.words.forward
    content = [token for token in range(*pair.first) if stems[token] != NO_STEM]
    for one, two in pairwise(content):
        first, second = forward.get(one), forward.get(two)
        if first is None or second is None or not 0 < first - second <= _REACH or two - one > _REACH:
            continue
        if lowers[one] != lowers[first] or lowers[two] != lowers[second]:
            continue
        before, after = lowers[one + 1 : two], lowers[second + 1 : first]
        if any(stems[token] != NO_STEM for token in range(second + 1, first)):
            continue
        tied = [lower for lower in before if lower in _TIES]
        dated = any(lowers[token] in CALENDAR for token in (one, two))
        if (
            tied
            and not dated
            and tied == [lower for lower in after if lower in _TIES]
            and _BREAKS.isdisjoint((*before, *after))
        ):
            yield (second, first + 1), (one, two + 1)  # a vote on the budget, a budget on the vote
            continue
        if not _BREAKS.isdisjoint(before) or not _BREAKS.isdisjoint(after) or not _FREE.isdisjoint(after):
            continue
        if not _SINGLE.isdisjoint((*before, *lowers[one + 1 : one + 2])) and _DETERMINERS.isdisjoint(after):
            continue  # the flat in Hull, the Hull flat
        if (
            "of" in before
            or not _AUXILIARIES.isdisjoint(after)
            or _may_turn(document, (one, two), (second, first), before, after)
        ):
            continue
        yield (second, first + 1), (one, two + 1)


def _may_turn(
    document: Document, one: tuple[int, int], other: tuple[int, int], before: list[str], after: list[str]
) -> bool:
    """Whether two words may stand in either order."""
    tags, lowers, word = document.tags, document.lowers, document.tokens.word
    if any(mark in ("'s", "’s", "'", "’") for mark in after):
        return True
    if any(lowers[token] in WEEKDAYS or word(token).kind is not TokenKind.WORD for token in one):
        return True
    if any(lowers[token].rstrip(".") in ROLES for token in one) and any(word(token).capital for token in one):
        return True
    kinds = {tags[token][:2] for token in (*one, *other)}
    if "RB" in kinds or "CD" in kinds:
        return True
    if not before and not after and (lowers[other[0]] in _NAMED_BEHIND or not word(other[1]).form.isalpha()):
        return True
    # "The evacuated villages", "the villages evacuated".
    return not before and not after and any(tags[token] in ("VBN", "VBG", "VBD") for token in (*one, *other))


def _numbers(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "patients … was treated" for "patients were treated", and "services … runs" for "services are running"."""
    stems, lowers, tags = document.derive(vocabulary).stems, document.lowers, document.tags
    pair, forward = comparison.pair, comparison.words.forward
    for one, other in forward.items():
        if (
            not (tags[one].startswith("V") or verb_forms(lowers[one]))
            or other - 1 <= pair.second.first
            or one - 1 <= pair.first.first
        ):
            continue
        number = _BE.get(lowers[one - 1])
        told = _BE.get(lowers[other - 1])
        if number is not None and told is not None and number != told:
            noun = next((token for token in range(one - 2, pair.first.first - 1, -1) if stems[token] != NO_STEM), None)
            same = noun is not None and noun in forward and lowers[forward[noun]] == lowers[noun]
            if same and noun is not None and forward[noun] < other and one - noun <= _REACH:
                yield (other - 1, other + 1), (one - 1, one + 1)
        elif (
            (tags[other] == "VBZ" or ("VBZ" in verb_forms(lowers[other]) and lowers[other] == lowers[one] + "s"))
            and tags[other - 1] == "NNS"
            and stems[other - 1] != NO_STEM
        ):
            noun = comparison.words.backward.get(other - 1)
            if noun is not None and lowers[noun] == lowers[other - 1] and lowers[other] != lowers[one]:
                yield (other - 1, other + 1), (noun, one + 1)


def _passives(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "is drunk from a new tap" for "drinks from a new tap"."""
    lowers, tags = document.lowers, document.tags
    pair = comparison.pair
    for one, other in comparison.words.forward.items():
        if (
            not {"VBZ", "VBP"} & {*verb_forms(lowers[one])}
            or tags[one] == "VBN"
            or other - 1 < pair.second.first
            or one + 1 >= pair.first.last
        ):
            continue
        if lowers[other - 1] not in ("is", "are", "was", "were") or "VBN" not in verb_forms(lowers[other]):
            continue
        if tags[one] == "NN" or "by" in lowers[other + 1 : min(other + _AGENT, pair.second.last)]:
            continue  # "is on display", "the result is read out by the speaker"
        if other + 1 < pair.second.last and lowers[one + 1] == lowers[other + 1] and lowers[one + 1] in _SINGLE:
            yield (other - 1, other + 1), (one, one + 1)


def _actives(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "which can only reach on foot" for "which can be reached only on foot"."""
    lowers, tags = document.lowers, document.tags
    first, second = comparison.pair[:2]
    for one, other in comparison.words.forward.items():
        if (
            one - 2 < first.first
            or other - 1 < second.first
            or lowers[one - 1] not in ("be", "been", "is", "was", "are", "were")
        ):
            continue
        agent = lowers[one + 1 : one + 2] == ["by"]
        if agent and "VBD" in verb_forms(lowers[other]) and _is_object(document, comparison, one, other):
            yield (other, other + 2), (one - 1, one + 2)  # were damaged by the storm, damaged the storm
            continue
        if "by" in lowers[one + 1 : min(one + _AGENT, first.last)]:
            continue  # cut off by the tide, the tide cuts off
        if "VBN" not in verb_forms(lowers[one]) or tags[one] not in ("VBN", "VBD") or lowers[one] == lowers[other]:
            continue
        if "VB" not in verb_forms(lowers[other]) and "VBZ" not in verb_forms(lowers[other]):
            continue
        if not tags[other].startswith("V") or not _PASSIVE.isdisjoint(lowers[max(second.first, other - 3) : other]):
            continue
        ends = [
            next((lowers[at] for at in range(token + 1, last) if lowers[at] != "only"), "")
            for token, last in ((one, first.last), (other, second.last))
        ]
        if ends[0] == ends[1] and ends[0] in _SINGLE and ends[0] != "by" and lowers[other] not in _MIDDLE:
            yield (other - 1, other + 1), (one - 1, one + 1)


def _is_object(document: Document, comparison: Comparison, one: int, other: int) -> bool:
    """Whether who acts in the first passage stands right behind the active verb in the second."""
    lowers = document.lowers
    actor, its = one + 2, other + 1
    actor += actor < comparison.pair.first.last and lowers[actor] in _DETERMINERS
    its += its < comparison.pair.second.last and lowers[its] in _DETERMINERS
    passive = not _PASSIVE.isdisjoint(lowers[max(comparison.pair.second.first, other - 3) : other])
    return not passive and comparison.words.forward.get(actor) == its


def _turned_passives(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "coins which are replaced by notes" for "coins which replace notes"."""
    lowers, forward = document.lowers, comparison.words.forward
    first, second = comparison.pair[:2]
    for one, other in forward.items():
        if other - 2 < second.first or one - 1 < first.first or lowers[other - 1] not in _PASSIVE:
            continue
        if lowers[other + 1 : other + 2] != ["by"] or lowers[one + 1 : one + 2] == ["by"]:
            continue
        active = {"VBZ", "VBP", "VBD"} & {*verb_forms(lowers[one])} and lowers[one - 1] not in _PASSIVE
        if not active or "VBN" not in verb_forms(lowers[other]):
            continue
        done, agent = one + 1, other + 2
        done += done < first.last and lowers[done] in _DETERMINERS
        agent += agent < second.last and lowers[agent] in _DETERMINERS
        same = lowers[one - 1] == lowers[other - 2] or forward.get(one - 1) == other - 2
        if same and forward.get(done) == agent:
            yield (other - 1, other + 2), (one, one + 1)


_AGENT = 7  # tokens from a verb to the "by" behind it
_PASSIVE = words("be been being is are was were")
# What is seen from either side with one form: the shop is opened on Monday, the shop opens on Monday.
_MIDDLE = words(
    "open opens close closes begin begins start starts end ends sell sells reopen reopens move moves gather "
    "gathers dry dries grow grows burn burns sink sinks park parks wash washes fill fills empty empties ship "
    "ships display displays"
)


def _resumed(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "Roe, the director of the zoo, he stands" for "Roe, the director of the zoo"."""
    lowers, tags, word = document.lowers, document.tags, document.tokens.word
    first, second = comparison.pair[:2]
    pronouns = ("he", "she", "they", "it")
    if any(lowers[token] in pronouns for token in range(*first)):
        return
    begin = second.first
    if not word(begin).capital or (tags[begin][:2] not in ("NN", "DT") and lowers[begin] not in _DETERMINERS):
        return
    end = document.tokens.sentences[document.sentence_of(begin) + 1]
    for token in range(begin + 2, min(end, second.last) - 1):
        if lowers[token] in (
            "and",
            "but",
            "who",
            "which",
            "that",
            "as",
            "when",
            "while",
            "where",
            "after",
            "before",
            ":",
        ):
            return
        if lowers[token] in pronouns and lowers[token - 1] == ",":
            yield (token, token + 2), (first.first, first.first + 1)
            return


def _relative(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the attack on which he died" for "the attack in which he died"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        one, other = (place + (lowers[place + 1 : place + 2] == [","]) for place in (one, other))
        before, after = lowers[one + 1 : one + 3], lowers[other + 1 : other + 3]
        if len(before) < 2 or len(after) < 2 or before[1] != after[1] or before[1] not in ("which", "whom"):
            continue
        if before[0] != after[0] and {before[0], after[0]} <= _SINGLE | {"of"}:
            yield (other + 1, other + 3), (one + 1, one + 3)


def _genitives(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the money of investors'" for "investors' money"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        if GENITIVES.isdisjoint(lowers[other + 1 : other + 2]):
            continue
        end = other + 2
        if GENITIVES.isdisjoint(lowers[one + 1 : one + 2]):
            closed = end == comparison.pair.second.last and lowers[other + 1] in ("'s", "’s")
            if closed and lowers[other] == lowers[one] and document.tags[other] == "NN":
                yield (other, other + 2), (one, one + 1)
            continue
        if end < comparison.pair.second.last and end in comparison.words.backward:
            continue
        if end < comparison.pair.second.last and document.tags[end][:2] in ("NN", "JJ", "CD"):
            continue
        if "of" in lowers[max(comparison.pair.second.first, other - 3) : other]:
            yield (other, other + 2), (one, one + 2)


def _unwrapped(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "a conference of news" for "a news conference"."""
    lowers, tags, forward = document.lowers, document.tags, comparison.words.forward
    word = document.tokens.word
    for one, other in forward.items():
        two = one + 1
        if two not in forward or two >= comparison.pair.first.last or not lowers[one].isalpha():
            continue
        head = forward[two]
        if word(one).capital or word(two).capital or not tags[one].startswith("NN") or not tags[two].startswith("NN"):
            continue
        if _HELD.search(lowers[head]) or lowers[head].removesuffix("s") in _HOLDING:
            continue  # a teacher of mathematics, a bag of rice
        if lowers[head] in _HOUSES:
            continue  # the Ministry of Education, the building of parliament
        if head < other and lowers[head + 1 : other] in (["of"], ["of", "a"], ["of", "an"]):
            yield (head, other + 1), (one, two + 1)


def _times(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "400 times less" for "400 times as much"."""
    ways = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = {}
        for place, lower in enumerate(lowers[:-1]):
            if lower == "times" and place and lowers[place + 1] in (*_MORE, *_LESS, "as"):
                less = lowers[place + 1] in _LESS or lowers[place + 1 : place + 3] in (["as", "little"], ["as", "few"])
                found[lowers[place - 1]] = (passage.first + place - 1, less)
        ways.append(found)
    for count, (there, less) in ways[0].items():
        if count in ways[1] and ways[1][count][1] != less:
            here = ways[1][count][0]
            ends = (min(here + 4, comparison.pair.second.last), min(there + 4, comparison.pair.first.last))
            yield (here, ends[0]), (there, ends[1])


def _counts(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "flooded three times" for "flooded twice"."""
    told = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = [
            (_ONCE[lower], passage.first + at, passage.first + at + 1)
            for at, lower in enumerate(lowers)
            if lower in _ONCE
        ]
        for at, lower in enumerate(lowers):
            count = cardinal(lowers[at - 1]) if lower == "times" and at else None
            if count is not None and lowers[at + 1 : at + 2] not in (["as"], *([each] for each in _MORE | _LESS)):
                found.append((count, passage.first + at - 1, passage.first + at + 1))
        told.append(found)
    if len(told[0]) == len(told[1]) == 1 and told[0][0][0] != told[1][0][0]:
        yield told[1][0][1:], told[0][0][1:]


_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}


def _units(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "an hour of silence" for "a minute of silence"."""
    told = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers
        found = [token for token in range(passage.first + 1, passage.last) if lowers[token].removesuffix("s") in _UNITS]
        told.append([token for token in found if lowers[token - 1] in _ONE])
    if len(told[0]) == len(told[1]) == 1:
        one, other = told[0][0], told[1][0]
        behind = document.lowers[one + 1 : one + 2] == document.lowers[other + 1 : other + 2]
        before = one - 2 >= comparison.pair.first.first and document.lowers[one - 2] == document.lowers[other - 2]
        if (behind or before) and document.lowers[one].removesuffix("s") != document.lowers[other].removesuffix("s"):
            yield (other - 1, other + 1), (one - 1, one + 1)


_UNITS = words("minute hour day week month year decade century fortnight")
_ONE = words("a an one half last next this per every each")


def _measures(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "40 m of rain" for "40 mm of rain"."""
    told: list[dict[str, int]] = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers
        numbers = [token for token in range(passage.first, passage.last - 1) if lowers[token][:1].isdigit()]
        told.append({lowers[token]: token for token in numbers if lowers[token + 1] in _MEASURES})
    for number, one in told[0].items():
        other = told[1].get(number)
        if other is not None and _MEASURES[document.lowers[one + 1]] != _MEASURES[document.lowers[other + 1]]:
            yield (other, other + 2), (one, one + 2)


_MEASURES = {
    form: names.split()[0]
    for names in (
        "mm millimetre millimetres millimeter millimeters", "cm centimetre centimetres centimeter centimeters",
        "metre metres meter meters", "km kilometre kilometres kilometer kilometers", "mile miles", "foot feet ft",
        "inch inches", "yard yards", "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
        "g gram grams gramme grammes",
        "ton tons tonne tonnes", "pound pounds lb lbs", "ounce ounces", "litre litres liter liters l", "gallon gallons",
        "acre acres", "hectare hectares", "mph", "kph km/h", "knot knots", "degree degrees", "euro euros",
        "dollar dollars",
        "cent cents", "m",
    )
    for form in names.split()
}  # fmt: skip


def _prefixed(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the ex-minister" for "the minister" and "non-alcoholic" for "alcoholic"."""
    lowers, forward, backward = document.lowers, comparison.words.forward, comparison.words.backward
    for other in range(*comparison.pair.second):
        if other in backward and lowers[backward[other]] == lowers[other]:
            continue
        for one in range(*comparison.pair.first):
            if one in forward and lowers[forward[one]] == lowers[one]:
                continue
            short, long = sorted((lowers[one], lowers[other]), key=len)
            if len(short) > 3 and long.endswith(short) and long.removesuffix(short) in _PREFIXES:
                yield (other, other + 1), (one, one + 1)


_PREFIXES = words("ex- non- anti- pro- pre- post- half- semi- vice- great- step- grand")


def _ranges(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "from 6 pesos to 5" for "from 5 pesos to 6"."""
    pairs: list[list[tuple[str, str, int, int]]] = []
    for passage in comparison.pair[:2]:
        lowers = document.lowers[passage.first : passage.last]
        found = []
        for place, lower in enumerate(lowers[:-3]):
            if lower not in ("from", "between"):
                continue
            numbers = [at for at in range(place + 1, min(len(lowers), place + 9)) if lowers[at][0].isdigit()]
            if len(numbers) >= 2 and {"to", "and"} & {*lowers[numbers[0] : numbers[1]]}:
                one, two = numbers[:2]
                found.append((lowers[one], lowers[two], passage.first + one, passage.first + two + 1))
        pairs.append(found)
    for low, high, first, last in pairs[0]:
        for other, its, start, end in pairs[1]:
            if (low, high) == (its, other) and low != high:
                yield (start, end), (first, last)


_OUT = ({"out of", "from"}, {"out of", "off"})
_HOUSES = words(
    "ministry ministries department office agency bureau board council committee commission court bank university "
    "institute academy museum church building buildings headquarters house chamber"
)
_HELD = lazy.pattern(r"(?:er|or|ist|ian|ant|ent|al|man|men|woman|women|ef|ad)s?$")
_HOLDING = words(
    "bag sack field tank barrel cup bottle box crate load truck pile heap shipment harvest crop price supply "
    "stock forest grove flock herd crowd group team list map piece block bar cost level source rate lack use type "
    "kind number amount day week year season part end top edge side line case act form state city town village "
    "school university court house pair set row series stream wave cloud layer sheet slice loaf pot jar glass "
    "plate bowl basket can pack packet ton tonne"
)


def _givers(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the mill, bought from Roe" for "the mill that Roe bought"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        way = "from" if lowers[one] in _TAKING else "to" if lowers[one] in _GIVING else None
        if way is None or lowers[one] != lowers[other] or lowers[other + 1 : other + 2] != [way]:
            continue
        giver = forward.get(one - 1)
        if giver is not None and document.tokens.word(giver).capital and other + 2 <= giver <= other + 3:
            yield (other, giver + 1), (one - 1, one + 1)


_TAKING = words(
    "bought acquired purchased borrowed hired rented leased received stole stolen took inherited won accepted got "
    "collected demanded obtained seized"
)
_GIVING = words(
    "sold gave lent handed sent paid donated presented showed awarded offered returned granted left wrote promised owed"
)
_MORE = words("more higher larger bigger greater longer faster heavier taller richer the")
_LESS = words("less fewer lower smaller shorter slower lighter poorer cheaper")
