"""Verb groups whose parts do not fit: a form that the auxiliary, "to", preposition or article in front cannot have.

English asks for one form of the verb behind each of these words (Quirk et al. 1985, 3.21 ff.): the participle behind
"have", the base form behind modals and "to", the -ing form behind prepositions, no finite verb behind an article.
What a word can be is asked of the lexicon and not of the tagger, which takes a verb in the wrong form for a noun: "has
announces" reads like "has plans". So a form that may be a noun is a verb if what follows could only be a verb's object
or particle.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from paralint.evidence.grammar.predicates import agents
from paralint.evidence.grammar.slip import Slip
from paralint.evidence.words.closed import DO, NOMINATIVE, NOUNS, RELATIVE, words
from paralint.evidence.words.titles import MONTHS, WEEKDAYS
from paralint.text.document import Document
from paralint.text.lexicon import load
from paralint.text.morphology import verb_forms, word_classes
from paralint.values import NamedTuple

_VERBAL = frozenset("bzdpg")  # the lexicon's letters of verb forms
_HAVE = frozenset({"has", "have", "had", "'ve"})
_BE = words(
    """
    is are was were be been being 're 'm am
    """
)
_FINITE_BE = frozenset({"is", "are", "was", "were", "am"})
_NEGATIONS = frozenset({"not", "n't"})
_OBJECT = frozenset({"DT", "PRP$", "PRP", "WRB", "WP"})  # begins what a verb takes and a noun does not
_PARTICLES = frozenset({"up", "down", "off", "out", "away", "back"})
_ARTICLES = words(
    """
    the a an its their our my your every
    """
)
_WH = words(
    """
    what which who how why where when that all whether than as everything whom
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
_BEFORE_NOUN_WORDS = """
    still yet even always never often also home currently now
"""
_BEFORE_NOUN = frozenset(_BEFORE_NOUN_WORDS.split())  # has also plans
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


@lru_cache(maxsize=1 << 12)
def is_noun(word: str) -> bool:
    """Whether a word is a noun rather than a verb: "plans" and not "takes", which may be a noun, too."""
    entry = load().entry(word)
    return entry is not None and _VERBAL.isdisjoint(entry.readings[0].forms)


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
            if tags[verb] in _NEVER_VERBS and word not in _TELLS:
                continue
            while (
                verb < last - 1
                and tags[verb] == "RB"
                and words[verb] not in ("no", "only", "so", "as", "too", "far", "more", "much")
            ):
                verb += 1
            if tags[verb] in ("NNP", "NNPS") or words[verb + 1 : verb + 2] == [
                "["
            ]:  # a name; an editor's "destroy[ed]"
                continue
            here = _Place(words, tags, first, last, at, verb)
            if word in _HAVE:
                if _behind_have(here):
                    yield Slip("have", at, verb)
            elif word in _BE:
                if _behind_be(here):
                    yield Slip("be", at, verb)
            elif tags[at] == "MD" or word in DO:
                if _behind_modal(here):
                    yield Slip("modal", at, verb)
            elif word == "to":
                if _behind_to(here):
                    yield Slip("to", at, verb)
            elif (word in _GOVERNORS or word in _TELLS) and _lacks_to(words, tags, at, last):
                verb = _infinitive(tags, at, last)
                yield Slip("lost", verb - 1, verb)
            elif word in _ARTICLES:
                if verb == at + 1 and _behind_article(here):
                    yield Slip("article", at, verb)
            elif (word in _FIRM or word in _LOOSE) and verb == at + 1 and _behind_preposition(here):
                yield Slip("preposition", at, verb)


