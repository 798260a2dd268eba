"""Build ``paralint/data/lexicon.bin`` from open lexical data. The same inputs give the same bytes.

    python tools/build_lexicon.py --oewn oewn.yaml.xz \\
        --treebank en_ewt-train.conllu.xz --treebank en_gum-train.conllu.xz \\
        --specialist infl_lu.csv.gz --harper dictionary.dict --harper-affixes annotations.json \\
        --wordfreq large_en.msgpack.gz --cmudict cmudict.dict --articles a_vs_an.json

Needs ``msgpack`` besides paralint itself. The sources, their licences and where to get them: ``docs/data-sources.md``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgpack

from paralint.text import lexicon, morphology, sounds
from paralint.text.lexicon import Entry, Reading

OUTPUT = Path(__file__).parents[1] / "paralint" / "data" / lexicon.FILE
WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]'?|'[a-z]+")
BASE = {"noun": "n", "verb": "b", "adj": "a", "adv": "v"}
CLOSED_CLASSES = ("IN", "DT", "PRP", "PRP$", "CC", "MD", "TO", "WDT", "WP", "WP$", "WRB", "EX", "PDT", "RP")
LETTER_OF_TAG = {
    "NN": "n", "NNS": "s", "VB": "b", "VBP": "b", "VBZ": "z", "VBD": "d", "VBN": "p", "VBG": "g", "JJ": "a", "JJR": "r",
    "JJS": "t", "RB": "v", "RBR": "e", "RBS": "f", "CD": "m", "UH": "u", **dict.fromkeys(CLOSED_CLASSES, "x"),
}  # fmt: skip
CLASSES = ("ns", "bzdpg", "art", "vef", "xmu")
BASE_OF = {"s": "n", "z": "b", "d": "b", "p": "b", "g": "b", "r": "a", "t": "a", "e": "v", "f": "v"}

HARPER_CLASSES = {"N": "n", "V": "b", "J": "a", "R": "v", "P": "x", "C": "x", "D": "x", "I": "x"}
HARPER_FORMS = {"6": "g", "h": "z", "t": "d", "T": "p", "9": "s"}

# Facts of grammar that no source states. One form for singular and plural:
_INVARIABLE = """
sheep deer moose elk bison swine fish trout salmon cod tuna squid shrimp aircraft spacecraft hovercraft watercraft
series species means offspring data crossroads headquarters barracks gallows chassis corps rendezvous sperm counsel
cannon yen yuan baht rand won hertz dice grouse quail mackerel haddock halibut herring plaice carp pike
"""
INVARIABLE = frozenset(_INVARIABLE.split())
# Abbreviations that are written as words:
ABBREVIATIONS = ("etc", "vs")
# Nouns that take a plural verb and have no singular of the same sense:
_PLURAL_ONLY = """
police people cattle clergy gentry folk vermin poultry scissors trousers pants jeans shorts tights pyjamas pajamas
leggings overalls binoculars glasses sunglasses spectacles goggles pliers tongs tweezers shears pincers bellows
clothes goods belongings thanks congratulations remains surroundings outskirts proceeds earnings savings credentials
riches premises whereabouts amends alms arrears auspices doldrums dregs entrails environs groceries munitions odds
regards shenanigans suds throes tidings valuables wages winnings knickers briefs boxers slacks dungarees breeches
khakis suspenders smithereens genitals innards bowels spoils reparations hostilities humanities heroics theatrics
antics bygones eaves elevenses leftovers
"""
PLURAL_ONLY = frozenset(_PLURAL_ONLY.split())
# Verbs whose past may equal the base, and their compounds (offset, recast); of others the -ed form is the usual one:
UNCHANGED_PAST = (
    "beat",
    "bet",
    "bid",
    "burst",
    "cast",
    "come",
    "cost",
    "cut",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "rid",
    "run",
    "set",
    "shed",
    "shit",
    "shut",
    "slit",
    "split",
    "spread",
    "thrust",
    "wet",
)
# Variants that are commoner than the frequency of the letters tells, since the rival is mostly another word:
PREFERRED_FORM = {
    ("crow", "d"): "crowed", ("abide", "d"): "abided", ("abide", "p"): "abided",
    ("duo", "s"): "duos", ("penny", "s"): "pennies", ("dry", "r"): "drier", ("lie", "d"): "lied",
}  # fmt: skip
SUPPLETIVE = frozenset(("good", "well", "bad", "badly", "ill", "much", "many", "little", "far"))
# Plurals of two nouns, by the one that is meant more often; the treebanks have too few of them:
LIKELIER_SINGULAR = {"leaves": "leaf", "bases": "base"}


class Token(NamedTuple):
    form: str
    tag: str
    lemma: str
    typo: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for option in ("oewn", "specialist", "harper", "harper-affixes", "wordfreq", "cmudict", "articles"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    parser.add_argument("--treebank", type=Path, action="append", required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()

    zipf = read_wordfreq(options.wordfreq)
    tokens = [token for path in options.treebank for token in read_treebank(path)]
    words = Words(zipf, tokens)
    wordnet, wordnet_sounds = read_wordnet(options.oewn)
    specialist = list(read_specialist(options.specialist))
    harper = read_harper(options.harper, options.harper_affixes)
    words.add_wordnet(wordnet)
    words.add_specialist(specialist)
    words.add_harper(harper)
    words.add_treebank()
    entries, irregular = words.entries(countabilities(specialist, harper, zipf, tokens))

    use(lexicon.encode(entries, irregular, {}, {}))
    exceptions = lemma_exceptions(tokens)
    first_sounds = sound_exceptions(options.cmudict, wordnet_sounds, options.articles, harper, entries, zipf)
    content = lexicon.encode(entries, irregular, exceptions, first_sounds)
    options.output.write_bytes(content)
    print(
        f"{len(entries)} words, {len(irregular)} irregular forms, {len(exceptions)} lemma exceptions, "
        f"{len(first_sounds)} sound exceptions, {len(content)} bytes"
    )


def use(content: bytes) -> None:
    """Let the functions of morphology answer from this lexicon, so that what they get wrong becomes an exception."""
    opened = lexicon.Lexicon(content)
    for module in (morphology, sounds):
        module.load = lambda: opened
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()


# Sources --------------------------------------------------------------------------------------------------------------


def read_treebank(path: Path) -> Iterator[Token]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[:1].isdigit():
                number, form, lemma, _, tag, features, _, _, _, other = line.rstrip("\n").split("\t")
                if number.isdigit():
                    typo = (
                        "Typo=Yes" in features
                        or "CorrectForm" in other
                        or "Abbr=Yes" in features
                        or "Foreign=Yes" in features
                    )
                    yield Token(form.replace("’", "'"), tag, lemma.lower().replace("’", "'"), typo)


def read_wordnet(path: Path) -> tuple[list[tuple[str, str, list[str]]], dict[str, set[bool]]]:
    """Return (lemma, part of speech, irregular forms) of single words, and whether their pronunciations start with a
    vowel.

    Reads the layout of the file line by line: parsing 46 MB as YAML takes minutes.
    """
    classes = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    rows: list[tuple[str, str, list[str]]] = []
    heard: dict[str, set[bool]] = defaultdict(set)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        word, inside, key = "", False, ""
        for line in lines:
            if line.startswith("# "):
                inside = line.startswith("# entries-")
            elif not inside:
                continue
            elif line[0] not in " \n":
                word = line.rstrip("\n:").strip("'").replace("''", "'")
            elif re.match(r"  [a-z](-\d)?:", line):
                rows.append((word, classes[line[2]], []))
            elif line.startswith("    ") and line[4] not in " -":
                key = line.strip(" :\n")
            elif key == "form" and line.startswith("    - "):
                rows[-1][2].append(line[6:].strip().strip("'"))
            elif key == "pronunciation" and (match := re.search(r"value: '?[ˈˌ]*([a-zæɑɒɔəɛɜɪʊʌɐɚɝɵðθʃʒɹɡŋʍ])", line)):
                heard[word].add(match[1] in "aeiouæɑɒɔəɛɜɪʊʌɐɚɝɵ")
    return [row for row in rows if WORD.fullmatch(row[0])], heard


def read_specialist(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Yield (lemma, class, forms of each inflection) of the table that lemminflect made of the SPECIALIST Lexicon."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            lemma, part, *forms = line.rstrip("\n").split(",")
            if WORD.fullmatch(lemma) and part in BASE:
                yield lemma, part, [form.split("/") if form else [] for form in forms]


def read_harper(path: Path, affixes_path: Path) -> dict[str, dict[str, set[str]]]:
    """Return form -> {lemma: flags or form letters as '=letters'} of Harper's dictionary, its suffixes applied."""
    affixes: dict[str, Any] = json.loads(affixes_path.read_text(encoding="utf-8"))["affixes"]
    result: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    suffixes = {
        "S": "", "d": "dp", "G": "g", "Y": "v", "p": "n", "^": "t", "n": "n", "X": "s", "L": "n", "Q": "v", "B": "a",
        "f": "a",
    }  # fmt: skip
    prefixes = {flag: affix["replacements"][0]["add"] for flag, affix in affixes.items() if affix["kind"] == "prefix"}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, slash, flags = line.partition("#")[0].strip().partition("/")
        if not slash:
            continue
        result[word][word].add(flags)
        if len(word) < 3 or not WORD.fullmatch(word):
            continue
        for stem in [word, *(prefixes[flag] + word for flag in flags if flag in prefixes)]:
            if stem != word:
                result[stem][stem].add("".join(flag for flag in flags if flag in "NVJR"))
            for flag in flags:
                if flag not in suffixes:
                    continue
                for rule in affixes[flag]["replacements"]:
                    if re.search(f"(?:{rule['condition']})$", stem) and stem.endswith(rule["remove"]):
                        form = stem[: len(stem) - len(rule["remove"])] + rule["add"]
                        letters = suffixes[flag] or ("s" if "N" in flags else "") + ("z" if "V" in flags else "")
                        inflected = flag in "SdG^"
                        result[form][stem if inflected else form].add("=" + letters)
                        break
    return result


