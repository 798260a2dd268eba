"""Attributions: the narrator's clauses that say who is speaking (``she said``, ``the official stated that``).

Closed class of verbs of reporting, after Quirk et al. 1985, A Comprehensive Grammar of the English Language, 14.28-30.
"""

from __future__ import annotations

from paralint.text.lazy import pattern

_PAST = """
    said told stated added tweeted posted wrote explained noted replied insisted warned argued asked claimed
    declared announced continued concluded remarked commented recalled joked quipped admitted acknowledged conceded
    stressed emphasised emphasized observed answered responded maintained suggested testified confirmed indicated
    reiterated exclaimed shouted cried whispered asserted affirmed alleged cautioned complained contended denied
    predicted promised pledged proclaimed recounted reported revealed vowed urged lamented mused retorted
"""
_PRESENT = """
    says tells states adds tweets writes explains notes replies insists warns argues asks claims declares announces
    continues concludes remarks recalls jokes admits acknowledges concedes stresses observes answers responds
    maintains suggests confirms reiterates asserts cautions contends
"""
_OTHER = "say saying stating adding telling writing tweeting explaining noting insisting warning arguing claiming"

VERBS = frozenset((_PAST + _PRESENT).split())
ANY_VERBS = VERBS.union(_OTHER.split())
VERB = "(?:" + "|".join(sorted(VERBS, key=lambda word: (-len(word), word))) + ")"
ANY_FORM = VERB[:-1] + "|" + "|".join(_OTHER.split()) + ")"
_TITLE = r"(?:(?:Dr|Mrs?|Ms|Prof|Sen|Gov|Rep|Gen|Capt|Sgt|Lt|Col|Rev|Det)\.\s+)?"
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĔĖĘĚĢĞĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŹŻŽ]"
_NAME = (
    _TITLE
    + rf"{_CAPITAL}[\w’'.-]*[\w’']"
    + rf"(?:\s+(?:(?:of|the|al|bin|de|van|von|ibn|da|dos|der|la)\s+)?{_CAPITAL}[\w’'.-]*[\w’']){{0,3}}"
)
_LINK = r"(?:as|than|when|what|which|like|because|if|and|but|while|where|that|whom|before|after|until|or|so)\b"
_ROLE = rf"(?:(?:the\s+)?(?!{_LINK})[a-z]+(?:\s+(?!{_LINK})[a-z]+)?\s+)?"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne)(?:\s+[\w’'-]+){1,3}?"
_APPOSITION = r"(?:,\s+[^,.;:!?\"“”]{2,40},)?"
_ADVERB = r"(?:\s+(?:also|then|later|further|once|again|have|has|had))?"

# A sentence of the narrator: "She said that", "Zelensky tweeted", "The official stated".
SENTENCE = pattern(
    rf"(?:(?<=[.?!…]\s)|(?<=[.?!…][\"”’'\])]\s)|(?<=\]))(?:He|She|They|{_NOUN}|{_NAME}){_ADVERB}\s+{VERB}\b(?![’'-]|\s+(?:me|us)\b)(?:\s+that\b)?",
    words=VERBS,
)
# A clause behind the words it reports: ", she said", ", said Fasola".
TAG = pattern(
    rf",\s+(?P<clause>(?:(?:he|she|they|I|{_NOUN}|{_NAME}){_APPOSITION}(?:\s+(?:once|also|later|then))?\s+{VERB}|{VERB}\s+(?:he|she|they|{_NOUN}|{_NAME}))(?=[\s,.:;]|$))",
    words=VERBS,
)
# The same at the start of a quotation, with the sentence going on behind it: “she said, were still counting
MISPLACED = pattern(
    rf"(?P<clause>(?:(?:he|she|they|{_NAME})\s+{VERB}|{VERB}\s+(?:he|she|they|{_NAME})),)\s+(?=[a-z])", words=VERBS
)
# The same between the two halves of a quotation, without marks of its own.
_WHOM = r"(?:\s+(?:reporters|journalists|lawmakers|parliament|members|investors|him|her|them|us|me))?"
_ASIDE = r"(?:,\s+[^,.;:!?\"“”]{2,40},)?"
INNER_TAG = pattern(
    rf"[,?!]\s+(?P<clause>(?:he|she|they|{_ROLE}{_NAME}{_ASIDE}|(?:the|its|his|her|their)(?:\s+[\w’'-]+){{1,3}},\s+{_NAME},)\s+{VERB}{_WHOM}"
    rf"|{VERB}\s+(?:he|she|they|{_NAME}))"
    r"(?=(?:\s+(?:in|on|at|during|after|by|as|through)\s+(?:(?:an?|the)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}?){0,2}[.,]\s)",
    words=VERBS,
)
BETWEEN = pattern(r"(?s)[,?!]\s.+[.,]\s")  # where it may stand
# The same behind a sentence that has no marks: I sold it, she said.
LAST_TAG = pattern(rf"[,?!’']\s+(?P<clause>(?:he|she|{_NAME})\s+{VERB}|{VERB}\s+(?:he|she|{_NAME}))[.,]?$", words=VERBS)
# The same right behind the closing mark, and what stands before an opening one.
BEHIND = pattern(rf"\s*(?:(?:he|she|they|{_NAME})\s+{VERB}|{VERB}\s+(?:he|she|they|{_NOUN}|{_NAME}))\b", words=VERBS)
_SAYING = frozenset(
    ["said", "says", "told", "added", "adds", "replied", "explained", "recalled", "asked", "insisted", "warned"]
)
_SAID = r"(?:said|says|told\s+(?:reporters|journalists)|added|adds|replied|explained|recalled|asked|insisted|warned)"
_SPEAKER = rf"(?:he|she|they|{_NAME}|[Tt]he\s+[a-z]+(?:\s+[a-z]+)?)"
# Nothing but an attribution between two marks; one at the end of the words it reports; its verb behind a mark.
WHOLE = pattern(
    rf"\s*(?:(?:[Hh]e|[Ss]he|[Tt]hey|{_NAME})\s+{_SAID}|{_SAID}\s+(?:he|she|{_NAME}))[.,]?\s*", words=_SAYING
)
_WHO = r"(?:,\s(?:the|an?|who|his|her)\s[^.?!,:;\"“”]{3,50})?"
AT_END = pattern(
    rf"(?<!\bsaid)[,?!]\s+(?P<clause>{_SPEAKER}\s+{_SAID}|{_SAID}\s+(?:he|she|{_NAME}{_WHO}))[.,]?\s*$", words=_SAYING
)
HALVED = pattern(rf"(?<![\w’'])(?P<speaker>[Hh]e|[Ss]he|[Tt]hey|{_NAME})\s$")
VERB_FIRST = pattern(rf"{_SAID}[.,:;](?=\s)", words=_SAYING)
# A speaker brought in by a role before a mark, and by the name behind it: said the guard, “Ola Berg, 31. No
ROLE_BEFORE = pattern(r"\b(?P<verb>[a-z]+)(?=\s+(?:the|an?)(?:\s+[\w’'-]+){1,5},\s$)")
NAME_FIRST = pattern(rf"(?P<name>{_NAME})(?:,\s\d\d)?[.,]\s+(?P<next>[\w’']+)")
# What may stand behind an attribution that is whole.
ENDS = pattern(r"[.,;:]|$|\s+(?:in|on|at|to|after|when|as|during|of|about|while|before|by|via|through|per|and|from)\b")
# A report at the start of a quotation, which the writer made of the speaker's words: "said she had".
REPORT = pattern(rf"(?P<clause>{VERB}\s+(?:that\s+)?(?:he|she|they|it|his|her|their))\s", words=VERBS)
LEADING = pattern(rf"\b{ANY_FORM}(?:\s+[\w’'.-]+){{0,3}},\s*$", words=ANY_VERBS)
# What introduces direct speech: "said:", "she replied, ".
INTRODUCTION = pattern(
    rf"\b(?:{ANY_FORM}|statement|tweet|message)(?:\s+[\w’'.-]+){{0,4}}[:,]\s+(?=[A-Z])",
    words=ANY_VERBS | {"statement", "tweet", "message"},
)
# What a writer reports, up to the words that are quoted: said that, told the court.
REPORTED = pattern(rf"\b{VERB}(?:\s+(?:the\s+)?[\w’'-]+){{0,3}}?\s+(?:last\s+\w+\s+)?that\b", words=VERBS)
# The same without that (said his client was), and a clause put into a report (she was glad, he said, to be asked).
TOLD = pattern(
    r"\b(?:said|says|claimed|claims|insisted|argued|added|admitted|warned)\s+"
    r"(?:he|she|it|they|there|(?:his|her|its|their|the|an?)\s+[\w’'-]+)\b"
    rf"|,\s(?:(?:he|she|they|{_NAME})\s+(?:said|says|added)|(?:said|says)\s+{_NAME}),\s",
    words=frozenset(("said", "says", "claimed", "claims", "insisted", "argued", "added", "admitted", "warned")),
)
_ASKING = frozenset(("ask", "asks", "asked", "asking", "wonders", "wondered", "wondering"))
THAT = pattern(
    rf"\b(?:{ANY_FORM}|{'|'.join(sorted(_ASKING))})(?:\s+[\w’'.-]+){{0,3}}\s+(?P<that>that)[,:]?\s+$",
    words=ANY_VERBS | _ASKING,
)
# A sentence that a speaker begins: in the first person, or with a pronoun in capitals and its verb.
FIRST_PERSON = pattern(
    r"I(?:['’](?:m|ve|d|ll)\b|(?=\s+[a-z]))|(?:We|My|Our)(?=\s+[a-z])"
    r"|(?:It|He|She|They|You|We|That|There|This|These|Those|Nobody|Nothing|Everybody|Everyone|Everything|No one)"
    r"(?:['’](?:s|re|ve|ll|d)\b|\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|cannot"
    r"|do|does|did|need|want|know|think)(?:n['’]t)?\b)"
    r"|(?:Are|Is|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Have|Has|Why|How|Where|Who)(?:n['’]t)?(?=\s+[a-z])"
)
# Words of a quotation that goes on in another sentence: no report is as long.
SPOKEN = pattern(r"(?P<word>[\w’']+)[^.?!]*[.?!]\s+[A-Z]")
