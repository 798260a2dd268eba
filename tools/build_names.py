"""Build ``paralint/data/names.bin`` from open data about names. The same inputs give the same bytes.

    python tools/build_names.py --variants persons.txt --oewn oewn.yaml.xz \\
        --people DIR --romanised DIR --territories data.jsonl --cities cities15000.json \\
        --legislators legislators-current.yaml \\
        --women dist.female.first --men dist.male.first --families dist.all.last

``--people`` holds CSV files of office holders of countries that write in Latin letters, ``--romanised`` those of
other countries. The sources, their licences and where to get them: ``docs/data-sources.md``.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from paralint.evidence.names import gazetteer
from paralint.evidence.names.gazetteer import Country, Person
from paralint.evidence.names.spellings import fold
from paralint.evidence.words.titles import PARTICLES

NEWSMAKERS = Path(__file__).with_name("newsmakers.txt")
OUTPUT = Path(__file__).parents[1] / "paralint" / "data" / gazetteer.FILE

LATIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NATIVE = re.compile(r"(?:a|an) (?:native|inhabitant|resident|citizen)\b.* of (?:the )?([A-Z][\w' -]*)")
FEMALE, MALE = "Q6581072", "Q6581097"
MOST_SYNONYMS = 60
RARE = 0.001  # percent of the population

# Countries whose people write their names in another alphabet, so that the Latin spelling is somebody's choice.
OTHER_SCRIPTS = frozenset(
    """Afghanistan,Algeria,Armenia,Bahrain,Bangladesh,Belarus,Bhutan,Bosnia and Herzegovina,Bulgaria,Cambodia,China,
    Comoros,Cyprus,Djibouti,Egypt,Eritrea,Ethiopia,Georgia,Greece,India,Iran,Iraq,Israel,Japan,Jordan,Kazakhstan,
    Kuwait,Kyrgyzstan,Laos,Lebanon,Libya,Maldives,Mauritania,Mongolia,Montenegro,Morocco,Myanmar,Nepal,North Korea,
    North Macedonia,Oman,Pakistan,Palestine,People's Republic of China,Qatar,Russia,Saudi Arabia,Serbia,Somalia,
    South Korea,Sri Lanka,State of Palestine,Sudan,Syria,Taiwan,Tajikistan,Thailand,Tunisia,Turkmenistan,Ukraine,
    United Arab Emirates,Uzbekistan,Yemen""".replace("\n    ", "").split(",")
)

# Adjectives and peoples that the wordnet does not link to their country, and names of countries it writes otherwise.
MORE_COUNTRIES = """
Belarus|Belarusian|Belarusian
Britain|British|Briton
China|Chinese|Chinese
Croatia|Croatian|Croatian
Cyprus|Cypriot|Cypriot
Czechia|Czech|Czech
Denmark|Danish|Dane
Finland|Finnish|Finn
France|French|
Georgia|Georgian|Georgian
Germany|German|German
Greece|Greek|Greek
Iceland|Icelandic|Icelander
India|Indian|Indian
Ireland|Irish|
Italy|Italian|Italian
Japan|Japanese|Japanese
Kosovo|Kosovar|Kosovar
Kyrgyzstan|Kyrgyz|Kyrgyz
Mexico|Mexican|Mexican
Montenegro|Montenegrin|Montenegrin
Netherlands|Dutch|
Norway|Norwegian|Norwegian
Palestine|Palestinian|Palestinian
Poland|Polish|Pole
Portugal|Portuguese|Portuguese
Russia|Russian|Russian
Scotland|Scottish|Scot
Serbia|Serbian|Serb
Slovakia|Slovak|Slovak
Slovenia|Slovenian|Slovene
South Korea|South Korean|South Korean
North Korea|North Korean|North Korean
South Sudan|South Sudanese|South Sudanese
Spain|Spanish|Spaniard
Sweden|Swedish|Swede
Switzerland|Swiss|
Thailand|Thai|Thai
Turkey|Turkish|Turk
Ukraine|Ukrainian|Ukrainian
Vietnam|Vietnamese|Vietnamese
Wales|Welsh|
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    places = ("territories", "cities")
    parser.add_argument("--oewn", type=Path, required=True)
    sources = ("variants", "people", "romanised", *places, "legislators", "women", "men", "families")
    for option in sources:
        parser.add_argument(f"--{option}", type=Path)
    given = parser.parse_args()
    wordnet = Wordnet(given.oewn)
    missing = [option for option in sources if getattr(given, option) is None]
    if missing:
        parser.error(f"--{missing[0]} is needed")
    sexes: dict[str, Counter[str]] = defaultdict(Counter)
    people = list(_office_holders(given.people, romanised=False, sexes=sexes))
    people += _legislators(given.legislators, sexes)
    formal = {fold(person.given.split()[0]) for person in people}
    people += _office_holders(given.romanised, romanised=True, sexes=sexes)
    latin = {(person.given, person.family) for person in people if not person.romanised}
    people = [person for person in people if not person.romanised or person[:2] not in latin]
    for path, sex in ((given.women, "f"), (given.men, "m")):
        for name, share in _census(path):
            sexes[name][sex] += max(1, round(share * 1000))
            formal.add(name)
    forms = list(_variants(given.variants))
    forms += ((part, 0) for person in people for part in (*person.given.split(), *person.family.split()))
    forms += ((part, 0) for name in wordnet.names for part in LATIN.findall(name))
    # The tail of the census is borne by a few hundred people each, and by nobody: typing errors.
    census = (entry for path in (given.women, given.men, given.families) for entry in _census(path))
    forms += ((name, 0) for name, share in census if share >= RARE)
    forms += ((part, 0) for name in _cities(given.cities) for part in LATIN.findall(name))
    lines = NEWSMAKERS.read_text(encoding="utf-8").splitlines()
    forms += ((name, 0) for line in lines if not line.startswith("#") for name in line.split())
    content = gazetteer.encode(
        forms=forms,
        people=people,
        given_names={name: _sex(counts) for name, counts in sexes.items() if len(name) > 1},
        formal=formal,
        countries=_countries(wordnet, _sovereign(given.territories)),
    )
    OUTPUT.write_bytes(content)
    print(f"{OUTPUT}: {len(content)} bytes")