class _Place(NamedTuple):
    """A word that asks for a form, and the verb behind it, in a sentence."""

    words: list[str]
    tags: list[str]
    start: int
    last: int
    first: int
    verb: int

    @property
    def before(self) -> str:
        return self.words[self.first - 1] if self.first > self.start else ""

    @property
    def tag_before(self) -> str:
        return self.tags[self.first - 1] if self.first > self.start else ""

    @property
    def following(self) -> str:
        return self.words[self.verb + 1] if self.verb + 1 < self.last else ""

    @property
    def tag_following(self) -> str:
        return self.tags[self.verb + 1] if self.verb + 1 < self.last else ""

    @property
    def takes_object(self) -> bool:
        """Whether what follows the verb can be its object and not part of a noun phrase that it belongs to."""
        if self.following in NOMINATIVE:
            return False
        return self.tag_following in _OBJECT or self.following in _PARTICLES

    @property
    def ends_relative(self) -> bool:
        """Whether the subject stands directly behind a noun: "the effect the wind had"."""
        at = self.first - 1
        while at > self.start and self.tags[at] in NOUNS:
            at -= 1
        while at > self.start and self.tags[at] in ("JJ", "CD", "VBN"):
            at -= 1
        return self.tags[at] in ("DT", "PRP$", "PRP") and at > self.start and self.tags[at - 1] in (*NOUNS, "DT")

    @property
    def in_clause(self) -> bool:
        """Whether a clause is open in front, whose end the first word may be: "what he has is", "all they can is"."""
        return not _WH.isdisjoint(self.words[max(self.start, self.first - 9) : self.first])


def _behind_have(here: _Place) -> bool:
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
    if word in _FINITE_BE or word in ("be", "being"):
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


def _behind_be(here: _Place) -> bool:
    word = here.words[here.verb]
    forms = verb_forms(word)
    auxiliary = here.words[here.first]
    if "VBG" in forms:
        return _is_passive(here)
    if word == "be" or (word in ("is", "are", "was", "were") and here.tag_following in ("VBN", "VBG", "RB")):
        doubled = auxiliary in _FINITE_BE and here.tag_before in (*NOUNS, "PRP") and here.words[here.start] not in DO
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


def _is_passive(here: _Place) -> bool:
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


def _behind_modal(here: _Place) -> bool:
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
    if word in _FINITE_BE or word in ("been", "being", "had", "has"):
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


_GOVERNORS = words(
    """
    able unable permitted want wants wanted decide decides decided deciding refuse refuses refused manage
    manages managed forced designed declined declines hopes hoped hoping tries tried trying willing unwilling
    supposed going ways way order chance opportunity ability attempt attempts attempted efforts effort plan
    planned intends intended allowed expected asked told urged scheduled likely unlikely set due ready keen
    eager meant failed fails threatened vowed pledged agreed prepared bound wishes wished easy easier hard
    harder difficult important used like glad sad sorry proud happy known thought believed said reluctant
    determined permission desire need needs needed enough
    """
)
# No noun stands behind "to" here.
_ONLY_INFINITIVE = words(
    """
    able unable declined declines decline refuse refuses refused manage manages managed willing unwilling
    supposed reluctant eager decide decides decided trying tried
    """
)
_WITH_TO = words(
    """
    close closer closest committed dedicated opposed used accustomed key central similar equal open vital
    crucial essential integral subject resistant averse prior due relevant limited devoted resigned critical
    vulnerable fundamental akin preferable superior inferior tantamount conducive amenable immune hostile
    sensitive receptive contrary fatal next near addicted thanks responsive equivalent comparable alternative
    harmful additional related
    """
)
# Words that take "to" as a preposition, and so an -ing form.
_TO_PREPOSITION_WORDS = """
    approach approaches opposition objection objections alternative alternatives solution key commitment route
    answer end limit limits threat obstacle obstacles barrier barriers response return returns contribution
    addition attention path opposed comes come came look looks looking looked forward used accustomed get gets
    got getting down round around back amount amounts amounted admit admits admitted confess confessed object
    objects objected resort resorts resorted lead leads led leading reduced turn turns turned devoted devote
    dedicated committed commit close closer prior due thanks according switch switched move moves moved moving
    limited similar compared next subject related attributed contributed contribute equate stoop prefer
    preferred preferable owe owed apply applied given give gave gives adds added add attribute link linked
    links tied dedication devotion aversion resistance resistant went go goes gone step steps restricted
    referred refer refers aid pointed point transition respect regard view relation credit attached attach
    near preliminary prelude entitled change changed changes equivalent tantamount as than contrary adjust
    adapt adjusted adapted adjusting adapting stick sticks stuck agreed agree agrees pleaded plead pleads
    bring brings brought extended extend extends extending way means guide introduction approaching reaction
    connection
"""
_TO_PREPOSITION = frozenset(_TO_PREPOSITION_WORDS.split()) | _WITH_TO
_HAVE_TO = words(
    """
    has have had is are was were afford afforded aim aims aimed aiming tend tends tended appear appears
    appeared seem seems seemed
    """
)
_PHRASE = words(
    """
    NN NNS NNP NNPS DT PRP$ JJ CD POS PRP
    """
)
_TELLS = words(
    """
    ask asks asked asking encourage encourages encouraged encouraging urge urges urged urging force forces
    forced forcing allow allows allowed allowing persuade persuaded order orders ordered tell tells told want
    wants wanted expect expects expected enable enables enabled enabling advise advised invite invited require
    requires required permit permitted prompt prompted prompting help helps helped
    """
)
# Verbs with an object and an infinitive, and no clause without a conjunction.
_FORCES = words(
    """
    encourage encourages encouraged encouraging urge urges urged urging force forces forced forcing allow
    allows allowed allowing persuade persuaded order orders ordered enable enables enabled enabling advise
    advised invite invited require requires required permit permitted prompt prompted prompting ask asked asks
    asking compel compels compelled compelling
    """
)
# What takes no noun without a determiner.
_ONLY_WITH_VERB = frozenset(
    {"agreed", "decided", "managed", "declined", "trying", "vowed", "able", "unable", "willing"}
)
_GERUND_TOO = words(
    """
    used way ways known said thought like set prepared due order need needs needed plan attempts efforts
    """
)


