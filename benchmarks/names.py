"""Garble names by ten mechanisms and measure what the NAM rules find.

    python benchmarks/names.py [FOLDER of clean .txt articles] [--seed 1] [--each 300] [--json]

Each trial takes one article, damages one mention in one way, and asks whether a finding of a NAM rule overlaps the
damage. Articles are those of the folder and short ones made here about people of twenty languages. Findings on the
undamaged articles are the false alarms. The same seed gives the same trials.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from paralint.engine.linter import Linter
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.mentions import Mention, mentions
from paralint.findings import Severity, Span
from paralint.ruleset.load import builtin
from paralint.text.document import Document
from paralint.text.morphology import is_word
from paralint.text.read import document

# given name, family name as it stands alone, title; at least one of every kind of name that is easily mishandled
PEOPLE = """
Ingeborg Solheim|Solheim|Mayor|Norway
Björn Þorvaldsson|Þorvaldsson|Minister|Iceland
Sigríður Hallgrímsdóttir|Hallgrímsdóttir|Judge|Iceland
Caoimhe Ó Súilleabháin|Ó Súilleabháin|Dr.|Ireland
Fergus MacAllister|MacAllister|Captain|Scotland
Willemijn van der Hoeven|Van der Hoeven|Minister|Belgium
Annegret von Hohenfels|Von Hohenfels|Chancellor|Germany
Gwenaël Le Bihan|Le Bihan|Mayor|France
Jean-Baptiste Lacroix-Dumont|Lacroix-Dumont|Senator|France
Inês Carvalhosa|Carvalhosa|Judge|Portugal
Joaquín Etxeberria|Etxeberria|Inspector|Spain
Giancarlo Della Monica|Della Monica|Prosecutor|Italy
Agnieszka Krzyżanowska|Krzyżanowska|Minister|Poland
Zdeněk Havlíček|Havlíček|Governor|Slovakia
László Széchenyi|Széchenyi|Ambassador|Hungary
Ștefania Munteanu|Munteanu|Minister|Romania
Oleksandr Stetsenko|Stetsenko|General|Ukraine
Yekaterina Voskresenskaya|Voskresenskaya|Ambassador|Russia
Davit Gelashvili|Gelashvili|Governor|Georgia
Hovhannes Grigoryan|Grigoryan|President|Armenia
Ümit Kılıçdağ|Kılıçdağ|Minister|Turkey
Yusuf al-Mansouri|al-Mansouri|Judge|Qatar
Abdullah bin Rashid|Bin Rashid|Ambassador|Oman
Leïla Ben Slimane|Ben Slimane|President|Tunisia
Farrokh Khorramshahi|Khorramshahi|Minister|Iran
Priyanka Raghunathan|Raghunathan|Governor|India
Nguyễn Thị Hương|Hương|Minister|Vietnam
Seo Yun-jin|Seo|Governor|South Korea
Takahashi Kenjiro|Takahashi|Minister|Japan
Oluwaseun Adebayo-Okonkwo|Adebayo-Okonkwo|Senator|Nigeria
Haile Gebremedhin|Gebremedhin|Colonel|Ethiopia
Katherine Featherstone|Featherstone|Mayor|Canada
Tomás Quisquater|Quisquater|Senator|Peru
Kristjan Tammsaare|Tammsaare|Minister|Finland
"""
STORY = """{title} {full} opened the hearing on Monday in a crowded hall. The inquiry is in its second week, and both
sides expect it to last until the autumn.

"We have nothing to hide," {family} told reporters. The files, he said, were complete. {family} had asked for them in
March, when the {adjective} government called an inquiry.

The ambassador of {country} sat in the first row. The International Monetary Fund had sent an observer, as had the World
Health Organization, and the lawyers of the union took notes.

