"""Verb groups whose parts do not fit: a form that the auxiliary, "to", preposition or article in front cannot have.

English asks for one form of the verb behind each of these words (Quirk et al. 1985, 3.21 ff.): the participle behind
"have", the base form behind modals and "to", the -ing form behind prepositions, no finite verb behind an article.
What a word can be is asked of the lexicon and not of the tagger, which takes a verb in the wrong form for a noun: "has
announces" reads like "has plans". So a form that may be a noun is a verb if what follows could only be a verb's object
or particle.
"""

from __future__ import annotations

from collections.abc import Iterator

from paralint.evidence.grammar.infinitives import FINITE_BE, GOVERNORS, TELLS, behind_to, infinitive, lacks_to
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.grammar.verb_slots import VerbSlot
from paralint.evidence.words.closed import DO, NOMINATIVE, NOUNS, RELATIVE, words
from paralint.evidence.words.nouns import agents
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.morphology import is_noun, verb_forms, word_classes

_HAVE = frozenset({"has", "have", "had", "'ve"})
_BE = words(
    """
    is are was were be been being 're 'm am
    """
)
_NEGATIONS = frozenset({"not", "n't"})
_ARTICLES = words(
    """
    the a an its their our my your every
    """
)
# Prepositions that do not stand alone at the end of a clause.
_FIRM = words(
    """
    after before without despite since by of for from while upon than
    """
)
_LOOSE = words(
    """
    of for from in at with about on into by
    """
)
_LEAVES_OUT = words(
    """
    what whatever all how everything as than best most least thing only
    """
)
_OF_DEGREE = words("no only so as too far more much")  # adverbs that are none of the verb
_SUBJECTS = RELATIVE | {"this", "these", "those", "all", "both", "some", "and"}
# Verbs that keep an object in the passive: "was given them".
_WITH_TWO_OBJECTS = words(
    """
    given told shown offered sent asked taught paid handed lent left denied granted awarded promised owed
    brought bought allowed sold charged forgiven spared saved found got made done put cost like let passed fed
    read sung lost
    """
)
_NEEDED = frozenset(
    {"need", "say", "be", "help", "go", "use", "try", "hold", "cause", "let"}
)  # has need of, has say in
_BEFORE_NOUN = words("still yet even always never often also home currently now")  # has also plans
_TIMES = MONTHS | WEEKDAYS | words("end time day year week month morning night evening next last hour minute then now")
_WITHOUT_OBJECT = words(
    """
    going coming passing standing living sitting walking driving travelling traveling flying running starting
    beginning ending finishing closing opening responding reacting rising falling growing increasing declining
    dropping playing winning losing leading trailing trading getting stopping swinging doing arriving leaving
    competing working lying waiting sleeping staying protesting celebrating hiding abiding sticking being
    having improving profiting benefiting earning moving acting speaking writing teaching learning paying
    voting fighting shopping commuting camping heading calling popping touring
    """
)
_ASKING = _HAVE | _BE | DO | {"to"} | GOVERNORS | TELLS | _ARTICLES | _FIRM | _LOOSE
# Behind the words that ask for a form these are left alone without a look.
_NEVER_VERBS = frozenset({"DT", "PRP$", "PRP", "CD", "NNP", "NNPS", "IN", ",", ".", "WP", "WDT", "$", "EX"})


def slips(document: Document) -> tuple[Slip, ...]:
    """Return the verbs in a form that the word in front of them does not take, in reading order."""
    return tuple(_slips(document))


def _slips(document: Document) -> Iterator[Slip]:
    tags, words = document.tags, document.lowers
    for sentence in document.sentences:
        first, last = sentence.first, sentence.last
        for at in range(first, last - 1):
            word = words[at]
            if word not in _ASKING and tags[at] != "MD":
                continue
            verb = at + 1
            if tags[verb] in _NEVER_VERBS and word not in TELLS:
                continue
            while verb < last - 1 and tags[verb] == "RB" and words[verb] not in _OF_DEGREE:
                verb += 1
            if tags[verb] in ("NNP", "NNPS") or words[verb + 1 : verb + 2] == ["["]:
                continue  # a name; an editor's "destroy[ed]"
            slip = _slip(VerbSlot(words, tags, first, last, at, verb))
            if slip is not None:
                yield slip


