"""The comparisons that need two places of a text and no restatement: ages, frequencies, groups, rights, bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paralint.evidence.claims.fixed_attributes import two_bodies, two_containers
from paralint.evidence.claims.outsiders import involved_outsiders
from paralint.evidence.claims.rights import denied_rights
from paralint.evidence.figures.ages import wrong_ages
from paralint.evidence.figures.budgets import turned_budgets
from paralint.evidence.figures.days_beside import turned_days
from paralint.evidence.figures.frequencies import two_frequencies
from paralint.evidence.figures.groups import wrong_groups
from paralint.evidence.figures.told_fractions import wrong_fractions
from paralint.evidence.restatements.conflicts import Conflict
from paralint.text.document import Document
from paralint.text.read import document

MOWS = "Abel Crowe mows the yard twice a year."
BORN = "She was born on May 3, 1935, in Kemi."


def found(layer: Callable[[Document], tuple[Conflict, ...]], text: str) -> list[str]:
    read = document("t.txt", text)
    return [read.quote(conflict.here) for conflict in layer(read)]


@pytest.mark.parametrize(
    ("layer", "text", "expected"),
    [
        (wrong_ages, f"{BORN} In 1960, at the age of 35, she left.", ["35"]),
        (wrong_ages, f"{BORN} She sang until May 2009. She was 47. The hall was full.", ["47"]),
        (wrong_ages, f"{BORN} In 1960, at the age of 25, she left.", []),
        (wrong_ages, f"{BORN} In 1960, at the age of 35, he left.", []),
        (wrong_ages, "In 1960, at the age of 35, she left.", []),
        (wrong_ages, f"{BORN} Between 1960 and 1970, at the age of 35, she left.", []),
        (wrong_fractions, "It cost $7m, more than a quarter of what the bridge cost, $40m.", ["more than a quarter"]),
        (wrong_fractions, "It cost $7m, more than a quarter of what the bridge cost, $20m.", []),
        (wrong_fractions, "It cost $40m. She got $7m, more than a quarter of the bill.", ["more than a quarter"]),
        (wrong_fractions, "It cost $20m. She got $7m, more than a quarter of the bill.", []),
        (wrong_fractions, "It cost $20m or $40m. She got $7m, more than a quarter of the bill.", []),
        (wrong_fractions, "It cost $7m, more than a quarter of what the bridge cost, 40 years ago.", []),
        (turned_days, "Results are due on May 9. They vote on May 10, the day before.", ["May 10, the day before"]),
        (turned_days, "Results are due on May 9. They vote on May 8, the day before.", []),
        (turned_days, "They voted on Friday. It rained on Sunday, a day later.", []),
        (two_frequencies, f"{MOWS}\n\nAbel Crowe mows it twice a week.", ["twice a week"]),
        (two_frequencies, f"{MOWS}\n\nAbel Crowe paints it twice a week.", []),
        (two_frequencies, f"{MOWS}\n\nNow Abel Crowe mows it twice a week.", []),
        (wrong_groups, "A group of six riders left. The last of the seven was late.", ["seven"]),
        (wrong_groups, "A group of six riders left. The last of the six fell.", []),
        (wrong_groups, "Six riders and nine boys left. The last of the seven fell.", []),
        (turned_budgets, "It was £3m under budget. The overspend was met by the town.", ["under budget"]),
        (turned_budgets, "It was £3m over budget. The overspend was met by the town.", []),
        (denied_rights, "Each may refuse an inspection.\n\nThere is no right to refuse an inspection.", ["may refuse"]),
        (denied_rights, "Each may refuse a meal.\n\nThere is no right to refuse an inspection.", []),
        (two_bodies, "Tom Renn, the local’s president, sang. Renn, president of the union, bowed.", []),
        (
            two_bodies,
            "Tom Renn, the local’s president, sang. Renn, president of the company, bowed.",
            ["president of the company"],
        ),
        (two_containers, "In the Peruvian region of Puno it rained. They met in Puno, Bolivia, again.", ["Bolivia"]),
        (involved_outsiders, "Not everybody agrees. Rita Moll, who was involved in the work, laughed.", [
            "involved in the work"
        ]),
        (involved_outsiders, "Rita Moll, who was involved in the work, laughed.", []),
    ],
)  # fmt: skip
def test_one_place_refutes_the_other(
    layer: Callable[[Document], tuple[Conflict, ...]], text: str, expected: list[str]
) -> None:
    assert found(layer, text) == expected
