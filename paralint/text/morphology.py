"""English morphology: lemmas, inflected forms, number, countability, the sound a word starts with.

Every function is pure, takes any string and never raises on one. Words of the lexicon (:mod:`paralint.text.lexicon`)
are looked up; for other words the rules of English spelling decide (Quirk et al., *A Comprehensive Grammar of the
English Language*, 1985, chapters 3, 5 and 7). Tags are those of the Penn Treebank.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from paralint.text import lazy
from paralint.text.lexicon import Entry, Reading, common_start, load, without_accents

Countability: TypeAlias = Literal["count", "mass", "both", "plural-only", "unknown"]
Number: TypeAlias = Literal["singular", "plural", "both", "unknown"]

_MEMO = 1 << 16

_FORM_OF_TAG: Final = {
    "NNS": "s", "NNPS": "s", "VBZ": "z", "VBD": "d", "VBN": "p", "VBG": "g",
    "JJR": "r", "JJS": "t", "RBR": "e", "RBS": "f",
}  # fmt: skip
INFLECTED_TAGS: Final = frozenset(_FORM_OF_TAG)
_VERB_TAGS: Final = {"b": ("VB", "VBP"), "z": ("VBZ",), "d": ("VBD",), "p": ("VBN",), "g": ("VBG",)}
_CLASS_OF_FORM: Final = {
    "n": "noun", "s": "noun", "b": "verb", "z": "verb", "d": "verb", "p": "verb", "g": "verb",
    "a": "adjective", "r": "adjective", "t": "adjective", "v": "adverb", "e": "adverb", "f": "adverb",
    "x": "function", "m": "numeral", "u": "interjection",
}  # fmt: skip
_COUNTABILITY: Final[dict[str, Countability]] = {"c": "count", "m": "mass", "b": "both", "p": "plural-only"}

# The one verb whose base, present and past differ by person, and the clitics that stand for verbs.
_BE_AND_CLITICS: Final = {
    "be": "VB", "am": "VBP", "are": "VBP", "is": "VBZ", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG",
    "'m": "VBP", "'re": "VBP", "'s": "VBZ", "'ve": "VB VBP",
}  # fmt: skip
_CLITIC = lazy.pattern(r"(?:n't|'(?:s|re|ve|ll|d|m)|(?<=s)')$")
_PREFIXES: Final = frozenset(
    ("anti", "bi", "bio", "co", "counter", "cross", "de", "e", "eco", "ex", "extra", "hyper", "inter", "intra", "mega",
     "micro", "mid", "mini", "mis", "multi", "neo", "non", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub",
     "super", "trans", "tri", "ultra", "un")
)  # fmt: skip
_BE: Final = {"VB": "be", "VBP": "are", "VBZ": "is", "VBD": "was", "VBN": "been", "VBG": "being"}
_VERBAL = frozenset("bzdpg")  # the lexicon's letters of verb forms


@lru_cache(maxsize=_MEMO)
def lemma(form: str, tag: str) -> str:
    """Return the lower-case lemma of ``form`` as a word of the Penn tag ``tag``."""
    form = _plain(form)
    lexicon = load()
    exception = lexicon.exceptions.get((form, tag))
    if exception is not None:
        return exception
    letter = _FORM_OF_TAG.get(tag)
    if letter == "s" and _DECADE.search(form):
        return form.replace("'", "")
    if letter is None:
        if tag == "CD":
            return form.replace(",", "")
        return "be" if tag == "VBP" and form in ("am", "are", "'m", "'re") else form
    for reading in _readings(form):
        if letter in reading.forms:
            return reading.lemma
    head, hyphen, tail = form.rpartition("-")
    if hyphen and tail:
        return f"{head}-{lemma(tail, tag)}"
    candidates = stems(form, letter)
    base = {"s": "n", "r": "a", "t": "a", "e": "v", "f": "v"}.get(letter, "b")
    for candidate in candidates:
        if any(base in reading.forms for reading in _readings(candidate)):
            return candidate
    prefix = _VERB_PREFIX.match(form) if letter in "dp" else None
    if prefix is not None:
        for reading in _readings(form[prefix.end() :]):
            if letter in reading.forms:
                return prefix[0] + reading.lemma
    return candidates[0] if candidates else form


def inflect(lemma: str, tag: str) -> str:
    """Return the form of ``lemma`` for the Penn tag ``tag``: ``inflect("seize", "VBD")`` is ``"seized"``.

    The case of ``lemma`` is kept on the part that stays. An adjective that takes no ending is compared with *more* and
    *most*. A tag without inflection returns the lemma as it is.
    """
    letter = _FORM_OF_TAG.get(tag)
    word = _plain(lemma)
    if word == "be" and tag in _BE:
        return match_case(lemma, _BE[tag])
    if letter is None or not word:
        return lemma
    inflected = _inflect(word, letter)
    if lemma == word:
        return inflected
    kept = common_start(inflected, word)
    if len(lemma) != len(word) or kept == 0 or (lemma.isupper() and is_word(word)):
        return match_case(lemma, inflected)
    return lemma[:kept] + inflected[kept:]  # iPhones, MPs


@lru_cache(maxsize=_MEMO)
def _inflect(word: str, letter: str) -> str:
    if letter == "s" and (countability(word) == "plural-only" or _DECADE.search(word)):
        return word
    irregular = load().irregular.get((word, letter))
    if irregular is not None:
        return irregular
    if " " in word:  # carry out, car bomb
        first, _, rest = word.partition(" ") if letter in "zdpg" else word.rpartition(" ")
        return f"{_inflect(first, letter)} {rest}" if letter in "zdpg" else f"{first} {_inflect(rest, letter)}"
    head, hyphen, tail = word.rpartition("-")
    if hyphen and tail:
        return f"{head}-{_inflect(tail, letter)}"
    form = regular(word, letter)
    prefix = _VERB_PREFIX.match(word) if letter in "dpg" else None
    if prefix is not None and word not in (reading.lemma for reading in _readings(form)):
        rest = word[prefix.end() :]
        if any("b" in reading.forms for reading in _readings(rest)):
            return prefix[0] + _inflect(rest, letter)
    return form


def plural(noun: str) -> str:
    """Return the plural of a singular noun. A noun that has one form for both is returned as it is."""
    return inflect(noun, "NNS")


def singular(noun: str) -> str:
    """Return the singular of a plural noun in the case of ``noun``; a singular noun is returned as it is."""
    word = _plain(noun)
    entry = _entry(word)
    if entry is not None:
        base = next((reading.lemma for reading in entry.readings if "n" in reading.forms or "s" in reading.forms), word)
        return noun if base == word else match_case(noun, base)
    return match_case(noun, lemma(word, "NNS"))


@lru_cache(maxsize=_MEMO)
def verb_forms(form: str) -> frozenset[str]:
    """Return the Penn tags that ``form`` can bear as a verb of any lemma; empty if no verb has such a form."""
    word = _plain(form)
    tags = _BE_AND_CLITICS.get(word)
    if tags is not None:
        return frozenset(tags.split())
    return frozenset(tag for letter in _letters(word) for tag in _VERB_TAGS.get(letter, ()))


@lru_cache(maxsize=_MEMO)
def word_classes(form: str) -> frozenset[str]:
    """Return the classes attested for ``form``: noun, verb, adjective, adverb, function, numeral, interjection.

    Empty: not a word of the lexicon, nor a regular inflection of one.
    """
    return frozenset(_CLASS_OF_FORM[letter] for letter in _letters(_plain(form)))


@lru_cache(maxsize=_MEMO)
def is_word(form: str) -> bool:
    """Tell whether ``form``, without regard to case, is a known English word in any inflection; names are not words.

    A word with a clitic (*party's*, *didn't*) and a compound of words and prefixes (*anti-government*) are words, too.
    """
    word = _plain(form)
    if _letters(word):
        return True
    without_clitic = _CLITIC.sub("", word)
    *front, last = without_clitic.split("-")
    if not front:
        return without_clitic != word and bool(_letters(last))
    return bool(_letters(last)) and all(part in _PREFIXES or _letters(part) for part in front)


@lru_cache(maxsize=_MEMO)
def is_noun(word: str) -> bool:
    """Tell whether a word is a noun rather than a verb: "plans" and not "takes", which may be a noun, too."""
    entry = load().entry(word)
    return entry is not None and _VERBAL.isdisjoint(entry.readings[0].forms)


def zipf_frequency(form: str) -> float:
    """Return log10 of the occurrences of ``form`` in a billion words, to a tenth; 0.0 if it is rare or unknown."""
    entry = _entry(_plain(form))
    return 0.0 if entry is None else entry.zipf


def countability(noun: str) -> Countability:
    """Tell how a noun (singular, or the plural of a noun that has no singular) is counted.

    *mass*: takes neither *a* nor a plural (equipment); *both*: in some senses (water); *plural-only*: police, scissors.
    """
    entry = _entry(_plain(noun))
    return "unknown" if entry is None else _COUNTABILITY.get(entry.countability, "unknown")


def number(noun_form: str) -> Number:
    """Tell whether a noun form is singular (*house*, *news*), plural (*houses*, *police*) or can be both (*sheep*)."""
    word = _plain(noun_form)
    if countability(word) == "plural-only":
        return "plural"
    letters = _letters(word)
    if "n" in letters:
        return "both" if "s" in letters or word in _ONE_FORM else "singular"
    return "plural" if "s" in letters else "unknown"


def vowel_sound(word: str) -> bool | None:
    """Tell whether ``word`` starts with a vowel sound, so that it takes *an*; ``None``: not sure, or both are heard.

    See :mod:`paralint.text.sounds`, which is opened only when asked.
    """
    from paralint.text.sounds import vowel_sound as of_word

    return of_word(word)


def match_case(model: str, word: str) -> str:
    """Return ``word`` in the case pattern of ``model``: capitals, a capital first letter, or as it is."""
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return word.upper()
    if letters and letters[0].isupper():
        return word[:1].upper() + word[1:]
    return word


# Spelling rules -------------------------------------------------------------------------------------------------------

_VERB_PREFIX = lazy.pattern(r"(?:re|un|over|out|under|mis|fore|pre|co|dis|inter)(?=[a-z]{3})")  # re-spun, un-snapped
_ONE_FORM = frozenset({"reindeer", "caribou", "wildebeest", "antelope", "prawn", "pheasant", "buffalo", "baht", "rand"})
_DECADE = lazy.pattern("[0-9]'?s$")
_CONSONANT_Y = lazy.pattern(r"[^aeiou]y")
_SIBILANT = lazy.pattern(r"(?:s|x|z|ch|sh)")
_DOUBLING = lazy.pattern(
    r"[^aeiou]*(?:qu)?[aeiouy][^aeiouwxyh]"
)  # one syllable, one vowel, one consonant: stop, quit, gym
_ENDING = {"d": "ed", "p": "ed", "g": "ing", "r": "er", "e": "er", "t": "est", "f": "est"}


def regular(lemma: str, letter: str) -> str:
    """Return the form that the rules of spelling give; ``letter`` as in :class:`~paralint.text.lexicon.Reading`."""
    if letter in "sz":
        if _CONSONANT_Y.fullmatch(lemma, len(lemma) - 2):
            return lemma[:-1] + "ies"
        if _SIBILANT.fullmatch(lemma, max(len(lemma) - 2, 0)) or lemma[-1:] in "sxz":
            return lemma + "es"
        if letter == "z" and lemma.endswith("o") and lemma[-2:-1] not in "aeiou":
            return lemma + "es"
        return lemma + "s"
    ending = _ENDING[letter]
    if letter in "rtef" and not _takes_ending(lemma):
        return f"{'more' if ending == 'er' else 'most'} {lemma}"
    if ending == "ing":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
            return lemma[:-1] + "ing"
    elif lemma.endswith("e"):
        return lemma + ending[1:]
    elif _CONSONANT_Y.fullmatch(lemma, len(lemma) - 2):
        return lemma[:-1] + "i" + ending
    if lemma.endswith("ic") and letter in "dpg":
        return lemma + "k" + ending
    if _DOUBLING.fullmatch(lemma):
        return lemma + lemma[-1] + ending
    return lemma + ending


def _takes_ending(adjective: str) -> bool:
    """Adjectives of one syllable, and of two in -y or -le, are compared with endings."""
    syllables = len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", adjective)))
    return syllables <= 1 or (syllables == 2 and adjective.endswith(("y", "le")) and not adjective.endswith("ly"))


def stems(form: str, letter: str) -> tuple[str, ...]:
    """Return the lemmas whose regular form ``letter`` is ``form``, the likeliest first if none of them is known."""
    ending = {"s": "s", "z": "s"}.get(letter) or _ENDING[letter]
    if letter == "s" and form.endswith("'s"):
        return (form[:-2],)  # the 80's, ID's
    if not form.endswith(ending) or (ending == "s" and form.endswith("ss")):
        return ()
    stem = form[: -len(ending)]
    if len(stem) < 2:
        return ()
    if ending == "s":
        guesses = [stem]
        if form.endswith("ies"):
            guesses = [form[:-3] + "y", stem]
        elif form.endswith("es"):
            takes_es = _TAKES_ES.search(form) or (letter == "s" and _NOUN_IN_US.search(form))
            guesses = [form[:-2], stem] if takes_es else [stem, form[:-2]]
    else:
        guesses = [stem, stem + "e"]
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
            guesses = [stem, stem[:-1]] if stem.endswith(("ss", "ll", "ff", "zz")) else [stem[:-1], stem]
        elif _WANTS_E.search(stem):
            guesses.reverse()
        if stem.endswith("i") and ending != "ing":
            guesses.insert(0, stem[:-1] + "y")
        elif stem.endswith("y") and ending == "ing":
            guesses.append(stem[:-1] + "ie")
        elif stem.endswith("ck"):
            guesses.append(stem[:-1])
    spelled = tuple(
        guess
        for guess in guesses
        if regular(guess, letter) == form or (letter in "dpg" and guess + guess[-1:] + ending == form)
    )
    return spelled or tuple(guesses[:1])


_TAKES_ES = lazy.pattern(r"(?:ss|sh|ch|x|zz|[^aeiou]o)es$")
_NOUN_IN_US = lazy.pattern(r"[^aehor]uses$")  # viruses, but not houses
# Stems that mostly end in a silent e among the verbs of the lexicon: lov-, judg-, bottl-, argu-, creat-, decid-, fil-.
_WANTS_E = lazy.pattern(
    r"(?:[cuvz]|[^s]s|[^n]g|[^aeiourlw]l|[fp]il|[^eo]a[dkt]|[^aeo]ap|[^aeo]i[dmnr]|[^o]o[dk]|[^aou]ud|u[kmnt]|[^aeo]ik|"
    r"[^o]ur|[hlpt]ar|ib|yp)$"
)


# Look-up --------------------------------------------------------------------------------------------------------------


def _entry(form: str) -> Entry | None:
    return load().entry(form) if form.isascii() else load().entry(without_accents(form))


def _readings(form: str) -> tuple[Reading, ...]:
    entry = _entry(form)
    return () if entry is None else entry.readings


@lru_cache(maxsize=_MEMO)
def _letters(form: str) -> str:
    """Return the form letters of every reading of ``form``: from its entry, else as a regular inflection."""
    entry = _entry(form)
    if entry is not None:
        letters = "".join(reading.forms for reading in entry.readings)
        # The lexicon's sources take "outspent" for a bare verb.
        prefix = _VERB_PREFIX.match(form) if "b" in letters and not {"d", "p"} & set(letters) else None
        rest = "".join(reading.forms for reading in _readings(form[prefix.end() :])) if prefix else ""
        if "b" not in rest and {"d", "p"} & set(rest) and form != "relent":
            return letters.replace("b", "") + "".join(letter for letter in "dp" if letter in rest)
        return letters
    letters = ""
    for letter, base in (("s", "n"), ("z", "b"), ("d", "b"), ("p", "b"), ("g", "b"), ("r", "a"), ("t", "a")):
        for candidate in stems(form, letter):
            attested = any(base in reading.forms for reading in _readings(candidate))
            if attested and _inflect(candidate, letter) == form:
                letters += letter
                break
    return letters


def _plain(form: str) -> str:
    return form.lower().replace("’", "'")
