"""Build the word lists of nouns that name people and of nouns that name things.

    python tools/build_noun_classes.py --wordnet oewn.yaml.xz --persons FILE --things FILE --plural-things FILE

A noun names people if Open English WordNet puts its first sense, and half of all, under persons; it names things
if none of its senses is a person, an animal, a group or a body that could stand for its people. Rare nouns, names and
compounds are left out.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator
from pathlib import Path

import yaml

from paralint.text.morphology import plural, word_classes, zipf_frequency

LEAST_FREQUENCY = 3.0  # of rarer nouns WordNet knows too few senses
LEAST_OF_THINGS = 3.6  # and rarer things are hardly spoken of
MOST_SENSES = 12  # with so many senses a noun stands for almost anything
PERSONAL = frozenset({"person", "animal", "group", "Tops", "body"})
COMMON = 0.5  # share of the senses that must be persons
RARER = """
    actuary airman alpinist amputee anaesthetist angler archivist arsonist backbencher backpacker bandmaster
    barmaid barman beekeeper bellboy boatbuilder boatman bookkeeper bookmaker bookseller bosun botanist
    bricklayer busker cabbie canoeist captor carer cavalryman cellist chambermaid choirmaster chorister
    churchgoer climber coastguard cobbler commuter concertgoer conservationist cosmonaut counterfeiter
    countryman countrywoman cowherd crewman croupier deckhand demonstrator deportee detainee dishwasher divorcee
    doorman draughtsman drover dustman ecologist emissary essayist evacuee farmhand farrier filmgoer fireman
    fishmonger flautist forger fraudster frontbencher gamekeeper glaciologist glassblower glazier goalscorer
    goatherd gravedigger greengrocer groundsman guardsman handyman harpist headmistress headteacher helmsman
    herder hiker holidaymaker horsewoman hotelier hurdler hygienist infantryman innkeeper internee interviewee
    jailer jogger kayaker kidnapper landlady landscaper latecomer linesman litigant lodger longshoreman
    machinist marathoner marksman mayoress mentee meteorologist midfielder midshipman milkmaid milkman
    motorcyclist mountaineer moviegoer mugger newsreader nun oarsman oboist oceanographer onlooker optician
    ornithologist parachutist paralegal parishioner parolee partygoer payee pensioner physiotherapist pickpocket
    picnicker plasterer ploughman poacher podcaster policewoman postmistress publican purser radiographer
    rescuer restaurateur retiree returnee reveller rifleman roofer saddler sailmaker saleswoman sculler
    seamstress seismologist sherpa shipwright shoplifter skateboarder smallholder snowboarder sportswoman
    squatter stationmaster statistician steelworker stenographer stevedore stewardess stockbroker stowaway
    subeditor swineherd swordsman theatregoer townsman trafficker tribesman typist verger villager vintner
    volcanologist warder welder wheelwright winemaker worshipper yachtsman yachtswoman zoologist
"""  # that name nothing but people, though they are rarer


def senses(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each noun with the classes of its senses (``person``, ``artifact`` ...), the most frequent sense first."""
    classes: dict[str, str] = {}
    entries: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        parts = f"\n{file.read()}".split("\n# ")
    for part in parts:
        name, _, text = part.partition("\n")
        if name.startswith("noun."):
            kind = name.split(".")[1]
            classes |= {line[:-1]: kind for line in text.splitlines() if line.endswith("-n:") and line[0].isdigit()}
        elif name.startswith("entries-"):
            entries.append(text)
    for text in entries:
        for lemma, readings in yaml.load(text, Loader=yaml.CSafeLoader).items():
            found = readings.get("n", {}).get("sense", ())
            if found and str(lemma).isalpha() and str(lemma).islower():
                yield lemma, [classes[sense["synset"]] for sense in found if sense["synset"] in classes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--persons", type=Path, required=True)
    parser.add_argument("--things", type=Path, required=True)
    parser.add_argument("--plural-things", type=Path, required=True)
    options = parser.parse_args()
    persons: list[str] = []
    things: list[str] = []
    for noun, kinds in senses(options.wordnet):
        if not kinds or len(noun) < 3 or zipf_frequency(noun) < LEAST_FREQUENCY or "noun" not in word_classes(noun):
            continue
        if kinds[0] == "person" and kinds.count("person") >= COMMON * len(kinds):
            persons += sorted({noun, plural(noun)})
        elif zipf_frequency(noun) >= LEAST_OF_THINGS and len(kinds) <= MOST_SENSES and PERSONAL.isdisjoint(kinds):
            things.append(noun)
    persons += {form for noun in RARER.split() for form in (noun, plural(noun))}.difference(persons)
    for path, nouns, what in (
        (options.persons, persons, "people, in singular and plural"),
        (options.things, things, "things"),
        (options.plural_things, sorted({plural(noun) for noun in things}), "things, in the plural"),
    ):
        head = f"# {len(nouns)} nouns that name {what}, made by tools/build_noun_classes.py from Open English WordNet\n"
        path.write_text(head + "\n".join(sorted(nouns)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