def _slip(here: VerbSlot) -> Slip | None:
    """Return the slip at a word that asks for a form, by what it asks for."""
    word = here.words[here.first]
    if word in _HAVE:
        found = "have" if _behind_have(here) else ""
    elif word in _BE:
        found = "be" if _behind_be(here) else ""
    elif here.tags[here.first] == "MD" or word in DO:
        found = "modal" if _behind_modal(here) else ""
    elif word == "to":
        found = "to" if behind_to(here) else ""
    elif (word in GOVERNORS or word in TELLS) and lacks_to(here.words, here.tags, here.first, here.last):
        verb = infinitive(here.tags, here.first, here.last)
        return Slip("lost", verb - 1, verb)
    elif here.verb > here.first + 1:
        return None
    elif word in _ARTICLES:
        found = "article" if _behind_article(here) else ""
    else:
        found = "preposition" if (word in _FIRM or word in _LOOSE) and _behind_preposition(here) else ""
    return Slip(found, here.first, here.verb) if found else None


def _behind_have(here: VerbSlot) -> bool:
    """Whether the verb is no participle: "has announces"."""
    word, tag = here.words[here.verb], here.tags[here.verb]
    forms = verb_forms(word)
    if not forms or "VBN" in forms or word in ("'s", "had", "have", "has", "'d", "'ve", "does", "did", "do"):
        return False
    auxiliary, adverb = here.words[here.first], here.verb > here.first + 1
    if "VB" in forms:
        if tag in ("JJ", "RB", "CD") or "VBD" in forms:
            return False
        if not is_noun(word) and tag in ("VB", "VBP") and word not in _NEEDED and here.tag_following not in NOUNS:
            return here.before in RELATIVE or not (here.in_clause or here.ends_relative)
        perfect = adverb and here.words[here.verb - 1] in ("already", "recently", "just")
        return perfect and here.tag_following in ("DT", "PRP$", "PRP", "CD", "IN", "NNP")
    if word in FINITE_BE or word in ("be", "being"):
        if auxiliary == "'ve":
            return word == "being"
        return (
            here.before in RELATIVE
            or here.tag_before == "MD"
            or here.tag_before == "CC"
            or (
                here.tag_before in ("EX", *NOUNS)
                and here.tag_following in ("VBN", "VBG")
                and not (here.in_clause or here.ends_relative)
            )
        )
    if "VBZ" in forms:
        if "noun" not in word_classes(word) or (not is_noun(word) and here.tag_following not in (".", ",", "IN", "CC")):
            return adverb or here.before in RELATIVE or not here.in_clause
        telling = adverb and here.words[here.first + 1] not in _BEFORE_NOUN
        return tag == "VBZ" or here.takes_object or here.following == "by" or telling or auxiliary == "'ve"
    if "VBG" in forms:
        if (
            (here.tag_following in NOUNS and here.tag_following != "NNP")
            or here.following in ("as", "so", "and")
            or word == "standing"
            or (here.tag_following == "IN" and "noun" in word_classes(word))
        ):
            return False
        if not is_noun(word) and here.tag_following != "JJ":
            return True
        return (
            tag == "VBG"
            and word != "standing"
            and (
                here.tag_following in ("DT", "PRP$", "PRP", "CD", "RB")
                or here.following in ("through", "into", "over", "since")
            )
        )
    return False


def _behind_be(here: VerbSlot) -> bool:
    """Whether the verb is neither a participle nor an -ing form that stands there: "is announces"."""
    word = here.words[here.verb]
    forms = verb_forms(word)
    auxiliary = here.words[here.first]
    if "VBG" in forms:
        return _is_passive(here)
    if word == "be" or (word in ("is", "are", "was", "were") and here.tag_following in ("VBN", "VBG", "RB")):
        doubled = auxiliary in FINITE_BE and here.tag_before in (*NOUNS, "PRP") and here.words[here.start] not in DO
        return doubled and not (here.in_clause or here.ends_relative)
    if "VBN" in forms:
        return (
            here.following in ("him", "them", "us", "me")
            and word not in _WITH_TWO_OBJECTS
            and here.tags[here.verb] in ("VBN", "VBD")
        )
    if "VBZ" not in forms or word in ("'s", "is", "was", "means"):
        return False
    if (here.in_clause and here.before not in RELATIVE) or "EX" in (here.tag_before, here.tags[here.first - 2]):
        return False
    if word in ("does", "has"):
        return auxiliary in ("be", "been", "being") or here.tag_before in NOUNS or here.tag_before == "PRP"
    if not is_noun(word):
        return True
    if (here.following == "by" and auxiliary not in ("are", "were", "'re")) or (
        here.takes_object and here.tag_following != "WRB"
    ):
        return True
    return auxiliary in ("is", "was") and here.following == "to" and here.tags[here.verb + 2 : here.verb + 3] == ["VB"]


