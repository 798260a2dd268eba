"""Abbreviations: which forms keep their full stop, and what a full stop behind them says about the sentence.

Compiled from general knowledge of English usage (titles, months, states, firms, Latin tags), not from any corpus. A
form is looked up in lower case without its stop; ``Stop`` tells what the sentence splitter may conclude.
"""

from __future__ import annotations

from enum import IntEnum


class Stop(IntEnum):
    """What stands at the end of a chunk, from the sentence splitter's view; 0 is nothing."""

    NONE = 0
    FULL = 1  # a full stop that is a token of its own
    MARK = 2  # ! or ?, alone or in a run
    ELLIPSIS = 3
    TITLE = 4  # goes before a name: Mr., Gen.
    INNER = 5  # never ends a sentence: vs., e.g.
    FINAL = 6  # may end one: Inc., Jr., U.S.
    HOUR = 7  # a.m., p.m.
    NUMBERED = 8  # an abbreviation only before a number: No., p.
    WORDLIKE = 9  # spelt like a word or a name: Sat., Mar., Wash.
    INITIAL = 10  # one letter


_LISTS = {
    Stop.TITLE: """
        mr mrs ms mx messrs mme mlle dr drs prof rev hon gen lt col maj capt cpl sgt cmdr cdr adm brig gov govs sen sens
        rep reps pres supt insp fr pvt pfc amb msgr st ste sts ft mt pte cllr smt shri sri
    """,
    Stop.INNER: """
        vs v cf seq e.g i.e eg ie viz approx ca incl esp resp et attn accts ext dept ed eds trans ver
    """,
    Stop.FINAL: """
        etc inc corp co ltd jr sr bros ave blvd rd hwy sq assn assoc univ inst govt natl intl int'l gov't dep't ass't al
        calif fla tex conn mich minn wis ariz colo tenn okla jan feb aug sept oct nov dec tue tues wed thu thur thurs
        fri ph.d m.sc b.sc m.d.s ll.b ll.m d.phil lb lbs oz yd yds hr hrs min mins sec secs yr yrs tsp tbsp esq
    """,
    Stop.NUMBERED: "no nos vol vols fig figs eq eqs art arts ch chap p pp para paras sect tel op ser div rs",
    Stop.WORDLIKE: """
        mar apr jun jul sat sun mon sep va md pa mass ill ind wash ore ala ga ky la miss neb nev mo mont del
    """,
    Stop.HOUR: "a.m p.m",
}

ABBREVIATIONS: dict[str, Stop] = {form: stop for stop, forms in _LISTS.items() for form in forms.split()}

# These are ordinary words, or chatter, when they are not written with a capital.
_CAPITALISED_FORMS = """
    gen rep reps sen sens pres col fr hon insp amb brig mt ft st ste pte jan feb aug sept oct nov dec tue tues wed thu
    thur thurs fri mar apr jun jul sat sun mon sep va md pa mass ill ind wash ore ala ga ky la miss neb nev mo mont
    del calif fla tex conn mich minn wis ariz colo tenn okla co trans ms hon rev maj drs
"""
CAPITALISED = frozenset(_CAPITALISED_FORMS.split())
# These are no abbreviation at all in capitals or with one.
UNCAPITALISED = frozenset(("min", "sec", "ed", "eds", "ch", "ext", "et", "ver", "ca"))

# Function words and sentence adverbs: written with a capital they begin a sentence, whatever stands before.
_STARTERS_FORMS = """
    a an the this that these those he she it they we i you his her its their our my your one some many most several few
    each every all both another other others such no not nobody nothing everyone everybody someone
    in on at by for from with without within as of to after before during since until despite although though while
    when whenever where if unless because once under over among amid between through throughout upon about above across
    along against behind below beneath beside besides beyond like near
    and but or nor so yet however moreover furthermore therefore thus hence then there here now still also again
    meanwhile instead otherwise nevertheless nonetheless additionally consequently similarly likewise later earlier
    recently currently today yesterday tomorrow eventually finally initially originally previously subsequently
    unfortunately fortunately according apart what who whom whose which why how is are was were do does did has have had
    can could will would should may might must let please perhaps maybe indeed even just only
    it's he's she's that's there's they're we're i'm i've i'd i'll we've you're don't isn't what's here's let's
"""
STARTERS = frozenset(_STARTERS_FORMS.split())