def _behind_to(here: _Place) -> bool:
    word, tag, before = here.words[here.verb], here.tags[here.verb], here.before
    forms = verb_forms(word)
    if not forms or "VB" in forms or word in ("'s", "'d"):
        return False
    if word == "been":
        return True
    governed = before in _GOVERNORS or (before in _HAVE_TO and here.tag_before.startswith("VB")) or _is_told(here)
    if before in _ONLY_INFINITIVE:
        return here.verb == here.first + 1 or tag not in ("JJ", "NN")
    classes = word_classes(word)
    if "VBG" in forms:
        if word == "being":
            return (governed and before not in _GERUND_TOO) or before in ("is", "are", "was", "were", "not")
        if here.tag_before == "JJ" and before not in _WITH_TO and before not in _GERUND_TOO:
            return here.takes_object or here.tag_following == "NNP"
        if not governed:
            # Nothing near by takes "to" as a preposition.
            near = here.words[max(here.start, here.first - 5) : here.first]
            near += [word.removesuffix("s") for word in near]
            alone = here.tag_before in ("NN", "NNS", "RB") and here.verb == here.first + 1
            if "VBG" in here.tags[max(here.start, here.first - 5) : here.first]:
                return False  # "seeing a doctor to having an operation"
            return (
                alone
                and here.takes_object
                and _TO_PREPOSITION.isdisjoint(near)
                and "from" not in here.words[here.start : here.first]
            )
        if before in _GERUND_TOO:
            return before in ("need", "needs", "set", "due", "ways") and here.takes_object
        return "noun" not in classes or here.takes_object or here.tag_following in ("IN", ".", ",", "RP")
    if not governed:
        # No end of a relative clause: "every man that he spoke to said".
        return (
            forms <= {"VBD"}
            and not classes & {"noun", "adjective"}
            and here.tag_before in ("JJ", "CD")
            and not here.in_clause
        )
    if word in _FINITE_BE or word in ("had", "has"):
        return True
    if before in _GERUND_TOO and not here.takes_object:
        return False
    if "VBZ" in forms:
        return not is_noun(word) or here.takes_object
    if here.takes_object:
        return not is_noun(word)
    return "noun" not in classes and (tag in ("VBN", "VBD") or here.tag_following in ("IN", "RP", ".", ","))