Later {title} {full} met the families of the miners. Asked whether the report would be public, {family} nodded.
"""

Damage = Callable[[Document, random.Random], "tuple[str, Span] | None"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=300, help="trials of each mechanism")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    linter = Linter([rule for rule in builtin().rules if rule.family == "NAM"])
    texts = list(stories())
    if options.folder:
        texts += [path.read_text("utf-8") for path in sorted(options.folder.rglob("*.txt"))]
    documents = [document(f"{number}.txt", text) for number, text in enumerate(texts)]
    result = {"articles": len(texts), **clean(linter, documents), "recall": {}}
    for name, damage in MECHANISMS.items():
        result["recall"][name] = recall(linter, documents, damage, random.Random(f"{options.seed}{name}"), options.each)
    if options.json:
        print(json.dumps(result, indent=1))
        return
    print(f"{result['articles']} articles, {result['words']} words, {result['seconds']:.2f} s of CPU time for NAM")
    print(f"undamaged: {result['alarms']} findings at warning or error, {result['rate']:.3f} per 1,000 words")
    print(f"{'mechanism':16}{'trials':>8}{'found':>8}{'recall':>8}")
    for name, (trials, found) in result["recall"].items():
        print(f"{name:16}{trials:8}{found:8}{found / max(trials, 1):8.2f}")


def stories() -> Iterator[str]:
    adjectives = {country.name: country.adjectives[0] for country in gazetteer().countries}
    for line in PEOPLE.strip().splitlines():
        full, family, title, country = line.split("|")
        adjective = adjectives[country]
        story = STORY.format(full=full, family=family, title=title, country=country, adjective=adjective)
        yield "\n\n".join(paragraph.replace("\n", " ") for paragraph in story.split("\n\n"))


def clean(linter: Linter, documents: list[Document]) -> dict[str, float]:
    words = sum(len(each.text.split()) for each in documents)
    start = process_time()
    findings = [finding for each in documents for finding in linter.lint(each)]
    alarms = sum(finding.severity >= Severity.WARNING for finding in findings)
    seconds = process_time() - start
    return {"words": words, "alarms": alarms, "rate": 1000 * alarms / words, "seconds": seconds}


def recall(
    linter: Linter, documents: list[Document], damage: Damage, dice: random.Random, trials: int
) -> tuple[int, int]:
    done = found = 0
    for _ in range(trials * 20):
        if done == trials:
            break
        made = damage(dice.choice(documents), dice)
        if made is None:
            continue
        done += 1
        text, place = made
        findings = linter.lint(document("damaged.txt", text))
        found += any(finding.span.overlaps(place) for finding in findings)
    return done, found


def _replace(text: str, span: Span, new: str) -> tuple[str, Span]:
    return text[: span.start] + new + text[span.end :], Span(span.start, span.start + len(new))


def _repeated(doc: Document, dice: random.Random) -> tuple[Mention, Span] | None:
    """Choose a mention of a name that stands in the document elsewhere too: its full form, or its family name."""
    found = doc.derive(mentions)
    pool = [
        mention for mention in found.all
        if all(map(str.isalpha, mention.parts)) and not mention.acronym and len(mention.parts[-1]) > 5
        and not is_word(mention.parts[-1]) and found.counts[mention.parts[-1]] > 2
        and any(each.full for each in found.by_part[mention.parts[-1]])
    ]  # fmt: skip
    if not pool:
        return None
    mention = dice.choice(pool)
    tokens = doc.tokens
    return mention, tokens.span(mention.last - 1, mention.last)


def fuse(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None or not chosen[0].full:
        return None
    mention = chosen[0]
    span = doc.tokens.span(mention.last - 2, mention.last)
    name = mention.parts[-1]
    kept = dice.choice((name, name.lower(), name[1:].lower(), name[2:].lower()))
    return _replace(doc.text, span, mention.parts[-2] + kept)


def split(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None:
        return None
    name = chosen[0].parts[-1]
    cut = dice.randint(2, len(name) - 2)
    return _replace(doc.text, chosen[1], f"{name[:cut]} {name[cut:]}")


def drop(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None:
        return None
    name = chosen[0].parts[-1]
    cut = dice.randint(1, len(name) - 3)
    return _replace(doc.text, chosen[1], name[:cut] + name[cut + dice.choice((1, 2)) :])


def swap(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None:
        return None
    name = chosen[0].parts[-1]
    places = [place for place in range(1, len(name) - 1) if name[place] != name[place + 1]]
    place = dice.choice(places)
    return _replace(doc.text, chosen[1], name[:place] + name[place + 1] + name[place] + name[place + 2 :])


def transliterate(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None:
        return None
    name = chosen[0].parts[-1]
    pairs = [
        ("y", "iy"), ("sh", "sch"), ("kh", "h"), ("ou", "u"), ("ee", "i"), ("v", "w"), ("k", "ck"), ("i", "ee"),
        ("e", "i"), ("u", "ou"), ("s", "ss"), ("f", "ph"),
    ]  # fmt: skip
    dice.shuffle(pairs)
    for old, new in pairs:
        if old in name[1:]:
            return _replace(doc.text, chosen[1], name[0] + name[1:].replace(old, new, 1))
    return None


def synonym(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    known = gazetteer()
    places = [
        (match, word)
        for name in known.institutions
        for match in re.finditer(re.escape(name), doc.text)
        for word in name.split()[:-1]
        if len(name.split()) > 1 and known.synonyms.get(word.lower())
    ]
    if not places:
        return None
    match, word = dice.choice(places)
    other = dice.choice(sorted(known.synonyms[word.lower()])).capitalize()
    return _replace(doc.text, Span(match.start(), match.end()), match[0].replace(word, other, 1))


def nationality(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    places = [
        (match, country.name)
        for country in gazetteer().countries
        if country.sovereign
        for adjective in country.adjectives
        for match in re.finditer(rf"(?<=\bthe ){adjective}(?= (?:government|president|minister|official))", doc.text)
    ]
    if not places:
        return None
    match, name = dice.choice(places)
    return _replace(doc.text, Span(match.start(), match.end()), name)


def article(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    """Turn 'of Norway' into 'of Norwegian'."""
    places = [
        (match, country.adjectives[0])
        for country in gazetteer().countries
        if country.sovereign
        for match in re.finditer(rf"(?<=of ){country.name}(?=[.,;])", doc.text)
    ]
    if not places:
        return None
    match, adjective = dice.choice(places)
    return _replace(doc.text, Span(match.start(), match.end()), adjective)


def title(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    """Move a title into brackets behind its name."""
    pool = [mention for mention in doc.derive(mentions).all if mention.full and mention.title < mention.first]
    if not pool:
        return None
    mention = dice.choice(pool)
    span = Span(doc.tokens.starts[mention.title], doc.tokens.ends[mention.last - 1])
    name = doc.quote(doc.derive(mentions).span(mention))
    role = doc.text[doc.tokens.starts[mention.title] : doc.tokens.starts[mention.first]].strip()
    return _replace(doc.text, span, f"{name} ({role})")


def case(doc: Document, dice: random.Random) -> tuple[str, Span] | None:
    chosen = _repeated(doc, dice)
    if chosen is None:
        return None
    name = chosen[0].parts[-1]
    return _replace(doc.text, chosen[1], name.lower())


MECHANISMS: dict[str, Damage] = {
    "fuse": fuse,
    "split": split,
    "drop": drop,
    "swap": swap,
    "transliterate": transliterate,
    "synonym": synonym,
    "country": nationality,
    "adjective": article,
    "title": title,
    "case": case,
}


if __name__ == "__main__":
    main()
