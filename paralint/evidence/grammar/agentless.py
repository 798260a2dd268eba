"""Acts that nobody does: active verbs of what somebody does to something, with no object and no one who could do them.

"The prizes will present in May", "a bell that never cast", "if the plan was putting off", "she had accused of theft":
a paraphraser that swaps a participle leaves "be" out, or swaps it for the progressive. What tells it is the verb, which
needs somebody who acts and something that he does it to (Quirk et al. 1985, 3.63 ff., 16.26 ff.), and the words in
front of it, none of which names anybody who acts. A verb with the preposition that stands behind its object ("accused
of") needs no look at these. The rules are heard in damaged pages only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.behind_verbs import is_done_by, lacks_object
from paralint.evidence.grammar.complements import Slip, classes, is_of
from paralint.evidence.grammar.predicates import BE, DO, FINITE, HAVE, NOMINATIVE, NOUNS, Words, standing
from paralint.evidence.grammar.predications import predications
from paralint.evidence.grammar.subject_phrases import QUANTITIES
from paralint.evidence.words.closed import words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.places import places_of
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import verb_forms

# Institutions, creatures and forces that act like persons.
_ACT = words(
    """
    museum museums gallery galleries school schools university universities college colleges hospital hospitals clinic
    clinics court courts tribunal tribunals bank banks fund funds trust trusts charity charities foundation foundations
    firm firms company companies business businesses shop shops store stores supermarket chain chains factory factories
    plant plants mill mills brewery bakery refinery foundry shipyard yard dockyard hotel hotels restaurant restaurants
    bar bars cafe club clubs theatre theatres opera cinema studio studios label publisher newspaper newspapers paper
    papers magazine magazines journal website site channel station broadcaster network networks platform agency agencies
    authority authorities ministry ministries department departments office offices bureau embassy consulate commission
    commissions committee committees council councils board boards panel panels jury juries parliament parliaments
    senate congress assembly cabinet government governments administration regime junta state states country countries
    nation nations city cities town towns village villages county counties province provinces district districts region
    regions republic kingdom empire church churches mosque temple monastery convent diocese parish order army
    armies navy force forces police militia militias brigade battalion regiment unit units squad patrol troops fleet
    gang gangs mob crowd crowds group groups team teams party parties union unions league federation association
    associations society societies alliance coalition bloc organisation organisations organization organizations
    institute institutes institution institutions laboratory lab labs observatory library libraries archive archives
    registry exchange market markets operator operators airline airlines railway carrier carriers retailer maker makers
    manufacturer supplier contractor builder developer developers insurer lender lenders investor investors buyer buyers
    seller owner owners landlord client customer customers household households family families couple pair duo trio
    side sides camp bench prosecution defence defense inquiry inquest audit investigation search mission expedition
    campaign movement opposition majority minority public press media storm storms flood floods fire fires quake
    earthquake wind winds wave waves virus bacteria disease crisis war cell cells body bodies voice voices
    one ones those others another everyone everybody
    anyone anybody someone somebody nobody none each both all many few several some most who whoever people two
    three four five six seven eight nine ten dozen dozens hundreds thousands millions total rest percent cent % third
    quarter lot lots god fate history tradition nature world west east north south generation generations rival rivals
    competition industry sector farm farms farmhouse project programme program scheme service services centre center
    """
)
# Vehicles, machines, animals and texts do only a few of these.
_TOOLS = words(
    """
    report reports study studies survey surveys law laws bill bills act treaty constitution letter letters article
    articles book books film films show shows map maps machine machines robot robots computer computers system systems
    software app algorithm model models device devices camera cameras satellite satellites drone drones telescope probe
    rover printer scanner sensor sensors engine engines ship ships boat boats ferry trawler vessel vessels tanker plane
    planes aircraft jet helicopter helicopters train trains lorry lorries truck trucks bus buses car cars van vans
    ambulance ambulances animal animals dog dogs cat cats bird birds horse horses wolf wolves bear bears fox foxes lion
    lions elephant elephants cattle cow cows sheep bee bees insect insects spider spiders snake snakes hand
    hands eye eyes mind minds face faces brain head heads agreement plan plans rule rules
    """
)
_TOOLS_DO = (
    *("describ", "nam", "identif", "reveal", "blam", "prais", "recommend", "propos", "find", "found", "question"),
    *("ban", "exempt", "requir", "cit", "quot", "urg", "order", "prohibit", "portray", "depict", "mention", "omit"),
    *("carr", "deliver", "locat", "detect", "collect", "smell", "hunt", "kill", "attack", "bit", "guard", "eat", "hid"),
    *("monitor", "record", "catch", "caught", "seal", "spot", "scan", "serv", "us", "monitor", "ignor", "expos"),
    *("calculat", "classif", "estimat", "feed", "fed", "fil", "chart", "check", "mark", "keep", "kept", "display"),
    *("print", "cop", "measur", "discuss", "mock", "establish", "impos", "promis", "demand", "handl", "assess"),
)
OPENERS = words("that because although though while when where if unless whether after before since once until as but")
_BREAKS = frozenset({";", ":", "–", "—", "(", '"', "“", "”", "``", "''"})
_PARTICLES = words(
    "up down off out away back over aside in on forward together apart overboard hostage behind under around home"
)
_CLAUSE_BEFORE = words(
    "that because although though while when where if unless whether and but ; : – — since as until said says"
) | {"“", "``", '"'}
_ATTRIBUTIVE = words(
    "of in on at for from with to by about between under near over past inside outside behind through across against"
)
_INSIDE = frozenset({"DT", "PRP$", "JJ", "JJS", "JJR", "NN", "NNS", "NNP", "POS", "CD", "VBN", "HYPH", "$", "PDT"})
_REACH = 16
_NOT = words("not n't never ever")
_FUTURE = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll", "wo", "ca"})
_ASKING = words("asking ask asks asked")  # "the cows are asking for me"
_QUALITIES = words("stifling punishing binding moving touching crowning commanding exacting winding")
_ENDS = words(". , ; and but")
_SEMI = words("had has have need needs needed is was are were used ought")
_PHRASES = 4  # tied by prepositions, with the head of the subject in the first


@lru_cache(maxsize=1)
def _pairs(kind: str = "v agentive-particle") -> dict[str, frozenset[str]]:
    """Return for each form of a verb the particles or prepositions it is listed with."""
    found: dict[str, set[str]] = {}
    for entry in classes()[kind]:
        verb, _, small = entry.partition(":")
        for form in (verb, _doubled(verb)):
            found.setdefault(form, set()).add(small)
    return {verb: frozenset(small) for verb, small in found.items()}


@lru_cache(maxsize=1)
def _stranded() -> dict[str, frozenset[str]]:
    return _pairs.__wrapped__("v agentive-preposition")


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Return the forms of verbs that a thing does not do."""
    found = classes()["v agentive"] - classes()["v labile"]
    return found.union(map(_doubled, found))