def read_wordfreq(path: Path) -> dict[str, float]:
    """Return word -> Zipf frequency; the file lists words by centibels below one."""
    with gzip.open(path, "rb") as file:
        _, *levels = msgpack.unpack(file, raw=False)
    return {word: round(9 - level / 100, 2) for level, words in enumerate(levels) for word in words}


# Words ----------------------------------------------------------------------------------------------------------------


class Words:
    """The readings of every form, with the evidence that orders them."""

    def __init__(self, zipf: dict[str, float], tokens: list[Token]) -> None:
        self.zipf = zipf
        self.readings: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.variants: dict[tuple[str, str], list[str]] = defaultdict(list)  # (lemma, letter) -> attested forms
        self.sources: Counter[str] = Counter()
        self.specialist: set[str] = set()
        self.seen: Counter[tuple[str, str, str]] = Counter()  # form, letter, lemma
        self.lower: Counter[str] = Counter()
        for token in tokens:
            letter = LETTER_OF_TAG.get(token.tag)
            if letter and not token.typo:
                self.seen[token.form.lower(), letter, token.lemma] += 1
                self.lower[token.form] += token.form.islower()

    def add(self, form: str, letter: str, lemma: str) -> None:
        self.readings[form][lemma].add(letter)
        if letter in BASE_OF and form not in self.variants[lemma, letter]:
            self.variants[lemma, letter].append(form)

    def add_wordnet(self, rows: Iterable[tuple[str, str, list[str]]]) -> None:
        for lemma, part, forms in rows:
            self.sources[lemma] += 1
            self.add(lemma, BASE[part], lemma)
            for form in forms:
                if WORD.fullmatch(form):
                    for letter in _letters_of_irregular(form, part):
                        self.add(form, letter, lemma)

    def add_specialist(self, rows: Iterable[tuple[str, str, list[list[str]]]]) -> None:
        for lemma, part, forms in rows:
            self.sources[lemma] += 1
            self.specialist.add(lemma)
            self.add(lemma, BASE[part], lemma)
            if part == "verb" and forms:
                past, participle, *rest = [*forms, [], []][:4]
                if lemma == "run":
                    participle = ["run"]  # the table has "ran"
                forms = [past, participle or past, *rest]
            for letter, variants in zip(_order(part), forms, strict=False):
                for form in variants:
                    invariable = (
                        form == lemma and letter == "s" and lemma not in INVARIABLE and lemma not in PLURAL_ONLY
                    )
                    if WORD.fullmatch(form) and not invariable:
                        self.add(form, letter, lemma)

    def add_harper(self, rows: dict[str, dict[str, set[str]]]) -> None:
        """Harper gives words and inflections that the others lack.

        It is generous with classes, so it adds none to known words.
        """
        known = set(self.readings)
        for form, lemmas in rows.items():
            if not WORD.fullmatch(form):
                continue
            for lemma, all_flags in lemmas.items():
                self.sources[form] += 1
                for flags in sorted(all_flags):
                    if flags.startswith("="):
                        for letter in flags[1:]:
                            base = BASE_OF.get(letter)
                            if base is None and form not in known:
                                self.add(form, letter, form)
                            elif base and self._inflects(lemma, letter, form, known):
                                self.add(form, letter, lemma)
                    elif form not in known:
                        self._add_harper_word(form, flags, known)

    def _add_harper_word(self, form: str, flags: str, known: set[str]) -> None:
        for flag, letter in HARPER_FORMS.items():
            if flag in flags:  # the word itself is an inflection, and its lemma is not named
                base = BASE_OF[letter]
                lemmas = [lemma for lemma in morphology.stems(form, letter) if lemma in known]
                of_class = [lemma for lemma in lemmas if base in self.readings[lemma].get(lemma, ())]
                for lemma in (of_class or lemmas)[:1]:
                    self.add(lemma, base, lemma)  # prepped makes a verb of prep
                    self.add(form, letter, lemma)
        if form in self.readings:
            return
        inflected = any(flag in flags for flag in HARPER_FORMS) or form.endswith(("ing", "ings"))
        for flag, letter in HARPER_CLASSES.items():
            if flag in flags and not ("O" in flags and flag == "N") and not (inflected and letter == "b"):
                self.add(form, "s" if letter == "n" and "9" in flags else letter, form)

    def _inflects(self, lemma: str, letter: str, form: str, known: set[str]) -> bool:
        # Harper does not say which consonants double: only forms that are in use count.
        regular = morphology.regular(lemma, letter) == form and (letter in "sz" or form in self.zipf)
        return regular and (lemma not in known or BASE_OF[letter] in self.readings[lemma].get(lemma, ()))

    def add_treebank(self) -> None:
        totals: Counter[str] = Counter()
        for (form, _, _), count in self.seen.items():
            totals[form] += count
        for (form, letter, lemma), count in sorted(self.seen.items()):
            if not WORD.fullmatch(form) or not WORD.fullmatch(lemma) or not self.lower[form]:
                continue
            if letter in "xmu":
                if count >= 2 and count * 20 >= totals[form]:
                    self.add(form, letter, form)
                    self.sources[form] += 2
            elif form in self.readings and letter in "".join("".join(v) for v in self.readings[form].values()):
                self.sources[form] += 1
            elif count >= 3 and len(form) >= len(lemma) - 1:  # not km for kilometers
                self.sources[form] += 1
                self.add(form, letter, lemma)

    def entries(self, countability: dict[str, str]) -> tuple[dict[str, Entry], dict[tuple[str, str], str]]:
        for word in ABBREVIATIONS:
            self.add(word, "x", word)
            self.sources[word] += 2
        for word in PLURAL_ONLY:
            self.readings[word].setdefault(word, set()).update("s")
            if word.endswith("s"):
                self.readings[word][word].discard("n")
            self.sources[word] += 2
        preferred = {key: self._preferred(*key, forms) for key, forms in self.variants.items()}
        self._add_common_inflections()
        self._drop_doubtful_numbers()
        kept = {form for form, lemmas in self.readings.items() if any(lemmas.values()) and self._is_kept(form, lemmas)}
        entries = {}
        for form in kept:
            readings = [
                Reading("".join(letter for letter in word_class if letter in letters), lemma)
                for lemma, letters in self.readings[form].items()
                for word_class in CLASSES
                if lemma in kept and not letters.isdisjoint(word_class)
            ]
            readings.sort(key=lambda reading: self._order(form, reading))
            if readings:
                zipf = max(0.0, min(8.0, self.zipf.get(form, 0.0)))
                noun = form in PLURAL_ONLY or any("n" in reading.forms for reading in readings)
                entries[form] = Entry(zipf, countability.get(form, "-") if noun else "-", tuple(readings))
        irregular = {
            (lemma, letter): form
            for (lemma, letter), form in preferred.items()
            if lemma in entries and morphology.regular(lemma, letter) != form
        }
        return entries, irregular

    def _drop_doubtful_numbers(self) -> None:
        """Decide for forms that are listed as a noun and as the plural of another."""
        for form, lemmas in self.readings.items():
            singulars = [lemma for lemma, letters in lemmas.items() if lemma != form and "s" in letters]
            if not singulars or "n" not in lemmas.get(form, ()):
                continue
            as_plural = sum(self.seen[form, "s", lemma] for lemma in lemmas)
            common_singular = any(self.zipf.get(lemma, 0.0) > self.zipf.get(form, 0.0) - 1 for lemma in singulars)
            if self.seen[form, "n", form] == 0 and (
                as_plural >= 2 or (common_singular and form not in self.specialist)
            ):
                lemmas[form].discard("n")  # troops is the plural of troop, not a noun of its own
            else:
                for lemma, letters in lemmas.items():  # physics is a noun of its own, hardly the plural of physic
                    if lemma != form and self.zipf.get(lemma, 0.0) < self.zipf.get(form, 0.0) - 1.5:
                        letters.discard("s")

    def _is_kept(self, form: str, lemmas: dict[str, set[str]]) -> bool:
        """Dictionaries hold many short codes and letters as words; one that stands in a single source is left out."""
        if len(form) == 1:
            return form in "aio"
        return len(form) > 3 or self.sources[form] >= 2 or any(lemma != form for lemma in lemmas)

    def _order(self, form: str, reading: Reading) -> tuple[Any, ...]:
        seen = sum(self.seen[form, letter, reading.lemma] for letter in reading.forms)
        enough = seen >= 3 or self.zipf.get(reading.lemma, 0.0) >= 3  # annotators invent a lemma now and then
        listed = any(form in self.variants.get((reading.lemma, letter), [form]) for letter in reading.forms)
        bases = {BASE_OF.get(letter, letter) for letter in reading.forms}
        base_seen = sum(self.seen[reading.lemma, base, reading.lemma] for base in bases)
        return (
            "s" in reading.forms and LIKELIER_SINGULAR.get(form, reading.lemma) != reading.lemma,
            -seen if enough else 0,
            not listed,
            -base_seen,
            -self.zipf.get(reading.lemma, 0.0),
            reading.lemma,
            reading.forms,
        )

    def _preferred(self, lemma: str, letter: str, forms: list[str]) -> str:
        """The commonest variant; one met in other uses too (raping, of rape) must be far commoner."""
        if (lemma, letter) in PREFERRED_FORM:
            return PREFERRED_FORM[lemma, letter]
        if letter in "rtef":
            forms = [form for form in forms if self._is_comparison(lemma, form)]
        elif letter in "dp" and not lemma.endswith(UNCHANGED_PAST):
            forms = [form for form in forms if form != lemma] or forms
        elif letter == "s":
            forms = [form for form in forms if not form.endswith("ing")]

        def weight(form: str) -> tuple[Any, ...]:
            others = [other for other, letters in self.readings[form].items() if other != lemma and letter in letters]
            penalty = 3.0 if any(morphology.regular(other, letter) == form for other in others) else 0.0
            if form == lemma or others:
                penalty = max(penalty, 1.15)
            seen = self.seen[form, letter, lemma]
            return ("'" not in form, seen if seen >= 3 else 0, self.zipf.get(form, 0.0) - penalty)

        return max(forms, key=weight, default=morphology.regular(lemma, letter))

    def _is_comparison(self, lemma: str, form: str) -> bool:
        """Dictionaries list comparatives that nobody uses (correctlier)."""
        zipf = self.zipf.get(form, 0.0)
        in_use = zipf >= 2.3 and zipf > self.zipf.get(lemma, 0.0) - 2.7
        return in_use and (form[0] == lemma[0] or lemma in SUPPLETIVE)

    def _add_common_inflections(self) -> None:
        """Regular inflections that are met often enough to have a frequency of their own."""
        for lemma in [word for word, lemmas in self.readings.items() if word in lemmas]:
            letters = self.readings[lemma][lemma]
            for letter, base in BASE_OF.items():
                if base in letters and letter in "szdpg" and not self.variants.get((lemma, letter)):
                    form = morphology.regular(lemma, letter)
                    if form in self.zipf:
                        self.readings[form][lemma].add(letter)
                        self.sources[form] += 2


