"""Verbs whose voice, number or agent is another one in the retelling."""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.restatements.conflicts import Change, Comparison
from paralint.evidence.restatements.retold_prepositions import DETERMINERS, REACH, SIMPLE
from paralint.evidence.words.closed import words
from paralint.evidence.words.vocabulary import NO_STEM, vocabulary
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

_BE = {"is": "s", "was": "s", "has": "s", "are": "p", "were": "p", "have": "p"}
_AGENT = 7  # tokens from a verb to the "by" behind it
_PASSIVE = words("be been being is are was were")
# What is seen from either side with one form: the shop is opened on Monday, the shop opens on Monday.
_MIDDLE = words(
    "open opens close closes begin begins start starts end ends sell sells reopen reopens move moves gather "
    "gathers dry dries grow grows burn burns sink sinks park parks wash washes fill fills empty empties ship "
    "ships display displays"
)
_TAKING = words(
    "bought acquired purchased borrowed hired rented leased received stole stolen took inherited won accepted got "
    "collected demanded obtained seized"
)
_GIVING = words(
    "sold gave lent handed sent paid donated presented showed awarded offered returned granted left wrote promised owed"
)


def numbers(document: Document, comparison: Comparison) -> Iterator[Change]:
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
            if same and noun is not None and forward[noun] < other and one - noun <= REACH:
                yield (other - 1, other + 1), (one - 1, one + 1)
        elif (
            (tags[other] == "VBZ" or ("VBZ" in verb_forms(lowers[other]) and lowers[other] == lowers[one] + "s"))
            and tags[other - 1] == "NNS"
            and stems[other - 1] != NO_STEM
        ):
            noun = comparison.words.backward.get(other - 1)
            if noun is not None and lowers[noun] == lowers[other - 1] and lowers[other] != lowers[one]:
                yield (other - 1, other + 1), (min(noun, one), max(noun, one) + 1)


def passives(document: Document, comparison: Comparison) -> Iterator[Change]:
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
        if other + 1 < pair.second.last and lowers[one + 1] == lowers[other + 1] and lowers[one + 1] in SIMPLE:
            yield (other - 1, other + 1), (one, one + 1)


def actives(document: Document, comparison: Comparison) -> Iterator[Change]:
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
        if ends[0] == ends[1] and ends[0] in SIMPLE and ends[0] != "by" and lowers[other] not in _MIDDLE:
            yield (other - 1, other + 1), (one - 1, one + 1)


def _is_object(document: Document, comparison: Comparison, one: int, other: int) -> bool:
    """Whether who acts in the first passage stands right behind the active verb in the second."""
    lowers = document.lowers
    actor, its = one + 2, other + 1
    actor += actor < comparison.pair.first.last and lowers[actor] in DETERMINERS
    its += its < comparison.pair.second.last and lowers[its] in DETERMINERS
    passive = not _PASSIVE.isdisjoint(lowers[max(comparison.pair.second.first, other - 3) : other])
    return not passive and comparison.words.forward.get(actor) == its


def turned_passives(document: Document, comparison: Comparison) -> Iterator[Change]:
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
        done += done < first.last and lowers[done] in DETERMINERS
        agent += agent < second.last and lowers[agent] in DETERMINERS
        same = lowers[one - 1] == lowers[other - 2] or forward.get(one - 1) == other - 2
        if same and forward.get(done) == agent:
            yield (other - 1, other + 2), (one, one + 1)


def givers(document: Document, comparison: Comparison) -> Iterator[Change]:
    """Find "the mill, bought from Roe" for "the mill that Roe bought"."""
    lowers, forward = document.lowers, comparison.words.forward
    for one, other in forward.items():
        way = "from" if lowers[one] in _TAKING else "to" if lowers[one] in _GIVING else None
        if way is None or lowers[one] != lowers[other] or lowers[other + 1 : other + 2] != [way]:
            continue
        giver = forward.get(one - 1)
        if giver is not None and document.tokens.word(giver).capital and other + 2 <= giver <= other + 3:
            yield (other, giver + 1), (one - 1, one + 1)