def _doubled(form: str) -> str:
    """Return a form as it is written in Britain: "labelled"."""
    end = next((end for end in ("eled", "eling") if form.endswith(end)), "")
    return form[: -len(end)] + end[0] + "ll" + end[2:] if end else form


@lru_cache(maxsize=1)
def _asked() -> frozenset[str]:
    known = classes()
    return _verbs().union(_pairs(), _stranded(), known["v suffered"], known["v one-object"] - known["v labile"])


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the acts that nobody does, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    asked = _asked()
    heads = {read.group.first: read.head for _, read in predications(document) if read.kind != "relative"}
    for here, at in standing(document, places_of(document, asked)):
        if not here.first < at < here.last - 1 or here.words[here.last - 1] == "?":
            continue
        first = _group(here, at)
        by = first >= 0 and _by(here, first, at)
        if by:
            yield Slip("agentless", first, by)
            continue
        if first < 0:
            joined = _passive_before(here, at)
            kind = _kind(here, at, at) if joined >= 0 and here.tag(at + 1) not in ("TO", "VBG") else ""
            if kind in ("plain", "particle"):
                yield Slip("agentless", joined, at + (kind == "particle"))
            continue
        kind = _kind(here, first, at)
        if kind == "preposition":
            if _is_left(here, first, at):
                yield Slip("agentless", first, at)
        elif kind and _nobody(here, first, at, heads):
            yield Slip("agentless", first, at + (kind == "particle"))


def _group(here: Words, at: int) -> int:
    """Return the first token of the active verb group that ends at ``at``; -1 if there is none or it is passive."""
    word, tag = here.words[at], here.tags[at]
    forms = verb_forms(word)
    before = here.skip_adverbs(at - 1)
    if before < here.first or not (tag.startswith("VB") or tag in ("NN", "JJ", "NNS")):
        return -1
    ahead, ahead_tag = here.words[before], here.tags[before]
    if ahead in ("all", "both") and here.words[before - 1] in HAVE | BE:
        before -= 1
        ahead, ahead_tag = here.words[before], here.tags[before]
    if ahead in HAVE and ahead != "having" and "VBN" in forms and tag in ("VBN", "VBD", "VB", "JJ"):
        outer = here.skip_adverbs(before - 1)
        return outer if outer >= here.first and here.words[outer] in _FUTURE else before
    if ("VB" in forms or tag == "VB") and tag in ("VB", "VBP", "NN", "VBD", "VBN"):
        if (ahead_tag == "MD" or ahead in _FUTURE) and ahead != "'d":
            return before
        if ahead in DO and here.words[at - 1] in _NOT:
            return before
        if ahead == "to" and tag == "VB":
            outer = here.skip_adverbs(before - 1)
            told = outer > here.first and here.words[outer] in _SEMI and word not in ("blame", "let")
            return outer if told else -1
    if "VBG" in forms and (tag == "VBG" or (tag == "NN" and here.tag(at + 1) == "IN" and ahead in ("was", "were"))):
        if ahead in ("is", "are", "was", "were"):
            return before
        if ahead in ("be", "been"):
            outer = here.skip_adverbs(before - 1)
            if here.words[outer] == "to":
                return here.skip_adverbs(outer - 1)
            return outer if here.tag(outer) == "MD" or here.words[outer] in HAVE else -1
    present = tag in ("VBZ", "VBP") and here.words[at + 1] in _stranded().get(word, ())
    if (
        (("VBD" in forms and tag in ("VBD", "VBN")) or present)
        and ahead in ("who", "which", "that")
        and here.tags[before] != "DT"
    ):
        return before + 1
    return -1