def _order(part: str) -> str:
    return {"noun": "s", "verb": "dpgz", "adj": "rt", "adv": "ef"}[part]


def _letters_of_irregular(form: str, part: str) -> str:
    """WordNet lists irregular forms without saying which; the ending tells."""
    if part == "noun":
        return "s"
    if part == "verb":
        return "g" if form.endswith("ing") else "z" if form.endswith("s") else "dp" if form.endswith("ed") else ""
    if form.endswith("er"):
        return "r" if part == "adj" else "e"
    return ("t" if part == "adj" else "f") if form.endswith("est") else ""


# Countability ---------------------------------------------------------------------------------------------------------


def countabilities(
    specialist: list[tuple[str, str, list[list[str]]]],
    harper: dict[str, dict[str, set[str]]],
    zipf: dict[str, float],
    tokens: list[Token],
) -> dict[str, str]:
    """Return noun -> c, m, b, p by the agreement of two dictionaries, checked against use in the treebanks."""
    by_plural: dict[str, int] = {}
    for lemma, part, forms in specialist:
        if part == "noun" and forms and forms[0]:
            own = lemma in forms[0]
            by_plural[lemma] = (1 if len(forms[0]) > 1 else 2) if own else 0
    with_a: Counter[str] = Counter()
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            first.form.lower() in ("a", "an")
            and second.tag == "NN"
            and not third.tag.startswith(("NN", "JJ", "VBG", "HYPH", "CD"))
        ):
            with_a[second.form.lower()] += 1
    as_noun: Counter[str] = Counter(token.form.lower() for token in tokens if token.tag == "NN")
    in_all: Counter[str] = Counter(token.form.lower() for token in tokens if not token.tag.startswith("NNP"))
    plurals: Counter[str] = Counter(
        token.lemma for token in tokens if token.tag == "NNS" and token.form.lower() != token.lemma
    )
    result = {}
    for noun in {*by_plural, *harper}:
        flags = "".join(sorted(f for f in harper.get(noun, {}).get(noun, ()) if not f.startswith("=")))
        votes = []
        if noun in by_plural:
            votes.append(by_plural[noun])
        if "N" in flags and "O" not in flags:
            votes.append(2 if "m" in flags else 1 if "w" in flags else 0)
        if not votes or (in_all[noun] >= 5 and as_noun[noun] * 5 < in_all[noun]):
            continue
        if noun.endswith("s") and noun[:-1] in by_plural and noun not in PLURAL_ONLY:
            continue  # archives, travels: plural or singular, counted or not, by sense
        score = sum(votes) * 2 / len(votes)
        rare_plural = zipf.get(noun + "s", 0.0) < zipf.get(noun, 0.0) - 2.0
        if noun in PLURAL_ONLY:
            kind = "p"
        elif noun in INVARIABLE:
            kind = "b" if {"m", "w"} & set(flags) else "c"
        elif (votes[-1] == 2 or len(votes) == 2) and (score >= 4 or (score >= 3 and rare_plural)) and plurals[noun] < 2:
            kind = "b" if with_a[noun] >= 2 else "m"
        elif score >= 1:
            kind = "b"
        else:
            kind = "c"
        result[noun] = kind
    return result | dict.fromkeys(PLURAL_ONLY, "p")


