"""Which words can have come in for a word of a fixed name: of like meaning, of one root, misspelt, or one to the ear.

All words are in lower case.
"""

from __future__ import annotations

from functools import lru_cache

from paralint.evidence.names import fixed_names
from paralint.evidence.names.cities import cities
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.spellings import distance
from paralint.evidence.names.usage import american
from paralint.evidence.words.closed import COMPASS, words
from paralint.evidence.words.titles import HEADS, ROLES
from paralint.text.morphology import is_word, lemma

# Heads that stand for one another in the names of bodies, beyond what a thesaurus says of them.
HEADS_ALIKE = tuple(
    words(listed)
    for listed in (
        "university college academy institution school faculty",
        "institute institution academy college centre center",
        "agency bureau office department authority administration directorate",
        "committee commission board council panel",
        "association federation union league alliance society organization organisation",
    )
)
# Words that are others of the name to the ear.
HOMOPHONES = frozenset(
    pair
    for one, other in (
        ("capital", "capitol"), ("council", "counsel"), ("corps", "core"), ("corps", "corpse"), ("naval", "navel"),
        ("principal", "principle"), ("peace", "piece"), ("border", "boarder"), ("sea", "see"), ("board", "bored"),
        ("marshal", "martial"), ("cavalry", "calvary"), ("fair", "fare"), ("main", "mane"), ("great", "grate"),
        ("mail", "male"), ("air", "heir"), ("guard", "gourd"), ("rights", "rites"), ("rights", "writes"),
        ("reserve", "reverse"), ("canal", "channel"), ("treaty", "treatise"), ("statute", "statue"),
        ("desert", "dessert"), ("isle", "aisle"), ("bay", "bey"), ("plain", "plane"), ("straits", "straights"),
        ("strait", "straight"), ("cape", "cap"), ("mount", "mound"), ("gulf", "golf"), ("beach", "beech"),
        ("lake", "leak"), ("prize", "price"), ("medal", "metal"), ("medal", "meddle"), ("medal", "mettle"),
        ("bowl", "boll"), ("race", "raise"), ("race", "raze"), ("cup", "cop"), ("tour", "tower"), ("court", "caught"),
        ("mint", "meant"), ("steel", "steal"), ("mail", "mall"), ("post", "past"), ("times", "thymes"), ("sun", "son"),
        ("star", "stare"), ("bank", "bang"), ("exchange", "exchanger"), ("fund", "found"), ("fleet", "fleets"),
        ("weather", "whether"), ("rail", "rale"), ("mine", "mind"), ("health", "wealth"), ("women", "woman"),
        ("patent", "patient"), ("patents", "patience"), ("colonel", "kernel"), ("minister", "minster"),
        ("minster", "minister"), ("cemetery", "seminary"), ("symphony", "sympathy"), ("gallery", "galley"),
        ("library", "liberty"), ("assembly", "assemblage"), ("congress", "concourse"), ("palace", "place"),
        ("tower", "towel"), ("bridge", "bride"), ("wales", "whales"), ("greece", "grease"), ("turkey", "turnkey"),
        ("chile", "chilly"), ("chile", "chilli"), ("chile", "chili"), ("rome", "roam"), ("seoul", "soul"),
        ("hungary", "hungry"), ("czech", "check"), ("czech", "cheque"), ("sri", "siri"), ("sri", "sree"),
        ("faso", "phase"), ("faso", "face"), ("faso", "fasso"), ("burkina", "bikini"), ("costa", "coast"),
        ("rica", "rich"), ("rico", "rich"), ("verde", "green"), ("ivory", "every"), ("polynesia", "polynesian"),
        ("guiana", "guinea"), ("bissau", "bistro"), ("salvador", "saviour"), ("marino", "marine"), ("timor", "timer"),
        ("falkland", "fork-land"), ("faroe", "pharaoh"), ("marshall", "martial"), ("cayman", "caiman"),
        ("solomon", "salmon"), ("emirates", "emeralds"), ("leone", "lion"), ("leone", "leon"), ("sierra", "saw"),
        ("barents", "parents"), ("bering", "bearing"), ("aral", "oral"), ("gaza", "gauze"), ("golan", "goal"),
        ("suez", "sues"), ("ryder", "rider"), ("davis", "davies"), ("nobel", "noble"), ("pulitzer", "pullet"),
        ("booker", "bookmaker"), ("goncourt", "concourse"), ("downing", "drowning"), ("whitehall", "white-hall"),
        ("buckingham", "bucking"), ("bastille", "bastion"),
        ("finland", "inland"), ("leeds", "leads"), ("reading", "redding"), ("bath", "bathe"), ("cork", "caulk"),
        ("nice", "niece"), ("cologne", "colon"), ("kiel", "keel"), ("tyne", "tine"), ("thames", "terms"),
        ("seine", "sane"),
        ("rhine", "rind"), ("rhone", "roan"), ("nile", "nil"), ("maine", "main"), ("jersey", "jerky"), ("cuba", "cube"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
# More words that bodies and lands are called by.
_KINDS = words("legislature movement route kingdom nation tribunal command")
TREATIES = words("agreement agreements accord accords treaty pact convention")
_BEARERS = ("ers", "ists")  # those who are of a body
_SPELT = 4  # letters of a word that is taken for another one misspelt


def no_word_of_bodies(word: str, owed: str) -> bool:
    """Tell whether bodies are not called by a word, nor by its plural where the name has a singular."""
    return word not in HEADS | ROLES | _KINDS and word.isalpha() and (owed.endswith("s") or not word.endswith("s"))


def near_town(word: str, owed: str) -> bool:
    """Tell whether a word that is no place is nearly the town of a university: University of Tartar."""
    if min(len(word), len(owed)) < _SPELT + 1 or word[:3] != owed[:3] or word.title() in cities():
        return False
    return is_word(word) and not is_word(owed) and distance(word, owed, 2) <= 2


def strong(word: str, owed: str) -> bool:
    """Tell whether two words are of like meaning, of one root, or one to the ear."""
    if lemma(word, "NNS") == lemma(owed, "NNS") or word in nationalities() or word.isdigit():
        return False
    return means(word, owed) or cognate(word, owed) or (word, owed) in HOMOPHONES


def means(word: str, owed: str) -> bool:
    """Tell whether a word may wrongly stand for one of a name, as they are or both in the singular."""
    like = fixed_names.load().meaning
    one, other = lemma(word, "NNS"), lemma(owed, "NNS")
    return word in like(owed) or one in like(owed) or (other != owed and one != word and one in like(other))


def replaces(word: str, owed: str) -> bool:
    """Tell whether a word can have come in for another one: of like meaning, or a longer word made from it."""
    if american(word) == american(owed) or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False
    if not is_word(word) or not is_word(owed) or (word in COMPASS and owed in COMPASS):
        return False
    longer = len(owed) > 3 and len(word) > len(owed) + 2 and word.startswith(owed) and not word.endswith(_BEARERS)
    return longer or word in fixed_names.load().meaning(owed)


@lru_cache(maxsize=1)
def nationalities() -> frozenset[str]:
    """Return the adjectives of countries, in American spelling."""
    return frozenset(american(form.lower()) for country in gazetteer().countries for form in country.adjectives)


def no_kind(word: str, owed: str) -> bool:
    """Tell whether a last word means what the last one of a name does, but is no kind of body: National Gathering."""
    if word in HEADS or word in ROLES or word.startswith(owed) or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False  # Middle Eastern
    return means(word, owed)


def misspelt(word: str, owed: str, size: int) -> bool:
    """Tell whether a word is one of the name with a letter changed (Nobel Price), or begun alike (Wildness)."""
    if min(len(word), len(owed)) < _SPELT or word in COMPASS or lemma(word, "NNS") == lemma(owed, "NNS"):
        return False
    if distance(word, owed, 1) == 1:
        if len(word) == len(owed):
            return word[0] == owed[0] or len(word) > _SPELT + 2
        if word[0] == owed[0] and not is_word(word):
            return size > 2 or not gazetteer().knows(word)
    return size > 2 and is_word(word) and word[:_SPELT] == owed[:_SPELT] and abs(len(word) - len(owed)) <= 1


def cognate(word: str, owed: str) -> bool:
    """Tell whether two words are forms of one root: money and monetary."""
    short, long = sorted((word, owed), key=len)
    stem = short[:-1] if len(short) < 6 else short[:-2]
    return len(short) > 3 and long.startswith(stem) and is_word(word) and not word.endswith(_BEARERS)