class Wordnet:
    """What is needed of the Open English WordNet."""

    def __init__(self, path: Path) -> None:
        self.members: dict[str, list[str]] = {}
        self.relations: dict[str, dict[str, list[str]]] = {}
        self.definitions: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.senses: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
        for name, section in _sections(path):
            if name.startswith("entries"):
                self._read_entries(section)
            elif name.startswith(("noun", "adj")):
                self._read_synsets(name, section)
        self.names = sorted({lemma for lemma in self.senses if lemma[:1].isupper()})
        self.below: dict[str, list[str]] = defaultdict(list)
        for synset, relations in self.relations.items():
            for target in (target for targets in relations.values() for target in targets):
                self.below[target].append(synset)
        self.synsets: dict[str, list[str]] = defaultdict(list)
        for synset, members in self.members.items():
            for member in members:
                self.synsets[member.lower()].append(synset)

    def _read_synsets(self, name: str, section: dict[str, Any]) -> None:
        for synset, data in section.items():
            self.members[synset] = list(map(str, data["members"]))
            self.relations[synset] = {key: value for key, value in data.items() if key in ("hypernym", "similar")}
            self.definitions[synset] = str(data["definition"][0])
            self.files[synset] = name

    def _read_entries(self, section: dict[str, Any]) -> None:
        for lemma, entry in section.items():
            for part in entry.values():
                for sense in part["sense"]:
                    self.senses[str(lemma)].append((sense["id"], sense["synset"], sense.get("pertainym", [])))

    def near(self, word: str) -> set[str]:
        """Return the synonyms of a word in all its senses, and the words of one step up, down or aside."""
        found: list[str] = []
        for synset in (*self.synsets.get(word, ()), *self.synsets.get(word.removesuffix("s"), ())):
            found += self.members[synset]
            for neighbour in (target for targets in self.relations[synset].values() for target in targets):
                found += self.members.get(neighbour, ())
        for synset in self.synsets.get(word, ()):
            for other in self.below[synset]:
                found += self.members[other]
        single = dict.fromkeys(form.lower() for form in found if form.isalpha())
        single.pop(word, None)
        return set(list(single)[:MOST_SYNONYMS])