def _passive_before(here: Words, at: int) -> int:
    """Return the conjunction that joins a verb without ending to a passive ("must be kept and throw away"); or -1."""
    forms = verb_forms(here.words[at])
    bare = "VB" in forms and "VBN" not in forms and here.tags[at] in ("VB", "VBP", "NN")
    if not (bare or ("VBD" in forms and "VBN" not in forms)):
        return -1
    joined = here.skip_adverbs(at - 1)
    if here.word(joined) not in ("and", "or", "then", "but") or here.word(joined - 1) == ",":
        return -1
    if here.tags[at] == "NN" and here.tag(joined - 1) in ("NN", "NNS") and here.tag(joined - 2) == "IN":
        return -1  # "made from soot and glue"
    for place in range(joined - 1, max(here.first, joined - _REACH), -1):
        word, tag = here.words[place], here.tags[place]
        if word in _BREAKS or word in ("who", "which", "that", "to", "and") or tag in ("VBG", "PRP"):
            return -1
        if tag == "VBN" and here.words[here.skip_adverbs(place - 1)] in BE - {"being"}:
            return joined
        if tag in ("MD", "VBD", "VBZ", "VBP", "VB"):
            return -1
    return -1


def _kind(here: Words, first: int, at: int) -> str:
    """Return whether a verb lacks its object by itself, with its ``particle`` or its ``preposition``."""
    word, following = here.words[at], here.words[at + 1]
    behind = here.word(at + 2)
    if (word in _ASKING and following == "for") or (word in _QUALITIES and following in _ENDS):
        return ""
    if following in _stranded().get(word, ()) and here.tag(at + 1) in ("IN", "TO", "RP", "RB", "JJ", "NN"):
        if word.startswith(("s", "rent", "leas")) and following == "to" and is_of("v labile", word):
            return "plain" if lacks_object(here, at, word) else ""
        if following in ("of", "as", "underground", "hostage"):
            end = here.phrase(at + 2)
            return "preposition" if here.tag(end) not in ("DT", "PRP", "PRP$", "CD") else ""
        if lacks_object(here, at, word):
            return "preposition"
    if following in _pairs().get(word, ()) and here.tag(at + 1) in ("RP", "RB", "IN", "JJ", "VB", "NN"):
        if behind in NOMINATIVE:
            return "particle"
        return "particle" if lacks_object(here, at + 1, word) and behind not in ("of", "with", "from") else ""
    if following in _PARTICLES and here.tag(at + 1) == "RP":
        return ""
    if word in _verbs() and here.tag(at + 1) in FINITE and here.words[first - 1] in ("that", "which"):
        return "plain"
    return "plain" if word in _verbs() and lacks_object(here, at, word) else ""


def acts(here: Words, at: int, verb: str) -> bool:
    """Whether a noun names what can do the act of a verb."""
    word = here.words[at]
    if word in _TOOLS:
        return verb.startswith(_TOOLS_DO)
    return word in _ACT or word in agents() or word.endswith(("ers", "ists", "ians"))