# Exceptions -----------------------------------------------------------------------------------------------------------


def lemma_exceptions(tokens: list[Token]) -> dict[tuple[str, str], str]:
    """Return the lemma by (form, tag) that the treebanks give more than once, and the entries and rules do not."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for token in tokens:
        if (
            not token.typo
            and token.tag not in ("GW", "ADD")
            and token.lemma != "_"
            and " " not in token.form + token.lemma
        ):
            counts[token.form.lower(), token.tag][token.lemma] += 1
    result = {}
    for (form, tag), lemmas in sorted(counts.items()):
        (lemma, count), *_ = lemmas.most_common(1)
        if tag.startswith("NNP") or (tag == "NNS" and form == lemma):
            continue  # names are their own lemmas; "supplies" belongs to "supply" even where a treebank keeps it apart
        enough = 5 if tag in morphology.INFLECTED_TAGS and morphology.is_word(form) else 2  # annotators err, too
        if (
            count >= enough
            and count * 2 > lemmas.total()
            and (form + lemma).isascii()
            and morphology.lemma(form, tag) != lemma
        ):
            result[form, tag] = lemma
    return result


_VOWELS = ("AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW")


def sound_exceptions(
    cmudict: Path,
    wordnet: dict[str, set[bool]],
    articles: Path,
    harper: dict[str, dict[str, set[str]]],
    entries: dict[str, Entry],
    zipf: dict[str, float],
) -> dict[str, bool | None]:
    """Return word -> starts with a vowel sound, where the spelling rules say otherwise.

    Abbreviations are keyed in capitals.
    """
    heard: dict[str, set[bool]] = defaultdict(set)
    for line in cmudict.read_text(encoding="utf-8").splitlines():
        word, first, *_ = line.split()
        heard[re.sub(r"\(\d\)$", "", word)].add(first.startswith(_VOWELS))
    for word, values in wordnet.items():
        heard[word.lower()] |= values
    trie = json.loads(articles.read_text(encoding="utf-8"))
    result: dict[str, bool | None] = {}
    for capitals in sorted(word for word in harper if re.fullmatch(r"[A-Z]{3,}", word)):
        word = capitals.lower()
        if sounds.spelling_sound(word) == sounds.letter_sound(word):
            continue
        values = heard.get(word, set()) if word not in entries else set()
        written = _written(trie, capitals)
        # A short one that the dictionary spells (SUV) is spelled; one that it speaks (RAF) may be spelled all the same.
        value = next(iter(values)) if len(values) == 1 and (len(word) > 3 or True in values) else written
        if value in (written, None) or written is None:
            by_rule = sounds.capitals_sound(capitals)
            if value != by_rule and (value is not None or word in entries):
                result[capitals] = value
    for word, values in sorted(heard.items()):
        if word.upper() in harper and word not in entries:
            continue
        # Only these letters start words of either sound; a word like fbi or mba is an abbreviation.
        if re.fullmatch(r"[aeiouhyx][a-z]*[aeiouy][a-z]*", word):
            by_rule = sounds.spelling_sound(word)
            value = next(iter(values)) if len(values) == 1 else _written(trie, word)
            opaque = word not in entries and zipf.get(word, 0.0) >= 2.5 and sounds.OPAQUE_NAME.match(word)
            if opaque or (by_rule is not None and value != by_rule and (value is not None or word[0] == "u")):
                result[word] = value
    return result


def _written(trie: dict[str, Any], word: str) -> bool | None:
    """Tell whether Wikipedia writes *an* before words that start like this one; ``None`` if it writes both."""
    node, depth = trie, 0
    for character in word + '"':
        if character not in node:
            break
        node, depth = node[character], depth + 1
    a, an = node["data"]["aCount"], node["data"]["anCount"]
    if depth < min(len(word), 3) or a + an < 10:
        return None
    return True if an >= 19 * a else False if a >= 19 * an else None


if __name__ == "__main__":
    main()