def _sections(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = lzma.decompress(path.read_bytes()).decode("utf-8")
    for piece in re.split(r"^# (?=\S+\.yaml$)", text, flags=re.MULTILINE)[1:]:
        name, _, content = piece.partition("\n")
        if name.startswith(("entries", "noun", "adj")):
            yield name, yaml.load(content, loader)


def _variants(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the forms of the table of personal names: ``form, form => number, number``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            forms, _, numbers = line.partition(" => ")
            latin = [form for form in forms.split(", ") if LATIN.fullmatch(form) and _latin(form)]
            for number in numbers.split(", ")[:3]:
                yield from ((form, int(number.strip()[1:])) for form in latin if len(form) > 2)


def _latin(form: str) -> bool:
    return fold(form).isascii() and bool(fold(form))


def _office_holders(folder: Path, romanised: bool, sexes: dict[str, Counter[str]]) -> Iterator[Person]:
    """Yield the persons of tables of office holders from Wikidata: an item and its English label."""
    names: dict[str, str] = {}
    sex: dict[str, str] = {}
    latin: set[str] = set()
    for path in sorted(folder.glob("*.csv")):
        if "cabinets" in path.name or "terms" in path.name:
            continue
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                item = row.get("item") or row.get("officeholder") or ""
                name = row.get("itemLabel") or row.get("officeholderLabel") or row.get("enLabel") or row.get("name")
                if name and not name.startswith("Q"):
                    names[item] = name
                country = row.get("country") or row.get("jurisdictionLabel")
                if not romanised or (country and country not in OTHER_SCRIPTS):
                    latin.add(item)
                if row.get("gender") in (FEMALE, MALE, "female", "male"):
                    sex[item] = "f" if row["gender"] in (FEMALE, "female") else "m"
    for item, name in names.items():
        person = _person(name, item not in latin)
        if person is not None:
            yield person
            if item in sex:
                sexes[fold(person.given.split()[0])][sex[item]] += 1


def _person(name: str, romanised: bool) -> Person | None:
    """Cut a name before its last word and the particles that go with it; initials and titles are left out."""
    parts = [part for part in name.split() if len(part.rstrip(".")) > 1 and LATIN.fullmatch(part)]
    parts = [part for part in parts if part[0].isupper() or part.lower() in PARTICLES]
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1].lower() in PARTICLES:
        cut -= 1
    if cut < 1:
        return None
    return Person(" ".join(parts[:cut]), " ".join(parts[cut:]), romanised)


def _legislators(path: Path, sexes: dict[str, Counter[str]]) -> Iterator[Person]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for entry in yaml.load(path.read_text("utf-8"), loader):
        name = entry["name"]
        sexes[fold(name["first"])][entry["bio"]["gender"].lower()] += 1
        for given in {name.get("nickname") or name["first"], name["first"]}:
            yield Person(given, name["last"], False)


def _cities(path: Path) -> Iterator[str]:
    for city in json.loads(path.read_text("utf-8")).values():
        yield city["name"]


def _census(path: Path) -> Iterator[tuple[str, float]]:
    """Yield name and share (percent) of a list of the United States census."""
    for line in path.read_text("ascii").splitlines():
        name, share, *_ = line.split()
        yield name.lower(), float(share)


def _sex(counts: Counter[str]) -> str:
    total = counts["f"] + counts["m"]
    return "f" if counts["f"] >= 0.95 * total else "m" if counts["m"] >= 0.95 * total else "-"


def _sovereign(path: Path) -> set[str]:
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["name"] for row in rows if row.get("is_country")} | {"Britain", "Scotland", "Wales"}


def _countries(wordnet: Wordnet, sovereign: set[str]) -> Iterator[Country]:
    """Yield the countries and states: a place that an adjective of relation and a noun for a person belong to."""
    place_of = {
        sense: lemma
        for lemma, senses in wordnet.senses.items()
        for sense, synset, _ in senses
        if wordnet.files.get(synset) == "noun.location.yaml" and lemma[:1].isupper()
    }
    adjectives: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    for lemma, senses in wordnet.senses.items():
        for _, synset, pertainyms in senses:
            if not lemma[:1].isupper() or " " in lemma:
                continue
            for pertainym in pertainyms:
                if pertainym in place_of:
                    adjectives[place_of[pertainym]].add(lemma)
            native = NATIVE.match(wordnet.definitions.get(synset, ""))
            if native and wordnet.files.get(synset) == "noun.person.yaml":
                people[native[1]].add(lemma)
    for row in MORE_COUNTRIES.split("\n"):
        if row:
            name, adjective, noun = row.split("|")
            adjectives[name].add(adjective)
            people[name].update(filter(None, [noun]))
    for name in sorted(adjectives.keys() | people.keys()):
        related = adjectives[name] | {noun for noun in people[name] if noun.endswith(("an", "ese", "i", "ish"))}
        if related and name not in related and len(name) > 3 and " in " not in name:
            yield Country(name, tuple(sorted(related)), tuple(sorted(people[name])), name in sovereign)


if __name__ == "__main__":
    main()