def _is_told(here: _Place) -> bool:
    """Whether a verb with an object and an infinitive stands in front of "to": "asked the two firms to"."""
    at = here.first - 1
    if here.tags[at] not in ("NN", "NNS", "NNP", "PRP"):
        return False
    while at > here.start and here.first - at < 6 and here.tags[at] in _PHRASE:
        at -= 1
    return here.words[at] in _TELLS


_ASKING = _HAVE | _BE | DO | {"to"} | _GOVERNORS | _TELLS | _ARTICLES | _FIRM | _LOOSE
# Behind the words that ask for a form these are left alone without a look.
_NEVER_VERBS = frozenset({"DT", "PRP$", "PRP", "CD", "NNP", "NNPS", "IN", ",", ".", "WP", "WDT", "$", "EX"})


def _infinitive(tags: list[str], at: int, last: int) -> int:
    """Return the token in which the infinitive stands that a governor has, its object between them skipped."""
    verb = at + 1
    if tags[verb] == "NN" and tags[verb + 1] in ("DT", "PRP$"):
        return verb
    while verb < last - 1 and verb - at < 5 and tags[verb] in _PHRASE:
        verb += 1
    return verb


def _lacks_to(words: list[str], tags: list[str], at: int, last: int) -> bool:
    """Whether a bare verb stands behind a word that takes an infinitive, or behind its object."""
    if at + 2 >= last:
        return False
    if words[at] in _ONLY_WITH_VERB and tags[at + 1] == "NN" and "VB" in verb_forms(words[at + 1]):
        return tags[at + 2] in ("DT", "PRP$")
    verb = _infinitive(tags, at, last)
    if verb >= last - 1 or tags[verb] not in ("VB", "VBP"):
        return False
    word, following = words[verb], tags[verb + 1]
    forms = verb_forms(word)
    if "VB" not in forms or ("VBD" in forms and "VBN" in forms) or word == "help":
        return False
    if is_noun(word) and following not in ("DT", "PRP$", "PRP"):
        return False
    takes = following in (*_OBJECT, "NNP", "NNS", "NN", "JJ", "CD", "TO", "RP") or words[verb + 1] in _PARTICLES
    if verb == at + 1:
        if words[at] in (
            "like",
            "said",
            "thought",
            "plan",
            "plans",
            "hope",
            "hopes",
            "want",
            "wants",
            "help",
            "helps",
            "helped",
        ):
            return False
        return words[at] in _GOVERNORS and tags[at] != "RB" and word not in ("have", "are", "do", "were") and takes
    if (
        words[at] not in _FORCES
        or not tags[at].startswith("VB")
        or word in ("have", "are", "do", "were", "be", "need", "want")
    ):
        return False
    if tags[verb - 1] not in (*NOUNS, "PRP") or (tags[verb - 1] == "PRP" and words[verb - 1] in NOMINATIVE):
        return False
    return takes and not any(words[before] in _WH for before in range(max(0, at - 6), at))


def _behind_article(here: _Place) -> bool:
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


def _behind_preposition(here: _Place) -> bool:
    word = here.words[here.verb]
    forms = verb_forms(word)
    preposition, before = here.words[here.first], here.tag_before
    if not forms or here.tags[here.first] not in ("IN", "RP") or before in ("WDT", "WP"):
        return False
    if word in _FINITE_BE:
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
        return "noun" not in word_classes(word) or (not is_noun(word) and here.takes_object)
    if "VB" in forms or "VBG" in forms or preposition in ("in", "at", "with", "on", "into", "since", "while"):
        return False
    return (
        not is_noun(word)
        and (here.tag_following in ("DT", "PRP$", "PRP") or here.following == "to")
        and here.following not in ("this", "that", *NOMINATIVE)
    )