def _is_passive(here: VerbSlot) -> bool:
    """Whether an -ing form behind "be" has its agent behind it: "was announcing by the mayor"."""
    if here.following != "by" or here.words[here.verb] in _WITHOUT_OBJECT or here.words[here.first] in _NEGATIONS:
        return False
    agent = here.verb + 2
    tag = here.tags[agent] if agent < here.last else ""
    if here.words[agent] in _TIMES or tag in ("VBG", "CD"):
        return False
    if tag == "NNP":
        return True
    if tag not in ("DT", "PRP$", "NNS", "JJ"):
        return False
    while (
        agent < here.last
        and here.tags[agent] in ("DT", "PRP$", "JJ", "NN", "POS", "NNP", "CD")
        and here.words[agent] not in _TIMES
    ):
        if here.words[agent] in agents():
            return True
        agent += 1
    return agent < here.last and here.tags[agent] == "NNS" and here.words[agent] in agents()


def _behind_modal(here: VerbSlot) -> bool:
    """Whether the verb is no base form: "could stole the boat"."""
    word = here.words[here.verb]
    modal = here.words[here.first]
    negated = here.verb > here.first + 1 and here.words[here.first + 1] in _NEGATIONS
    forms = verb_forms(word)
    if not forms or "VB" in forms or word in ("'s", "'d", "'ve"):
        return False
    if modal in ("'d", "’d") and "noun" in word_classes(word):
        return False  # "they'd dots on a map"
    # The subject stands in front: no question, no inversion, no noun ("his will").
    before = here.before
    if here.tag_before not in ("PRP", "RB", "WDT", "EX", *NOUNS) and before not in _SUBJECTS:
        return False
    if here.words[here.last - 1] == "?" or before in ("as", "so", "nor", "neither", "than"):
        return False
    left_out = not _LEAVES_OUT.isdisjoint(here.words[max(here.start, here.first - 9) : here.first])
    if word in FINITE_BE and before in ("who", "that"):
        return False  # "those who can are moved": the verb is understood
    if word in FINITE_BE or word in ("been", "being", "had", "has"):
        return modal not in DO and (not left_out or here.tag_before not in ("PRP", *NOUNS))
    if modal in DO and not negated and (modal != "does" or left_out):
        return False
    if "VBZ" in forms:
        return (modal == "does" or modal not in DO) and (here.before in RELATIVE or not left_out)
    if modal in DO:
        if "VBG" in forms:
            return negated and here.tag_following not in NOUNS
        return "VBD" in forms and not is_noun(word) and (here.takes_object or "adjective" not in word_classes(word))
    # "Could stole the boat": whatever the tagger takes the verb for.
    return "VBD" in forms and modal != "'d" and not (left_out or is_noun(word)) and here.takes_object


def _behind_article(here: VerbSlot) -> bool:
    """Whether the word behind an article can only be a finite verb: "the wrote letter"."""
    word = here.words[here.verb]
    forms = verb_forms(word)
    if (
        not forms
        or here.tag_following not in ("NN", "NNS", "JJ", "NNP")
        or here.words[here.verb]
        in ("'s", "had", "did", "was", "were", "is", "are", "has", "have", "does", "been", "'d", "'re", "'m")
    ):
        return False
    if not (forms <= {"VBD"} or forms <= {"VBZ"}):
        return False
    return (
        "noun" not in word_classes(word)
        and "adjective" not in word_classes(word)
        and here.tags[here.verb] not in ("NNP", "NNPS")
    )


def _behind_preposition(here: VerbSlot) -> bool:
    """Whether the verb is no -ing form: "after announced the plan"."""
    word = here.words[here.verb]
    forms = verb_forms(word)
    preposition, before = here.words[here.first], here.tag_before
    if not forms or here.tags[here.first] not in ("IN", "RP") or before in ("WDT", "WP"):
        return False
    if word in FINITE_BE:
        if preposition not in ("after", "since", "before", "despite", "without") or here.tag_following not in (
            "VBN",
            "VBG",
            "DT",
        ):
            return False
        return word == "are" or (
            here.before not in _TIMES
            and before not in ("DT", "RB")
            and here.before not in ("years", "days", "weeks", "months")
        )
    if (
        word in ("had", "has", "have", "do", "does", "did", "'s", "be", "been", "given", "said")
        or preposition == "than"
    ):
        return False
    if (
        (before.startswith("VB") and (before, preposition) != ("VBN", "for"))
        or before in ("RP", "RB", "IN", "WRB")
        or here.in_clause
    ):
        return False
    if "VBZ" in forms:
        if "-" in word and here.tags[here.verb] in NOUNS:
            return False  # X-rays, which the lexicon has as a verb alone
        return "noun" not in word_classes(word) or (not is_noun(word) and here.takes_object)
    if "VB" in forms or "VBG" in forms or preposition in ("in", "at", "with", "on", "into", "since", "while"):
        return False
    return (
        not is_noun(word)
        and (here.tag_following in ("DT", "PRP$", "PRP") or here.following == "to")
        and here.following not in ("this", "that", *NOMINATIVE)
    )
