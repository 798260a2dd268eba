"""Negations that a sentence has once too often, or once too few, whatever it is about.

"Unless they do not agree, the case goes to court" says "unless" and means "if"; "denied that he was not hiding it"
admits it; "the barns were burnt; the others were." has lost the "not" that its contrast needs; "the report was
published until May" has lost one, too, for what happens at once does not last until anything; and "with her help
there would have been no harvest" is said of what did the harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paralint.evidence.quotations.quotations import quotations
from paralint.evidence.restatements.conflicts import Conflict, without_repeats
from paralint.evidence.words.closed import words
from paralint.findings import Span
from paralint.text import lazy
from paralint.text.document import Document

_NOT = r"(?:not|n't|n’t|never)"
_BE = r"(?:am|is|are|was|were|do|does|did|has|have|had|can|ca|could|will|wo|would|should|shall|may|might|must)"
_UNLESS = lazy.pattern(
    rf"\bunless(?! [a-z]+ing\b)(?: (?!if\b|and\b|or\b|but\b|who\b|which\b|that\b|when\b)[\w'’-]+){{1,8}} {_BE} "
    rf"(?P<not>{_NOT})\b(?! only\b| just\b)"
)
_DENIED = lazy.pattern(
    rf"\b(?:denied|denies|deny|denying)(?: (?!and\b|but\b|while\b|[a-z]+ing\b)[\w'’.,-]+){{0,8}}? "
    rf"that(?: (?!there\b|if\b)[\w'’.-]+){{1,6}}? {_BE} "
    rf"(?P<not>{_NOT})\b(?! only\b| just\b)"
    rf"|\b(?:denied|denies|denying|deny) (?P<not_too>not|never) [a-z]+ing\b"
)
_FROM_NOT = lazy.pattern(
    r"\b(?:prevent|stop|ban|bar|prohibit|forbid|discourag|dissuad|deter|refrain|abstain|desist|block|keep|kept|"
    r"hinder|restrain|"
    r"dissuade|discourage)(?:s|ed|es|ing|ned|ning|ped|ping|red|ring|rs|d)?(?: [\w'’.-]+){0,5}? from (?P<not>not|"
    r"never) [a-z]+ing\b"
)
_REFUSED_NOT = lazy.pattern(
    r"\b(?:refused|refuses|refusing|declined|declines|declining|forbade|forbidden|prohibited|neglected|failed|"
    r"fails)(?: [a-z]+)? "
    r"(?P<not>not|never) to [a-z]+|\b(?:avoids?|avoided|avoiding) (?P<not_too>not|never) [a-z]+ing\b"
)
_HARDLY = lazy.pattern(
    r"\b(?:hardly|scarcely|barely|rarely|seldom) (?:ever )?(?P<not>not|n't|n’t|never|no|nobody|nothing|none|nowhere|"
    r"neither)\b"
    r"(?! (?:long(?:er)?|more|less|sooner|later|matter|doubt|wonder|fewer)\b)"
    r"|\bwithout (?P<not_too>no|not|nobody|nothing|never|none)\b(?! (?:more|less|fewer|a doubt|only|one\b))"
)
_ELLIPSIS = lazy.pattern(
    r"(?P<first>[^;:“”\"]{12,}?)(?P<joint> ;| ,? ?but| , while| , whereas|, though| ; but| , and) "
    r"(?P<who>the (?:others?|rest|remainder|remaining (?:one|two|three|four|five|six|seven|eight|nine|\d+)|other "
    r"(?:one|two|three|four|five|"
    r"six|seven|eight|nine|half|\d+|[a-z]+))|others|"
    r"(?:his|her|their|its|the) [a-z]{3,})"
    r" (?P<aux>was|were|is|are|did|does|do|has|had|have) \.$"
)
_NEGATIVE = lazy.pattern(
    r"\b(?:not|n't|n’t|never|no|none|nobody|nothing|neither|nor|few|little|hardly|only|without|so|unlike|lack\w*|"
    r"fail\w*|refus\w*|reject\w*|den(?:y|ied|ies)|if|whether|doubt\w*|unlikely|thought|supposed|believed|better|more|"
    r"less|fewer|"
    r"worse|than|as|un[a-z]+|im[a-z]+|in[a-z]+(?:able|ible))\b"
)
_SAME = {
    "was": "was were is",
    "were": "was were are",
    "is": "is are was",
    "are": "is are were",
    "has": "has have had",
    "had": "has have had",
    "have": "has have had",
}
_AT_ONCE = words(
    """
    arrived begun discovered noticed realised realized learned learnt published announced revealed appointed signed
    woke answered replied finished completed identified arrested caught born happened occurred decided agreed emerged
    surfaced apologised apologized resigned married sold delivered detected diagnosed informed rescued repaired
    resolved reopened resumed restored launched introduced approved adopted ratified confirmed admitted recognised
    recognized acknowledged freed invented disclosed unveiled convicted acquitted found mentioned spotted solved
    lifted abolished patched fixed recovered reported notified exhumed unearthed translated repealed overturned
    quashed legalised legalized
    """
)
_UNTIL = words("until till")
_BETWEEN = words("it him her them there back home again up out down over")
_LICENCES = words(
    """
    not n't n’t never no none nobody nothing nowhere neither nor cannot hardly scarcely barely rarely seldom few fewer
    little only if unless without yet since postponed delayed deferred adjourned delay postpone wait waited waiting ?
    how unlikely longer fail failed fails unable refuse refused late later long prevented stopped avoid avoided kept
    take took before everything all doubt doubted can could remained remain stay stayed stays embargoed would keep
    keeping banned lest
    """
)
_HELP = (
    r"(?:help|support|money|aid|funding|funds|grant|grants|loan|loans|sponsorship|backing|donations?|generosity|"
    r"courage|efforts|"
    r"kindness|advice|guidance|assistance|intervention|subsid(?:y|ies)|investment|gift|contribution|contributions|"
    r"sponsor|sponsors|"
    r"volunteers|quick thinking|cash)"
)
_WITH = lazy.pattern(
    rf"(?:^|that |[,;“\"] |and |said )(?P<with>with (?:(?:the|his|her|its|their|our|my|your|such|that|this|[a-z]+'s|"
    rf"[a-z]+ 's|[a-z]+ ’s) )+(?:[a-z-]+ ){{0,2}}{_HELP}"
    r"(?: (?:of|from)(?: [\w'’.-]+){1,5}?)?|with [$£€¥] ?[\w.,]+(?: (?:m|bn|k|million|billion))? from(?: "
    r"[\w'’.-]+){1,6}?|with NAMED)"
    r" ,? ?(?:it|they|he|she|there|we|i|you|the [a-z]+)(?P<then> would (?:never |not |n't )?have (?:had to|been no|"
    r"been nothing|never|failed|collapsed|died|drowned|"
    r"starved|gone bankrupt|closed|been forced|been lost|struggled|been impossible)| would (?:never|not|n't|n’t) "
    r"have (?:been|survived|happened|made|"
    r"won|got|opened|existed)| could (?:never|not|n't|n’t) have)\b"
)
_NAMED = re.compile(
    r"\b[Ww]ith (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}),? (?:it|they|he|she|there|we|I|the [a-z]+) (?:would|"
    r"could)\b"
)


WORDS = words(
    "unless denied denies deny denying from not never without hardly scarcely barely rarely seldom until till with "
    "others rest other but"
)
"""One of these must stand in a document for anything to be found in it."""


def wrong_negations(document: Document) -> tuple[Conflict, ...]:
    """Return the negations that are one too many, and the places that lack one (a layer: see ``Document.derive``)."""
    found: list[Conflict] = []
    for number in sorted(_sentences(document)):
        found += _read(document, number)
    found += _until(document)
    return without_repeats(found)


_ANCHORS: tuple[tuple[frozenset[str], re.Pattern[str], str], ...] = (
    (words("unless"), _UNLESS, "'unless' has said it"),
    (words("denied denies deny denying"), _DENIED, "the verb has denied it"),
    (words("from"), _FROM_NOT, "the verb has denied it"),
    (words("refused refuses refusing declined declines declining forbade forbidden prohibited neglected failed fails "
        "avoid avoids avoided avoiding"),
     _REFUSED_NOT, "the verb has denied it"),
    (words("hardly scarcely barely rarely seldom without"), _HARDLY, "the word before has denied it"),
)  # fmt: skip
_NEGATED = words("not n't n’t never no nobody nothing none nowhere neither")
_FINAL = words("was were is are did does do has had have")


def _sentences(document: Document) -> set[int]:
    """Return the numbers of the sentences that an expression may find something in."""
    lowers = document.by_lower
    denied = {
        document.sentence_of(place)
        for lower in _NEGATED
        for kind in lowers.get(lower, ())
        for place in document.places[kind]
    }
    found: set[int] = set()
    for anchors, _, _ in _ANCHORS:
        for lower in anchors:
            for kind in lowers.get(lower, ()):
                found.update(
                    number for place in document.places[kind] if (number := document.sentence_of(place)) in denied
                )
    for lower in ("with",):
        for kind in lowers.get(lower, ()):
            found.update(document.sentence_of(place) for place in document.places[kind] if _supposes(document, place))
    sentences = document.tokens.sentences
    for lower in _FINAL:
        for kind in lowers.get(lower, ()):
            for place in document.places[kind]:
                number = document.sentence_of(place)
                if place + 2 == sentences[number + 1] and document.lowers[place + 1] == ".":
                    found.add(number)
    return found


def _supposes(document: Document, place: int) -> bool:
    number = document.sentence_of(place)
    first, last = document.tokens.sentences[number : number + 2]
    return "have" in document.lowers[first:last]


def _read(document: Document, number: int) -> Iterator[Conflict]:
    first, last = document.tokens.sentences[number : number + 2]
    lowers = document.lowers[first:last]
    text = " ".join(lowers)
    inside = document.derive(quotations).inside
    held = set(lowers)
    for anchors, pattern, reason in _ANCHORS:
        if anchors.isdisjoint(held):
            continue
        for match in pattern.finditer(text):
            group = "not" if match["not"] else "not_too"
            yield _conflict(document, first, text, (match.start(), match.end()), match.span(group), reason)
    if lowers[-1:] == ["."] and lowers[-2] in _FINAL and not inside[last - 2]:
        yield from _elliptic(document, first, text)
    if "with" in held and "have" in held:
        yield from _supposed(
            document, first, text, document.text[document.tokens.starts[first] : document.tokens.ends[last - 1]]
        )


def _conflict(
    document: Document, first: int, text: str, here: tuple[int, int], there: tuple[int, int], reason: str
) -> Conflict:
    spans = [_span(document, first, text, *place) for place in (here, there)]
    return Conflict("negations", spans[0], spans[1], 1.0, reason)


def _span(document: Document, first: int, text: str, start: int, end: int) -> Span:
    """Return where characters of the joined tokens of a sentence stand in the document."""
    begin = first + text.count(" ", 0, start)
    return document.tokens.span(begin, first + text.count(" ", 0, max(start, end - 1)) + 1)


def _elliptic(document: Document, first: int, text: str) -> Iterator[Conflict]:
    """Find "the dead of that year were moved; the others were."."""
    match = _ELLIPSIS.search(text)
    if match is None:
        return
    before = match["first"]
    aux = match["aux"]
    others = match["who"].startswith(("the other", "the rest", "the remain", "others"))
    if "and" in match["joint"] or (not others and ";" in match["joint"]):
        return
    told = set(_SAME.get(aux, aux).split())
    if _NEGATIVE.search(before) or (aux not in ("did", "does", "do") and told.isdisjoint(before.split())):
        return
    reason = "the contrast needs a 'not'"
    yield _conflict(document, first, text, (match.start("who"), match.end("aux")), match.span("who"), reason)


def _supposed(document: Document, first: int, text: str, written: str) -> Iterator[Conflict]:
    """Find "with her money there would have been no school": what is given is what prevented it."""
    named = _NAMED.search(written)
    read = text
    if named is not None:
        read = text.replace(f"with {named['name'].lower()}", f"with NAMED{' ' * named['name'].count(' ')}", 1)
    match = _WITH.search(read)
    if match is None or re.search(r"\b(?:if|even|all|only|little|so)\b", read[: match.start("with")]):
        return
    reason = "'without' is what such a sentence says"
    start = match.start("with")
    stop = start + 4
    end = min(len(text), match.end("then"))
    yield _conflict(document, first, text, (start, end), (start, stop), reason)


def _until(document: Document) -> Iterator[Conflict]:
    """Find "the report was published until May": it was published by then, or not until then."""
    lowers, sentences = document.lowers, document.tokens.sentences
    inside = document.derive(quotations).inside
    for lower in _UNTIL:
        for kind in document.by_lower.get(lower, ()):
            for place in document.places[kind]:
                begin = sentences[document.sentence_of(place)]
                verb = place - 1 - (lowers[place - 1] in _BETWEEN)
                if verb <= begin or lowers[verb] not in _AT_ONCE or inside[place]:
                    continue
                if document.tags[verb] not in ("VBD", "VBN") or not _LICENCES.isdisjoint(lowers[begin:verb]):
                    continue
                tokens = document.tokens
                reason = f"what is {lowers[verb]} is so at once"
                yield Conflict("negations", tokens.span(verb, place + 1), tokens.span(place, place + 1), 1.0, reason)