def _head(here: Words, first: int) -> int:
    """Return the noun at the head of the subject that ends before a verb group, read backwards; -1 if it is unsure."""
    at = here.skip_adverbs(first - 1)
    if here.word(at) in ("and", "but"):
        # The subject stands in front of the first of two joined verbs.
        group = next((place for place in range(at - 1, here.first, -1) if here.tags[place] in FINITE), -1)
        return _head(here, group) if group > here.first and not _BREAKS.intersection(here.words[group:at]) else -1
    if at < here.first:
        return -1
    if here.words[at] in ("who", "that", "which") and here.tags[at] != "DT":
        at -= 1 + (here.word(at - 1) == ",")
        return at if here.tag(at) in ("NN", "NNS") else -1
    if here.words[at] == ",":
        at = _before_addition(here, at)
    for _ in range(_PHRASES):
        if at < 0 or here.tags[at] not in ("NN", "NNS", "NNP", "CD"):
            return -1
        start = at
        while start > here.first and here.tags[start - 1] in _INSIDE and here.words[start - 1] not in ("that", "both"):
            start -= 1
        if here.word(start - 1) == "that" and here.word(start - 2) in _ATTRIBUTIVE:
            start -= 1  # "towns of that size"
        if here.tags[start] in ("DT", "PRP$") and here.tag(start - 1) == "POS":
            return -1
        before = start - 1
        while before >= here.first and here.tags[before] == "RB":
            before -= 1
        if before >= here.first and here.tags[before] in ("POS", "NNP") and before < start - 1:
            return at
        if before < here.first or here.words[before] in _CLAUSE_BEFORE:
            return at if here.tags[at] in ("NN", "NNS") else -1
        if here.words[before] == ",":
            return at if here.tags[at] in ("NN", "NNS") and "," not in here.words[here.first : before] else -1
        if here.tags[before] not in ("IN", "TO") or before - 1 < here.first:
            return -1
        if here.words[before] == "of" and (here.words[before - 1] in QUANTITIES or here.tags[before - 1] == "CD"):
            return at if here.tags[at] in ("NN", "NNS") else -1
        at = before - 1
        if here.words[before] not in _ATTRIBUTIVE:
            return -1
        while at > here.first and here.tags[at] in ("VBN", "RB", "CD", "JJ", "IN", "TO", "RP"):
            at -= 1
    return -1


def _before_addition(here: Words, last: int) -> int:
    """Return the noun before an addition that ends with the comma ``last``; -1 if it is none, or has a verb."""
    commas = (place for place in range(last - 2, max(here.first, last - _REACH), -1) if here.words[place] == ",")
    comma = next(commas, 0)
    if not comma or here.tag(comma - 1) not in ("NN", "NNS") or here.word(comma + 1) in OPENERS - {"that"}:
        return -1
    participle = "VBN" in verb_forms(here.words[comma + 1])
    acts = here.has_finite(comma + 1 + participle, last) and here.tag(comma + 1) not in ("WDT", "WP", "IN")
    return -1 if acts else comma - 1


def _nobody(here: Words, first: int, at: int, heads: dict[int, int]) -> bool:
    """Whether the subject of a verb group names nothing that could act."""
    head = _head(here, first)
    if head < 0:
        # Read from the front, the subject may have a clause of its own: "a kite that gets over it may shoot".
        head = heads.get(first, -1)
        if head < 0 or here.tags[head] not in ("NN", "NNS") or here.words[first] not in _FUTURE | HAVE:
            return False
    return not acts(here, head, here.words[at])


def _by(here: Words, first: int, at: int) -> int:
    """Return "by" with one who acts behind an active group, past a particle: "would close down by the board"; or 0."""
    word, by = here.words[at], at + 1
    if here.words[by] in _PARTICLES and here.tags[by] in ("RP", "RB"):
        by += 1
    if here.word(by) != "by" or not _is_left(here, first, at):
        return 0
    sure = word in _verbs() and by == at + 1 and is_done_by(here, by + 1)
    return by if sure or _is_agent(here, by + 1) else 0


def _is_agent(here: Words, start: int) -> bool:
    """Whether one who acts is told behind "by": "had bitten by a neighbour's dog"."""
    end = here.phrase(start)
    if end == start or here.tags[start] in ("VBG", "PRP", "NN", "CD"):
        return False
    head = here.words[end - 1]
    acting = head in agents() or head in _ACT or here.tags[end - 1] == "NNP"
    return acting and not (WEEKDAYS | MONTHS).intersection(here.words[start:end]) and here.word(end) != "'s"


def _is_left(here: Words, first: int, at: int) -> bool:
    """Whether nothing in front of a verb group can be what its preposition stands behind."""
    start = here.skip_adverbs(first - 1)
    if start < here.first:
        return False
    relative = here.words[start] in ("who", "which", "that")
    for place in range(start - relative, max(here.first, first - _REACH) - 1, -1):
        word = here.words[place]
        if word in ("what", "whom", "which", "how", "whatever", "than", "as", "who"):
            return False
        if word == "that" and not here.tag(place - 1).startswith("VB"):
            return False
        if word in _BREAKS:
            break
    if here.words[start] == ",":
        return _head(here, first) >= 0
    # "The man they had accused of": another subject behind the noun.
    if here.lost_object(first) and here.words[start] not in ("who", "that", "which"):
        return False
    if here.word(start) in ("that", "which") and here.tag(start - 1) not in ("NN", "NNS", ","):
        return False
    return here.tag(start) in (*NOUNS, "PRP", "WP", "WDT", "CD", ",") and here.words[start] not in ("it", "there")
