"""Build ``paralint/data/fixed_names.bin``: names of bodies, titles and places, and words of like meaning to theirs.

    python tools/build_fixed_names.py --oewn oewn.yaml.xz

Reads ``institutions.txt`` and ``name_words.txt`` beside it, both written for paralint, the countries of ``names.bin``,
and Open English WordNet (``docs/data-sources.md``). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from build_names import Wordnet

from paralint.evidence.names import fixed_names
from paralint.evidence.names.fixed_names import Standing
from paralint.evidence.names.gazetteer import load as gazetteer
from paralint.evidence.names.usage import american
from paralint.text.lexicon import load as lexicon

OUTPUT = Path(__file__).parents[1] / "paralint" / "data" / fixed_names.FILE
NAMES = Path(__file__).with_name("institutions.txt")
GROUPS = Path(__file__).with_name("name_words.txt")
FREQUENCY = 2.7  # log10 per billion words of a word that a rewriting program would put into a name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oewn", type=Path, required=True)
    wordnet = Wordnet(parser.parse_args().oewn)
    names = {country.name: Standing.TITLE for country in gazetteer().countries if " " in country.name}
    standing = Standing.BODY
    for line in NAMES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            standing = Standing(line[-1]) if line[-1] in "!~" else Standing.BODY
        elif line:
            names[line] = standing
    groups: dict[str, set[str]] = defaultdict(set)
    for line in GROUPS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            group = line.split()
            groups[american(group[0])].update(group[1:])
    meanings = {}
    in_names = {word for name in names for word in fixed_names.content(name.split())}
    for word in sorted(in_names | groups.keys()):
        near = {other for other in wordnet.near(word) if _frequent(other)}
        meanings[word] = near | groups[word]
    content = fixed_names.encode(names, meanings)
    OUTPUT.write_bytes(content)
    print(f"{OUTPUT}: {len(names)} names, {len(meanings)} words, {len(content)} bytes")


def _frequent(word: str) -> bool:
    entry = lexicon().entry(word)
    return entry is not None and entry.zipf >= FREQUENCY


if __name__ == "__main__":
    main()
